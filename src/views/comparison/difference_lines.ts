/* What is otherwise in one thing, line by line: what only one of the two has by its name, or word by word. */
import type { Difference, FactDifference } from "../../runs/comparison/difference.ts";
import { isOnlyWords } from "../../runs/comparison/difference.ts";
import { code, prose, type Inline } from "../report/document.ts";
import { line, type Line, type Sign } from "./parts.ts";

export const signs: Readonly<Record<Difference["change"], Sign>> = {
  added: "second",
  removed: "first",
  changed: "changed",
};

export function differenceLines(difference: Difference, depth: number, all: boolean): readonly Line[] {
  const { change, facts, parts } = difference;
  if (change !== "changed" && !all) return [briefLine(difference, depth)];
  const sign = signs[change];
  if (isOneLine(difference)) return factLines(facts, depth, sign);
  const shown = facts.filter(({ name }) => change === "changed" || name !== "kind");
  const [only, ...more] = shown;
  // One fact that is otherwise is told beside its name.
  const beside = only !== undefined && more.length === 0 && parts.length === 0 && isShort(only);
  const head = line(depth, sign, ...calledPieces(difference), ...(beside ? [": ", ...factPieces(only)] : []));
  return [
    head,
    ...(beside ? [] : factLines(shown, depth + 1, sign)),
    ...partLines(
      parts.filter((one) => !isOnlyWords(one)),
      depth + 1,
      all,
    ),
  ];
}

/** What only one of the two has, kind by kind and by name; what is otherwise, one by one. */
function partLines(parts: readonly Difference[], depth: number, all: boolean): readonly Line[] {
  if (all) return parts.flatMap((part) => differenceLines(part, depth, all));
  const changed = parts.filter((part) => part.change === "changed" || isOneLine(part));
  const named = parts.filter((part) => !changed.includes(part));
  const gathered = (["removed", "added"] as const).flatMap((change) => {
    const those = named.filter((part) => part.change === change);
    return those.length === 0 ? [] : [line(depth, signs[change], ...namesByKind(those))];
  });
  return [...gathered, ...changed.flatMap((part) => differenceLines(part, depth, all))];
}

/** `sensitivities enacted and suit; operation damages` */
function namesByKind(parts: readonly Difference[]): readonly Inline[] {
  const kinds = new Map<string, Difference[]>();
  for (const part of parts) kinds.set(part.of, [...(kinds.get(part.of) ?? []), part]);
  return [...kinds].flatMap(([kind, those], index) =>
    prose(
      index === 0 ? "" : "; ",
      `${those.length === 1 ? kind : manyOf(kind)} `,
      ...those.flatMap(({ name }, at) => [at === 0 ? "" : ", ", code(name)]),
    ),
  );
}

function manyOf(kind: string): string {
  if (kind === "medium") return "media";
  return kind.endsWith("y") ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}

/** What only one of the two has, in a line: of a coupling what it carries, of a system what it consists of. */
function briefLine(difference: Difference, depth: number): Line {
  const { change, facts, parts } = difference;
  const side = ({ from, to }: FactDifference): string => from ?? to ?? "";
  const sign = signs[change];
  if (isOneLine(difference)) return line(depth, sign, code(facts.map(side).join(" ")));
  const aim = facts.find(({ name }) => name === "aim" || name === "claim");
  const named = parts.filter(({ name }) => name !== "");
  return line(
    depth,
    sign,
    ...calledPieces(difference),
    ...(aim === undefined ? [] : [": ", ...(aim.name === "aim" ? ["with the aim "] : []), code(side(aim))]),
    ...(named.length === 0 ? [] : [": ", ...namesByKind(named)]),
  );
}

function calledPieces({ of, name }: Difference): readonly Inline[] {
  return name === "" ? prose(of) : of === "model" ? prose("the model") : prose(`${of} `, code(name));
}

/** A clause, a channel, a step, a code: a text is all that there is of it. */
function isOneLine({ name, facts, parts }: Difference): boolean {
  return name === "" && parts.length === 0 && facts.every((fact) => fact.name === "");
}

function factLines(facts: readonly FactDifference[], depth: number, sign: Sign): readonly Line[] {
  return facts.flatMap((one): readonly Line[] => {
    const { name, from, to } = one;
    if (from !== undefined && to !== undefined && isShort(one) && name !== "")
      return [line(depth, "changed", ...factPieces(one))];
    const called = name === "" ? [] : [`${name} `];
    return [
      ...(from === undefined ? [] : [line(depth, sign === "second" ? sign : "first", ...called, code(from))]),
      ...(to === undefined ? [] : [line(depth, sign === "first" ? sign : "second", ...called, code(to))]),
    ];
  });
}

function isShort({ from = "", to = "" }: FactDifference): boolean {
  return from.length + to.length < 60;
}

/** `initial value 1 → 8` */
function factPieces({ name, from, to }: FactDifference): readonly Inline[] {
  const called = name === "" ? "" : `${name} `;
  if (from === undefined || to === undefined) {
    const side = from ?? to ?? "";
    return prose(called, code(side), "");
  }
  return prose(called, code(from), " → ", code(to));
}

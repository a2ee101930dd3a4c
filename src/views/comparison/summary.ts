/* What is otherwise, in a few lines: how much of what. */
import { counted, listed } from "../../base/words.ts";
import type { ThingKind } from "../../runs/comparison/described.ts";
import { isOnlyWords, type Difference } from "../../runs/comparison/difference.ts";
import type { Comparison } from "../../runs/comparison/compare.ts";
import { code, listing, prose, said, type Inline } from "../report/document.ts";
import { line, type Line, type Sides, type Telling } from "./parts.ts";

export function summaryLines({ comparison, sides }: Telling): readonly Line[] {
  const { verdict, differences } = comparison;
  if (verdict === "same") return [line(0, undefined, "nothing is otherwise: the models say the same")];
  if (verdict === "words")
    return [
      line(0, undefined, "only words are otherwise: labels, comments and the like; the models are the same"),
    ];
  const told = differences.filter((one) => !isOnlyWords(one));
  const [removed, added, changed] = (["removed", "added", "changed"] as const).map((change) =>
    countedKinds(told.filter((one) => one.change === change && one.of !== "model")),
  );
  return [
    ...(removed === undefined ? [] : [line(0, "first", "only in ", said(sides.first), `: ${removed}`)]),
    ...(added === undefined ? [] : [line(0, "second", "only in ", said(sides.second), `: ${added}`)]),
    ...(changed === undefined ? [] : [line(0, "changed", `in both, and otherwise: ${changed}`)]),
    ...reachLines(comparison, sides),
  ];
}

/** So many names are listed; more are counted. */
const mostNames = 6;

/** What that comes to: whom the systems of both can irritate in one alone, and what can come back to them there. */
function reachLines({ ways: { reached } }: Comparison, sides: Sides): readonly Line[] {
  return (["first", "second"] as const).flatMap((side) => {
    const own = reached.filter((one) => one[side] !== undefined);
    const back = own.filter(({ from, to }) => from === to).map(({ from }) => from);
    const goals = new Map<string, string[]>();
    for (const { from, to } of own) if (from !== to) goals.set(from, [...(goals.get(from) ?? []), to]);
    const told = [
      ...[...goals].map(([from, to]) => prose(code(from), " can irritate ", names(to))),
      ...(back.length === 0
        ? []
        : [
            prose(
              "what ",
              names(back),
              back.length === 1 ? " does" : " do",
              " can come back to ",
              back.length === 1 ? "it" : "them",
            ),
          ]),
    ];
    if (told.length === 0) return [];
    const shown =
      told.length > mostNames
        ? [...told.slice(0, mostNames - 1), prose(`${told.length - mostNames + 1} more`)]
        : told;
    return [
      line(
        0,
        side,
        "only in ",
        said(sides[side]),
        ": ",
        ...shown.flatMap((pieces, index) => prose(index === 0 ? "" : "; ", pieces)),
      ),
    ];
  });
}

function names(all: readonly string[]): readonly Inline[] {
  const shown = all.slice(0, all.length > mostNames ? mostNames - 1 : mostNames).map(code);
  const rest = all.length - shown.length;
  return listing(rest === 0 ? shown : [...shown, `${rest} more`]);
}

/** `3 couplings and 1 scenario`; undefined of none. */
function countedKinds(differences: readonly Difference[]): string | undefined {
  const kinds = new Map<string, number>();
  for (const { of } of differences) kinds.set(wordOf(of), (kinds.get(wordOf(of)) ?? 0) + 1);
  if (kinds.size === 0) return undefined;
  return listed([...kinds].map(([kind, count]) => counted(count, kind, manyOf(kind))));
}

function wordOf(kind: ThingKind): string {
  switch (kind) {
    case "function system":
    case "organization":
    case "interaction":
    case "movement":
    case "psychic system":
    case "machine":
      return "system";
    default:
      return kind;
  }
}

function manyOf(kind: string): string {
  return kind.endsWith("y") ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}

/* What can be written in environments, populations and couplings. */
import type { Owner } from "../model/owners.ts";
import { bodySpecs } from "../syntax/bodies.ts";
import type { Token } from "../syntax/tokens.ts";
import { partNamed, type CompletionItem, type Names } from "./completion_names.ts";
import { inExpression, keywords, starters, types, type Items } from "./completion_words.ts";
import type { Situation } from "./situation.ts";

export function inEnvironment({ written }: Situation, names: Names): Items {
  const words = written.map(({ image }) => image);
  const last = words.at(-1);
  if (last === undefined) return starters(bodySpecs.EnvironmentBody, false);
  if (last === ":") return types;
  if (words[0] !== "included") return words.includes("=") ? keywords("becomes") : [];
  if (last === "in") return [...names.systems(), ...names.canonical()];
  if (last === "as") return names.parts(names.owner(written.slice(2, -1)), "role");
  return words.length > 2 ? keywords("as") : [];
}

export function inCoupling(situation: Situation, names: Names): Items {
  const { frames, written, calls } = situation;
  const words = written.map(({ image }) => image);
  const last = words.at(-1);
  const frame = frames.find(({ kind }) => kind === "CouplingBody");
  const head = (frame?.head ?? []).map(({ image }) => image);
  const [from, to] = [head.indexOf("between"), head.indexOf("and")];
  const ends = [frame?.head.slice(from + 1, to) ?? [], frame?.head.slice(to + 1) ?? []];
  const spelled = ends.map((end) => end.map(({ image }) => image).join(""));
  const end = (label: string): CompletionItem => ({ label, kind: "system", text: `${label}.` });
  if (frames.at(-1)?.kind === "Assignments") {
    const channel = frames.at(-1)?.head ?? [];
    const { source, target } = sidesOf(channel, names);
    const quantities = names.parts(target.owner, "quantity");
    if (words.length === 0) return quantities.map((item) => ({ ...item, text: `${item.label} := ` }));
    return inExpression(situation, [quantities, carried(source, names)]);
  }
  if (last === undefined) return [...spelled.filter(Boolean).map(end), ...keywords("cite", "allow")];
  const { source, target, arrow } = sidesOf(written, names);
  const call = calls.at(-1);
  if (call !== undefined) {
    return last === "(" || last === ","
      ? names.parameters(partNamed(target.owner, target.part, "sensitivity"), "named")
      : inExpression(situation, [carried(source, names)]);
  }
  if (last === "->") {
    const own = words[0] ?? "";
    return spelled.filter((one) => one !== "" && one !== own).map(end);
  }
  if (last === ".") {
    const path = written.slice(arrow === -1 ? 0 : arrow + 1, -1);
    if (path.length === 1 && names.isAlias(path[0]?.image ?? "")) return names.inAlias(path[0]?.image ?? "");
    return arrow === -1
      ? names.parts(names.owner(path), "operation", "event", "quantity")
      : names.parts(names.owner(path), "sensitivity");
  }
  if (arrow === -1) return keywords("->");
  const options = ["when", "with chance", "after", "at most"];
  if (last === "with") return keywords("chance");
  if (words.some((word) => ["when", "chance", "after"].includes(word)))
    return inExpression(situation, [carried(source, names)], ...options, "steps");
  return keywords(...options);
}

interface Side {
  readonly owner: Owner | undefined;
  readonly part: string | undefined;
}

/** The two sides of a channel, as far as they are written. */
export function sidesOf(written: readonly Token[], names: Names) {
  const arrow = written.findIndex(({ image }) => image === "->");
  const left = arrow === -1 ? written : written.slice(0, arrow);
  const right = arrow === -1 ? [] : written.slice(arrow + 1);
  return { arrow, source: sideOf(left, names), target: sideOf(right, names) };
}

function sideOf(tokens: readonly Token[], names: Names): Side {
  let length = Math.min(1, tokens.length);
  while (tokens[length]?.image === "." && tokens[length + 1] !== undefined) length += 2;
  const path = tokens.slice(0, length);
  const long = names.isAlias(path[0]?.image ?? "") ? 4 : 2;
  const owner = names.owner(path.slice(0, long));
  return { owner, part: path[long]?.image };
}

/** What a channel sees: the parameters of what it carries, or the quantities of where it comes from. */
function carried({ owner, part }: Side, names: Names): Items {
  return [
    ...names.parameters(partNamed(owner, part, "operation", "event"), "read"),
    ...names.parts(owner, "quantity"),
  ];
}

/* What an observer can write: regulations, scenarios, properties, experiments. */
import type { Owner } from "../model/owners.ts";
import { bodySpecs } from "../syntax/bodies.ts";
import type { Token } from "../syntax/tokens.ts";
import { checkItems, partNamed, type Names } from "./completion_names.ts";
import { keywords, numberFunctions, starters, verdicts, type Items } from "./completion_words.ts";
import type { Situation } from "./situation.ts";

export function inRegulation(situation: Situation, names: Names): Items {
  const { written } = situation;
  const words = written.map(({ image }) => image);
  const last = words.at(-1);
  if (last === undefined) return starters(bodySpecs.RegulationBody, false);
  if (words[0] === "by" && words.length === 1) return names.systems();
  if (words[0] === "of" && words.length === 1) return names.owners();
  if (words[0] === "through")
    return last === "through" || last === ","
      ? [...names.declared(({ node }) => node.kind === "Coupling"), ...keywords("direct")]
      : [];
  if (words[0] === "starts") {
    if (words.length === 1) return keywords("with");
    if (last === "with") return names.owners();
  }
  return observed(situation, names);
}

export function observed(situation: Situation, names: Names): Items {
  const { frames, written, calls } = situation;
  const words = written.map(({ image }) => image);
  const [first] = words;
  const last = words.at(-1);
  const kind = frames.at(-1)?.kind ?? "Block";
  if (first === undefined)
    return [...starters(bodySpecs[kind], false), ...(kind === "ExperimentBody" ? [] : names.owners())];
  const call = calls.at(-1);
  if (call !== undefined && (last === "(" || last === ",") && call.length > 0 && call[0]?.image !== "count") {
    const owner = call.length > 1 ? names.owner(call.slice(0, -2)) : actorIn(written, names);
    const named = names.parameters(partNamed(owner, call.at(-1)?.image, "operation", "event"), "named");
    if (named.length > 0) return named;
  }
  if (last === ".") {
    const path = pathBefore(written);
    const head = path[0]?.image ?? "";
    if (path.length === 1 && names.isAlias(head)) return names.inAlias(head);
    const set = ["given", "change", "steer", "vary", "aim"].includes(first);
    return set
      ? names.parts(names.owner(path), "expectation", "quantity")
      : first === "starts"
        ? names.parts(names.owner(path), "operation")
        : names.parts(names.owner(path), "expectation", "quantity", "operation", "event", "limit");
  }
  if (last === "emits" || last === "with") return names.parts(actorIn(written, names), "operation", "event");
  if (last === "violation") return checkItems(false);
  if (last === "is") return verdicts;
  const subject = names.owner(
    pathBefore(written.slice(0, lastIndexOf(words, ["resonates", "stays", "designates"]))),
  );
  if (last === "resonates") return keywords("to");
  if (last === "stays") return keywords("indifferent");
  if (last === "to" && (words.at(-2) === "resonates" || words.at(-2) === "indifferent"))
    return names.parts(subject, "sensitivity");
  if (last === "designates") return names.values(subject);
  switch (first) {
    case "perturb":
      if (last === "perturb" || last === "from") return names.systems();
      return words.includes("from") ? keywords("with") : keywords("from");
    case "unplug":
      return words.length === 1 ? names.systems() : [];
    case "close":
    case "open":
      return words.length === 1 ? names.declared(({ node }) => node.kind === "Coupling") : [];
    case "apply":
      return words.length === 1 ? names.declared(({ node }) => node.kind === "Regulation") : [];
    case "change":
    case "steer":
      if (/[\p{ID_Continue}]$/u.test(last ?? "") && words.length > 3 && !words.includes("to"))
        return keywords("to");
      if (last === "by") return names.systems();
      break;
    case "run":
      return words.length === 1
        ? keywords("until")
        : /^\d/.test(last ?? "")
          ? keywords("steps")
          : keywords("at most");
    default:
  }
  const begins = [
    "expect",
    "eventually",
    "after",
    "always",
    "never",
    "until",
    "given",
    "change",
    "steer",
    "vary",
    "aim",
  ];
  if (last === "expect") return [...keywords("violation", "not"), ...names.owners(), ...regulations(names)];
  if (
    begins.includes(last ?? "") ||
    /[=<>+\-*/(,^]$/.test(last ?? "") ||
    /^(and|or|not|to|through|reaches)$/.test(last ?? "")
  )
    return [...names.owners(), ...keywords("count", "step", "designated"), ...numberFunctions];
  if (words.length === 1) return kind === "Block" ? keywords("emits") : keywords("reaches", "never reaches");
  return keywords(
    "resonates",
    "stays indifferent",
    "designates",
    "occurs",
    "never occurs",
    "is",
    "and",
    "or",
  );
}

function regulations(names: Names): Items {
  return names.declared(({ node }) => node.kind === "Regulation");
}

/** Who operates in a step: before `emits`, or behind `from`. */
export function actorIn(written: readonly Token[], names: Names): Owner | undefined {
  const words = written.map(({ image }) => image);
  const emits = words.indexOf("emits");
  if (emits !== -1) return names.owner(written.slice(0, emits));
  const from = words.indexOf("from");
  return from === -1 ? undefined : names.owner(written.slice(from + 1, words.indexOf("with")));
}

/** The path that ends before the last point, or with the last word. */
function pathBefore(written: readonly Token[]): readonly Token[] {
  let end = written.length;
  if (written[end - 1]?.image === ".") end -= 1;
  let start = end - 1;
  while (start > 1 && written[start - 1]?.image === ".") start -= 2;
  return written.slice(Math.max(0, start), end);
}

function lastIndexOf(words: readonly string[], wanted: readonly string[]): number {
  for (let index = words.length - 1; index >= 0; index -= 1)
    if (wanted.includes(words[index] ?? "")) return index;
  return words.length;
}

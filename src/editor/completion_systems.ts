/* What can be written in systems: their members, programs, effects. */
import type { Owner, Part } from "../model/owners.ts";
import { bodySpecs } from "../syntax/bodies.ts";
import type { Token } from "../syntax/tokens.ts";
import { partNamed, type Names } from "./completion_names.ts";
import { inExpression, keywords, starters, types, type Items } from "./completion_words.ts";
import type { Situation } from "./situation.ts";

/** The system in whose body something is written: its head is `extend law` or `function system law`. */
export function ownerIn({ frames }: Situation, names: Names): Owner | undefined {
  const head = frames.find(({ kind }) => kind === "SystemBody")?.head ?? [];
  const words = head.map(({ image }) => image);
  const from = words[0] === "function" || words[0] === "psychic" ? 2 : 1;
  return names.owner(head.slice(from, from + (words[from + 1] === "." ? 3 : 1)));
}

export function inSystem(situation: Situation, names: Names): Items {
  const { written } = situation;
  const words = written.map(({ image }) => image);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined) return starters(bodySpecs.SystemBody, false);
  const owner = ownerIn(situation, names);
  const operations = (): Items => names.parts(owner, "operation");
  if (last === ":") return types;
  switch (first) {
    case "performs":
      if (last === "for" || last === ",") return [...names.systems(), ...names.canonical()];
      return words.length === 2 ? keywords("for") : [];
    case "sensitive":
      if (words.length === 1) return keywords("to");
      return inExpression(situation, [names.parts(owner, "expectation"), parametersWritten(written)], "when");
    case "role":
      return words.length > 1 ? keywords("performance", "public") : [];
    case "limit":
      if (last === "blocks") return operations();
      return inExpression(
        situation,
        [
          names.parts(owner, "expectation"),
          names.parameters(partNamed(owner, after(words, "blocks"), "operation"), "read"),
        ],
        "constitutional",
        "blocks",
        "when",
      );
    case "program":
      if (last === "on" || (last === "," && !words.includes("amends")))
        return [...names.parts(owner, "sensitivity"), ...keywords("own", "every step")];
      if (last === "own") return operations();
      if (last === "amends" || last === ",") return names.parts(owner, "expectation");
      if (!words.includes("on"))
        return words.length > 1 && words.length < 4 ? keywords("conditional on", "purpose on") : [];
      return keywords("amends");
    case "expectation":
      return words.includes("=") ? keywords("normative", "cognitive") : [];
    default:
      return [];
  }
}

function after(words: readonly string[], word: string): string | undefined {
  const index = words.indexOf(word);
  return index === -1 ? undefined : words[index + 1];
}

/** The parameters that an item itself declares: words before a colon. */
function parametersWritten(written: readonly Token[]): Items {
  return written.flatMap(({ image }, index) =>
    written[index + 1]?.image === ":" ? [{ label: image, kind: "parameter" } as const] : [],
  );
}

export function inProgram(situation: Situation, names: Names): Items {
  const { frames, written, calls } = situation;
  const words = written.map(({ image }) => image);
  const last = words.at(-1);
  const owner = ownerIn(situation, names);
  const kind = frames.at(-1)?.kind;
  const expectations = names.parts(owner, "expectation");
  if (kind === "Effects") {
    if (words.length === 0)
      return [...keywords("emit"), ...expectations.map((item) => ({ ...item, text: `${item.label} := ` }))];
    if (last === "emit") return names.parts(owner, "operation");
    const call = calls.at(-1);
    if (call !== undefined && (last === "(" || last === ","))
      return names.parameters(partNamed(owner, call.at(-1)?.image, "operation"), "named");
  } else {
    if (words.length === 0) return starters(bodySpecs.ProgramBody, false);
    if (last === "->") return [...names.values(owner), ...keywords("undecided")];
  }
  return inExpression(
    situation,
    [expectations, triggerParameters(situation, owner, names), names.values(owner), keywords("designated")],
    ...(kind === "Effects" ? ["emit"] : ["->", "yields", "when"]),
  );
}

/** What the triggers in the head of a program bring. */
function triggerParameters({ frames }: Situation, owner: Owner | undefined, names: Names): Items {
  const head = frames.find(({ kind }) => kind === "ProgramBody")?.head ?? [];
  const words = head.map(({ image }) => image);
  const from = words.indexOf("on");
  if (from === -1) return [];
  return words.slice(from + 1).flatMap((word, index, all) => {
    const own = all[index - 1] === "own";
    const part: Part | undefined = partNamed(owner, word, own ? "operation" : "sensitivity");
    return names.parameters(part, "read");
  });
}

/* The operation, or the sensitivity, that a system is said to have and has not. */
import { quoted } from "../../base/words.ts";
import { membersAdded } from "../../checks/support/new_declaration.ts";
import { partDeclared } from "../../checks/support/part_declared.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { UnknownNameFacts } from "../../model/problems.ts";
import { scan } from "../../syntax/scan.ts";
import { isWord } from "../../syntax/bodies.ts";
import { capital } from "./couple.ts";
import {
  isPointedAt,
  refused,
  type Asked,
  type Offer,
  type Refactoring,
  type Refused,
} from "./refactoring.ts";
import { contextOf, partNamed } from "./surroundings.ts";

type Part = "operation" | "sensitivity";

export const addOperation = adding("operation", "politics.decree(cap: number)");
export const addSensitivity = adding("sensitivity", "economy.credit_cost(amount: number)");

function adding(part: Part, example: string): Refactoring {
  const bare = example.slice(0, example.indexOf("("));
  return {
    name: `add-${part}`,
    title: `Give a system ${part === "operation" ? "an operation" : "a sensitivity"}`,
    applies: `where ${part === "operation" ? "an operation" : "a sensitivity"} is named that the system does not have`,
    usage: "FILE SYSTEM.NAME[(PARAMETERS)], or FILE:LINE",
    examples: [
      `niklas refactor add-${part} city.sys ${bare}`,
      `niklas refactor add-${part} city.sys '${example}'`,
    ],
    kind: "rewrite",
    keepsRuns: false,
    find: (asked) => (asked.words.length === 0 ? missing(part, asked) : named(part, asked)),
  };
}

/** What is named at the place and is not there, with the parameters that it is named with. */
function missing(part: Part, asked: Asked): readonly Offer[] {
  const { study } = asked;
  const offers = new Map<string, Offer>();
  for (const diagnostic of study.checked().diagnostics) {
    if (!isPointedAt(diagnostic.place, asked)) continue;
    const facts = unknownPart(diagnostic);
    if (facts?.wanted[0] !== part || facts.owner === undefined) continue;
    const fix = partDeclared(facts, contextOf(study), diagnostic.place);
    if (fix === undefined) continue;
    const word = `${facts.owner.name}.${facts.name}`;
    if (offers.has(word)) continue;
    offers.set(word, {
      title: capital(fix.title),
      place: diagnostic.place,
      words: [word],
      points: "no",
      preferred: false,
      edits: () => fix.edits,
    });
  }
  return [...offers.values()];
}

/** A finding of `unknown_name` has these facts, whichever stage has made them. */
function unknownPart({ check, facts }: Diagnostic): UnknownNameFacts | undefined {
  return check === "unknown_name" ? (facts as UnknownNameFacts) : undefined;
}

function named(part: Part, asked: Asked): readonly Offer[] | Refused {
  const { study, words } = asked;
  const [, path = "", parameters] = /^([^(]*?)\s*(\([^]*\))?$/u.exec(words.join(" ")) ?? [];
  const context = contextOf(study);
  const found = partNamed(path, study, context);
  if ("reason" in found) return found;
  const { owner, name } = found;
  if (owner.kind !== "system")
    return refused(`${quoted(owner.name)} is no system: it neither operates nor notices anything`);
  if (!isOneWord(name)) return refused(`${quoted(name)} is no name`);
  const there =
    part === "operation"
      ? (context.index.operation(owner.id, name) ?? context.index.limit(owner.id, name))
      : context.index.sensitivity(owner.id, name);
  if (there !== undefined) return refused(`${quoted(path)} is there already`);
  const used = parameters === undefined ? missing(part, { ...asked, words: [], at: undefined }).find(({ words: [word] }) => word === path) : undefined; // prettier-ignore
  if (used !== undefined) return [used];
  const member = `${part === "operation" ? "operation" : "sensitive to"} ${name}${parameters ?? ""}`;
  const edit = membersAdded(owner, [member], study.entry, context);
  if (edit === undefined) return refused(`there is no place in ${quoted(study.entry)} for it`);
  return [
    {
      title: `Declare ${quoted(member)} in ${quoted(path.slice(0, path.lastIndexOf(".")))}`,
      place: owner.namePlace,
      words,
      points: "no",
      preferred: false,
      edits: () => [edit],
    },
  ];
}

function isOneWord(text: string): boolean {
  const { tokens, problems } = scan({ name: "", text });
  return tokens.length === 1 && problems.length === 0 && isWord(tokens[0]);
}

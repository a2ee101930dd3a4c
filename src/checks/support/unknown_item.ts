/* What is said of a word that begins nothing where it stands: what does, or where it would. */
import { listed, quoted } from "../../base/words.ts";
import type { Words } from "../../diagnostics/diagnostic.ts";
import type { SyntaxErrorFacts } from "../../syntax/problems.ts";
import { beingRead, constructWords, writtenLike } from "./constructs.ts";

type UnknownItem = Extract<SyntaxErrorFacts, { kind: "unknown item" }>;

interface Body {
  /** What begins in it. */
  readonly item: string;
  /** Where such an item is written. */
  readonly home: string;
}

/** By the kind of tree node. */
const bodies: ReadonlyMap<string, Body> = new Map([
  ["ModelFile", { item: "a declaration", home: "declarations stand side by side, at the top of a file" }],
  [
    "HeaderBody",
    { item: "a line of the header", home: 'write it into the header: `model home { step "year" }`' },
  ],
  ["SocietyBody", { item: "a line of a society", home: "write it into the body of a society" }],
  [
    "SystemBody",
    { item: "a member of a system", home: "write it into the body of a system: `extend law { … }`" },
  ],
  [
    "ProgramBody",
    {
      item: "a clause of a program",
      home: "write it into the body of a program: `program legislation conditional on enacted { … }`",
    },
  ],
  [
    "Effects",
    {
      item: "an effect of a clause",
      home: "write it behind the value of a clause: `otherwise -> lawful { … }`",
    },
  ],
  [
    "EnvironmentBody",
    {
      item: "a part of an environment",
      home: "write it into the body of an `environment` or a `population`",
    },
  ],
  ["CouplingBody", { item: "a part of a coupling", home: "write it into the body of a coupling" }],
  [
    "RegulationBody",
    {
      item: "a line of a regulation",
      home: "write it into the body of a regulation: `regulation credit_rules { … }`",
    },
  ],
  [
    "Block",
    { item: "a step of a scenario", home: "write it into the body of a scenario: `scenario reform { … }`" },
  ],
  [
    "PropertyBody",
    { item: "a claim of a property", home: "write it into the body of a property: `property stable { … }`" },
  ],
  [
    "ExperimentBody",
    {
      item: "a line of an experiment",
      home: "write it into the body of an experiment: `experiment limits of reform { … }`",
    },
  ],
]);

/** The bodies that are open around the items of a rule: whoever forgot a brace went on in one of them. */
const around: ReadonlyMap<string, readonly string[]> = new Map([
  ["clauses", ["SystemBody", "ModelFile"]],
  ["effectItems", ["ProgramBody", "SystemBody", "ModelFile"]],
  ["assignmentItems", ["CouplingBody", "ModelFile"]],
]);

/** Items that begin with a name of the modeller's, by their rule. */
const named: ReadonlyMap<string, string> = new Map([
  ["effectItems", "price := price * 90%"],
  ["assignmentItems", "temperature := temperature + 1"],
  ["environmentItems", "temperature: number = 15"],
  ["couplingItems", "law.judgment -> economy.credit_cost"],
  ["steps", "politics emits bill(limit: 70)"],
  ["propertyItems", "politics reaches economy"],
]);

/** Words that go on something, and what they are a part of. */
const continuing: ReadonlyMap<string, string> = new Map([
  ["on", "program"],
  ["conditional", "program"],
  ["amends", "program"],
  ["yields", "choice"],
  ["blocks", "limit"],
  ["between", "coupling"],
  ["becomes", "quantity"],
  ["differentiated", "society"],
]);

export function unknownItem(facts: UnknownItem): Words {
  const { noun, example } = constructWords(facts.construct);
  const { found, meant, belongs, trailing } = facts;
  if (meant !== undefined && facts.repair !== undefined) {
    return {
      message: `${quoted(found)} is not known here, ${quoted(meant)} is`,
      label: trailing ? `read as part of ${noun}` : `nothing in ${noun} begins like this`,
    };
  }
  if (found === "cite" || found === "allow") {
    return {
      message: `${quoted(found)} stands in the body of what it speaks of`,
      label: beingRead(facts.construct),
      help: [writtenLike(found)],
    };
  }
  const body = belongs === undefined ? undefined : bodies.get(belongs);
  if (body !== undefined && belongs !== undefined) {
    return {
      message: `${quoted(found)} begins ${body.item}, and that cannot stand in ${noun}`,
      label: beingRead(facts.construct),
      help: homeOf(facts, belongs, body),
    };
  }
  return {
    message: trailing
      ? `${quoted(found)} is left over: what stands before it on the line is complete`
      : `nothing in ${noun} begins with ${quoted(found)}`,
    label: trailing ? "not part of what stands before it" : beingRead(facts.construct),
    help: [...beginnings(facts), `for example: ${quoted(example)}`],
  };
}

function homeOf({ construct, found }: UnknownItem, belongs: string, { home }: Body): readonly string[] {
  if (construct === "environmentItems" && found === "operation") {
    return ["what happens in an environment is an event: `event accident(size: number)`"];
  }
  if (construct === "environmentItems" && found === "sensitive") {
    return ["an environment notices nothing: what happens to it, a channel assigns to its quantities"];
  }
  const { noun } = constructWords(construct);
  const isAround = (around.get(construct) ?? (construct === "model" ? [] : ["ModelFile"])).includes(belongs);
  return [isAround ? `close the body of ${noun} before it with \`}\`` : home];
}

/** How the lines begin that may stand here. */
function beginnings({ construct, starters, found }: UnknownItem): readonly string[] {
  const { noun } = constructWords(construct);
  const whole = continuing.get(found);
  if (whole !== undefined) {
    return [`${quoted(found)} stands in ${constructWords(whole).noun}: ${writtenLike(whole)}`];
  }
  const words = starters
    .filter((starter) => !/^(cite|allow|included)$/.test(starter))
    .map((starter) => quoted(starter));
  const like = named.get(construct);
  const lines = [
    ...(like === undefined ? [] : [`like ${quoted(like)}`]),
    ...(words.length === 0 ? [] : [`that begin with ${listed(words, "or")}`]),
  ];
  if (lines.length === 0) return [];
  const population =
    construct === "environmentItems" ? ["a population has lines that begin with `included`, too"] : [];
  return [`in ${noun} stand lines ${lines.join(", and lines ")}`, ...population];
}

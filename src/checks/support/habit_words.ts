/* What is said to those who write as other languages do. */
import type { Place } from "../../base/place.ts";
import { quoted } from "../../base/words.ts";
import type { Fix, Words } from "../../diagnostics/diagnostic.ts";
import type { Parameter } from "../../model/model.ts";
import type { SyntaxErrorFacts } from "../../syntax/problems.ts";
import type { CheckContext } from "../context.ts";
import { constructWords } from "./constructs.ts";
import { signatureOf } from "./signature.ts";

type HabitFacts = Extract<SyntaxErrorFacts, { kind: "habit" }>;

export function habitWords(facts: HabitFacts, context: CheckContext): Words {
  const { habit, found, meant } = facts;
  const { noun, example } = constructWords(facts.construct);
  switch (habit) {
    case "decimal comma":
      return {
        message: `${quoted(found)} has a comma where a number has a point`,
        label: `${quoted(meant)} is meant`,
        why: ["a comma stands between things that are listed"],
      };
    case "grouped digits":
      return {
        message: `${quoted(found)} has commas where a number has ${quoted("_")}`,
        label: `read as ${quoted(meant)}`,
        help: [
          `digits are grouped by ${quoted("_")}, and decimals stand after a point: ${quoted("1_500")}, ${quoted("1.5")}`,
        ],
      };
    case "quoted name":
      return {
        message: `names stand without quotation marks: ${quoted(meant)}`,
        label: `in ${noun} a name is wanted`,
        why: ["what stands in quotation marks is a text for people to read: a label, a function, a reason"],
      };
    case "other word":
      return {
        message: `${quoted(found)} is not known here, ${quoted(meant)} is`,
        label: `in ${noun}`,
        help: [`${noun} is written like this: ${quoted(example)}`],
      };
    case "kind of system":
      return {
        message: "it is not said what kind of system this is",
        label: "read as a function system",
        why: [
          "systems differ by how they draw their boundary: by a function, by membership, by presence, by protest",
        ],
        help: [
          "a system is a `function system`, an `organization`, an `interaction`, a `movement`, a `psychic system` or a `machine`",
        ],
      };
    case "needless word":
      return {
        message: `a channel begins with what it carries, without a word like ${quoted(found)}`,
        label: "not needed",
        help: [`${noun} is written like this: ${quoted(example)}`],
      };
    case "turned channel":
      return {
        message: `a channel runs from what happens to whom it irritates: ${quoted(meant)}`,
        label: "turned round",
        help: [
          `${constructWords("channel").noun} is written like this: ${quoted(constructWords("channel").example)}`,
        ],
      };
    case "effects without braces":
      return {
        message: "what a clause brings about stands in braces behind its value",
        label: "effects of the clause before it",
        why: ["a clause designates a value first, and has its effects then"],
        help: [
          `${constructWords("rule").noun} is written like this: ${quoted(constructWords("rule").example)}`,
        ],
      };
    case "turned emission":
      return {
        message: `who operates is named first: ${quoted(meant)}`,
        label: "read as an emission",
        why: ["operations are always those of a system, which is what emits them"],
      };
    case "negation":
      return {
        message: `${quoted(found)} is written ${quoted(meant)}`,
        label: `${quoted(meant)} is meant`,
        help: [
          "of an operation one expects that it `occurs`, or `never occurs`; of a system that it `resonates`, or `stays indifferent`",
        ],
      };
    case "positional arguments": {
      const named = proposed(facts, context);
      return {
        message: `${quoted(facts.callee ?? "")} is given its arguments without their names`,
        label: "each is given by its name",
        why: ["nothing is filled in because of where it stands: what an argument is for is said by its name"],
        help:
          named === undefined
            ? [`${noun} is written like this: ${quoted(example)}`]
            : [`it is declared as ${quoted(named.signature)}`],
      };
    }
    case "bare range":
      return {
        message: "a range alone is no type: it bounds a `number`",
        label: `expected ${quoted(meant)} before this`,
        help: [
          `${constructWords("quantity").noun} is written like this: ${quoted(constructWords("quantity").example)}`,
        ],
      };
    case "range without in":
      return {
        message: "bounds of a number stand behind `in`",
        label: "expected `in` before this",
        help: [
          `${constructWords("quantity").noun} is written like this: ${quoted(constructWords("quantity").example)}`,
        ],
      };
    case "unknown type":
      return {
        message: `${quoted(found)} is no type`,
        label: "expected `number`, `boolean` or `one of (…)`",
        why: ["a system reckons with numbers, with what is true or false, and with values that are listed"],
        help: [
          /^(text|string|str|word|name|char|enum|varchar)$/i.test(found)
            ? "list what is possible: `one of (high, low)`"
            : "write `number`, `boolean`, or what is possible: `one of (high, low)`",
        ],
      };
  }
}

interface Proposed {
  /** `bill(limit: number)` */
  readonly signature: string;
  /** As many as there are parameters. */
  readonly names: readonly string[];
}

/** What may be called here, by its name: the first whose parameters are as many as the arguments. */
function proposed({ callee, positions = [] }: HabitFacts, { model }: CheckContext): Proposed | undefined {
  for (const owner of [...model.systems, ...model.environments]) {
    const parts: readonly { readonly name: string; readonly parameters: readonly Parameter[] }[] =
      owner.kind === "system" ? [...owner.operations, ...owner.sensitivities] : owner.events;
    const part = parts.find(
      ({ name, parameters }) => name === callee && parameters.length >= positions.length,
    );
    if (part !== undefined)
      return {
        signature: signatureOf(part.name, part.parameters),
        names: part.parameters.map((parameter) => parameter.name),
      };
  }
  return undefined;
}

/** The arguments with names, in the order in which the parameters are declared. */
export function namedArguments(facts: HabitFacts, context: CheckContext, { file }: Place): readonly Fix[] {
  const named = proposed(facts, context);
  const { positions = [] } = facts;
  if (named === undefined || positions.length !== named.names.length) return [];
  return [
    {
      title: `name the arguments: ${quoted(named.names.join(", "))}`,
      certain: false,
      edits: positions.map((start, index) => ({
        place: { file, start, end: start },
        text: `${named.names[index] ?? ""}: `,
      })),
    },
  ];
}

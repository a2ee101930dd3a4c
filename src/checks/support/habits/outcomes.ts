/* What is said to those who expect something in the words of speech. */
import { nearest } from "../../../base/near.ts";
import type { Place } from "../../../base/place.ts";
import { listed, quoted } from "../../../base/words.ts";
import type { Fix, Words } from "../../../diagnostics/diagnostic.ts";
import type { System } from "../../../model/model.ts";
import type { CheckContext } from "../../context.ts";
import { textAt } from "../edits.ts";
import { isSurelyMeant } from "../misspelling.ts";
import { namesIn, ownerCalled } from "../names.ts";
import { namesListed } from "../things.ts";
import { verdicts } from "../../../diagnostics/run_facts.ts";
import { otherValueOf, verdictMeant, verdictsListed } from "../verdicts.ts";
import { sayings, type HabitFacts } from "./say.ts";

export const ofOutcomes = sayings({
  "said of a name": (facts, context, place) => ofName(facts, context, place).words,
  "spoken doing": (facts, context, place) => ofDoing(facts, context, place).words,
  "spoken movement": (facts, context, place) => ofMovement(facts, context, place).words,
  "several outcomes": ({ meant }) => ({
    message: "an `expect` says of one thing what happens to it",
    label: "what stands before it is complete",
    why: ["conditions are joined by `and` and `or`; what happens is no condition"],
    help: [
      meant === "and"
        ? "write two `expect`s: both must come true"
        : "write one of them, or a scenario for each case: what may turn out one way or the other, one does not expect",
    ],
  }),
  "happening in until": (facts, context, place) => inUntil(facts, context, place).words,
  "spoken count": ({ found, meant }) => ({
    message: `${quoted(found)} is written ${quoted(meant)}`,
    label: `${quoted(meant)} is meant`,
    help: ["how often something occurs is said with `3 times`, `at least 3 times` or `at most 3 times`"],
  }),
});

/** The edits for what follows from what the model declares. */
export function outcomeFixes(facts: HabitFacts, context: CheckContext, place: Place): readonly Fix[] {
  switch (facts.habit) {
    case "said of a name":
      return ofName(facts, context, place).fixes;
    case "spoken doing":
      return ofDoing(facts, context, place).fixes;
    case "spoken movement":
      return ofMovement(facts, context, place).fixes;
    default:
      return inUntil(facts, context, place).fixes;
  }
}

interface Said {
  readonly words: Words;
  readonly fixes: readonly Fix[];
}

function written(text: string, certain: boolean, place: Place): Fix {
  return { title: `write ${quoted(text)}`, certain, edits: [{ place, text }] };
}

/** `stop_sharing is successful`, `politics is opposition` */
function ofName({ found }: HabitFacts, context: CheckContext, place: Place): Said {
  const [, name = "", not = "", said = ""] = /^(\S+)\s+is\s+(not\s+)?(\S+)$/su.exec(found) ?? [];
  const regulation = context.model.regulations.find((one) => one.name === name);
  if (regulation !== undefined) return ofRegulation(name, not !== "", said, place);
  const owner = ownerCalled(name, place.file, context);
  if (owner?.kind === "system") return ofSystem(owner, name, not !== "", said, context, place);
  const sign = not === "" ? "=" : "!=";
  const meant = `${name} ${sign} ${said}`;
  return {
    words: {
      message: `${quoted(`is ${not.trim()}`.trim())} is written ${quoted(sign)}`,
      label: `${quoted(meant)} is meant`,
      help: ["two things are compared by `=`, `!=`, `<`, `<=`, `>` or `>=`"],
    },
    fixes: [written(meant, false, place)],
  };
}

function ofRegulation(name: string, not: boolean, said: string, place: Place): Said {
  const meant = not ? undefined : verdictMeant(said);
  return {
    words: {
      message: not
        ? "of a regulation is expected what the verdict on it is, and not what it is not"
        : `${quoted(said)} is no verdict on a regulation`,
      label: meant === undefined ? "no verdict" : `no verdict, ${quoted(meant)} is`,
      why: [
        "`is` expects the verdict that a run comes to: what became of the aim, with the regulation and without it",
      ],
      help: [`the verdicts are ${verdictsListed}`],
    },
    fixes:
      meant === undefined
        ? []
        : [written(`${name} is ${meant}`, isSurelyMeant(said, nearest(said, verdicts)), place)],
  };
}

function ofSystem(
  system: System,
  name: string,
  not: boolean,
  said: string,
  context: CheckContext,
  place: Place,
): Said {
  const values = valuesOf(system, context);
  const [value] = values.includes(said) ? [said] : nearest(said, values, { limit: 1 });
  const designated = value === undefined || !not ? value : otherValueOf(value, system);
  const example = `${name} designates ${designated ?? values[0] ?? "…"}`;
  const still =
    /^(calm|quiet|silent|passive|unmoved|unaffected|unimpressed|unchanged|inert|idle)$/.test(said) !== not;
  return {
    words: {
      message:
        designated === undefined
          ? `a system cannot be expected to be ${quoted(said)}`
          : `what a system designates is expected like this: ${quoted(example)}`,
      label: designated === undefined ? "said of no system" : `${quoted(example)} is meant`,
      why: ["`is` states a verdict, and verdicts are on regulations"],
      help:
        designated === undefined
          ? [
              `of a system is expected that it ${quoted("resonates")}, ${quoted("stays indifferent")}, or designates a value of its code: ${quoted(example)}`,
            ]
          : [],
    },
    fixes:
      designated === undefined
        ? still && !not
          ? [written(`${name} stays indifferent`, false, place)]
          : []
        : [written(example, value === said && !not, place)],
  };
}

/** The values that a system can designate: of its codes, and of those of the systems it is within. */
function valuesOf(system: System, { shared }: CheckContext): readonly string[] {
  return [system, ...shared.homesOf(system)].flatMap(({ codes }) =>
    codes.flatMap((code) => code.values.map(({ name }) => name)),
  );
}

/** `mass_media reports`, which has an operation `report` */
function ofDoing(facts: HabitFacts, context: CheckContext, place: Place): Said {
  const [, name = "", verb = ""] = /^(\S+)\s+(\S+)$/su.exec(facts.found) ?? [];
  const owner = ownerCalled(name, place.file, context);
  if (owner === undefined) {
    return {
      words: {
        message: `expected a sign between ${quoted(name)} and ${quoted(verb)} in an expectation of yours`,
        label: "expected a sign before this, such as `<` or `and`",
        help: [
          `two things are compared by ${quoted("=")}, ${quoted("!=")}, ${quoted("<")}, ${quoted("<=")}, ${quoted(">")} or ${quoted(">=")}`,
        ],
      },
      fixes: [],
    };
  }
  const operations = (owner.kind === "system" ? owner.operations : owner.events).map((one) => one.name);
  const meant = operationMeant(verb, operations);
  const occurs = (operation: string) => `${name}.${operation} occurs`;
  const others =
    owner.kind === "system"
      ? `of a system is expected that it ${quoted("resonates")}, ${quoted("stays indifferent")} or ${quoted("designates")} a value`
      : "of an environment is expected that its quantities have a value, and that its events occur";
  return {
    words: {
      message:
        meant === undefined
          ? `${quoted(verb)} is nothing that ${owner.kind === "system" ? "a system" : `an ${owner.kind}`.replace("an p", "a p")} can be expected to do`
          : `that ${quoted(name)} operates is said of its operation: ${quoted(occurs(meant))}`,
      label: meant === undefined ? "not known here" : `${quoted(occurs(meant))} is meant`,
      help:
        meant !== undefined
          ? []
          : [
              others,
              ...(operations.length === 0
                ? []
                : [
                    `what it does is said of its ${owner.kind === "system" ? "operations" : "events"}: ${listed(
                      operations.slice(0, 4).map((one) => quoted(occurs(one))),
                      "or",
                    )}`,
                  ]),
            ],
    },
    fixes: meant === undefined ? [] : [written(occurs(meant), false, place)],
  };
}

/** `reports`, `reported`, `reporting` for `report`. */
function operationMeant(verb: string, operations: readonly string[]): string | undefined {
  const stem = (word: string) => word.replace(/(?:ies|ied|ying)$/u, "y").replace(/(?:es|s|ed|ing|e)$/u, "");
  return (
    operations.find((operation) => operation === verb) ??
    operations.find((operation) => stem(operation) === stem(verb)) ??
    nearest(verb, operations, { limit: 1 })[0]
  );
}

/** `economy.price rises`: a scenario compares with numbers, such as the one at the start. */
function ofMovement(facts: HabitFacts, context: CheckContext, place: Place): Said {
  const [, said = "", verb = ""] = /^(\S+)\s+(\S+)$/su.exec(facts.found) ?? [];
  const sign = /^change/u.test(verb) ? "!=" : /^(increase|rise|grow|climb)/u.test(verb) ? ">" : "<";
  const part = valueNamed(said, place.file, context) ?? firstValueOf(said, place.file, context);
  const name = part?.full ?? said;
  const initial = part === undefined ? "" : textAt(part.initial, context);
  const known = /^-?[\d._]+%?$/u.test(initial);
  const meant = `${name} ${sign} ${known ? initial : "…"}`;
  return {
    words: {
      message: `what ${verb} is compared with a value: ${quoted(meant)}`,
      label: `${quoted(meant)} is meant`,
      why: ["an `expect` looks at what is so where it stands, and knows nothing of what was so before"],
      help: known
        ? [
            `${quoted(name)} begins with ${initial}; what the scenario assumes or changes is another beginning`,
          ]
        : ["write the value that it has before"],
    },
    fixes: known ? [written(meant, false, place)] : [],
  };
}

interface NamedValue {
  readonly full: string;
  readonly initial: Place;
}

/** What has a value and is called so: in full, or by its name alone where only one has it. */
function valueNamed(said: string, file: string, context: CheckContext): NamedValue | undefined {
  const { model } = context;
  const names = namesIn(file, context);
  const found = [...model.systems, ...model.environments].flatMap((owner) =>
    (owner.kind === "system" ? owner.expectations : owner.quantities)
      .map(({ name, initial }) => ({ name, full: `${names(owner.id)}.${name}`, initial: initial.place }))
      .filter(({ name, full }) => name === said || full === said),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Where a whole system is said to rise or fall, the first that it expects. */
function firstValueOf(owner: string, file: string, context: CheckContext): NamedValue | undefined {
  const found = ownerCalled(owner, file, context);
  const [first] = found?.kind === "system" ? found.expectations : (found?.quantities ?? []);
  return first && { full: `${owner}.${first.name}`, initial: first.initial.place };
}

/** `until politics designates opposition`, `until mass_media.report occurs` */
function inUntil({ found }: HabitFacts, context: CheckContext, place: Place): Said {
  const [, name = "", verb = ""] = /^(\S+)\s+(\S+)/su.exec(found) ?? [];
  const count = /\s(\d+)\s+times?$/u.exec(found)?.[1] ?? "1";
  const operates = verb === "occurs" && name.includes(".") && !/\smost\s/u.test(found);
  const meant = `count(${name}) >= ${count}`;
  const owner = ownerCalled(name, place.file, context);
  const operations =
    owner?.kind === "system" ? owner.operations.map((one) => `count(${name}.${one.name}) > 0`) : [];
  return {
    words: {
      message: "`until` waits for a condition, and what happens is no condition",
      label: operates ? `${quoted(meant)} is meant` : "expected a condition",
      why: [
        "what a run waits for are values: of expectations, of quantities, and how often something occurred, by `count(…)`",
      ],
      help: operates
        ? []
        : [
            operations.length === 0
              ? "run some steps, and `expect` it after them"
              : `run some steps, and ${quoted("expect")} it after them; or wait for what ${quoted(name)} does then: ${namesListed(operations, 3)}`,
          ],
    },
    fixes: operates ? [written(meant, false, place)] : [],
  };
}

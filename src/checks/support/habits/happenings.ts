import { listed, quoted } from "../../../base/words.ts";
import type { Place } from "../../../base/place.ts";
import type { Fix } from "../../../diagnostics/diagnostic.ts";
import type { CheckContext } from "../../context.ts";
import { writtenLike } from "../constructs.ts";
import { sayings, type HabitFacts } from "./say.ts";

export const ofHappenings = sayings({
  "turned channel": ({ meant }) => ({
    message: `a channel runs from what happens to whom it irritates: ${quoted(meant)}`,
    label: "turned round",
    help: [writtenLike("channel")],
  }),
  "half a source": (facts, context) => {
    const { parts } = ownerNamed(facts, context);
    return parts === undefined
      ? {
          message: `a channel says whose ${quoted(facts.found)} it carries`,
          label: "of what system or environment?",
          help: [writtenLike("channel")],
        }
      : {
          message: `${quoted(facts.found)} as a whole is nothing that a channel could carry`,
          label: "what of it?",
          why: ["a channel carries one operation, event or quantity, under its conditions"],
          help:
            parts.length === 0
              ? [writtenLike("channel")]
              : [`name what it carries: ${listed(parts.slice(0, 4).map(quoted), "or")}`],
        };
  },
  "half a part": (facts, context) => {
    const values = valuesOf(facts, context);
    return values === undefined
      ? {
          message: `it is not said whose ${quoted(facts.found)} is meant`,
          label: "of what system or environment?",
          why: ["an observer names things in full: the system or environment, a dot, the part of it"],
          help: [writtenLike(facts.construct)],
        }
      : {
          message: `${quoted(facts.found)} as a whole has no value`,
          label: "what of it?",
          why: ["what has a value is an expectation of a system, or a quantity of an environment"],
          help:
            values.length === 0
              ? [writtenLike(facts.construct)]
              : [`name what is meant: ${listed(values.slice(0, 4).map(quoted), "or")}`],
        };
  },
  "several sources": () => ({
    message: "a channel carries one thing",
    label: "too many",
    help: ["write a channel for each of them; several may irritate the same sensitivity"],
  }),
  "turned emission": ({ meant }) => ({
    message: `who operates is named first: ${quoted(meant)}`,
    label: "read as an emission",
    why: ["operations are always those of a system, which is what emits them"],
  }),
  "turned perturbation": ({ meant }) => ({
    message: `who is perturbed is named first: ${quoted(meant)}`,
    label: "read as a perturbation",
    why: ["what perturbs a system, its own structures decide"],
  }),
  negation: ({ found, meant }) => ({
    message: `${quoted(found)} is written ${quoted(meant)}`,
    label: `${quoted(meant)} is meant`,
    help: [
      "of an operation one expects that it `occurs`, or `never occurs`; of a system that it `resonates`, or `stays indifferent`",
    ],
  }),
});

/** The parts that a channel could carry, of what is declared under the name found; undefined if nothing is. */
function ownerNamed(
  { found }: HabitFacts,
  { model }: CheckContext,
): { readonly parts: readonly string[] | undefined } {
  const system = model.systems.find(({ name }) => name === found);
  if (system !== undefined) return { parts: system.operations.map(({ name }) => `${found}.${name}`) };
  const environment = model.environments.find(({ name }) => name === found);
  if (environment === undefined) return { parts: undefined };
  const { quantities, events } = environment;
  return { parts: [...quantities, ...events].map(({ name }) => `${found}.${name}`) };
}

/** What has a value, of what is declared under the name found; undefined if nothing is. */
function valuesOf({ found }: HabitFacts, { model }: CheckContext): readonly string[] | undefined {
  const isIt = ({ name }: { readonly name: string }) => name === found;
  const values = model.systems.find(isIt)?.expectations ?? model.environments.find(isIt)?.quantities;
  return values?.map(({ name }) => `${found}.${name}`);
}

/** The parts of this name in full: of a system what a channel could carry, or else what it expects. */
export function fullNames(
  { found, habit }: HabitFacts,
  { model }: CheckContext,
  place: Place,
): readonly Fix[] {
  const isIt = ({ name }: { readonly name: string }) => name === found;
  const owners = [
    ...model.systems.filter(({ operations, expectations }) =>
      (habit === "half a source" ? operations : [...operations, ...expectations]).some(isIt),
    ),
    ...model.environments.filter(({ quantities, events }) => [...quantities, ...events].some(isIt)),
  ];
  return owners.slice(0, 3).map(({ name }) => ({
    title: `write ${quoted(`${name}.${found}`)}`,
    certain: owners.length === 1,
    edits: [{ place, text: `${name}.${found}` }],
  }));
}

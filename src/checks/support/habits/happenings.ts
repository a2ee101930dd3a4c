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

/** What has been meant, where only one thing of this name could be carried. */
export function fullSource(facts: HabitFacts, { model }: CheckContext, place: Place): readonly Fix[] {
  const { found } = facts;
  const owners = [
    ...model.systems.filter(({ operations }) => operations.some(({ name }) => name === found)),
    ...model.environments.filter(({ quantities, events }) =>
      [...quantities, ...events].some(({ name }) => name === found),
    ),
  ];
  return owners.slice(0, 3).map(({ name }) => ({
    title: `write ${quoted(`${name}.${found}`)}`,
    certain: owners.length === 1,
    edits: [{ place, text: `${name}.${found}` }],
  }));
}

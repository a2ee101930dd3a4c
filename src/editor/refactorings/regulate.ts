/*
 * In place of `steer`, which no system can do to another: a regulation along the couplings that there are, and its
 * application. Where there is no way, what would make one is offered.
 */
import { quoted } from "../../base/words.ts";
import type { CheckContext } from "../../checks/context.ts";
import { namesIn } from "../../checks/support/names.ts";
import { channelProposal } from "../../checks/support/new_coupling.ts";
import { factsOfSteering } from "../../checks/support/steering.ts";
import { everyStepOfModel, type StepOfKind } from "../../checks/support/steps.ts";
import { textAt } from "../../checks/support/edits.ts";
import type { Scenario } from "../../model/model.ts";
import { capital, crossingOf } from "./couple.ts";
import {
  isPointedAt,
  refused,
  type Asked,
  type Offer,
  type Refactoring,
  type Refused,
} from "./refactoring.ts";
import { contextOf, expectationRemoved, nothingNamed } from "./surroundings.ts";

export const regulate: Refactoring = {
  name: "regulate",
  title: "Turn `steer` into a regulation through the couplings there are",
  applies: "to `steer` in a scenario",
  usage: "FILE:LINE, or FILE SCENARIO",
  examples: ["niklas refactor regulate city.sys:60", "niklas refactor regulate city.sys decree"],
  kind: "rewrite",
  keepsRuns: false,
  find,
};

interface Steering {
  readonly scenario: Scenario;
  readonly step: StepOfKind<"steer">;
}

function find(asked: Asked): readonly Offer[] | Refused {
  const { study, words } = asked;
  const context = contextOf(study);
  const [wanted] = words;
  const scenarios = context.model.scenarios.map(({ name }) => name);
  if (wanted !== undefined && !scenarios.includes(wanted))
    return nothingNamed(wanted, scenarios, "among the scenarios");
  const all = [...everyStepOfModel(context)].flatMap(({ scenario, step }): readonly Steering[] =>
    step.kind === "steer" ? [{ scenario, step }] : [],
  );
  const meant = all
    .filter(({ scenario }) => wanted === undefined || scenario.name === wanted)
    .filter(({ step }) => isPointedAt(step.place, asked));
  if (meant.length === 0 && wanted !== undefined) return refused(`nothing is steered in ${quoted(wanted)}`);
  const [first] = meant;
  const offers = meant.flatMap((steering) => offersFor(steering, meant.length === 1, study.entry, context));
  return offers.length > 0 || first === undefined ? offers : whyNot(first, study.entry, context);
}

function offersFor(
  { scenario, step }: Steering,
  alone: boolean,
  file: string,
  context: CheckContext,
): readonly Offer[] {
  const { routes, fixes } = factsOfSteering(step, scenario, context);
  const words = alone && numberIn(scenario, context) === 1 ? [scenario.name] : [];
  const points = words.length > 0 ? "no" : "line";
  const [regulation] = routes.length === 0 ? [] : fixes;
  if (regulation !== undefined) {
    const expected = expectationRemoved(step, "direct_steering", context);
    return [
      {
        title: capital(regulation.title),
        place: step.place,
        words,
        points,
        preferred: false,
        edits: () => [...regulation.edits, ...expected],
      },
    ];
  }
  // A coupling is the first thing that is missing: with it there is a way.
  return (context.index.system(step.by.id)?.operations ?? []).slice(0, 1).flatMap((operation) => {
    if (step.by.id === step.part.owner) return [];
    const crossing = crossingOf(step.by.id, operation.name, step.part.owner, file, context);
    const proposal = channelProposal(crossing, context);
    return proposal === undefined
      ? []
      : [{ title: `No way leads there yet: ${proposal.title}`, place: step.place, words, points, preferred: false, edits: () => proposal.edits }]; // prettier-ignore
  });
}

function numberIn(scenario: Scenario, context: CheckContext): number {
  return [...everyStepOfModel(context)].filter(
    (one) => one.scenario === scenario && one.step.kind === "steer",
  ).length;
}

function whyNot({ step }: Steering, file: string, context: CheckContext): Refused {
  const names = namesIn(file, context);
  const [by, target] = [names(step.by.id), names(step.part.owner)];
  const part = quoted(textAt(step.part.place, context));
  if (by === target)
    return refused(`${quoted(by)} changes ${part} by its own programs alone`, "let one of them set it");
  if ((context.index.system(step.by.id)?.operations ?? []).length === 0)
    return refused(
      `no way leads from ${quoted(by)} to ${quoted(target)}, and ${quoted(by)} has no operation that could begin one`,
      `give it one: ${quoted(`niklas refactor add-operation ${file} ${by}.…`)}`,
    );
  return refused(`no way leads from ${quoted(by)} to ${part}`);
}

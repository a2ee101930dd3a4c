import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { Scenario } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { directionOf, knownInstitutions } from "./support/known_institutions.ts";
import { namesIn } from "./support/names.ts";
import { channelProposal } from "./support/new_coupling.ts";
import type { StepOfKind } from "./support/steps.ts";
import { everyStepOfModel } from "./support/steps.ts";
import type { PerturbationSide, UncoupledFacts } from "./support/uncoupled_words.ts";
import { wordsFor } from "./support/uncoupled_words.ts";
import { stepAlong, waysRound } from "./support/way_round.ts";

/** For so many findings ways are sought and channels proposed, each of which may look at all of the model. */
const mostAdvised = 100;

export const uncoupled_perturbation = defineCheck<UncoupledFacts>({
  name: "uncoupled_perturbation",
  severity: "error",
  group: "couplings",
  summary: "a perturbation that crosses a boundary without a coupling",
  fromAbsence: true,
  sources: ["Luhmann 1984, ch. 1", "Luhmann 1993, ch. 10", "Luhmann 1997, ch. 1"],

  *detect(context) {
    let found = 0;
    for (const { scenario, step } of everyStepOfModel(context)) {
      if (step.kind !== "perturb" || !isOperationOf(step, context)) continue;
      const carried = context.index
        .channelsFrom(step.source.id, step.operation.name)
        .some(({ channel }) => channel.target.owner === step.target.id);
      if (carried && step.source.id !== step.target.id) continue;
      found += 1;
      const facts = factsOf(step, scenario, context, found <= mostAdvised);
      yield { place: step.target.place, facts };
    }
  },

  words: wordsFor,

  fixes({ alongWays, stepPlace, proposal }) {
    const fixes: Fix[] = alongWays.slice(0, 1).map((text) => ({
      title: `take the way round: ${quoted(text)}`,
      certain: false,
      edits: [{ place: stepPlace, text }],
    }));
    return proposal === undefined ? fixes : [...fixes, proposal];
  },
});

/** What is not the source's own operation or event has been reported as `foreign_operation`. */
function isOperationOf({ source, operation }: StepOfKind<"perturb">, { index }: CheckContext): boolean {
  if (operation.owner !== source.id) return false;
  return (index.operation(source.id, operation.name) ?? index.event(source.id, operation.name)) !== undefined;
}

function factsOf(
  step: StepOfKind<"perturb">,
  scenario: Scenario,
  context: CheckContext,
  advised: boolean,
): UncoupledFacts {
  const { index } = context;
  const { source, target, operation } = step;
  const names = namesIn(step.place.file, context);
  const sideOf = (side: { readonly id: Id; readonly place: Place }): PerturbationSide => ({
    name: names(side.id),
    kind: index.environment(side.id) === undefined ? "system" : "environment",
    place: side.place,
  });
  const from = sideOf(source);
  const to = sideOf(target);
  const itself = source.id === target.id;
  const couplings = itself ? [] : index.couplingsBetween(source.id, target.id);
  const toward = couplings.map((coupling) => ({
    name: names(coupling.id),
    place: coupling.namePlace,
    carries: [
      ...new Set(
        coupling.channels
          .filter((channel) => channel.source.owner === source.id && channel.target.owner === target.id)
          .map((channel) => channel.source.name),
      ),
    ],
  }));
  const systemless = from.kind === "environment" && to.kind === "environment";
  const situation = itself
    ? "itself"
    : systemless
      ? "no system"
      : couplings.length === 0
        ? "uncoupled"
        : couplings.some((coupling) => coupling.channels.length > 0) &&
            toward.every((coupling) => coupling.carries.length === 0)
          ? "other direction"
          : "no channel";
  const round =
    itself || !advised
      ? { ways: [], more: 0, atLeast: false }
      : waysRound(source.id, target.id, operation.name, names, context);
  const own = index.environment(target.id)?.quantities ?? index.system(target.id)?.sensitivities ?? [];
  return {
    source: from,
    target: to,
    operation: operation.name,
    situation,
    couplings: toward,
    notices: own.map(({ name }) => ({
      name,
      by: [...new Set(index.channelsInto(target.id, name).map(({ coupling }) => names(coupling.id)))],
    })),
    round,
    alongWays: [...new Set(round.ways.flatMap((way) => stepAlong(way, step, names, context) ?? []))],
    institutions: itself
      ? []
      : knownInstitutions(source.id, target.id, context).map((institution) => ({
          name: institution.name,
          title: institution.title,
          carries: directionOf(institution, source.id, target.id, context)?.carries,
          condition: institution.condition,
          source: institution.source,
        })),
    stepPlace: { ...step.place, start: step.keywordPlace.start },
    proposal:
      itself || systemless || !advised
        ? undefined
        : channelProposal(
            {
              from: { id: source.id, name: from.name },
              to: { id: target.id, name: to.name },
              operation: operation.name,
              file: scenario.place.file,
            },
            context,
          ),
  };
}

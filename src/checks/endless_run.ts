import { laterOf } from "../base/later.ts";
import type { Place } from "../base/place.ts";
import { counted, listed, quoted } from "../base/words.ts";
import type { Scenario } from "../model/model.ts";
import { defineCheck } from "./context.ts";
import type { Restless } from "../flow/restless.ts";
import { restless } from "../flow/restless.ts";
import { triggerText } from "./support/programs.ts";
import { everyStep, everyStepOfModel } from "./support/steps.ts";

interface Facts {
  /** What never rests. */
  readonly restless: readonly Restless[];
  /** How many steps other runs take, or a first guess. */
  readonly count: number;
  readonly runPlace: Place;
}

const firstGuess = 10;

export const endless_run = defineCheck<Facts>({
  name: "endless_run",
  severity: "error",
  group: "scenarios",
  summary: "a bare `run` in a model that never comes to rest",
  sources: [],
  blindToNumbers: true,

  *detect(context) {
    const causes = restless(context.model);
    if (causes.length === 0) return;
    const countIn = laterOf(countElsewhere);
    for (const { scenario, step } of everyStepOfModel(context)) {
      if (step.kind !== "run" || step.count !== undefined || step.until !== undefined) continue;
      const count = countIn(scenario) ?? firstGuess;
      yield { place: step.place, facts: { restless: causes, count, runPlace: step.place } };
    }
  },

  words({ restless: causes, count }) {
    const names = listed(causes.slice(0, 3).map(({ name }) => quoted(name)));
    return {
      message: `this \`run\` would never end: ${names} never ${causes.length === 1 ? "rests" : "rest"}`,
      label: "a bare `run` ends when nothing happens any more",
      related: causes.slice(0, 3).map(({ trigger, name, place }) => ({
        place,
        message:
          trigger !== undefined
            ? `${quoted(name)} decides on ${quoted(triggerText(trigger))}`
            : `${quoted(name)} moves at random in each step`,
      })),
      why: [
        "where something happens in every step of itself, the model has no state of rest, and only the observer can say when to stop looking",
      ],
      help: [
        `say how long: \`run ${counted(count, "step")}\`, or \`run until … at most ${counted(count, "step")}\``,
      ],
    };
  },

  fixes({ count, runPlace }) {
    const text = `run ${counted(count, "step")}`;
    return [{ title: `write ${quoted(text)}`, certain: false, edits: [{ place: runPlace, text }] }];
  },
});

/** How long the scenario runs where it says so. */
function countElsewhere({ block }: Scenario): number | undefined {
  for (const step of everyStep(block)) {
    if (step.kind === "run" && step.count !== undefined && step.until === undefined) return step.count;
  }
  return undefined;
}

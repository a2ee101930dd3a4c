import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Expression } from "../model/expression.ts";
import type { Outcome, Scenario, Step } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import type { Course } from "./support/course.ts";
import { stepsInCourse } from "./support/course.ts";
import { quotedText } from "./support/edits.ts";
import { everyExpression } from "./support/expressions.ts";
import { before, indentationOf } from "./support/insertion.ts";
import { restless } from "./support/restless.ts";

interface Facts {
  /** What was done last, to which nobody can have answered yet; undefined if nothing has been done or run at all. */
  readonly act: { readonly text: string; readonly place: Place } | undefined;
  /** The `run` that comes after the expectation, and too late for it. */
  readonly later: Place | undefined;
  /** `run`, or, in a model that never rests, `run 10 steps`. */
  readonly run: string;
  readonly stepPlace: Place;
}

export const expect_before_run = defineCheck<Facts>({
  name: "expect_before_run",
  severity: "warning",
  group: "scenarios",
  summary: "an expectation about answers, with no `run` since the last act",
  fromAbsence: true,
  sources: ["Luhmann 1984, ch. 1"],

  *detect(context) {
    const run = restless(context).length > 0 ? "run 10 steps" : "run";
    for (const scenario of context.model.scenarios) yield* findings(scenario, run, context);
  },

  words({ act, later, run }) {
    return {
      message:
        act === undefined
          ? "this asks for an answer before anything has run"
          : `this asks for an answer to ${act.text} before anybody can have given one`,
      label: "no step has been taken since then",
      related: [
        ...(act === undefined ? [] : [{ place: act.place, message: "this has only just happened" }]),
        ...(later === undefined ? [] : [{ place: later, message: "the steps are taken only here" }]),
      ],
      why: [
        "all systems operate at the same time, and none sees the present of another: an answer comes one step later at the earliest (Luhmann 1984, ch. 1)",
      ],
      help: [
        later === undefined
          ? `write ${quoted(run)} before it`
          : `write it after the ${quoted("run")}, or ${quoted(run)} before it`,
      ],
    };
  },

  fixes({ later, run, stepPlace }, context) {
    return [
      {
        title: `${quoted(run)} before it`,
        // Where a run follows, the two may only stand in the wrong order; and how long to run is the modeller's.
        certain: later === undefined && run === "run",
        edits: [{ place: before(stepPlace), text: `${run}\n${indentationOf(stepPlace, context)}` }],
      },
    ];
  },
});

/** Whether something is waiting for its answer, and what; and whether any step has been taken. */
interface Waiting {
  readonly act: Step | undefined;
  readonly hasRun: boolean;
}

const waiting: Course<Waiting> = {
  start: { act: undefined, hasRun: false },
  after: (state, step) => {
    if (step.kind === "run") return { act: undefined, hasRun: true };
    return isAct(step) ? { act: step, hasRun: state.hasRun } : state;
  },
  // Only what waits in every course is sure to wait.
  joined: (states) => ({
    act: states.every(({ act }) => act !== undefined) ? states.at(-1)?.act : undefined,
    hasRun: states.some(({ hasRun }) => hasRun),
  }),
};

function isAct({ kind }: Step): boolean {
  return kind === "emits" || kind === "perturb" || kind === "change" || kind === "apply";
}

function* findings(scenario: Scenario, run: string, context: CheckContext) {
  const { steps } = stepsInCourse(scenario, waiting, context);
  let reported: Waiting | undefined;
  for (const [position, { step, state }] of steps.entries()) {
    if (step.kind !== "expect" || !asksForAnswer(step.outcome, state)) continue;
    // What is expected together is mended together.
    if (state === reported) continue;
    reported = state;
    const following = steps
      .slice(position + 1)
      .find(({ step: next }) => next.kind === "run" || isAct(next))?.step;
    const { act } = state;
    const facts: Facts = {
      act: act && { text: quotedText(act.place, context), place: act.place },
      later: following?.kind === "run" ? following.place : undefined,
      run,
      stepPlace: step.place,
    };
    yield { place: step.outcome.place, facts };
  }
}

function asksForAnswer(outcome: Outcome, { act, hasRun }: Waiting): boolean {
  if (act === undefined && hasRun) return false;
  switch (outcome.kind) {
    case "resonates":
    case "stays indifferent":
    case "designates":
    case "verdict":
      return true;
    case "occurs":
      return outcome.of.kind === "operation" && !isDoneBy(act, outcome.of);
    case "condition":
      return act !== undefined && [...everyExpression(outcome.condition)].some(isOfSystem);
  }
}

/** What the scenario does itself has happened at once. */
function isDoneBy(act: Step | undefined, of: { readonly owner: string; readonly name: string }): boolean {
  if (act?.kind === "apply") return true;
  if (act?.kind !== "emits" && act?.kind !== "perturb") return false;
  return act.operation.owner === of.owner && act.operation.name === of.name;
}

function isOfSystem({ kind }: Expression): boolean {
  return kind === "expectation" || kind === "designated";
}

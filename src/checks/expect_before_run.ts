import { later } from "../base/later.ts";
import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Expression } from "../model/expression.ts";
import type { Outcome, Step } from "../model/model.ts";
import type { Id, PartRef } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import type { Course, StepInCourse } from "./support/course.ts";
import { everyCourse } from "./support/course.ts";
import { quotedText } from "./support/edits.ts";
import { everyExpression } from "../model/expression_parts.ts";
import type { Growing } from "./support/growing.ts";
import { grown, holds, nothingYet, union } from "./support/growing.ts";
import { before, indentationOf } from "./support/insertion.ts";
import { operationKey } from "./support/occasions.ts";
import { restless } from "../flow/restless.ts";
import { movedAfter } from "./support/moved_step.ts";

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
  blindToNumbers: true,

  *detect(context) {
    const run = restless(context.model).length > 0 ? "run 10 steps" : "run";
    for (const { own, steps } of everyCourse(waitingIn(context), context)) {
      if (own) yield* findings(steps, run, context);
    }
  },

  words({ act, later: laterRun, run }) {
    return {
      message:
        act === undefined
          ? "this asks for an answer before anything has run"
          : `this asks for an answer to ${act.text} before anybody can have given one`,
      label: "no step has been taken since then",
      related: [
        ...(act === undefined ? [] : [{ place: act.place, message: "this has only just happened" }]),
        ...(laterRun === undefined ? [] : [{ place: laterRun, message: "the steps are taken only here" }]),
      ],
      why: [
        "all systems operate at the same time, and none sees the present of another: an answer comes one step later at the earliest (Luhmann 1984, ch. 1)",
      ],
      help: [
        laterRun === undefined
          ? `write ${quoted(run)} before it`
          : `write it after the ${quoted("run")}, or ${quoted(run)} before it`,
      ],
    };
  },

  fixes({ later: laterRun, run, stepPlace }, context) {
    const moved = laterRun && movedAfter(stepPlace, laterRun, context);
    return [
      ...(moved === undefined || laterRun === undefined
        ? []
        : [{ title: `write it after ${quotedText(laterRun, context)}`, certain: false, edits: moved }]),
      {
        title: `${quoted(run)} before it`,
        // Where a run follows, the two may only stand in the wrong order; and how long to run is the modeller's.
        certain: laterRun === undefined && run === "run",
        edits: [{ place: before(stepPlace), text: `${run}\n${indentationOf(stepPlace, context)}` }],
      },
    ];
  },
});

/** What has been done since the last step was taken. */
interface Acts {
  readonly last: Step;
  /** The operations and events that it let happen, by their keys. */
  readonly done: Growing<string>;
}

/** What waits for its answer, and whether any step has been taken. */
interface Waiting {
  readonly acts: Acts | undefined;
  readonly hasRun: boolean;
  /** The regulations that can have been applied. */
  readonly applied: Growing<Id>;
}

function waitingIn({ index }: CheckContext): Course<Waiting> {
  const done = (step: Step, before: Growing<string>): Growing<string> => {
    const operation = operationOf(step, index);
    return operation === undefined ? before : grown(before, operationKey(operation.owner, operation.name));
  };
  return {
    start: { acts: undefined, hasRun: false, applied: nothingYet() },
    after: (state, step) => {
      if (step.kind === "run") return { ...state, acts: undefined, hasRun: true };
      if (!isAct(step)) return state;
      const acts = { last: step, done: done(step, state.acts?.done ?? nothingYet()) };
      const { applied } = state;
      return {
        ...state,
        acts,
        applied: step.kind === "apply" ? grown(applied, step.regulation.id) : applied,
      };
    },
    // Only what waits in every course is sure to wait.
    joined: (states) => ({
      acts: states.every(({ acts }) => acts !== undefined) ? states.at(-1)?.acts : undefined,
      hasRun: states.some(({ hasRun }) => hasRun),
      applied: union(states.map(({ applied }) => applied)),
    }),
  };
}

function isAct({ kind }: Step): boolean {
  return kind === "emits" || kind === "perturb" || kind === "change" || kind === "apply";
}

function* findings(steps: readonly StepInCourse<Waiting>[], run: string, context: CheckContext) {
  const next = later(() => nextActs(steps));
  let reported: Waiting | undefined;
  for (const [position, { step, state }] of steps.entries()) {
    if (step.kind !== "expect" || !asksForAnswer(step.outcome, state)) continue;
    // What is expected together is mended together.
    if (state === reported) continue;
    reported = state;
    const following = next()[position];
    const act = state.acts?.last;
    const facts: Facts = {
      act: act && { text: quotedText(act.place, context), place: act.place },
      later: following?.kind === "run" ? following.place : undefined,
      run,
      stepPlace: step.place,
    };
    yield { place: step.outcome.place, facts };
  }
}

/** For each step the next one in which something is done, or steps are taken. */
function nextActs(steps: readonly StepInCourse<Waiting>[]): readonly (Step | undefined)[] {
  const following: (Step | undefined)[] = [];
  let next: Step | undefined;
  for (let position = steps.length - 1; position >= 0; position -= 1) {
    following[position] = next;
    const step = steps[position]?.step;
    if (step !== undefined && (step.kind === "run" || isAct(step))) next = step;
  }
  return following;
}

function asksForAnswer(outcome: Outcome, { acts, hasRun, applied }: Waiting): boolean {
  if (acts === undefined && hasRun) return false;
  switch (outcome.kind) {
    case "resonates":
    case "stays indifferent":
    case "designates":
      return true;
    case "verdict":
      // Of a regulation that has not been applied `regulation_not_applied` speaks.
      return holds(applied, outcome.regulation.id);
    case "occurs":
      return outcome.of.kind === "operation" && !isAmong(outcome.of, acts);
    case "condition":
      return acts !== undefined && [...everyExpression(outcome.condition)].some(isOfSystem);
  }
}

/** What the scenario does itself has happened at once. */
function isAmong({ owner, name }: PartRef, acts: Acts | undefined): boolean {
  return acts !== undefined && holds(acts.done, operationKey(owner, name));
}

function operationOf(step: Step, index: CheckContext["index"]): PartRef | undefined {
  switch (step.kind) {
    case "emits":
    case "perturb":
      return step.operation;
    case "apply":
      return index.regulation(step.regulation.id)?.start?.operation;
    default:
      return undefined;
  }
}

function isOfSystem({ kind }: Expression): boolean {
  return kind === "expectation" || kind === "designated";
}

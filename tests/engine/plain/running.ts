/* `run` in all its forms: LANGUAGE.md, "Scenario steps". */
import type { RunEnd } from "../../../src/engine/trace.ts";
import type { Model, Step } from "../../../src/model/model.ts";
import { drawsSomewhere } from "./evaluate.ts";
import { holds } from "./outcome.ts";
import { head, violate, write } from "./run.ts";
import type { Run } from "./run.ts";
import { isAtRest, takeStep } from "./step.ts";

/** "(if there is none within 1,000 steps: the error `never_settles`)" */
const settling = 1000;

export function* carryOutRun(
  run: Run,
  { count, until }: Extract<Step, { kind: "run" }>,
  path: string,
): Generator<void, void> {
  const number = run.stepsOfRuns.length;
  run.stepsOfRuns.push(0);
  const about = run.scenario.name;
  const taken = (): number => run.stepsOfRuns[number] ?? 0;

  if (count === undefined && neverRests(run.model)) return end("endless");
  if (run.prescribedSteps[number] !== undefined) {
    // What is prescribed may still grow: it is asked each time.
    while (taken() < (run.prescribedSteps[number] ?? 0)) yield* oneMore();
    return end("count");
  }
  if (count === undefined) {
    // "`run` takes at least one step and ends with the first in which no operation took place and no quantity changed …"
    while (taken() < settling) {
      yield* oneMore();
      if (isAtRest(run)) return end("rest");
    }
    violate(run, "never_settles", about);
    return end("unsettled");
  }
  if (until === undefined) {
    while (taken() < count) yield* oneMore();
    return end("count");
  }
  // "takes steps while `e` does not hold (perhaps none), at most N; not getting there is no error"
  for (;;) {
    if (holds(run, until, about)) return end("until");
    if (taken() >= count) return end("count");
    yield* oneMore();
  }

  function* oneMore(): Generator<void, void> {
    // "before the first step and at the end of every step"
    if (run.acted) lookAt(run);
    takeStep(run);
    run.stepsOfRuns[number] = taken() + 1;
    yield;
    lookAt(run);
  }

  function end(ended: RunEnd): void {
    write(run, { ...head(run, undefined), kind: "run", path, steps: taken(), ended });
  }
}

/** A moment at which properties are looked at. */
export function lookAt(run: Run): void {
  run.acted = false;
  run.observer?.moment();
}

/** "In a model where something is `on every`, or a `becomes` draws random numbers, a bare `run` is the error `endless_run`." */
function neverRests({ systems, environments }: Model): boolean {
  const every = systems.some(({ programs }) =>
    programs.some(({ triggers }) => triggers.some(({ kind }) => kind === "every")),
  );
  const draws = environments.some(({ quantities }) =>
    quantities.some(({ becomes }) => becomes !== undefined && drawsSomewhere(becomes)),
  );
  return every || draws;
}

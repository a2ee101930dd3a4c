/* Plays one scenario to its end, and gathers what came of it. */
import { contains, type Place } from "../base/place.ts";
import type { NamedValue, Verdict } from "../diagnostics/run_facts.ts";
import type { Expression } from "../model/expression.ts";
import type { ExpectedViolation, Scenario } from "../model/model.ts";
import type { CompiledModel } from "./compiled.ts";
import { Course, type CourseOptions } from "./course.ts";
import type { Read } from "./frame.ts";
import { isSo } from "./outcome.ts";
import { monitorOf, type PropertyViolation, type RunProperty } from "./properties.ts";
import { kinds } from "./recorder.ts";
import { compileScenario, type CompiledScenario, type CompiledStep } from "./scenario.ts";
import { valuesOf } from "./shown.ts";
import { rootOf } from "./streams.ts";
import { verdictsOf, type Assessment } from "./verdicts.ts";
import { Broken, type Violation } from "./violations.ts";

export interface PlayOptions {
  /** Wins over the seed that the scenario says. */
  readonly seed?: number | undefined;
  readonly traced: boolean;
  readonly recorder?: CourseOptions["recorder"];
  readonly shortcuts?: CourseOptions["shortcuts"];
  readonly choose?: CourseOptions["choose"];
  readonly budgets?: CourseOptions["budgets"];
  readonly varied?: CourseOptions["varied"];
  readonly decide?: CourseOptions["decide"];
  readonly decideBeside?: CourseOptions["decideBeside"];
  /** Properties to hold against the run. */
  readonly properties?: readonly RunProperty[];
  /** Called after each step; what it throws ends the run. */
  readonly checkpoint?: (() => void) | undefined;
}

/** An expectation of the modeller, and what became of it. */
export interface Expected {
  readonly step: Extract<CompiledStep, { kind: "expect" }>;
  readonly holds: boolean;
  /** The step of the run in which it was looked at, and how many records the trace had then. */
  readonly at: number;
  readonly records: number;
  /** What it had to do with: what a condition that does not hold read; what was counted, designated, found of a regulation. */
  readonly values: readonly NamedValue[];
  readonly counted: number | undefined;
  readonly designated: string | undefined;
  readonly assessment: Assessment | undefined;
}

/** What the modeller expects to go wrong, and that was passed on the way. */
export interface AwaitedViolation {
  readonly violation: ExpectedViolation;
  /** The step of the run in which it was passed first, and how many expectations had been looked at then. */
  readonly at: number;
  readonly after: number;
  /** Whether it went wrong in the run; a check may have found it before. */
  readonly met: boolean;
}

export interface Played {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly course: Course;
  readonly expectations: readonly Expected[];
  readonly awaited: readonly AwaitedViolation[];
  /** On the regulations applied, at the end. */
  readonly verdicts: readonly Assessment[];
  readonly properties: readonly PropertyViolation[];
  /** Whether a limit of the tool ended the run. */
  readonly broken: boolean;
}

/** What was expected to go wrong, was passed on the way, and did not in the run. */
export function missingIn({ awaited }: Pick<Played, "awaited">): readonly ExpectedViolation[] {
  return awaited.flatMap(({ violation, met }) => (met ? [] : [violation]));
}

/** Prepares scenarios of a model; each is made ready once. */
export function scenariosOf(compiled: CompiledModel): (scenario: Scenario) => CompiledScenario {
  const known = new Map<Scenario, CompiledScenario>();
  return (scenario) => {
    let ready = known.get(scenario);
    if (ready === undefined) known.set(scenario, (ready = compileScenario(compiled, scenario)));
    return ready;
  };
}

/** What the modeller expects to go wrong in the step that a course is carrying out, or in a block around it. */
export function expectedIn(course: Course, check: string): readonly ExpectedViolation[] {
  const during = course.current?.step.place;
  if (during === undefined) return [];
  return course.compiled.model.expectedViolations.filter(
    (each) => each.check.text === check && each.scope.file === during.file && contains(each.scope, during),
  );
}

/** Plays a scenario. Whatever the model says, nothing is thrown but what `checkpoint` throws. */
export function play(compiled: CompiledModel, scenario: CompiledScenario, options: PlayOptions): Played {
  const playing = startPlaying(compiled, scenario, options);
  while (playing.advance());
  return playing.result();
}

/** A scenario that is played as far as somebody wants. */
export interface Playing {
  readonly course: Course;
  /** Goes on to the next step of the run or of the scenario; false when it is over. */
  readonly advance: () => boolean;
  /** What came of it so far; at the end, of all. */
  readonly result: () => Played;
}

export function startPlaying(
  compiled: CompiledModel,
  scenario: CompiledScenario,
  options: PlayOptions,
): Playing {
  const { traced, recorder, shortcuts, choose, budgets, varied, decide, decideBeside, checkpoint } = options;
  const seed = options.seed ?? scenario.seed;
  const expectations: Expected[] = [];
  const met = new Set<ExpectedViolation>();
  const readings = new Map<CompiledStep, readonly Read[]>();
  const passed = new Map<ExpectedViolation, Pick<AwaitedViolation, "at" | "after">>();
  const monitors = (options.properties ?? []).map((each) => monitorOf(compiled, each));
  let broken = false;
  let over = false;

  const course: Course = new Course(
    compiled,
    scenario,
    { root: rootOf(seed), traced, recorder, shortcuts, choose, budgets, varied, decide, decideBeside },
    {
      moment: () => {
        for (const monitor of monitors) monitor.look(course, verdict);
      },
      expect: (step) => expectations.push(lookAtExpectation(step)),
      expectViolation: pass,
      isExpected,
    },
  );
  const verdicts = verdictsOf(course);
  const verdict = (id: string): Verdict => verdicts.on(id) ?? "ineffective";

  /** Whether an `expect violation` speaks of the step that is being carried out, or of a block around it. */
  function isExpected({ check }: Pick<Violation, "check">): boolean {
    const found = expectedIn(course, check);
    for (const each of found) met.add(each);
    return found.length > 0;
  }

  /** What an expectation reads: it may stand where something is repeated. */
  function readsOf(step: CompiledStep, condition: Expression): readonly Read[] {
    let reads = readings.get(step);
    if (reads === undefined) readings.set(step, (reads = compiled.observer.reads(condition)));
    return reads;
  }

  function pass({ place }: { readonly place: Place }): void {
    const violation = compiled.model.expectedViolations.find((each) => each.place === place);
    if (violation === undefined || passed.has(violation)) return;
    passed.set(violation, { at: course.state.step, after: expectations.length });
  }

  function lookAtExpectation(step: Expected["step"]): Expected {
    const { state, reporter, recorder } = course;
    const { outcome } = step.outcome;
    const { layout } = compiled;
    let holds = false;
    try {
      holds = isSo(step.outcome, state, verdict);
    } catch (error) {
      const attempt = { what: "expectation", name: scenario.scenario.name, prevented: "condition" } as const;
      reporter.faulted(error, state, outcome.place, attempt, -1);
    }
    const records = recorder?.count ?? 0;
    recorder?.begin(kinds.expect, -1, course.numberOf(step));
    recorder?.add(holds ? 1 : 0);
    return {
      step,
      holds,
      at: state.step,
      records,
      values:
        outcome.kind === "condition" && !holds
          ? valuesOf(readsOf(step, outcome.condition), state, layout.words)
          : [],
      counted: outcome.kind === "occurs" ? state.counts[layout.counter(outcome.of)] : undefined,
      designated:
        outcome.kind === "designates"
          ? layout.words.word(state.designated[layout.system(outcome.system.id)] ?? -1)
          : undefined,
      assessment: outcome.kind === "verdict" ? verdicts.assess(outcome.regulation.id) : undefined,
    };
  }

  function advance(): boolean {
    if (over) return false;
    checkpoint?.();
    try {
      if (course.advance()) return true;
      for (const monitor of monitors) monitor.end(course);
    } catch (error) {
      breakOff(error);
    }
    over = true;
    return false;
  }

  function breakOff(error: unknown): void {
    if (!(error instanceof Broken)) throw error;
    broken = true;
    over = true;
    const { budget, most, without } = error;
    const place = course.current?.step.place ?? scenario.scenario.namePlace;
    const { step } = course.state;
    try {
      course.reporter.report({ check: "budget_exceeded", step, place, cause: -1, budget, most, without });
    } catch (full) {
      // The trace has no room for it; it has been noted all the same.
      if (!(full instanceof Broken)) throw full;
    }
  }

  /** At the present moment, on each regulation that has been applied; none of a run that a limit has ended. */
  function assessed(): Played["verdicts"] {
    if (broken) return [];
    try {
      return [...course.applied].flatMap((id) => verdicts.assess(id) ?? []);
    } catch (error) {
      breakOff(error);
      return [];
    }
  }

  function result(): Played {
    const verdictsNow = assessed();
    return {
      scenario: scenario.scenario,
      seed,
      course,
      expectations,
      awaited: [...passed].map(([violation, when]) => ({ violation, ...when, met: met.has(violation) })),
      verdicts: verdictsNow,
      properties: monitors.flatMap((monitor) => monitor.violation() ?? []),
      broken,
    };
  }

  return { course, advance, result };
}

/* One run of a scenario, and what came of it, in data and in words. */
import type { Place } from "../base/place.ts";
import { describeRun } from "../checks/describe_run.ts";
import type { Severities } from "../checks/describe.ts";
import type { Diagnostic, Silenced } from "../diagnostics/diagnostic.ts";
import type { NamedValue, Verdict } from "../diagnostics/run_facts.ts";
import { entriesOf } from "../engine/decode.ts";
import type { Aimed } from "../engine/aim.ts";
import { findingsOf } from "../engine/inquiry/findings.ts";
import { textAt } from "../engine/inquiry/inquiry.ts";
import { missingIn, startPlaying, type Played, type PlayOptions } from "../engine/play.ts";
import { runProperties } from "../engine/properties.ts";
import type { Trace, ValueOf } from "../engine/trace.ts";
import { shownValue } from "../engine/values.ts";
import type { Assessment, Side } from "../engine/verdicts.ts";
import type { Type } from "../model/expression.ts";
import { checkpointOf, type Interruptible } from "./interruptible.ts";
import { decidedBy } from "./choices.ts";
import { scenarioNamed, type Prepared } from "./prepared.ts";
import { turnOfOthers } from "./turns.ts";

export interface RunBudget {
  /** Steps of the run. */
  readonly steps?: number;
  /** Operations, events and irritations in all. */
  readonly events?: number;
  /** Entries of the trace. */
  readonly entries?: number;
}

export interface RunOptions extends Interruptible {
  /**
   * What is decided of all that is left open, in order; what comes after is drawn. The properties of the model are held against
   * such a run. Throws `UnfittingChoices`.
   */
  readonly choices?: readonly number[] | undefined;
  /** The name of the scenario; a model with a single one needs none. */
  readonly scenario?: string | undefined;
  /** Wins over the seed that the scenario says. */
  readonly seed?: number | undefined;
  /** A run that goes beyond it is broken off, at the same place everywhere; see `limits` for the most that can be. */
  readonly budget?: RunBudget | undefined;
  /** Without a trace a run is faster, and nothing can be said of causes. With one, if it is not said. */
  readonly traced?: boolean | undefined;
  /** Severities other than the checks' own, as for `check`. */
  readonly severities?: Severities | undefined;
}

export interface ExpectationResult {
  /** As written: `economy resonates to credit_cost`, `violation direct_steering`. */
  readonly text: string;
  readonly place: Place;
  readonly step: number;
  readonly holds: boolean;
}

export interface AimResult {
  readonly holds: boolean;
  /** Of an aim that compares two numbers: how far they lie apart. */
  readonly distance: number | undefined;
  /** The same as it is shown to people: `5`, `5%`. */
  readonly off: string | undefined;
  /** What the aim reads. */
  readonly values: readonly NamedValue[];
}

export interface VerdictResult {
  readonly regulation: string;
  readonly place: Place;
  readonly verdict: Verdict;
  /** As written; undefined if the regulation has none. */
  readonly aim: string | undefined;
  readonly withIt: AimResult | undefined;
  readonly without: AimResult | undefined;
}

export interface RunResult {
  readonly scenario: string;
  readonly label: string | undefined;
  readonly seed: number;
  /** The number of the step reached. */
  readonly steps: number;
  /** Whether a limit or the budget ended it before its end. */
  readonly broken: boolean;
  readonly expectations: readonly ExpectationResult[];
  /** On each regulation that was applied, at the end. */
  readonly verdicts: readonly VerdictResult[];
  /** The expectations of systems and the quantities, as they are at the end. */
  readonly values: readonly ValueOf[];
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
  /** What happened, entry by entry; empty if no trace was kept. */
  readonly trace: () => Trace;
  /** The run itself, for `why` and for reports. */
  readonly played: Played;
  /** Whether a trace was kept: without one there is no story, and nothing can be said of causes. */
  readonly traced: boolean;
  readonly prepared: Prepared;
}

/**
 * Plays a scenario to its end. Whatever the model says, nothing is thrown; what goes wrong is among the diagnostics.
 * Throws `UnknownScenario`, an error if the model has errors, `RangeError` for a seed or a budget that is none, and the reason of
 * `signal` or what `checkpoint` throws.
 */
export function run(prepared: Prepared, options: RunOptions = {}): RunResult {
  const scenario = scenarioNamed(prepared.checked.model, options.scenario);
  const chosen = playOptions(prepared, options);
  const playing = startPlaying(prepared.compiled(), prepared.compiledScenario(scenario), chosen);
  while (playing.advance());
  const played = playing.result();
  if (!played.broken) chosen.over?.();
  return resultOf(prepared, played, options);
}

/** So many steps are taken in a turn, if nothing else is said; a turn in which so much happens ends before. */
const usualTurn = 1_000;
const eventsOfTurn = 200_000;

/**
 * The same in turns, between which others get theirs: for a server or a page that goes on answering meanwhile, and that may
 * end the run by its `signal`. `turn`: how many steps are taken at a time.
 */
export async function runInTurns(
  prepared: Prepared,
  options: RunOptions & { readonly turn?: number } = {},
): Promise<RunResult> {
  const { turn = usualTurn } = options;
  const scenario = scenarioNamed(prepared.checked.model, options.scenario);
  const playing = startPlaying(
    prepared.compiled(),
    prepared.compiledScenario(scenario),
    playOptions(prepared, options),
  );
  const { state } = playing.course;
  let [taken, happened] = [0, state.events];
  while (playing.advance()) {
    taken += 1;
    if (taken < turn && state.events - happened < eventsOfTurn) continue;
    await turnOfOthers();
    [taken, happened] = [0, state.events];
  }
  return resultOf(prepared, playing.result(), options);
}

export function playOptions(
  prepared: Prepared,
  options: RunOptions,
): PlayOptions & { readonly over?: () => void } {
  const { seed, budget = {} } = options;
  if (seed !== undefined && !isCount(seed))
    throw new RangeError(`a seed is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, not ${seed}`);
  for (const [what, most] of Object.entries(budget))
    if (most !== undefined && !(most >= 0)) throw new RangeError(`a budget of ${most} ${what} is none`);
  return {
    seed: options.seed,
    traced: options.traced ?? true,
    shortcuts: prepared.shortcuts(),
    budgets: options.budget,
    checkpoint: checkpointOf(options),
    ...(options.choices && {
      ...decidedBy(options.choices),
      properties: runProperties(prepared.checked.model),
    }),
  };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

export function resultOf(
  prepared: Prepared,
  played: Played,
  options: Pick<RunOptions, "severities"> & Interruptible,
): RunResult {
  const { checked } = prepared;
  const { scenario, seed, course } = played;
  const problems = findingsOf(checked, played, checkpointOf(options));
  const { diagnostics, silenced } = describeRun(
    checked,
    { problems, missing: missingIn(played) },
    options.severities,
  );
  return {
    scenario: scenario.name,
    label: scenario.label,
    seed,
    steps: course.state.step,
    broken: played.broken,
    expectations: expectationResults(prepared, played),
    verdicts: played.verdicts.map((assessment) => verdictResult(prepared, assessment)),
    values: course.presentValues(),
    diagnostics,
    silenced,
    trace: () => traceOf(prepared, played),
    played,
    traced: course.recorder !== undefined,
    prepared,
  };
}

/** What the modeller expects, in the order in which the scenario came to it. */
function expectationResults(
  { checked }: Prepared,
  { expectations, awaited }: Played,
): readonly ExpectationResult[] {
  const looked = expectations.map(({ step, holds, at }) => ({
    text: textAt(checked.sources, step.place),
    place: step.place,
    step: at,
    holds,
  }));
  const inOrder = [...looked.keys(), looked.length].flatMap((order) => [
    ...awaited
      .filter(({ after }) => after === order)
      .map(({ violation, at, met }) => ({
        text: `violation ${violation.check.text}`,
        place: violation.place,
        step: at,
        // What the check has found is not found again in a run.
        holds: met || checked.met.has(violation),
      })),
    looked[order] ?? [],
  ]);
  return inOrder.flat();
}

function verdictResult(
  { checked, compiled }: Prepared,
  { regulation, verdict, withIt, without }: Assessment,
): VerdictResult {
  return {
    regulation: compiled().layout.nameOf(regulation.id),
    place: regulation.namePlace,
    verdict,
    aim: regulation.aim && textAt(checked.sources, regulation.aim.place),
    withIt: withIt && aimResult(withIt),
    without: without && aimResult(without),
  };
}

function aimResult({ aimed, values }: Side): AimResult {
  const distance = distanceOf(aimed);
  const off = distance === undefined ? undefined : shownValue(distance, typeOfDistance(aimed));
  return { holds: aimed.holds, distance, off, values };
}

/** Unlike units are never added: only an aim that is one comparison has a distance. */
function distanceOf(aimed: Aimed): number | undefined {
  const apart = aimed.kind === "numbers" ? aimed.sides?.apart : undefined;
  return Number.isFinite(apart) ? apart : undefined;
}

/** In percent, if one of the two numbers is. */
function typeOfDistance({ aim: { expression } }: Aimed): Type | undefined {
  if (expression.kind !== "comparison") return undefined;
  const sides = [expression.left.type, expression.right.type];
  return sides.find((type) => type.kind === "number" && type.percent === true);
}

function traceOf({ checked }: Prepared, { scenario, seed, course }: Played): Trace {
  return {
    version: 1,
    model: checked.model.name,
    scenario: scenario.name,
    seed,
    initial: course.initialValues(),
    entries: entriesOf(course),
  };
}

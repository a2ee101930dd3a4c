/*
 * A plain interpreter of the language, to hold the engine against: LANGUAGE.md, section 4, sentence by sentence, over Maps
 * and lists, with nothing done for speed.
 */
import type { Trace } from "../../../src/engine/trace.ts";
import type { Value } from "../../../src/engine/values.ts";
import type { Model, Regulation, Scenario } from "../../../src/model/model.ts";
import type { Verdict } from "../../../src/syntax/tree.ts";
import { seedOf } from "./assumptions.ts";
import { look, watched } from "./properties.ts";
import { traceOf } from "./run.ts";
import type { Run } from "./run.ts";
import { lookAt } from "./running.ts";
import { begin, carryOutScenario } from "./scenario.ts";
import { verdictOn } from "./verdict.ts";

export interface PlainOptions {
  readonly seed?: number;
  /** The branches to take for the first `either`s, in order; after that by the seed. */
  readonly choices?: readonly number[];
  /** The regulation whose `apply` is left out. */
  readonly without?: string;
  /** How many steps each `run` takes, in order. */
  readonly stepsOfRuns?: readonly number[];
}

export interface PlainRun {
  readonly trace: Trace;
  readonly seed: number;
  readonly stepsOfRuns: readonly number[];
  readonly expectations: readonly { readonly path: string; readonly holds: boolean }[];
  /** By `owner.name`, at the end. */
  readonly values: ReadonlyMap<string, Value>;
  /** By the id of a regulation, at the end of the scenario: of every regulation applied. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** By name: whether `always`, `never`, `eventually`, `after` held in this run. */
  readonly properties: ReadonlyMap<string, boolean>;
}

export function interpret(model: Model, scenario: Scenario, options: PlainOptions = {}): PlainRun {
  const seed = options.seed ?? seedOf(model, scenario);
  const without = new Set(options.without === undefined ? [] : [options.without]);
  const prescribed = {
    seed,
    choices: options.choices ?? [],
    without,
    stepsOfRuns: options.stepsOfRuns ?? [],
  };
  const run = begin(model, scenario, prescribed);
  const secondRuns = new Map<string, SecondRun>();
  const properties = watched(run);
  run.observer = {
    moment: () => look(run, properties),
    verdict: (regulation) => verdict(regulation, true),
  };
  lookAt(run);
  for (const _ of carryOutScenario(run)) run.places += 1;
  if (run.acted) lookAt(run);

  return {
    trace: traceOf(run),
    seed,
    stepsOfRuns: run.stepsOfRuns,
    expectations: run.expectations,
    values: run.values,
    verdicts: new Map(
      model.regulations
        .filter(({ id }) => run.applied.has(id))
        .map((regulation) => [regulation.id, verdict(regulation, false)]),
    ),
    properties: new Map(properties.map(({ property, fulfilled }) => [property.name, fulfilled])),
  };

  function verdict(regulation: Regulation, tell: boolean): Verdict {
    const second = secondRuns.get(regulation.id) ?? secondRun(run, regulation);
    secondRuns.set(regulation.id, second);
    bringTo(second, run.places);
    return verdictOn(regulation, run, second.run, tell);
  }
}

/** A second run of a scenario, as far as it has come. */
interface SecondRun {
  readonly run: Run;
  readonly rest: Iterator<void>;
}

/**
 * "For a verdict the scenario is run a second time with the same seed up to the same place, each `run` taking as many steps
 * as it took the first time, leaving out only what `apply` of this regulation starts; other regulations stay."
 */
function secondRun(first: Run, regulation: Regulation): SecondRun {
  const run = begin(first.model, first.scenario, {
    seed: first.seed,
    // What the first run has chosen and how far it has run; both may still grow.
    choices: first.branches,
    stepsOfRuns: first.stepsOfRuns,
    without: new Set([...first.without, regulation.id]),
  });
  return { run, rest: carryOutScenario(run) };
}

function bringTo(second: SecondRun, places: number): void {
  while (second.run.places < places && second.rest.next().done !== true) second.run.places += 1;
}

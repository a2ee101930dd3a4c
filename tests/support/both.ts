/*
 * Runs of a model in the engine and in the plain interpreter, and what tests ask of them. What is asked is looked at in both,
 * and both have to say the same, so that an expectation holds of both.
 */
import { expect } from "vitest";
import { check, memoryHost, prepare, run as runEngine, test as testEngine } from "../../src/index.ts";
import type { CheckResult, NoiseReason, Prepared, RunResult, TraceEntry, Value } from "../../src/index.ts";
import { interpret } from "../engine/plain/interpret.ts";
import type { Files } from "./found.ts";

/** What a run shows, whoever has run it. */
export interface Shown {
  readonly seed: number;
  readonly initial: ReadonlyMap<string, Value>;
  readonly entries: readonly TraceEntry[];
  /** The expectations of the scenario, in the order in which they stand. */
  readonly holds: readonly boolean[];
  /** By full name, at the end. */
  readonly values: ReadonlyMap<string, Value>;
  /** On each regulation that was applied, by name. */
  readonly verdicts: ReadonlyMap<string, string>;
}

export interface Runs {
  readonly engine: Shown;
  readonly plain: Shown;
  /** The run of the engine, for what only the engine tells. */
  readonly result: RunResult;
}

export interface RunSettings {
  /** The last one, if it is not said. */
  readonly scenario?: string;
  readonly seed?: number;
  readonly files?: Files;
}

/** The check of a model in which there is no error. */
export function checkedWithoutError(text: string, files: Files = {}): CheckResult {
  const name = "main.sys";
  const host = memoryHost(new Map(Object.entries({ ...files, [name]: text })));
  const checked = check({ name, text }, { host });
  const wrong = checked.diagnostics.filter(({ severity }) => severity === "error");
  expect(wrong.map(({ check: by, message }) => `${by}: ${message}`)).toEqual([]);
  return checked;
}

/** Runs a scenario of a model without errors in both. */
export function run(text: string, { scenario, seed, files }: RunSettings = {}): Runs {
  const checked = checkedWithoutError(text, files);
  const { model } = checked;
  const meant =
    scenario === undefined ? model.scenarios.at(-1) : model.scenarios.find(({ name }) => name === scenario);
  if (meant === undefined) throw new Error("there is no such scenario");
  const result = runEngine(prepare(checked), { scenario: meant.name, seed });
  const plain = interpret(model, meant, seed === undefined ? {} : { seed });
  const trace = result.trace();
  return {
    result,
    engine: {
      seed: result.seed,
      initial: new Map(trace.initial.map(({ owner, name, value }) => [`${owner}.${name}`, value])),
      entries: trace.entries,
      // That violations are expected only the engine tells.
      holds: result.expectations.flatMap(({ text, holds }) => (text.startsWith("violation ") ? [] : [holds])),
      values: new Map(result.values.map(({ owner, name, value }) => [`${owner}.${name}`, value])),
      verdicts: new Map(result.verdicts.map(({ regulation, verdict }) => [regulation, verdict])),
    },
    plain: {
      seed: plain.seed,
      initial: new Map(plain.trace.initial.map(({ owner, name, value }) => [`${owner}.${name}`, value])),
      entries: plain.trace.entries,
      holds: plain.expectations.map(({ holds }) => holds),
      values: plain.values,
      verdicts: plain.verdicts,
    },
  };
}

/** What both show; fails where they differ. */
export function inBoth<Seen>({ engine, plain }: Runs, look: (shown: Shown) => Seen): Seen {
  const seen = look(engine);
  expect({ plain: look(plain) }).toEqual({ plain: seen });
  return seen;
}

/** Which expectations of the scenario hold. */
export function outcomes(text: string, settings: RunSettings = {}): readonly boolean[] {
  return outcomesOf(run(text, settings));
}

export function outcomesOf(runs: Runs): readonly boolean[] {
  return inBoth(runs, ({ holds }) => holds);
}

export function entriesOf<Kind extends TraceEntry["kind"]>(
  runs: Runs,
  kind: Kind,
): readonly Extract<TraceEntry, { kind: Kind }>[] {
  return inBoth(runs, ({ entries }) => entries.flatMap((entry) => (isOf(entry, kind) ? [entry] : [])));
}

function isOf<Kind extends TraceEntry["kind"]>(
  entry: TraceEntry,
  kind: Kind,
): entry is Extract<TraceEntry, { kind: Kind }> {
  return entry.kind === kind;
}

/** What was decided, and when: `1 p 0 yes`, by the first clause of `p`. */
export function decisionsOf(runs: Runs): readonly string[] {
  return entriesOf(runs, "decision").map(
    ({ step, program, clause, value }) => `${step} ${program ?? "-"} ${clause ?? "-"} ${value}`,
  );
}

/** What was noise for whom, and why: `1 receiver filtered`. */
export function noiseOf(runs: Runs): readonly `${number} ${string} ${NoiseReason}`[] {
  return entriesOf(runs, "noise").map(({ step, owner, reason }) => `${step} ${owner} ${reason}` as const);
}

/** What irritated whom: `1 receiver.got x=3`. */
export function irritationsOf(runs: Runs): readonly string[] {
  return entriesOf(runs, "irritation").map(({ step, owner, name, args }) =>
    [`${step} ${owner}.${name}`, ...args.map((arg) => `${arg.name}=${arg.value}`)].join(" "),
  );
}

/** What happened: `0 sender.send x=3`. */
export function operationsOf(runs: Runs): readonly string[] {
  return entriesOf(runs, "operation").map(({ step, owner, name, args }) =>
    [`${step} ${owner}.${name}`, ...args.map((arg) => `${arg.name}=${arg.value}`)].join(" "),
  );
}

/** What went wrong, and when: `1 out_of_bounds receiver.n`. */
export function violationsOf(runs: Runs): readonly string[] {
  return entriesOf(runs, "violation").map(({ check: name, about, step }) => `${step} ${name} ${about}`);
}

/** How many steps each `run` took, and how it ended: `3 rest`. */
export function runsOf(runs: Runs): readonly string[] {
  return entriesOf(runs, "run").map(({ steps, ended }) => `${steps} ${ended}`);
}

export function valueOf(runs: Runs, name: string): Value | undefined {
  return inBoth(runs, ({ values }) => values.get(name));
}

/** The verdict on the one regulation that was applied. */
export function verdictOf(text: string, settings: RunSettings = {}): string | undefined {
  const verdicts = inBoth(run(text, settings), (shown) => [...shown.verdicts.values()]);
  expect(verdicts).toHaveLength(1);
  return verdicts[0];
}

/** The checks that find something in the run of the engine: what `expect violation` expects is not among them. */
export function foundIn({ result }: Runs): readonly string[] {
  return result.diagnostics.map((found) => found.check);
}

/** Which properties hold over every run of every scenario: all branches of `either` that there are, up to three in a row. */
export function properties(text: string, files: Files = {}): Readonly<Record<string, boolean>> {
  const checked = checkedWithoutError(text, files);
  const tested = testedProperties(prepare(checked));
  const { model } = checked;
  const held = new Map(model.properties.map(({ name }) => [name, true]));
  for (const scenario of model.scenarios) {
    for (const choices of branches) {
      const { properties: seen } = interpret(model, scenario, { choices });
      for (const [name, holds] of seen) held.set(name, holds && held.get(name) === true);
    }
  }
  expect({ plain: Object.fromEntries(held) }).toEqual({ plain: tested });
  return tested;
}

const branches = [0, 1].flatMap((first) =>
  [0, 1].flatMap((second) => [0, 1].map((third) => [first, second, third])),
);

function testedProperties(prepared: Prepared): Readonly<Record<string, boolean>> {
  const { items } = testEngine(prepared);
  return Object.fromEntries(
    items.flatMap(({ kind, name, passed }) => (kind === "property" ? [[name, passed]] : [])),
  );
}

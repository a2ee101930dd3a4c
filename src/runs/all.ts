/* Everything that a model has to be played, once: its scenarios one by one, and its properties against the runs of all. */
import { runAsFarAsPossible } from "./long_runs.ts";
import type { Prepared } from "./prepared.ts";
import type { RunOptions, RunResult } from "./run.ts";
import { test, type TestResult } from "./test.ts";

export interface AllPlayed {
  /** Of each scenario, in their order; one that is too long for a trace has none. */
  readonly results: readonly RunResult[];
  /** What became of the properties; undefined where there are none. */
  readonly tested: TestResult | undefined;
}

/** A model with errors is not played. */
export function playAll(
  prepared: Prepared,
  options: Pick<RunOptions, "seed" | "severities" | "budget"> = {},
): AllPlayed {
  const { scenarios, properties } = prepared.checked.model;
  if (prepared.errors.length > 0) return { results: [], tested: undefined };
  const results = scenarios.map(({ name }) => runAsFarAsPossible(prepared, { ...options, scenario: name }));
  // Scenarios have been run already.
  const names = new Set(properties.map(({ name }) => name));
  for (const { name } of scenarios) names.delete(name);
  const tested =
    properties.length === 0 ? undefined : test(prepared, { ...options, only: (name) => names.has(name) });
  return { results, tested };
}

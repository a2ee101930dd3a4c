/* A run that exploring has found, played again with a trace, so that it can be told as any other. */
import type { ExploreResult, Shown } from "./explored.ts";
import { runAsFarAsPossible } from "./long_runs.ts";
import type { RunOptions, RunResult } from "./run.ts";

/** The properties are held against it; what comes after all that was decided is drawn. */
export function playShown(
  { prepared, scenario }: ExploreResult,
  { choices, seed }: Shown,
  options: Omit<RunOptions, "choices" | "seed" | "scenario"> = {},
): RunResult {
  return runAsFarAsPossible(prepared, { ...options, scenario, choices: choices ?? [], seed });
}

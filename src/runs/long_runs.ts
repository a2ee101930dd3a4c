/* Runs that are too long for a trace. */
import { limits } from "../base/limits.ts";
import type { Prepared } from "./prepared.ts";
import { run, type RunOptions, type RunResult } from "./run.ts";

/** Plays a scenario to its end; one that is too long for a trace without one, as it has no story that could be told. */
export function runAsFarAsPossible(prepared: Prepared, options: RunOptions): RunResult {
  const first = run(prepared, options);
  return first.broken && isTooLong(first) ? run(prepared, { ...options, traced: false }) : first;
}

function isTooLong({ played }: RunResult): boolean {
  return (played.course.recorder?.count ?? 0) >= limits.traceLength;
}

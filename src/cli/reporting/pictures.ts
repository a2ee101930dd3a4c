/* The pictures of a report, by their names (`ReportInput.pictures` says where each stands). */
import type { CheckResult } from "../../index.ts";
import type { RunResult } from "../../runs/run.ts";

/** Draws what there is to be seen of a model and its runs. */
export async function picturesFor(
  _checked: CheckResult,
  _results: readonly RunResult[],
): Promise<ReadonlyMap<string, string>> {
  return new Map();
}

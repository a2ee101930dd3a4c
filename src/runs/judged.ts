/* What all runs together make of an expectation. */
import type { ExploredExpectation } from "./explored.ts";

/** Whether it comes about wherever a run comes to it, in some runs and not in others, or in none. */
export type Judged = "inevitable" | "possible" | "impossible" | "not reached";

/** As far as the runs were explored. */
export function judgedOf({ held, failed }: Pick<ExploredExpectation, "held" | "failed">): Judged {
  if (held === undefined) return failed === undefined ? "not reached" : "impossible";
  return failed === undefined ? "inevitable" : "possible";
}

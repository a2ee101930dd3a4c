import type { Moment } from "../../diagnostics/run_facts.ts";
import type { Played } from "../play.ts";

/** Which run, and which step of it. */
export function momentOf({ scenario, seed }: Pick<Played, "scenario" | "seed">, step: number): Moment {
  return { scenario: scenario.name, seed, step };
}

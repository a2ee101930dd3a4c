/* The scenarios of a model, played for a comparison. */
import { play, type Played } from "../../engine/play.ts";
import type { Scenario } from "../../model/model.ts";
import { exploreBranches, type Explored } from "../branches.ts";
import type { Prepared } from "../prepared.ts";
import { playOptions, resultOf, type RunOptions, type RunResult } from "../run.ts";

export type PlayingOptions = Pick<RunOptions, "seed" | "severities" | "budget" | "signal" | "checkpoint">;

/** Those of the file, and those of other files that they are like. */
export function scenariosOf({ checked: { model } }: Prepared): readonly Scenario[] {
  return [...model.scenarios, ...(model.importedScenarios ?? [])];
}

/** Plays a scenario once, with the branches that its seed takes. */
export function playOnce(prepared: Prepared, scenario: Scenario, options: PlayingOptions): RunResult {
  const played = play(prepared.compiled(), prepared.compiledScenario(scenario), {
    ...playOptions(prepared, { ...options, traced: false }),
  });
  return resultOf(prepared, played, options);
}

/** Plays it in every way through its alternatives, or in a sample of these, with a trace of each. */
export function playEveryWay(
  prepared: Prepared,
  scenario: Scenario,
  options: PlayingOptions,
  see: (played: Played) => void,
): Explored {
  return exploreBranches((choose) => {
    const played = play(prepared.compiled(), prepared.compiledScenario(scenario), {
      ...playOptions(prepared, { ...options, traced: true }),
      choose,
    });
    see(played);
    return played;
  });
}

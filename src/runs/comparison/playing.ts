/* The scenarios of a model, played for a comparison. */
import { play, type Played } from "../../engine/play.ts";
import type { CompiledBlock } from "../../engine/scenario.ts";
import type { Scenario } from "../../model/model.ts";
import { exploreBranches, type Explored } from "../branches.ts";
import type { Prepared } from "../prepared.ts";
import { playOptions, resultOf, type RunOptions, type RunResult } from "../run.ts";

export type PlayingOptions = Pick<RunOptions, "seed" | "severities" | "budget" | "signal" | "checkpoint">;

/** Those of the file, and those of other files that they are like. */
export function scenariosOf({ checked: { model } }: Prepared): readonly Scenario[] {
  const own = new Set(model.scenarios.map(({ name }) => name));
  return [...model.scenarios, ...(model.importedScenarios ?? []).filter(({ name }) => !own.has(name))];
}

/** What is drawn in the runs of a model: branches of alternatives, and whatever else is up to chance. */
export interface Draws {
  readonly alternatives: boolean;
  readonly chance: boolean;
}

export function drawsIn(prepared: Prepared): Draws {
  // Alternatives are numbered among what draws when a scenario is made ready.
  const alternatives = new Set<number>();
  const look = ({ steps }: CompiledBlock): void => {
    for (const step of steps) {
      if (step.kind === "either") {
        alternatives.add(step.place);
        step.branches.forEach(look);
      } else if (step.kind === "repeat") look(step.block);
    }
  };
  for (const scenario of scenariosOf(prepared)) prepared.compiledScenario(scenario).blocks.forEach(look);
  const { length } = prepared.compiled().keys();
  return { alternatives: alternatives.size > 0, chance: length > alternatives.size };
}

/** Plays a scenario once, with the branches that its seed takes. */
export function playOnce(prepared: Prepared, scenario: Scenario, options: PlayingOptions): RunResult {
  const played = play(prepared.compiled(), prepared.compiledScenario(scenario), {
    ...playOptions(prepared, { ...options, traced: false }),
  });
  return resultOf(prepared, played, options);
}

/** Plays a scenario with a trace, and with the branches that are said; those that are not are drawn by the seed. */
export function playTraced(
  prepared: Prepared,
  scenario: Scenario,
  options: PlayingOptions,
  branches?: readonly number[],
): Played {
  return play(prepared.compiled(), prepared.compiledScenario(scenario), {
    ...playOptions(prepared, { ...options, traced: true }),
    choose: branches && ((met) => branches[met]),
  });
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

/* How a run can be had again by a command line: by a scenario of the file itself and a seed. */
import type { Played } from "../../engine/play.ts";
import type { Scenario } from "../../model/model.ts";
import type { Prepared } from "../prepared.ts";
import { playTraced, scenariosOf, type PlayingOptions } from "./playing.ts";

export interface Again {
  readonly scenario: string;
  readonly seed: number;
}

/** So many seeds are tried for one that takes the branches by itself. */
const mostSeeds = 64;

/**
 * A scenario and a seed of which it was tried that their run is one that is wanted. Where the scenario is another file's, one
 * that is like it may do; but it may also assume what changes everything.
 */
export function againWhere(
  prepared: Prepared,
  { id, name }: Scenario,
  { seed, course }: Played,
  options: PlayingOptions,
  isWanted: (played: Played) => boolean,
): Again | undefined {
  const all = scenariosOf(prepared);
  const isLike = (one: Scenario): boolean => {
    const base = all.find((each) => each.id === one.like?.id);
    return one.id === id || (base !== undefined && isLike(base));
  };
  const own = prepared.checked.model.scenarios.filter((one) => one.name === name || isLike(one));
  const more = course.choices.length > 0 ? mostSeeds : 0;
  const seeds = [seed, ...Array.from({ length: more }, (_, index) => index + 1)];
  for (const scenario of own) {
    for (const tried of seeds) {
      if (isWanted(playTraced(prepared, scenario, { ...options, seed: tried })))
        return { scenario: scenario.name, seed: tried };
    }
  }
  return undefined;
}

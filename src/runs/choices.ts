/* Runs in which it is said beforehand what is decided of all that the model leaves open. */
import { tossed } from "../engine/explore/tosses.ts";
import type { PlayOptions } from "../engine/play.ts";

/** Thrown where choices do not fit what a run leaves open. */
export class UnfittingChoices extends Error {
  /** Which of them does not fit, from 0; and of how many branches it chooses: 0 if nothing is left open there. */
  readonly index: number;
  readonly choice: number;
  readonly of: number;

  constructor(index: number, choice: number, of: number) {
    super(
      of === 0
        ? `there are more choices than the run leaves open: ${index}`
        : `the choice ${choice} is none: there are ${of} branches, from 0 on`,
    );
    this.name = "UnfittingChoices";
    this.index = index;
    this.choice = choice;
    this.of = of;
  }
}

type Decided = Pick<PlayOptions, "choose" | "decide" | "decideBeside"> & {
  /** To be called once the run is over. Throws `UnfittingChoices` if it left less open than was decided. */
  readonly over: () => void;
};

/** How a run is played in which these choices are made, in order: of an alternative the branch; of a chance 0 if it comes, 1 if it does not. */
export function decidedBy(choices: readonly number[]): Decided {
  let met = 0;
  const next = (of: number): number | undefined => {
    const choice = choices[met];
    if (choice === undefined) return undefined;
    if (choice >= of) throw new UnfittingChoices(met, choice, of);
    met += 1;
    return choice;
  };
  const { decide, decideBeside } = tossed((probability) => {
    // What cannot be otherwise is no choice.
    if (probability >= 1 || probability <= 0) return probability >= 1;
    const choice = next(2);
    return choice === undefined ? undefined : choice === 0;
  });
  return {
    choose: (_, branches) => next(branches),
    decide,
    decideBeside,
    over() {
      const choice = choices[met];
      if (choice !== undefined) throw new UnfittingChoices(met, choice, 0);
    },
  };
}

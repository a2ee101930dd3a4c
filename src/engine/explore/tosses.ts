/*
 * Chance decided by somebody, for a run and for those with which it is compared: the same place that draws for the same time
 * in the same step draws the same in all of them, as it would by a seed.
 */
import type { DecideChance } from "../state.ts";
import { drawnFor } from "./choosing.ts";

export interface Tosses {
  readonly decide: DecideChance;
  /** For each run with which it is compared. */
  readonly decideBeside: () => DecideChance;
  /** Whether a run that is compared has drawn something that this one has not, or with another probability. */
  readonly isApart: () => boolean;
}

interface Thrown {
  readonly drawn: number;
  readonly probability: number;
}

/** `toss`: whether something comes that has this probability; undefined: as the seed says. */
export function tossed(toss: (probability: number) => boolean | undefined): Tosses {
  const thrown = new Map<string, Thrown>();
  let apart = false;
  const own = counting();
  return {
    decide(place, step, probability) {
      if (probability === undefined) return undefined;
      const key = own(place, step);
      const comes = toss(probability);
      if (comes === undefined) return undefined;
      const drawn = drawnFor(comes, probability);
      thrown.set(key, { drawn, probability });
      return drawn;
    },
    decideBeside() {
      const beside = counting();
      return (place, step, probability) => {
        if (probability === undefined) return undefined;
        const found = thrown.get(beside(place, step));
        if (found?.probability !== probability) apart = true;
        return found?.drawn;
      };
    },
    isApart: () => apart,
  };
}

/** Names draws by their place, their step, and how many of the place came before in the step. */
function counting(): (place: number, step: number) => string {
  const last = new Map<number, { step: number; count: number }>();
  return (place, step) => {
    const known = last.get(place);
    const count = known?.step === step ? known.count + 1 : 0;
    last.set(place, { step, count });
    return `${place} ${step} ${count}`;
  };
}

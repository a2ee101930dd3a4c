/*
 * Chance decided by somebody, for a run and for those with which it is compared: the same place that draws for the same time
 * in the same step draws the same in all of them, as it would by a seed.
 */
import type { DecideChance } from "../state.ts";
import { drawnFor, type Choosing } from "./choosing.ts";
import { Continuum } from "./explored.ts";

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

/**
 * The same where every way is gone, with one run that is compared: what that draws for itself is left open, too; and where it
 * draws for the same, with another probability, that follows from what has come of the first, as far as it does. Throws `Continuum`.
 */
export function tossedBeside({ toss }: Pick<Choosing, "toss">) {
  const thrown = new Map<string, { readonly comes: boolean; readonly probability: number }>();
  let [own, beside] = [counting(), counting()];
  return {
    decide(place: number, step: number, probability: number | undefined): number {
      if (probability === undefined) throw new Continuum();
      const comes = toss(probability);
      thrown.set(own(place, step), { comes, probability });
      return drawnFor(comes, probability);
    },
    decideBeside(place: number, step: number, probability: number | undefined): number {
      if (probability === undefined) throw new Continuum();
      const first = thrown.get(beside(place, step));
      return drawnFor(toss(given(probability, first), "beside"), probability);
    },
    /** What has been thrown so far counts no more. */
    forget(): void {
      thrown.clear();
      [own, beside] = [counting(), counting()];
    },
  };
}

/** How likely a number that is drawn is to be less than `probability`, once it is known whether it was less than another. */
function given(
  probability: number,
  first: { readonly comes: boolean; readonly probability: number } | undefined,
): number {
  if (first === undefined) return probability;
  if (first.comes) return probability >= first.probability ? 1 : probability / first.probability;
  return probability <= first.probability ? 0 : (probability - first.probability) / (1 - first.probability);
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

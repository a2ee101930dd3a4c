/* Choices taken one after another from a list of numbers; where the list ends, the first of everything is taken. */

export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  readonly number: (low: number, high: number) => number;
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined;
  /** One of these, each as often as its weight says; the first has the first word. */
  readonly one: <Result>(...choices: readonly Choice<Result>[]) => Result;
  /** So many results, between `low` and `high`. */
  readonly several: <Result>(low: number, high: number, make: (index: number) => Result) => Result[];
}

export type Choice<Result> = readonly [weight: number, make: () => Result];

/** Each number of a tape lies between 0 and this, without it. */
export const tapeRange = 65_536;

export function diceOf(tape: readonly number[]): Dice {
  let at = 0;
  const next = (): number => {
    const value = tape[at] ?? 0;
    at += 1;
    return value / tapeRange;
  };
  const number = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    number,
    chance: (probability) => next() >= 1 - probability,
    pick: (items) => (items.length === 0 ? undefined : items[number(0, items.length - 1)]),
    one(...choices) {
      const total = choices.reduce((sum, [weight]) => sum + weight, 0);
      let rest = next() * total;
      for (const [weight, make] of choices) {
        if (weight > 0 && rest < weight) return make();
        rest -= weight;
      }
      const last = choices.find(([weight]) => weight > 0);
      if (last === undefined) throw new Error("nothing to choose from");
      return last[1]();
    },
    several(low, high, make) {
      return Array.from({ length: number(low, high) }, (_, index) => make(index));
    },
  };
}

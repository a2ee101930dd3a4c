/*
 * What depends on what, from the numbers at the points of a design. Intervals are had by drawing the walks or the rows again and again, some
 * of them several times (bootstrap, percentiles), with draws that are a function of the seed.
 */
import { drawsFor } from "./draws.ts";
import { morrisWalk, rowLength } from "./sensitivity_designs.ts";
import { confidence, type Interval } from "./statistics.ts";

/** Effects of one factor, each as if it went over its whole range (Morris 1991; Campolongo, Cariboni and Saltelli 2007). */
export interface MorrisEffect {
  /** Undefined: all walks were left out. */
  readonly walks: number;
  /** The mean of the effects without their signs: how much depends on it. */
  readonly strength: number;
  readonly interval: Interval | undefined;
  /** The mean with their signs: which way it moves. */
  readonly direction: number;
  /** How much the effects differ: beside the strength, how far it depends on the others, and that it is no straight line. */
  readonly spread: number;
}

export interface SobolIndices {
  readonly rows: number;
  /** The share of the variance that goes with it alone. */
  readonly first: number;
  readonly firstInterval: Interval | undefined;
  /** The share that goes with it and with all that it does together with others. */
  readonly total: number;
  readonly totalInterval: Interval | undefined;
}

export const resamples = 500;

/** By factor, from the numbers at the points of `morrisDesign`; walks with a number that is none are left out. */
export function morrisEffects(numbers: Float64Array, factors: number, seed: number): readonly MorrisEffect[] {
  const length = factors + 1;
  const walks = Math.floor(numbers.length / length);
  const effects: number[][] = Array.from({ length: factors }, () => []);
  for (let walk = 0; walk < walks; walk += 1) {
    const along = numbers.subarray(walk * length, (walk + 1) * length);
    if (along.some(Number.isNaN)) continue;
    const { order, steps } = morrisWalk(walk, factors, seed);
    for (const [step, factor] of order.entries())
      effects[factor]?.push(((along[step + 1] ?? 0) - (along[step] ?? 0)) / (steps[factor] ?? 1));
  }
  return effects.map((each, factor) => {
    const direction = mean(each);
    const strengths = each.map(Math.abs);
    const squares = each.map((effect) => (effect - direction) ** 2);
    return {
      walks: each.length,
      strength: mean(strengths),
      interval: bootstrapped(each.length, seed, factor, (chosen) =>
        mean(chosen.map((index) => strengths[index] ?? 0)),
      ),
      direction,
      spread: each.length < 2 ? 0 : Math.sqrt(sum(squares) / (each.length - 1)),
    };
  });
}

/**
 * By factor, then of chance if it has a part, from the numbers at the points of `saltelliDesign`: of the first order by Saltelli and others 2010,
 * in total by Jansen 1999. Undefined where nothing varies.
 */
export function sobolIndices(
  numbers: Float64Array,
  factors: number,
  seed: number,
  chance: boolean,
): readonly SobolIndices[] | undefined {
  const length = rowLength(factors, chance);
  const all = Array.from({ length: Math.floor(numbers.length / length) }, (_, row) =>
    numbers.subarray(row * length, (row + 1) * length),
  ).filter((row) => !row.some(Number.isNaN));
  const outputs = all.flatMap((row) => [row[0] ?? 0, row[1] ?? 0]);
  const centre = mean(outputs);
  if (outputs.every((output) => output === outputs[0])) return undefined;
  const indices = [...all.keys()];
  const crossed = chance ? factors + 1 : factors;
  return Array.from({ length: crossed }, (_, factor) => {
    const estimate = (rows: readonly number[]): readonly [first: number, total: number] => {
      let [first, total, squares, whole] = [0, 0, 0, 0];
      for (const index of rows) {
        const row = all[index];
        const a = (row?.[0] ?? 0) - centre;
        const b = (row?.[1] ?? 0) - centre;
        const other = (row?.[factor + 2] ?? 0) - centre;
        first += b * (other - a);
        total += (a - other) ** 2 / 2;
        squares += a * a + b * b;
        whole += a + b;
      }
      const count = rows.length;
      const variance = (squares - whole ** 2 / (2 * count)) / (2 * count - 1);
      return variance === 0 ? [0, 0] : [first / count / variance, total / count / variance];
    };
    const [first, total] = estimate(indices);
    return {
      rows: all.length,
      first,
      firstInterval: bootstrapped(all.length, seed, 2 * factor, (rows) => estimate(rows)[0]),
      total,
      totalInterval: bootstrapped(all.length, seed, 2 * factor + 1, (rows) => estimate(rows)[1]),
    };
  });
}

function bootstrapped(
  count: number,
  seed: number,
  stream: number,
  estimate: (chosen: readonly number[]) => number,
): Interval | undefined {
  if (count < 2) return undefined;
  const draw = drawsFor(seed, "intervals");
  const chosen = new Array<number>(count).fill(0);
  const estimates = Float64Array.from({ length: resamples }, (_, resample) => {
    for (let place = 0; place < count; place += 1)
      chosen[place] = Math.floor(draw(stream * resamples + resample, place) * count);
    return estimate(chosen);
  }).sort();
  const tail = (1 - confidence) / 2;
  const low = estimates[Math.floor(tail * (resamples - 1))] ?? 0;
  const high = estimates[Math.ceil((1 - tail) * (resamples - 1))] ?? 0;
  return low === high ? undefined : { low, high };
}

function sum(numbers: readonly number[]): number {
  let whole = 0;
  for (const number of numbers) whole += number;
  return whole;
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}

/*
 * What depends on what, from the numbers at the points of a design. Intervals are had by drawing the walks or the rows again and again, some
 * of them several times (bootstrap, percentiles), with draws that are a function of the seed.
 */
import { drawsFor } from "./draws.ts";
import { morrisWalk, rowLength } from "./sensitivity_designs.ts";
import { confidence, squared, type Interval } from "./statistics.ts";

/** Effects of one factor, each as if it went over its whole range (Morris 1991; Campolongo, Cariboni and Saltelli 2007). */
export interface MorrisEffect {
  /** How many walks; those with a number that is none are left out. */
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

/** So often the walks or rows are drawn anew for an interval. */
export const resamples = 500;

/** By factor, from the numbers at the points of `morrisDesign`; walks with a number that is none are left out. */
export function morrisEffects(numbers: Float64Array, factors: number, seed: number): readonly MorrisEffect[] {
  const length = factors + 1;
  const effects: number[][] = Array.from({ length: factors }, () => []);
  for (let walk = 0; (walk + 1) * length <= numbers.length; walk += 1) {
    const along = numbers.subarray(walk * length, (walk + 1) * length);
    if (along.some(Number.isNaN)) continue;
    const { order, steps } = morrisWalk(walk, factors, seed);
    for (const [step, factor] of order.entries())
      effects[factor]?.push(((along[step + 1] ?? 0) - (along[step] ?? 0)) / (steps[factor] ?? 1));
  }
  const strengths = effects.map((each) => Float64Array.from(each, Math.abs));
  const walks = effects[0]?.length ?? 0;
  const intervals = bootstrapped(walks, seed, (chosen) =>
    strengths.map((each) => meanOfChosen(each, chosen)),
  );
  return effects.map((each, factor) => {
    const direction = mean(each);
    const squares = each.map((effect) => squared(effect - direction));
    return {
      walks,
      strength: mean(each.map(Math.abs)),
      interval: intervals[factor],
      direction,
      spread: walks < 2 ? 0 : Math.sqrt(sum(squares) / (walks - 1)),
    };
  });
}

/**
 * By factor, then of chance if it has a part, from the numbers at the points of `saltelliDesign`: of the first order by Saltelli and others 2010,
 * in total by Jansen 1999. Rows with a number that is none are left out. Undefined where nothing varies.
 */
export function sobolIndices(
  numbers: Float64Array,
  factors: number,
  seed: number,
  chance: boolean,
): readonly SobolIndices[] | undefined {
  const length = rowLength(factors, chance);
  const rows = wholeRows(numbers, length);
  const count = rows.length / length;
  const isOfPair = (_: number, index: number): boolean => index % length < 2;
  const pairs = rows.filter(isOfPair);
  if (pairs.every((number) => number === pairs[0])) return undefined;
  const centre = mean([...pairs]);
  const centred = rows.map((number) => number - centre);
  const crossed = length - 2;

  /** Of each what goes with it alone, then of each in total, from the rows that are chosen. */
  function estimates(chosen: Uint32Array): readonly number[] {
    const alone = new Float64Array(crossed);
    const total = new Float64Array(crossed);
    let [squares, whole] = [0, 0];
    for (const row of chosen) {
      const start = row * length;
      const a = centred[start] ?? 0;
      const b = centred[start + 1] ?? 0;
      squares += a * a + b * b;
      whole += a + b;
      for (let factor = 0; factor < crossed; factor += 1) {
        const other = centred[start + 2 + factor] ?? 0;
        alone[factor] = (alone[factor] ?? 0) + b * (other - a);
        total[factor] = (total[factor] ?? 0) + squared(a - other) / 2;
      }
    }
    const variance = (squares - squared(whole) / (2 * chosen.length)) / (2 * chosen.length - 1);
    const share = (added: number): number => (variance > 0 ? added / chosen.length / variance : 0);
    return [...alone, ...total].map(share);
  }

  const found = estimates(Uint32Array.from({ length: count }, (_, row) => row));
  const intervals = bootstrapped(count, seed, estimates);
  return Array.from({ length: crossed }, (_, factor) => ({
    rows: count,
    first: found[factor] ?? 0,
    firstInterval: intervals[factor],
    total: found[crossed + factor] ?? 0,
    totalInterval: intervals[crossed + factor],
  }));
}

function wholeRows(numbers: Float64Array, length: number): Float64Array {
  if (!numbers.some(Number.isNaN)) return numbers;
  const rows: number[] = [];
  for (let start = 0; start + length <= numbers.length; start += length) {
    const row = numbers.subarray(start, start + length);
    if (!row.some(Number.isNaN)) rows.push(...row);
  }
  return Float64Array.from(rows);
}

/** The interval of each estimate, from as many choices out of so many as there are resamples, each with repetitions. */
function bootstrapped(
  count: number,
  seed: number,
  estimates: (chosen: Uint32Array) => readonly number[],
): readonly (Interval | undefined)[] {
  if (count < 2) return [];
  const draw = drawsFor(seed, "intervals");
  const chosen = new Uint32Array(count);
  const found: number[][] = [];
  for (let resample = 0; resample < resamples; resample += 1) {
    for (let place = 0; place < count; place += 1) chosen[place] = Math.floor(draw(resample, place) * count);
    for (const [index, estimate] of estimates(chosen).entries()) (found[index] ??= []).push(estimate);
  }
  const tail = (1 - confidence) / 2;
  return found.map((each) => {
    const sorted = Float64Array.from(each).sort();
    const low = sorted[Math.floor(tail * (resamples - 1))] ?? 0;
    const high = sorted[Math.ceil((1 - tail) * (resamples - 1))] ?? 0;
    return low === high ? undefined : { low, high };
  });
}

function meanOfChosen(numbers: Float64Array, chosen: Uint32Array): number {
  let whole = 0;
  for (const index of chosen) whole += numbers[index] ?? 0;
  return whole / chosen.length;
}

function sum(numbers: readonly number[]): number {
  let whole = 0;
  for (const number of numbers) whole += number;
  return whole;
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}

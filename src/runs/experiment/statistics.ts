/*
 * Estimates from runs, and between which values what they estimate lies in 95 of 100 such experiments. Where nothing can be said there
 * is no interval: of one value, and of values that are all the same.
 */
import binomial from "@stdlib/stats-base-dists-binomial-cdf";
import normal from "@stdlib/stats-base-dists-normal-quantile";
import student from "@stdlib/stats-base-dists-t-quantile";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Estimate {
  readonly value: number;
  /** Undefined where the runs say nothing about it. */
  readonly interval: Interval | undefined;
}

/** In so many of all cases an interval holds what is estimated. */
export const confidence = 0.95;

/** The mean, with Student's interval. Sums go by the order of the values, so that the same values give the same bits. */
export function meanOf(values: Float64Array): Estimate {
  const count = values.length;
  const first = values[0] ?? NaN;
  // Sums of distances from the first value lose less than sums of the values.
  let sum = 0;
  for (const value of values) sum += value - first;
  const mean = first + sum / count;
  if (count < 2) return { value: mean, interval: undefined };
  return {
    value: mean,
    interval: studentInterval(mean, deviationOf(values, mean) / Math.sqrt(count), count - 1),
  };
}

/** Student's interval around a mean with this standard error; undefined where nothing varied, since then nothing is known of how it varies. */
export function studentInterval(mean: number, error: number, freedom: number): Interval | undefined {
  if (!(error > 0) || freedom < 1) return undefined;
  const half = student((1 + confidence) / 2, freedom) * error;
  return { low: mean - half, high: mean + half };
}

/** The standard deviation of what the values are a sample of; 0 of fewer than two. */
export function deviationOf(values: Float64Array, mean: number): number {
  if (values.length < 2) return 0;
  let squares = 0;
  for (const value of values) squares += squared(value - mean);
  return Math.sqrt(squares / (values.length - 1));
}

/** Multiplied: powers are not the same to the last bit in all versions of the hosts. */
export function squared(number: number): number {
  return number * number;
}

/** The share of `count` in which something held, with Wilson's interval (Wilson 1927). */
export function shareOf(held: number, count: number): Estimate {
  if (count === 0) return { value: NaN, interval: undefined };
  const share = held / count;
  if (count === 1) return { value: share, interval: undefined };
  const z = normal((1 + confidence) / 2, 0, 1);
  const square = z * z;
  const centre = (share + square / (2 * count)) / (1 + square / count);
  const half =
    (z / (1 + square / count)) * Math.sqrt((share * (1 - share)) / count + square / (4 * count * count));
  return {
    value: share,
    // Where it held in none or in all, that end is exact but for rounding.
    interval: { low: held === 0 ? 0 : centre - half, high: held === count ? 1 : centre + half },
  };
}

/**
 * A quantile of sorted values (the seventh definition of Hyndman and Fan 1996, as in R), with the interval between two of the values
 * themselves: how many of them lie below the quantile is binomial, whatever is distributed how.
 */
export function quantileOf(sorted: Float64Array, part: number): Estimate {
  const count = sorted.length;
  const place = (count - 1) * part;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  const value = below + (place - Math.floor(place)) * (above - below);
  return { value, interval: orderInterval(sorted, part) };
}

/** The pair of values at even tails; undefined where even the smallest and the largest do not suffice. */
function orderInterval(sorted: Float64Array, part: number): Interval | undefined {
  const count = sorted.length;
  const tail = (1 - confidence) / 2;
  /** How probable it is that no more than so many values lie below the quantile. */
  const atMost = (below: number): number => binomial(below, count, part);
  // The largest place, from 1, whose value lies above the quantile with the probability of a tail at most; and the smallest that lies below.
  const low = firstWhere(0, count, (place) => atMost(place) > tail);
  const high = firstWhere(1, count + 1, (place) => 1 - atMost(place - 1) <= tail);
  const [first, last] = [sorted[low - 1], sorted[high - 1]];
  if (first === undefined || last === undefined || first === last) return undefined;
  return { low: first, high: last };
}

/** The first number of a stretch from which on something holds; `end` if it holds of none before. */
function firstWhere(start: number, end: number, holds: (number: number) => boolean): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

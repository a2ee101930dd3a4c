/*
 * Numbers of which only the bounds are known, and how they compare. Two numbers are equal if they differ by no
 * more than a billionth of the largest of 1 and their two magnitudes; a declared bound may be passed by as much.
 * The engine's `+ - * /` and `sqrt` round monotonously, so that computing with the ends bounds what a run computes.
 */

/** All numbers from `low` to `high`, the ends included; an end may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const anyNumber: Interval = { low: -Infinity, high: Infinity };

const tolerance = 1e-9;

/** Wider than the tolerance by a hair, for the rounding of the tolerance itself. */
const hair = 1e-6;

/** Whether `a` is greater than `b` and not equal to it, by the tolerance of the language. */
function surpasses(a: number, b: number): boolean {
  if (a === Infinity || b === -Infinity) return a !== b;
  return a - b > tolerance * (1 + hair) * Math.max(1, Math.abs(a), Math.abs(b));
}

/** The farthest number in a direction that still counts as equal to `end`. */
function beyond(end: number, direction: 1 | -1): number {
  return end + direction * tolerance * Math.max(1, Math.abs(end));
}

/** An interval with both ends moved outward by what still counts as equal. */
export function widened({ low, high }: Interval): Interval {
  return {
    low: Number.isFinite(low) ? beyond(low, -1) : low,
    high: Number.isFinite(high) ? beyond(high, 1) : high,
  };
}

/** How two numbers may stand to each other: `a < b`, `a = b`, `a > b`. */
export type Relation = "less" | "equal" | "greater";

export function relationsBetween(a: Interval, b: Interval): readonly Relation[] {
  const relations: Relation[] = [];
  if (surpasses(b.high, a.low)) relations.push("less");
  if (!surpasses(a.low, b.high) && !surpasses(b.low, a.high)) relations.push("equal");
  if (surpasses(a.high, b.low)) relations.push("greater");
  return relations;
}

/** What both intervals have in common; undefined if nothing. */
export function intersection(a: Interval, b: Interval): Interval | undefined {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return low <= high ? { low, high } : undefined;
}

/** The least interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

export function negated({ low, high }: Interval): Interval {
  return { low: -high, high: -low };
}

export function plus(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

export function times(a: Interval, b: Interval): Interval {
  const corners = [
    product(a.low, b.low),
    product(a.low, b.high),
    product(a.high, b.low),
    product(a.high, b.high),
  ];
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

/** Undefined where the divisor may be zero. */
export function dividedBy(a: Interval, b: Interval): Interval | undefined {
  if (b.low <= 0 && b.high >= 0) return undefined;
  const corners = [
    quotient(a.low, b.low),
    quotient(a.low, b.high),
    quotient(a.high, b.low),
    quotient(a.high, b.high),
  ];
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

/** The interval under a function that never falls. */
export function mapped({ low, high }: Interval, rising: (value: number) => number): Interval {
  return { low: rising(low), high: rising(high) };
}

/** The largest end counts as zero times anything is zero: an infinite end only means that no bound is known. */
function product(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

function quotient(a: number, b: number): number {
  if (Number.isFinite(b)) return a / b;
  return Number.isFinite(a) ? 0 : a > 0 === b > 0 ? Infinity : -Infinity;
}

/* Where the marks of an axis stand: at round numbers, the same everywhere. */
import { shownNumber } from "../../../engine/values.ts";

export interface Ticks {
  /** The axis goes from the first mark to the last. */
  readonly low: number;
  readonly high: number;
  readonly at: readonly number[];
}

/** The smallest of 1, 2 and 5 times a power of ten that is no smaller than this. */
function roundStep(least: number): number {
  let power = 1;
  // By multiplication with what is exact, or nearly: the marks are calculated by whole multiples of the step.
  while (power * 10 <= least) power *= 10;
  while (power > least) power /= 10;
  const factor = [1, 2, 5, 10].find((each) => each * power >= least) ?? 10;
  return factor * power;
}

/** Marks that cover what there is between two numbers, about so many. */
export function ticksOf(least: number, greatest: number, count: number): Ticks {
  const [low, high] = spread(least, greatest);
  const step = roundStep((high - low) / Math.max(1, count));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const at = Array.from({ length: last - first + 1 }, (_, number) => tidy((first + number) * step));
  return { low: at[0] ?? low, high: at.at(-1) ?? high, at };
}

/** What does not change has an axis around it. */
function spread(least: number, greatest: number): readonly [number, number] {
  const apart = greatest - least;
  const size = Math.max(Math.abs(least), Math.abs(greatest));
  // Numbers too near to one another to be told apart on an axis, or too large to subtract.
  if (Number.isFinite(apart) && apart > size * 1e-9) return [least, greatest];
  if (!Number.isFinite(apart)) return [-Number.MAX_VALUE / 4, Number.MAX_VALUE / 4];
  return size === 0 ? [0, 1] : [least - size * 0.1, greatest + size * 0.1];
}

/** Marks at whole steps of a run, about so many. */
export function stepTicks(last: number, count: number): readonly number[] {
  if (last <= 0) return [0];
  const step = Math.max(1, roundStep(last / Math.max(1, count)));
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, number) => number * step);
}

/** `0.30000000000000004` is `0.3`. */
function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}

export function tickText(value: number, percent: boolean): string {
  return percent ? `${shownNumber(tidy(value * 100))}%` : shownNumber(value);
}

/* Numbers that are written into a model. */
import type { Type } from "../model/expression.ts";

/** So far beyond a bound a number is put, that it may vary a little and still be beyond. */
const margin = 0.1;

/**
 * A number that lies on one side of another, with two digits and a tenth to spare, within the bounds of a type; undefined if
 * there is none.
 */
export function beyond(
  other: number,
  where: "below" | "above" | "at",
  type: Type | undefined,
): number | undefined {
  const { low = -Infinity, high = Infinity } = type?.kind === "number" ? type : {};
  if (where === "at") return other >= low && other <= high ? other : undefined;
  const sign = where === "below" ? -1 : 1;
  const wanted = twoDigits(other === 0 ? sign : other + sign * margin * Math.abs(other), sign);
  const kept = Math.min(high, Math.max(low, wanted));
  return (kept - other) * sign > 0 ? kept : undefined;
}

/** Rounded away in the direction of the sign, which is upward or downward. */
function twoDigits(value: number, sign: number): number {
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  const units = Number((value / unit).toPrecision(12));
  return Number(((sign < 0 ? Math.floor(units) : Math.ceil(units)) * unit).toPrecision(12));
}

/** A number as the language writes it: without an exponent, and in percent where it stood in percent. */
export function writtenNumber(value: number, percent: boolean): string {
  const shown = percent ? value * 100 : value;
  const digits = Number(shown.toPrecision(15));
  const plain = String(digits);
  const text = /e/u.test(plain) ? trimmed(digits.toFixed(20)) : plain;
  return percent ? `${text}%` : text;
}

function trimmed(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/u, "") : text;
}

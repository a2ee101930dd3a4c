/* Numbers that are written into a model. */
import type { Type } from "../model/expression.ts";

/** So far beyond a bound a number is put, that it may vary a little and still be beyond. */
const margin = 0.1;

/**
 * A number that lies on one side of another, with two digits and a tenth to spare, within the bounds of a type; undefined if
 * there is none. `whole`: the number in whose place it stands is a whole one, and it is one if the other is. `strict`: it may not be the other.
 */
export function beyond(
  other: number,
  where: "below" | "above" | "at",
  asked: { readonly strict: boolean; readonly whole: boolean; readonly within?: Type },
): number | undefined {
  const { low = -Infinity, high = Infinity } = asked.within?.kind === "number" ? asked.within : {};
  if (where === "at") return other >= low && other <= high ? other : undefined;
  const sign = where === "below" ? -1 : 1;
  const spared = other === 0 ? sign : other + sign * margin * Math.abs(other);
  const rounded = twoDigits(spared, sign);
  const wanted =
    asked.whole && Number.isInteger(other) ? (sign < 0 ? Math.floor(rounded) : Math.ceil(rounded)) : rounded;
  const kept = Math.min(high, Math.max(low, wanted));
  return (kept - other) * sign > 0 || (!asked.strict && kept === other) ? kept : undefined;
}

/** Rounded away in the direction of the sign, which is upward or downward. */
function twoDigits(value: number, sign: number): number {
  if (value === 0) return 0;
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

/* Values: how they stand in a trace, and how they are shown. In a run all are numbers; their types say what they mean. */
import type { Type } from "../model/expression.ts";
import type { Words } from "./words.ts";

/** A number, a truth, or the word of an enumeration, a code or a text. */
export type Value = number | boolean | string;

/** What a number of a run stands for. */
export function valueOf(number: number, type: Type, words: Words): Value {
  switch (type.kind) {
    case "boolean":
      return number !== 0;
    case "enumeration":
    case "text":
      return words.word(number);
    case "number":
    case "unknown":
      return number;
  }
}

/** Digits behind the point, of numbers from 1 on; smaller ones keep as many that say something. */
const digits = 4;
/** Digits of a number that would otherwise read as a shorter one. */
const exactDigits = 10;

/**
 * A value as it is shown to people: `60`, `105.1709`, `0.000125`, `true`, `payment`. A number is rounded where nobody would
 * look further; the trace has it to the bit. One of a type declared in percent is shown as the language writes it: `5%`.
 */
export function shownValue(value: Value, type?: Type): string {
  if (typeof value !== "number") return String(value);
  const inPercent = type?.kind === "number" && type.percent === true && Number.isFinite(value);
  return inPercent ? `${shownNumber(value * 100)}%` : shownNumber(value);
}

/** What is shown of a value, with the unit of its type: `20 °C`, `54 × 1000 CNY/m²`; a percentage needs none. */
export function withUnit(shown: string, type: Type | undefined): string {
  const unit = type?.kind === "number" && type.percent !== true ? type.unit : undefined;
  if (unit === undefined) return shown;
  return /^\d/u.test(unit) ? `${shown} × ${unit}` : `${shown} ${unit}`;
}

export function shownNumber(value: number): string {
  if (Number.isNaN(value)) return "not a number";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  const magnitude = Math.abs(value);
  if (Number.isInteger(value) && magnitude < 1e15) return String(value);
  if (magnitude >= 1e15 || magnitude < 1e-6) return trimmed(value.toExponential(digits));
  const shown = magnitude >= 1 ? value.toFixed(digits) : value.toPrecision(digits);
  // What reads as if it were exact is: otherwise more of it is shown.
  if (/\.0*$|\.\d?\d?0+$/u.test(shown) && Math.abs(Number(shown) - value) > 1e-9 * Math.max(1, magnitude))
    return trimmed(value.toPrecision(exactDigits));
  // Minus nothing is nothing.
  return trimmed(shown).replace(/^-0$/u, "0");
}

function trimmed(shown: string): string {
  return shown.includes(".") ? shown.replace(/\.?0+(?=e|$)/u, "") : shown;
}

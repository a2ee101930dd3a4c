/* Values and their comparison: LANGUAGE.md, "Values". */
import type { Value } from "../../../src/engine/values.ts";
import type { Type } from "../../../src/model/expression.ts";

/** "Where a number is not finite, or a probability not in 0..1, that is the run-time violation `not_a_number`." */
export class Fault extends Error {}

/**
 * "Two numbers are equal if they differ by no more than 0.000000001 times the largest of 1 and their two magnitudes."
 * "Booleans and enumerated values know `=` and `!=` only; nothing is converted."
 */
export function same(left: Value, right: Value): boolean {
  if (typeof left !== "number" || typeof right !== "number") return left === right;
  return Math.abs(left - right) <= 0.000000001 * Math.max(1, Math.abs(left), Math.abs(right));
}

/** "all comparisons, bounds, aims and 'has changed' go by this" */
export function less(left: number, right: number): boolean {
  return left < right && !same(left, right);
}

/** "A value outside its `in` bounds is the run-time violation `out_of_bounds`." */
export function fits(value: Value, type: Type): boolean {
  if (type.kind !== "number" || typeof value !== "number") return true;
  const lowEnough = type.high === undefined || !less(type.high, value);
  const highEnough = type.low === undefined || !less(value, type.low);
  return lowEnough && highEnough;
}

/** "Where a number is not finite …" */
export function finite(value: number): number {
  if (!Number.isFinite(value)) throw new Fault();
  return value;
}

/** "… or a probability not in 0..1" */
export function probability(value: number): number {
  if (less(value, 0) || less(1, value)) throw new Fault();
  return value;
}

export function numberIn(value: Value): number {
  if (typeof value !== "number") throw new Error(`${String(value)} is no number`);
  return value;
}

export function truthIn(value: Value): boolean {
  if (typeof value !== "boolean") throw new Error(`${String(value)} is no truth`);
  return value;
}

/** What stands in for an initial value that cannot be had: the value of the type nearest to nothing. */
export function standIn(type: Type): Value {
  switch (type.kind) {
    case "number":
      return Math.min(Math.max(0, type.low ?? 0), type.high ?? Infinity);
    case "boolean":
      return false;
    case "enumeration":
      return type.values[0] ?? "";
    case "text":
    case "unknown":
      return "";
  }
}

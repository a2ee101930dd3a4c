/* What a value can be, and how the functions and operators of the language carry that over to their results. */
import type { FunctionName, Type } from "../../model/expression.ts";
import type { Interval } from "./interval.ts";
import {
  anyNumber,
  dividedBy,
  hull,
  intersection,
  mapped,
  negated,
  plus,
  times,
  widened,
} from "./interval.ts";

/** Whether something can be true, and can be false. `breaks`: computing it may come to no number. */
export interface Truth {
  readonly canHold: boolean;
  readonly canFail: boolean;
  readonly breaks: boolean;
}

/**
 * `breaks`: computing it may come to no number (a division by zero, a probability of 2), so that what it is
 * needed for does not happen at all.
 */
export type Range =
  | (Interval & { readonly kind: "number"; readonly breaks: boolean })
  | (Truth & { readonly kind: "truth" })
  | { readonly kind: "values"; readonly values: ReadonlySet<string> }
  | { readonly kind: "unknown" };

export const unknownRange: Range = { kind: "unknown" };
const unboundedRange: Range = { kind: "number", ...anyNumber, breaks: false };

export function numberRange({ low, high }: Interval, breaks = false): Range {
  return { kind: "number", low, high, breaks };
}

export function truthRange(canHold: boolean, canFail: boolean, breaks = false): Range {
  return { kind: "truth", canHold, canFail, breaks };
}

export function valuesRange(values: Iterable<string>): Range {
  return { kind: "values", values: new Set(values) };
}

/** Of a thing that can have more values than this, nothing is claimed. */
const mostValues = 200;

/** One of the values that are listed. */
export function listedRange(values: readonly string[]): Range {
  return values.length > mostValues ? unknownRange : valuesRange(values);
}

/** All that a thing of this type can be. A declared bound holds up to the tolerance of the language. */
export function rangeOfType(type: Type): Range {
  switch (type.kind) {
    case "number":
      if (type.low === undefined && type.high === undefined) return unboundedRange;
      return numberRange(widened({ low: type.low ?? -Infinity, high: type.high ?? Infinity }));
    case "boolean":
      return truthRange(true, true);
    case "enumeration":
      return listedRange(type.values);
    case "text":
    case "unknown":
      return unknownRange;
  }
}

export function negativeRange(operand: Range): Range {
  return operand.kind === "number" ? numberRange(negated(operand), operand.breaks) : unknownRange;
}

/** `left + right` and its like. */
export function arithmeticRange(left: Range, operator: "+" | "-" | "*" | "/", right: Range): Range {
  if (left.kind !== "number" || right.kind !== "number") return unknownRange;
  const breaks = left.breaks || right.breaks;
  switch (operator) {
    case "+":
      return numberRange(plus(left, right), breaks);
    case "-":
      return numberRange(plus(left, negated(right)), breaks);
    case "*":
      return numberRange(times(left, right), breaks);
    case "/": {
      const quotient = dividedBy(left, right);
      return numberRange(quotient ?? anyNumber, breaks || quotient === undefined);
    }
  }
}

/** Known for whole exponents up to 64; any other power may be any number, or none. */
export function powerRange(base: Range, exponent: Range): Range {
  if (base.kind !== "number" || exponent.kind !== "number") return unknownRange;
  const factors = exponent.low;
  if (factors !== exponent.high || !Number.isInteger(factors) || factors < 0 || factors > 64)
    return numberRange(anyNumber, true);
  const raised = mapped(factors % 2 === 0 ? magnitude(base) : base, (value) => product(value, factors));
  return numberRange(widened(raised), base.breaks);
}

function product(value: number, factors: number): number {
  let result = 1;
  for (let count = 0; count < factors; count += 1) result *= value;
  return result;
}

/** Beyond this, `exp` passes the largest number. */
const largestExponent = 709;

export function callRange(name: FunctionName, args: readonly Range[]): Range {
  const numbers = args.filter((argument) => argument.kind === "number");
  const [first, second = first] = numbers;
  if (first === undefined || second === undefined || numbers.length < args.length) return unknownRange;
  const breaks = numbers.some((argument) => argument.breaks);
  const all = (of: (a: number, b: number) => number): Interval =>
    numbers.reduce<Interval>(
      ({ low, high }, next) => ({ low: of(low, next.low), high: of(high, next.high) }),
      first,
    );
  switch (name) {
    case "min":
      return numberRange(all(Math.min), breaks);
    case "max":
      return numberRange(all(Math.max), breaks);
    case "abs":
      return numberRange(magnitude(first), breaks);
    case "round":
      return numberRange({ low: Math.floor(first.low), high: Math.ceil(first.high) }, breaks);
    case "floor":
      return numberRange(mapped(first, Math.floor), breaks);
    case "ceil":
      return numberRange(mapped(first, Math.ceil), breaks);
    case "sqrt": {
      const root = mapped(first, (value) => Math.sqrt(Math.max(0, value)));
      return numberRange(root, breaks || first.low < 0);
    }
    case "log": {
      const log = { low: first.low >= 1 ? 0 : -Infinity, high: first.high <= 1 ? 0 : Infinity };
      return numberRange(log, breaks || first.low <= 0);
    }
    case "exp": {
      const power = { low: first.low >= 0 ? 1 : 0, high: first.high <= 0 ? 1 : Infinity };
      return numberRange(power, breaks || first.high > largestExponent);
    }
    case "mod": {
      const rest = { low: Math.min(0, second.low), high: Math.max(0, second.high) };
      return numberRange(rest, breaks || (second.low <= 0 && second.high >= 0));
    }
    case "uniform":
      return numberRange(hull(first, second), breaks);
    case "normal":
      return numberRange(anyNumber, breaks || second.low < 0);
    case "chance": {
      const possible = intersection(first, widened({ low: 0, high: 1 }));
      const outside = possible?.low !== first.low || possible.high !== first.high;
      return truthRange(first.high > 0, first.low < 1, breaks || outside);
    }
  }
}

function magnitude({ low, high }: Interval): Interval {
  if (low >= 0) return { low, high };
  if (high <= 0) return { low: -high, high: -low };
  return { low: 0, high: Math.max(-low, high) };
}

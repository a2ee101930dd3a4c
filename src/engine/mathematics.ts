/*
 * Mathematics that gives the same bits everywhere. `Math.pow`, `Math.exp` and `Math.log` may differ from one engine to the
 * next, and do between versions of Node; those of stdlib are written in operations that may not. `Math.sqrt` is exact by
 * IEEE 754 wherever it is a machine instruction, which is everywhere.
 */
import erfcinv from "@stdlib/math-base-special-erfcinv";
import exponential from "@stdlib/math-base-special-exp";
import naturalLogarithm from "@stdlib/math-base-special-ln";
import pow from "@stdlib/math-base-special-pow";

// With types of their own: those of the package must not lead to packages that its users do not have.
export const exp: (value: number) => number = exponential;
export const ln: (value: number) => number = naturalLogarithm;

export function power(base: number, exponent: number): number {
  return exponent === 2 ? base * base : pow(base, exponent);
}

/** The nearest whole number; halves go away from zero. */
export function round(value: number): number {
  const whole = Math.trunc(value);
  return Math.abs(value - whole) >= 0.5 ? whole + Math.sign(value) : whole;
}

/** What is left of a division, with the sign of the divisor. */
export function modulo(value: number, divisor: number): number {
  const rest = value % divisor;
  return rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest;
}

/** The value below which a standard normal variable lies with a probability strictly between 0 and 1. */
export function normalQuantile(probability: number): number {
  return -Math.SQRT2 * erfcinv(2 * probability);
}

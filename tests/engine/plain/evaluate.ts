/* What an expression comes to: LANGUAGE.md, "Values", "Chance", and the functions of section 3. */
import { exp, ln, modulo, normalQuantile, power, round } from "../../../src/engine/mathematics.ts";
import type { Value } from "../../../src/engine/values.ts";
import type { Expression } from "../../../src/model/expression.ts";
import { countOf, keyOf } from "./run.ts";
import type { Arguments, Run } from "./run.ts";
import { Fault, finite, less, numberIn, probability, same, truthIn } from "./values.ts";

type Call = Extract<Expression, { kind: "call" }>;
type Chain = Extract<Expression, { kind: "chain" }>;
type Comparison = Extract<Expression, { kind: "comparison" }>;

export const nothing: Arguments = new Map<string, Value>();

/**
 * Evaluates an expression. `place` is the name of its place in the model, from which its draws have theirs; `parameters`
 * are those at hand. Throws a `Fault` where a number is not finite, or a probability not in 0..1.
 */
export function evaluate(run: Run, whole: Expression, place: string, parameters: Arguments = nothing): Value {
  return valueOf(whole);

  function valueOf(expression: Expression): Value {
    switch (expression.kind) {
      case "number":
      case "boolean":
      case "text":
      case "value":
        return expression.value;
      case "parameter":
        return present(parameters.get(expression.name), expression.name);
      case "expectation":
      case "quantity":
        return present(run.values.get(keyOf(expression.owner, expression.name)), expression.name);
      case "step":
        return run.step;
      case "designated":
        // "before the first, it equals none"
        return run.designated.get(expression.owner) ?? "";
      case "count":
        return countOf(run, expression.of.owner, expression.of.name);
      case "not":
        return !truthIn(valueOf(expression.operand));
      case "negative":
        return -numberOf(expression.operand);
      case "power":
        return finite(power(numberOf(expression.base), numberOf(expression.exponent)));
      case "comparison":
        return compared(expression);
      case "chain":
        return chained(expression);
      case "call":
        return called(expression);
      case "unknown":
        throw new Error("an expression that could not be read");
    }
  }

  function numberOf(expression: Expression): number {
    return numberIn(valueOf(expression));
  }

  function compared({ operator, left, right }: Comparison): boolean {
    const first = valueOf(left);
    const second = valueOf(right);
    switch (operator) {
      case "=":
        return same(first, second);
      case "!=":
        return !same(first, second);
      case "<":
        return less(numberIn(first), numberIn(second));
      case "<=":
        return !less(numberIn(second), numberIn(first));
      case ">":
        return less(numberIn(second), numberIn(first));
      case ">=":
        return !less(numberIn(first), numberIn(second));
    }
  }

  /** From the left; `and` and `or` stop as soon as they are decided. */
  function chained({ operands, operators }: Chain): Value {
    const [first, ...others] = operands;
    if (first === undefined) throw new Error("a chain of nothing");
    let result = valueOf(first);
    for (const [index, operand] of others.entries()) {
      const operator = operators[index];
      switch (operator) {
        case "or":
          if (truthIn(result)) return true;
          result = valueOf(operand);
          break;
        case "and":
          if (!truthIn(result)) return false;
          result = valueOf(operand);
          break;
        case "+":
          result = finite(numberIn(result) + numberOf(operand));
          break;
        case "-":
          result = finite(numberIn(result) - numberOf(operand));
          break;
        case "*":
          result = finite(numberIn(result) * numberOf(operand));
          break;
        case "/":
          result = finite(numberIn(result) / numberOf(operand));
          break;
        case undefined:
          throw new Error("a chain without its operator");
      }
    }
    return result;
  }

  function called(call: Call): Value {
    const args = call.args.map(numberOf);
    const [a = NaN, b = NaN] = args;
    switch (call.function) {
      case "min":
        return Math.min(...args);
      case "max":
        return Math.max(...args);
      case "abs":
        return Math.abs(a);
      case "round":
        return round(a);
      case "floor":
        return Math.floor(a);
      case "ceil":
        return Math.ceil(a);
      case "sqrt":
        return finite(Math.sqrt(a));
      case "log":
        return finite(ln(a));
      case "exp":
        return finite(exp(a));
      case "mod":
        return finite(modulo(a, b));
      case "chance": {
        const limit = probability(a);
        return drawn(call) < limit;
      }
      case "uniform":
        return finite(a + drawn(call) * (b - a));
      case "normal":
        return finite(a + b * normalQuantile((Math.floor(drawn(call) * 2 ** 52) + 0.5) / 2 ** 52));
    }
  }

  /** Each call that draws is a place: `<expression>/<k>`. */
  function drawn(call: Call): number {
    return run.chance(`${place}/${drawingCalls(whole).indexOf(call) + 1}`, run.step);
  }
}

/** The calls that draw, left to right, a nested one before the one it is an argument of. */
function drawingCalls(expression: Expression): Expression[] {
  const inner = partsOf(expression).flatMap(drawingCalls);
  return draws(expression) ? [...inner, expression] : inner;
}

function draws(expression: Expression): boolean {
  return expression.kind === "call" && ["chance", "uniform", "normal"].includes(expression.function);
}

/** Whether random numbers are drawn anywhere in it. */
export function drawsSomewhere(expression: Expression): boolean {
  return drawingCalls(expression).length > 0;
}

/** What an expression is made of, in the order written. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "not":
    case "negative":
      return [expression.operand];
    case "power":
      return [expression.base, expression.exponent];
    case "comparison":
      return [expression.left, expression.right];
    case "chain":
      return expression.operands;
    case "call":
      return expression.args;
    default:
      return [];
  }
}

function present(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`there is no ${name} at hand`);
  return value;
}

/** A number; a fault if it cannot be had. */
export function evaluateNumber(run: Run, expression: Expression, place: string, args?: Arguments): number {
  return numberIn(evaluate(run, expression, place, args));
}

/** Whether it can be computed, and to what; undefined if a fault prevents it. */
export function withoutFault<Result>(compute: () => Result): Result | undefined {
  try {
    return compute();
  } catch (problem) {
    if (problem instanceof Fault) return undefined;
    throw problem;
  }
}

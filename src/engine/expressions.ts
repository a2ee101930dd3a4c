/*
 * Expressions as functions. Names have become slots and offsets, so that nothing is looked up while a model runs; each
 * function calls those of its parts. `and` and `or` look at their right side only where the left has not decided.
 */
import { unreachable } from "../base/unreachable.ts";
import type { Expression } from "../model/expression.ts";
import { equal, less, lessOrEqual } from "./compare.ts";
import { Fault, type Compute, type Decide, type Frame, type Scope } from "./frame.ts";
import { exp, ln, modulo, normalQuantile, power, round } from "./mathematics.ts";

type Call = Extract<Expression, { kind: "call" }>;
type Chain = Extract<Expression, { kind: "chain" }>;
type Comparison = Extract<Expression, { kind: "comparison" }>;

export function compileNumber(expression: Expression, scope: Scope): Compute {
  const { layout } = scope;
  switch (expression.kind) {
    case "number": {
      const { value } = expression;
      return () => value;
    }
    case "text":
    case "value": {
      const number = layout.words.number(expression.value);
      return () => number;
    }
    case "parameter": {
      const offset = scope.parameters.get(expression.name) ?? 0;
      return (frame) => frame.args[frame.base + offset] ?? 0;
    }
    case "expectation":
    case "quantity": {
      const slot = layout.slot(expression.owner, expression.name);
      return (frame) => frame.values[slot] ?? 0;
    }
    case "step":
      return (frame) => frame.step;
    case "designated": {
      const system = layout.system(expression.owner);
      return (frame) => frame.designated[system] ?? -1;
    }
    case "count": {
      const counter = layout.counter(expression.of);
      return (frame) => frame.counts[counter] ?? 0;
    }
    case "negative": {
      const operand = compileNumber(expression.operand, scope);
      return (frame) => -operand(frame);
    }
    case "power": {
      const base = compileNumber(expression.base, scope);
      const exponent = compileNumber(expression.exponent, scope);
      return (frame) => finite(power(base(frame), exponent(frame)), expression, scope);
    }
    case "chain": {
      const [first] = expression.operators;
      return first === "and" || first === "or"
        ? asNumber(compileCondition(expression, scope))
        : compileArithmetic(expression, scope);
    }
    case "call":
      return compileCall(expression, scope);
    case "boolean":
    case "comparison":
    case "not":
      return asNumber(compileCondition(expression, scope));
    case "unknown":
      // What is unknown has been reported as an error, and a model with errors does not run.
      return () => 0;
    default:
      return unreachable(expression);
  }
}

export function compileCondition(expression: Expression, scope: Scope): Decide {
  switch (expression.kind) {
    case "boolean": {
      const { value } = expression;
      return () => value;
    }
    case "not": {
      const operand = compileCondition(expression.operand, scope);
      return (frame) => !operand(frame);
    }
    case "chain":
      return compileLogic(expression, scope);
    case "comparison":
      return compileComparison(expression, scope);
    default: {
      const value = compileNumber(expression, scope);
      return (frame) => value(frame) !== 0;
    }
  }
}

function asNumber(decide: Decide): Compute {
  return (frame) => (decide(frame) ? 1 : 0);
}

function finite(value: number, expression: Expression, scope: Scope): number {
  // What is not finite differs from itself, or by something that does.
  if (value - value === 0) return value;
  throw new Fault("finite number", expression, value, scope);
}

// ── Operators ─────────────────────────────────────────────────────────────

function compileLogic({ operands, operators }: Chain, scope: Scope): Decide {
  const parts = operands.map((operand) => compileCondition(operand, scope));
  const [left, right, ...others] = parts;
  if (left === undefined) return () => true;
  if (right === undefined) return left;
  const and = operators[0] === "and";
  if (others.length === 0) {
    return and ? (frame) => left(frame) && right(frame) : (frame) => left(frame) || right(frame);
  }
  return and ? (frame) => parts.every((part) => part(frame)) : (frame) => parts.some((part) => part(frame));
}

function compileArithmetic(expression: Chain, scope: Scope): Compute {
  const operands = expression.operands.map((operand) => compileNumber(operand, scope));
  const [left, right, ...others] = operands;
  if (left === undefined || right === undefined) return left ?? (() => 0);
  const operator = expression.operators[0];
  if (others.length > 0) {
    const operators = expression.operators.map(calculating);
    return (frame) => {
      let result = left(frame);
      for (let index = 1; index < operands.length; index += 1) {
        const next = operands[index]?.(frame) ?? 0;
        result = finite(operators[index - 1]?.(result, next) ?? NaN, expression, scope);
      }
      return result;
    };
  }
  switch (operator) {
    case "+":
      return (frame) => finite(left(frame) + right(frame), expression, scope);
    case "-":
      return (frame) => finite(left(frame) - right(frame), expression, scope);
    case "*":
      return (frame) => finite(left(frame) * right(frame), expression, scope);
    default:
      return (frame) => finite(left(frame) / right(frame), expression, scope);
  }
}

function calculating(operator: Chain["operators"][number]): (a: number, b: number) => number {
  switch (operator) {
    case "+":
      return (a, b) => a + b;
    case "-":
      return (a, b) => a - b;
    case "*":
      return (a, b) => a * b;
    default:
      return (a, b) => a / b;
  }
}

function compileComparison(comparison: Comparison, scope: Scope): Decide {
  const left = compileNumber(comparison.left, scope);
  const right = compileNumber(comparison.right, scope);
  const numbers = comparison.left.type.kind === "number" && comparison.right.type.kind === "number";
  switch (comparison.operator) {
    case "=":
      return numbers ? (frame) => equal(left(frame), right(frame)) : (frame) => left(frame) === right(frame);
    case "!=":
      return numbers ? (frame) => !equal(left(frame), right(frame)) : (frame) => left(frame) !== right(frame);
    case "<":
      return (frame) => less(left(frame), right(frame));
    case "<=":
      return (frame) => lessOrEqual(left(frame), right(frame));
    case ">":
      return (frame) => {
        // What stands first is computed first: both may draw, and where one has no result the other draws nothing.
        const greater = left(frame);
        return less(right(frame), greater);
      };
    case ">=":
      return (frame) => {
        const greater = left(frame);
        return lessOrEqual(right(frame), greater);
      };
    default:
      return unreachable(comparison.operator);
  }
}

// ── Functions ─────────────────────────────────────────────────────────────

function compileCall(call: Call, scope: Scope): Compute {
  const args = call.args.map((argument) => compileNumber(argument, scope));
  const [first = () => 0, second = () => 0] = args;
  switch (call.function) {
    case "min":
      return (frame) => reduced(args, frame, Math.min);
    case "max":
      return (frame) => reduced(args, frame, Math.max);
    case "abs":
      return (frame) => Math.abs(first(frame));
    case "round":
      return (frame) => round(first(frame));
    case "floor":
      return (frame) => Math.floor(first(frame));
    case "ceil":
      return (frame) => Math.ceil(first(frame));
    case "sqrt":
      return (frame) => finite(Math.sqrt(first(frame)), call, scope);
    case "log":
      return (frame) => finite(ln(first(frame)), call, scope);
    case "exp":
      return (frame) => finite(exp(first(frame)), call, scope);
    case "mod":
      return (frame) => finite(modulo(first(frame), second(frame)), call, scope);
    case "chance": {
      const place = scope.drawing();
      const [probability = call] = call.args;
      return (frame) => {
        const limit = probabilityOf(first(frame), probability, scope);
        return frame.draw(place, limit) < limit ? 1 : 0;
      };
    }
    case "uniform": {
      const place = scope.drawing();
      return (frame) => {
        const low = first(frame);
        const high = second(frame);
        return finite(low + frame.draw(place) * (high - low), call, scope);
      };
    }
    case "normal": {
      const place = scope.drawing();
      return (frame) => {
        const mean = first(frame);
        const deviation = second(frame);
        return finite(mean + deviation * normalQuantile(strictlyWithin(frame.draw(place))), call, scope);
      };
    }
    default:
      return unreachable(call.function);
  }
}

/** A draw of 52 bits, in the middle of what it stands for: the probability of a quantile is neither 0 nor 1. */
function strictlyWithin(draw: number): number {
  return (Math.floor(draw * 2 ** 52) + 0.5) / 2 ** 52;
}

function reduced(args: readonly Compute[], frame: Frame, of: (a: number, b: number) => number): number {
  let result = args[0]?.(frame) ?? 0;
  for (let index = 1; index < args.length; index += 1) result = of(result, args[index]?.(frame) ?? result);
  return result;
}

/** Computes a number that is to be a probability. */
export function compileProbability(expression: Expression, scope: Scope): Compute {
  const value = compileNumber(expression, scope);
  return (frame) => probabilityOf(value(frame), expression, scope);
}

/** A number that is to be a probability, by the comparison of the language. */
function probabilityOf(value: number, expression: Expression, scope: Scope): number {
  if (lessOrEqual(0, value) && lessOrEqual(value, 1)) return value;
  throw new Fault("probability", expression, value, scope);
}

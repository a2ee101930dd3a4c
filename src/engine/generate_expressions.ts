/* Expressions as JavaScript, for `generate.ts`: `a` and `b` are the arguments at hand and where they begin, `V` the values, `s` the state, `d` and `e` room for a number. */
import { unreachable } from "../base/unreachable.ts";
import { everyExpression } from "../model/expression_parts.ts";
import type { Expression, FunctionName } from "../model/expression.ts";
import type { Scope } from "./frame.ts";

type Operator = Extract<Expression, { kind: "chain" }>["operators"][number];

/**
 * A number as text, and whether it is one in any case. What may be none stays none through sums and products, so that it is
 * asked for once, at the end, and before anything that would hide it.
 */
export interface NumberText {
  readonly text: string;
  readonly sure: boolean;
}

/**
 * A number as it is written in JavaScript. A model may have been made by others than the parser: whatever stands where a
 * number should, only numbers come into the text.
 */
export function literal(value: number): string {
  const number = Number(value);
  if (!Number.isFinite(number)) throw new RangeError("only finite numbers are written");
  if (Object.is(number, -0)) return "(-0)";
  return number < 0 ? `(${number})` : String(number);
}

/** The text of a number that fails where there is no result. */
function sureText(expression: Expression, scope: Scope): string {
  const { text, sure } = numberText(expression, scope);
  return sure ? text : `((e=${text})-e===0?e:fail())`;
}

/** Whether a text may fail. */
export function mayFail(text: string): boolean {
  return text.includes("fail()");
}

/** The text of a number; of a truth 0 or 1. */
export function numberText(expression: Expression, scope: Scope): NumberText {
  const written = writtenNumber(expression, scope);
  return written.sure || !Number.isFinite(largest(expression)) ? written : { text: written.text, sure: true };
}

function writtenNumber(expression: Expression, scope: Scope): NumberText {
  const { layout } = scope;
  const sure = (text: string): NumberText => ({ text, sure: true });
  const unsure = (text: string): NumberText => ({ text, sure: false });
  switch (expression.kind) {
    case "number":
      return sure(literal(expression.value));
    case "text":
    case "value":
      return sure(String(layout.words.number(expression.value)));
    case "parameter":
      return sure(`a[b+${scope.parameters.get(expression.name) ?? 0}]`);
    case "expectation":
    case "quantity":
      return sure(`V[${layout.slot(expression.owner, expression.name)}]`);
    case "step":
      return sure("s.step");
    case "designated":
      return sure(`s.designated[${layout.system(expression.owner)}]`);
    case "count":
      return sure(`s.counts[${layout.counter(expression.of)}]`);
    case "negative": {
      const operand = numberText(expression.operand, scope);
      return { text: `(-${operand.text})`, sure: operand.sure };
    }
    case "power":
      return unsure(`power(${sureText(expression.base, scope)},${sureText(expression.exponent, scope)})`);
    case "chain": {
      const { operators, operands } = expression;
      if (operators[0] === "and" || operators[0] === "or") break;
      const [first = "0", ...rest] = operands.map((operand, index) =>
        operators[index - 1] === "/" ? sureText(operand, scope) : numberText(operand, scope).text,
      );
      return unsure(
        rest.reduce((left, right, index) => `(${left}${signOf(operators[index])}${right})`, first),
      );
    }
    case "call":
      return callText(expression, scope);
    case "boolean":
    case "comparison":
    case "not":
      break;
    case "unknown":
      return sure("0");
    default:
      return unreachable(expression);
  }
  return sure(`(${conditionText(expression, scope)}?1:0)`);
}

function signOf(operator: Operator | undefined): string {
  switch (operator) {
    case "+":
    case "-":
    case "*":
    case "/":
      return operator;
    default:
      throw new RangeError("only sums and products are written");
  }
}

function callText(call: Extract<Expression, { kind: "call" }>, scope: Scope): NumberText {
  // Each part is written once: twice on every level would be a thousand times on the tenth.
  const sureArgs = () => call.args.map((part) => sureText(part, scope)).join();
  const rounded = (name: string): NumberText => {
    const texts = call.args.map((part) => numberText(part, scope));
    return {
      text: `${name}(${texts.map(({ text }) => text).join()})`,
      sure: texts.every(({ sure }) => sure),
    };
  };
  switch (call.function) {
    case "min":
      return { text: `Math.min(${sureArgs()})`, sure: true };
    case "max":
      return { text: `Math.max(${sureArgs()})`, sure: true };
    case "abs":
      return rounded("Math.abs");
    case "floor":
      return rounded("Math.floor");
    case "ceil":
      return rounded("Math.ceil");
    case "round":
      return rounded("round");
    case "sqrt":
      return { text: rounded("Math.sqrt").text, sure: false };
    case "log":
      return { text: rounded("ln").text, sure: false };
    case "exp":
      return { text: `exp(${sureArgs()})`, sure: false };
    case "mod": {
      const [value, divisor] = call.args;
      if (value !== undefined && divisor?.kind === "number" && divisor.value > 0) {
        const by = literal(divisor.value);
        return { text: `((e=${sureText(value, scope)}%${by})<0?e+${by}:e)`, sure: true };
      }
      return { text: `modulo(${sureArgs()})`, sure: false };
    }
    case "chance":
    case "uniform":
    case "normal":
      throw new Error("what draws is not written");
    default:
      return unreachable(call.function);
  }
}

export function conditionText(expression: Expression, scope: Scope): string {
  switch (expression.kind) {
    case "boolean":
      return expression.value ? "true" : "false";
    case "not":
      return `!${conditionText(expression.operand, scope)}`;
    case "chain": {
      const sign = expression.operators[0] === "and" ? "&&" : "||";
      return `(${expression.operands.map((operand) => conditionText(operand, scope)).join(sign)})`;
    }
    case "comparison": {
      const { left, right, operator } = expression;
      const numbers = left.type.kind === "number" && right.type.kind === "number";
      switch (operator) {
        case "=":
        case "!=": {
          const [one, other] = [sureText(left, scope), sureText(right, scope)];
          if (!numbers) return `(${one}${operator === "=" ? "=" : "!"}==${other})`;
          return `${operator === "=" ? "" : "!"}${equalText(one, other, Math.min(largest(left), largest(right)))}`;
        }
        case "<":
          return lessText(left, right, scope);
        case ">":
          return lessText(right, left, scope);
        case "<=":
          return `!${lessText(right, left, scope)}`;
        case ">=":
          return `!${lessText(left, right, scope)}`;
        default:
          return unreachable(operator);
      }
    }
    default:
      return `(${sureText(expression, scope)}!==0)`;
  }
}

/** Longer texts are not written twice. */
const mostTwice = 200;

/** More than the tolerance can be between two numbers of which one is no larger than `size`; less than twice as much. */
function certainly(size: number): number {
  return 2e-9 * (1 + size);
}

/**
 * Whether one number is less than another. By far most are apart by more than what the tolerance could be at their size, or
 * by less than what it is at least; only between the two must it be computed.
 */
function lessText(left: Expression, right: Expression, scope: Scope): string {
  const [one, other] = [sureText(left, scope), sureText(right, scope)];
  if (one.length + other.length > mostTwice) return `less(${one},${other})`;
  const size = Math.min(largest(left), largest(right));
  const certain = Number.isFinite(size) ? `d>${certainly(size)}||` : "";
  return `((d=${other}-${one})>1e-9&&(${certain}less(${one},${other})))`;
}

/** Whether two numbers are equal, the smaller of which is no larger than `size`. */
export function equalText(one: string, other: string, size: number): string {
  if (one.length + other.length > mostTwice) return `equal(${one},${other})`;
  const possible = Number.isFinite(size) ? `d<=${certainly(size)}&&` : "";
  return `((d=Math.abs(${one}-${other}))<=1e-9||${possible}equal(${one},${other}))`;
}

/** The largest magnitude that a number can have, about; infinite where none is known. */
function largest(expression: Expression): number {
  switch (expression.kind) {
    case "number":
      return Math.abs(expression.value);
    case "parameter":
    case "expectation":
    case "quantity": {
      const { type } = expression;
      if (type.kind !== "number") return Infinity;
      return Math.max(Math.abs(type.low ?? Infinity), Math.abs(type.high ?? Infinity));
    }
    case "negative":
      return largest(expression.operand);
    case "chain": {
      const [first = Infinity, ...rest] = expression.operands.map(largest);
      return rest.reduce((size, other, index) => {
        const operator = expression.operators[index];
        if (operator === "+" || operator === "-") return size + other;
        if (operator === "*") return size * other;
        const divisor = expression.operands[index + 1];
        // Of what is divided by, the smallest magnitude would be needed.
        return divisor?.kind === "number" && divisor.value !== 0 ? size / other : Infinity;
      }, first);
    }
    case "call":
      return /^(?:min|max|abs|floor|ceil|round)$/.test(expression.function)
        ? expression.args.reduce((size, argument) => Math.max(size, largest(argument)), 0) + 1
        : Infinity;
    default:
      return Infinity;
  }
}

/** Longer sums would nest too deep in the text; a function can be called with so many arguments and not with any number. */
const mostOperands = 40;
/** What consists of more parts would be a long text. */
const mostParts = 400;

/** Whether an expression draws nothing, and is short enough to be written. */
export function isPlain(expression: Expression): boolean {
  let parts = 0;
  for (const part of everyExpression(expression)) {
    parts += 1;
    if (parts > mostParts) return false;
    if (part.kind === "number" && !Number.isFinite(part.value)) return false;
    if (part.kind === "chain" && part.operands.length > mostOperands) return false;
    if (part.kind === "call" && (part.args.length > mostOperands || draws(part.function))) return false;
  }
  return true;
}

function draws(name: FunctionName): boolean {
  return name === "chance" || name === "uniform" || name === "normal";
}

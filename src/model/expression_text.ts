/* An expression of the model in the words of the language, made from what it means, so that no text needs to be at hand. */
import { unreachable } from "../base/unreachable.ts";
import type { Expression } from "./expression.ts";
import type { Id } from "./reference.ts";

/** How tightly the parts of an expression hold together; brackets stand where a looser one is within a tighter. */
const tightness = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  negative: 7,
  power: 8,
  whole: 9,
} as const;

/**
 * `price > 2 * (limit + 1)`. What a channel or a program reads it calls by the bare name; `ownerNames` gives the names of
 * owners where they are to be said (`economy.price`); what is of `own` is called by its bare name all the same.
 */
export function expressionText(expression: Expression, ownerNames?: (owner: Id) => string, own?: Id): string {
  const full = (owner: Id, name: string): string =>
    ownerNames === undefined || owner === own ? name : `${ownerNames(owner)}.${name}`;

  function within(part: Expression, least: number, percent = false): string {
    const text = textOf(part, percent);
    return tightnessOf(part) < least ? `(${text})` : text;
  }

  /** With `percent`, a number stands beside something that is measured in percent. */
  function textOf(part: Expression, percent = false): string {
    switch (part.kind) {
      case "number":
        return numberText(part.value, percent);
      case "boolean":
        return String(part.value);
      case "text":
        return JSON.stringify(part.value);
      case "value":
        return part.value;
      case "parameter":
        return part.name;
      case "expectation":
      case "quantity":
        return full(part.owner, part.name);
      case "step":
        return "step";
      case "designated":
        return full(part.owner, "designated");
      case "call":
        return `${part.function}(${part.args.map((arg) => textOf(arg)).join(", ")})`;
      case "count":
        return `count(${ownerNames?.(part.of.owner) ?? part.of.owner}.${part.of.name})`;
      case "chain": {
        const own = tightnessOf(part);
        // Operators of one level are read from the left: what stands on the right and is as loose needs brackets.
        return part.operands
          .map((operand, index) =>
            index === 0
              ? within(operand, own)
              : `${part.operators[index - 1] ?? "?"} ${within(operand, own + 1)}`,
          )
          .join(" ");
      }
      case "comparison": {
        const left = within(part.left, tightness.sum, isPercent(part.right));
        return `${left} ${part.operator} ${within(part.right, tightness.sum, isPercent(part.left))}`;
      }
      case "not":
        return `not ${within(part.operand, tightness.not)}`;
      case "negative":
        return `-${within(part.operand, tightness.negative)}`;
      case "power":
        return `${within(part.base, tightness.whole)}^${within(part.exponent, tightness.negative)}`;
      case "unknown":
        return "?";
      default:
        return unreachable(part);
    }
  }

  return textOf(expression);
}

function isPercent({ type }: Expression): boolean {
  return type.kind === "number" && type.percent === true;
}

function tightnessOf(expression: Expression): number {
  switch (expression.kind) {
    case "chain":
      switch (expression.operators[0]) {
        case "or":
          return tightness.or;
        case "and":
          return tightness.and;
        case "+":
        case "-":
          return tightness.sum;
        default:
          return tightness.product;
      }
    case "comparison":
      return tightness.comparison;
    case "not":
      return tightness.not;
    case "negative":
      return tightness.negative;
    case "power":
      return tightness.power;
    default:
      return tightness.whole;
  }
}

function numberText(value: number, percent: boolean): string {
  return percent ? percentText(value) : String(value);
}

/** Nine digits, by which the language tells numbers apart: a percentage is no `7.000000000000001%`. */
export function percentText(value: number): string {
  return `${Number((value * 100).toPrecision(9))}%`;
}

/* What an expression is made of. */
import { unreachable } from "../base/unreachable.ts";
import type { Expression } from "./expression.ts";

/** The expressions that an expression is directly made of, from the left. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "number":
    case "boolean":
    case "text":
    case "value":
    case "parameter":
    case "expectation":
    case "quantity":
    case "step":
    case "designated":
    case "count":
    case "unknown":
      return [];
    case "call":
      return expression.args;
    case "chain":
      return expression.operands;
    case "comparison":
      return [expression.left, expression.right];
    case "not":
    case "negative":
      return [expression.operand];
    case "power":
      return [expression.base, expression.exponent];
    default:
      return unreachable(expression);
  }
}

/** An expression and all it is made of, the outer before the inner. */
export function* everyExpression(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of partsOf(expression)) yield* everyExpression(part);
}

import type { Expression } from "../model/expression.ts";
import type { Clause } from "../model/model.ts";
import { unreachable } from "../base/unreachable.ts";

/** An expression that looks at something whose value can change from one moment to the next. */
export type Reading = Extract<Expression, { kind: "expectation" | "quantity" | "designated" }>;

/**
 * Shows `visit` all that an expression reads, as often as it is written there. Parameters are none of it: they come
 * with the irritation. Recurses only as deep as brackets are nested, which the parser limits.
 */
export function readingsOf(expression: Expression | undefined, visit: (reading: Reading) => void): void {
  if (expression === undefined) return;
  switch (expression.kind) {
    case "expectation":
    case "quantity":
    case "designated":
      visit(expression);
      return;
    case "call":
      for (const argument of expression.args) readingsOf(argument, visit);
      return;
    case "chain":
      for (const operand of expression.operands) readingsOf(operand, visit);
      return;
    case "comparison":
      readingsOf(expression.left, visit);
      readingsOf(expression.right, visit);
      return;
    case "not":
    case "negative":
      readingsOf(expression.operand, visit);
      return;
    case "power":
      readingsOf(expression.base, visit);
      readingsOf(expression.exponent, visit);
      return;
    case "number":
    case "boolean":
    case "text":
    case "value":
    case "parameter":
    case "step":
    case "count":
    case "unknown":
      return;
    default:
      unreachable(expression);
  }
}

/** The same for all that stands in a clause: its condition, its yield, its arguments and what it assigns. */
export function readingsOfClause(clause: Clause, visit: (reading: Reading) => void): void {
  readingsOf(clause.when, visit);
  readingsOf(clause.yields, visit);
  for (const effect of clause.effects) {
    if (effect.kind === "assignment") readingsOf(effect.value, visit);
    else for (const argument of effect.args) readingsOf(argument.value, visit);
  }
}

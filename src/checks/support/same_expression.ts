import type { Expression } from "../../model/model.ts";
import { unreachable } from "../../base/unreachable.ts";
import { partsOf } from "./expressions.ts";

export { everyExpression } from "./expressions.ts";

/** Whether two expressions say the same, wherever they are written. An `unknown` one says nothing and equals none. */
export function sameExpression(a: Expression | undefined, b: Expression | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const first = partsOf(a);
  const second = partsOf(b);
  return (
    a.kind !== "unknown" &&
    sayingOf(a) === sayingOf(b) &&
    first.length === second.length &&
    first.every((part, index) => sameExpression(part, second[index]))
  );
}

/** What an expression itself says, its parts left out. */
function sayingOf(expression: Expression): string {
  switch (expression.kind) {
    case "number":
    case "boolean":
    case "text":
    case "value":
      return JSON.stringify([expression.kind, expression.value]);
    case "parameter":
      return JSON.stringify([expression.kind, expression.name]);
    case "expectation":
    case "quantity":
      return JSON.stringify([expression.kind, expression.owner, expression.name]);
    case "designated":
      return JSON.stringify([expression.kind, expression.owner]);
    case "call":
      return JSON.stringify([expression.kind, expression.function]);
    case "count":
      return JSON.stringify([expression.kind, expression.of.owner, expression.of.name]);
    case "chain":
      return JSON.stringify([expression.kind, expression.operators]);
    case "comparison":
      return JSON.stringify([expression.kind, expression.operator]);
    case "step":
    case "not":
    case "negative":
    case "power":
    case "unknown":
      return expression.kind;
    default:
      return unreachable(expression);
  }
}

import type { Expression } from "../../model/expression.ts";
import { truthOf } from "./ranges.ts";

export interface ConstantPart {
  readonly expression: Expression;
  readonly always: boolean;
}

/** The condition itself, if it always or never holds; otherwise those of its parts under `and`, `or` and `not` that do. */
export function constantParts(condition: Expression): readonly ConstantPart[] {
  const { canHold, canFail, breaks } = truthOf(condition);
  if (!canFail && !breaks) return [{ expression: condition, always: true }];
  if (!canHold) return [{ expression: condition, always: false }];
  switch (condition.kind) {
    case "chain":
      return condition.operands.flatMap(constantParts);
    case "not":
      return constantParts(condition.operand);
    default:
      return [];
  }
}

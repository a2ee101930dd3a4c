import type { Expression, Type } from "../../model/expression.ts";
import { everyExpression } from "../../model/expression_parts.ts";

/** What is declared about the things that an expression reads, one sentence for each that has bounds or few values. */
export function describedBounds(expression: Expression): readonly string[] {
  const described = new Map<string, string>();
  for (const part of everyExpression(expression)) {
    if (part.kind !== "parameter" && part.kind !== "expectation" && part.kind !== "quantity") continue;
    const text = describedType(part.type);
    if (text !== undefined) described.set(part.name, `\`${part.name}\` is declared as ${text}`);
  }
  return [...described.values()];
}

function describedType(type: Type): string | undefined {
  switch (type.kind) {
    case "number":
      return type.low === undefined && type.high === undefined
        ? undefined
        : `a number in ${type.low ?? ""}..${type.high ?? ""}`;
    case "enumeration":
      return `one of ${type.values.map((value) => `\`${value}\``).join(", ")}`;
    case "boolean":
    case "text":
    case "unknown":
      return undefined;
  }
}

import type { Type } from "../../model/expression.ts";

/** A type as the language writes it; undefined for what no declaration can say. */
export function typeText(type: Type): string | undefined {
  switch (type.kind) {
    case "number": {
      const range =
        type.low === undefined && type.high === undefined ? "" : ` in ${type.low ?? ""}..${type.high ?? ""}`;
      const unit = type.unit === undefined ? "" : ` ${textLiteral(type.unit)}`;
      return `number${range}${unit}`;
    }
    case "boolean":
      return "boolean";
    case "enumeration":
      return `one of (${type.values.join(", ")})`;
    case "text":
    case "unknown":
      return undefined;
  }
}

function textLiteral(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

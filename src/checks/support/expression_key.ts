import type { Expression } from "../../model/model.ts";
import { partsOf } from "./expressions.ts";

/**
 * A text that two expressions share only if they come to the same at the same moment; undefined where chance
 * is drawn (each place draws its own) and where something is unknown.
 */
export function keyOf(expression: Expression): string | undefined {
  const parts: string[] = [];
  for (const part of partsOf(expression)) {
    const key = keyOf(part);
    if (key === undefined) return undefined;
    parts.push(key);
  }
  switch (expression.kind) {
    case "number":
    case "boolean":
      return String(expression.value);
    case "text":
      return JSON.stringify(expression.value);
    case "value":
      return `value ${expression.value}`;
    case "parameter":
      return `parameter ${expression.name}`;
    case "expectation":
    case "quantity":
      return `${expression.owner}.${expression.name}`;
    case "designated":
      return `designated ${expression.owner}`;
    case "step":
      return "step";
    case "count":
      return `count ${expression.of.owner}.${expression.of.name}`;
    case "call":
      return drawing.has(expression.function) ? undefined : `${expression.function}(${parts.join(", ")})`;
    case "chain":
      return `(${parts.map((part, index) => part + (expression.operators[index] ?? "")).join(" ")})`;
    case "comparison":
      return `(${parts.join(expression.operator)})`;
    case "not":
      return `not ${parts[0]}`;
    case "negative":
      return `-${parts[0]}`;
    case "power":
      return `(${parts.join("^")})`;
    case "unknown":
      return undefined;
  }
}

const drawing: ReadonlySet<string> = new Set(["chance", "uniform", "normal"]);

/** The key of a pair that is compared, the same in either order; `turned` if it names the right side first. */
export function relationKey(
  left: Expression,
  right: Expression,
): { readonly key: string; readonly same: boolean; readonly turned: boolean } | undefined {
  const first = keyOf(left);
  const second = keyOf(right);
  if (first === undefined || second === undefined) return undefined;
  const turned = second < first;
  return {
    key: turned ? `${second} ? ${first}` : `${first} ? ${second}`,
    same: first === second,
    turned,
  };
}

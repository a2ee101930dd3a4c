import type { Expression, FunctionName } from "../../model/expression.ts";
import { partsOf } from "../../model/expression_parts.ts";

/** Keys found already, by expression; a long look at many conditions hands one along. */
export type KnownKeys = Map<Expression, string | undefined>;

/**
 * A text that two expressions share only if they come to the same at the same moment; undefined where chance
 * is drawn (each place draws its own) and where something is unknown.
 */
export function keyOf(expression: Expression, known?: KnownKeys): string | undefined {
  if (known === undefined) return keyMade(expression, known);
  const found = known.get(expression);
  if (found !== undefined || known.has(expression)) return found;
  const key = keyMade(expression, known);
  known.set(expression, key);
  return key;
}

function keyMade(expression: Expression, known: KnownKeys | undefined): string | undefined {
  const parts: string[] = [];
  for (const part of partsOf(expression)) {
    const key = keyOf(part, known);
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
      return draws(expression.function) ? undefined : `${expression.function}(${parts.join(", ")})`;
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

/** Whether a function draws a random number. */
export function draws(name: FunctionName): boolean {
  return name === "chance" || name === "uniform" || name === "normal";
}

/** The key of a pair that is compared, the same in either order; `turned` if it names the right side first. */
export function relationKey(
  left: Expression,
  right: Expression,
  known?: KnownKeys,
): { readonly key: string; readonly same: boolean; readonly turned: boolean } | undefined {
  const first = keyOf(left, known);
  const second = keyOf(right, known);
  if (first === undefined || second === undefined) return undefined;
  const turned = second < first;
  return {
    key: turned ? `${second} ? ${first}` : `${first} ? ${second}`,
    same: first === second,
    turned,
  };
}

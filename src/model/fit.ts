/* Whether an expression fits what is wanted of it, and what to report if it does not. */
import type { Expression, Type } from "./expression.ts";
import type { Named, TypeMismatchFacts, Use } from "./problems.ts";
import { namedPart, partOf } from "./owners.ts";
import type { Sight } from "./sight.ts";
import { numberType, withinBounds } from "./types.ts";

/** A type that is wanted, and what wants it. */
export interface WantedType {
  readonly type: Type;
  readonly declared?: Named | undefined;
}

/** What is wanted of an expression, and what it is put to use as. */
export interface Want extends WantedType {
  readonly use: Use;
  readonly operator?: string | undefined;
}

export function reportMismatch({ room }: Sight, expression: Expression, facts: TypeMismatchFacts): void {
  room.report.add({ check: "type_mismatch", place: expression.place, facts });
}

export function checkFit(sight: Sight, expression: Expression, want: Want): void {
  const facts = mismatch(sight, expression, want);
  if (facts !== undefined) reportMismatch(sight, expression, facts);
}

function mismatch(sight: Sight, expression: Expression, want: Want): TypeMismatchFacts | undefined {
  const { use, declared, operator, type: wanted } = want;
  const found = expression.type;
  if (found.kind === "unknown" || wanted.kind === "unknown") return undefined;
  if (found === wanted && found.kind !== "number") return undefined;
  if (found.kind === "number" && wanted.kind === "number") {
    if (found.unit !== undefined && wanted.unit !== undefined && found.unit !== wanted.unit) {
      const left = { unit: wanted.unit, place: declared?.place ?? expression.place };
      const right = { unit: found.unit, place: expression.place };
      return { kind: "units", use, operator, left, right, declared };
    }
    const value = constantOf(expression);
    if (value === undefined || withinBounds(value, wanted)) return undefined;
    return { kind: "bounds", use, value, low: wanted.low, high: wanted.high, declared };
  }
  if (found.kind === "enumeration" && wanted.kind === "enumeration") {
    const listed = new Set(wanted.values);
    const surplus = found.values.filter((value) => !listed.has(value));
    if (surplus.length === 0) return undefined;
    return {
      kind: "wider enumeration",
      use,
      found: found.values,
      wanted: wanted.values,
      surplus,
      declared,
    };
  }
  if (found.kind === wanted.kind) return undefined;
  return { kind: "type", use, wanted, found, declared, operator, thing: thingRead(sight, expression) };
}

/** What an expression is the mere name of. */
export function thingRead({ layers, room }: Sight, expression: Expression): Named | undefined {
  switch (expression.kind) {
    case "parameter":
      return layers.map((layer) => layer.get(expression.name)).find((seen) => seen?.kind === "parameter")
        ?.named;
    case "expectation":
    case "quantity": {
      const owner = room.ownersById.get(expression.owner);
      const part = owner && partOf(owner, expression.name, expression.kind);
      return owner && part && namedPart(owner, part);
    }
    default:
      return undefined;
  }
}

/** The type of numbers put together, which must not have two different units. */
export function sameUnit(
  sight: Sight,
  operands: readonly Expression[],
  use: Use,
  operators: readonly string[],
): Type {
  let first: { readonly unit: string; readonly expression: Expression } | undefined;
  for (const [index, expression] of operands.entries()) {
    const unit = expression.type.kind === "number" ? expression.type.unit : undefined;
    if (unit === undefined) continue;
    if (first === undefined) {
      first = { unit, expression };
    } else if (first.unit !== unit) {
      reportMismatch(sight, expression, {
        kind: "units",
        use,
        operator: operators[index - 1] ?? operators[0],
        left: { unit: first.unit, place: first.expression.place },
        right: { unit, place: expression.place },
      });
      return numberType;
    }
  }
  return first === undefined ? numberType : { kind: "number", unit: first.unit };
}

/** The value of an expression that is made of numbers alone. */
export function constantOf(expression: Expression): number | undefined {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "negative": {
      const value = constantOf(expression.operand);
      return value === undefined ? undefined : -value;
    }
    case "chain": {
      let result: number | undefined;
      for (const [index, operand] of expression.operands.entries()) {
        const value = constantOf(operand);
        if (value === undefined) return undefined;
        result = index === 0 ? value : combine(result, expression.operators[index - 1], value);
        if (result === undefined) return undefined;
      }
      return result;
    }
    default:
      return undefined;
  }
}

function combine(left: number | undefined, operator: string | undefined, right: number): number | undefined {
  if (left === undefined) return undefined;
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? undefined : left / right;
    default:
      return undefined;
  }
}

/*
 * From expressions as written to expressions of the model, each with its type. What is wanted decides what a bare
 * name may be; what does not fit is reported once, and nothing follows from it: `unknown` fits everything.
 */
import { unreachable } from "../base/unreachable.ts";
import type * as tree from "../syntax/tree.ts";
import { lowerCall } from "./calls.ts";
import { checkFit, reportMismatch, sameUnit, thingRead } from "./fit.ts";
import type { Want, WantedType } from "./fit.ts";
import type { Expression, Type } from "./expression.ts";
import type { TypeMismatchFacts, Use } from "./problems.ts";
import { readPath, typeOfName, unknownAt } from "./reading.ts";
import { placeOf } from "./room.ts";
import type { Sight } from "./sight.ts";
import { booleanType, numberType, textType } from "./types.ts";

/** Lowers an expression, and reports what does not fit what is wanted of it. */
export function lowerWanted(sight: Sight, node: tree.Expression, want: Want): Expression {
  const expression = lowerExpression(sight, node, want);
  checkFit(sight, expression, want);
  return expression;
}

/** Lowers a condition. */
export function lowerCondition(sight: Sight, node: tree.Expression, use: Use = "condition"): Expression {
  return lowerWanted(sight, node, { type: booleanType, use });
}

/**
 * Lowers an expression. `wanted`, if it is an enumeration, says which values a bare name may be; whether the whole
 * fits what is wanted is for the caller to check.
 */
export function lowerExpression(sight: Sight, node: tree.Expression, wanted?: WantedType): Expression {
  const place = placeOf(sight, node);
  switch (node.kind) {
    case "Missing":
      return unknownAt(sight, node);
    case "NumberLiteral":
      return { kind: "number", value: node.value, type: numberType, place };
    case "TextLiteral":
      return { kind: "text", value: node.value, type: textType, place };
    case "BooleanLiteral": {
      // `code true / untrue`: the two reserved words may be values of a code.
      const value = String(node.value);
      return wanted?.type.kind === "enumeration" && wanted.type.values.includes(value)
        ? { kind: "value", value, type: wanted.type, place }
        : { kind: "boolean", value: node.value, type: booleanType, place };
    }
    case "NamePath":
      return readPath(sight, node, wanted);
    case "Group":
      return lowerExpression(sight, node.inner, wanted);
    case "Call":
      return lowerCall(sight, node, lowerWanted);
    case "Chain":
      return lowerChain(sight, node);
    case "Comparison":
      return lowerComparison(sight, node);
    case "Not": {
      const operand = lowerWanted(sight, node.operand, {
        type: booleanType,
        use: "operand",
        operator: "not",
      });
      return { kind: "not", operand, type: booleanType, place };
    }
    case "Negative": {
      const operand = lowerWanted(sight, node.operand, { type: numberType, use: "operand", operator: "-" });
      return { kind: "negative", operand, type: plainNumber(operand.type), place };
    }
    case "Power": {
      const want: Want = { type: numberType, use: "operand", operator: "^" };
      const base = lowerWanted(sight, node.base, want);
      const exponent = lowerWanted(sight, node.exponent, want);
      return { kind: "power", base, exponent, type: numberType, place };
    }
    default:
      return unreachable(node);
  }
}

function lowerChain(sight: Sight, node: tree.Chain): Expression {
  const { operators } = node;
  const place = placeOf(sight, node);
  const logical = operators[0] === "and" || operators[0] === "or";
  const operands = node.operands.map((operand, index) =>
    lowerWanted(sight, operand, {
      type: logical ? booleanType : numberType,
      use: "operand",
      operator: operators[Math.max(0, index - 1)],
    }),
  );
  if (logical) return { kind: "chain", operators, operands, type: booleanType, place };
  const additive = operators[0] === "+" || operators[0] === "-";
  const type = additive ? sameUnit(sight, operands, "operand", operators) : numberType;
  return { kind: "chain", operators, operands, type, place };
}

/** A number of the unit of another, without its bounds. */
function plainNumber(type: Type): Type {
  return type.kind === "number" && type.unit !== undefined ? { kind: "number", unit: type.unit } : numberType;
}

// ── Comparisons ───────────────────────────────────────────────────────────

/** Lowers a comparison: each side says of which type the other may be a value. */
function lowerComparison(sight: Sight, node: tree.Comparison): Expression {
  const leftWord = wordIn(node.left);
  const rightWord = wordIn(node.right);
  let left: Expression;
  let right: Expression;
  if (leftWord !== undefined && rightWord === undefined) {
    right = lowerExpression(sight, node.right);
    left = lowerExpression(sight, node.left, wantedBy(sight, right));
  } else {
    const type = rightWord === undefined ? undefined : typeOfName(sight, rightWord);
    left = lowerExpression(sight, node.left, type && { type });
    right = lowerExpression(sight, node.right, wantedBy(sight, left));
  }
  const comparison: Expression = {
    kind: "comparison",
    operator: node.operator,
    left,
    right,
    type: booleanType,
    place: placeOf(sight, node),
  };
  checkComparison(sight, comparison, left, right, node.operator);
  return comparison;
}

/** What a side of a comparison wants of the other: to be a value of its type, if it has values. */
function wantedBy(sight: Sight, side: Expression): WantedType {
  const { type } = side;
  return type.kind === "enumeration" ? { type, declared: thingRead(sight, side) } : { type };
}

/** The bare word that an expression consists of: a name, or `true` or `false`. */
function wordIn(node: tree.Expression): string | undefined {
  if (node.kind === "Group") return wordIn(node.inner);
  if (node.kind === "BooleanLiteral") return String(node.value);
  return node.kind === "NamePath" && node.names.length === 1 ? node.names[0]?.text : undefined;
}

function checkComparison(
  sight: Sight,
  comparison: Expression,
  left: Expression,
  right: Expression,
  operator: tree.ComparisonOperator,
): void {
  if (left.type.kind === "unknown" || right.type.kind === "unknown") return;
  if (operator !== "=" && operator !== "!=") {
    for (const side of [left, right]) {
      if (side.type.kind === "number") continue;
      reportMismatch(sight, side, { kind: "order", operator, found: side.type });
      return;
    }
  }
  if (left.type.kind === "number" && right.type.kind === "number") {
    sameUnit(sight, [left, right], "comparison", [operator]);
    return;
  }
  const facts: TypeMismatchFacts = {
    kind: "unlike",
    operator: operator === "!=" ? "!=" : "=",
    left: { type: left.type, place: left.place },
    right: { type: right.type, place: right.place },
  };
  if (!comparable(left.type, right.type)) reportMismatch(sight, comparison, facts);
}

/** Whether two things could ever be equal: of one kind, and with a value in common. */
function comparable(left: Type, right: Type): boolean {
  if (left === right) return true;
  if (left.kind === "enumeration" && right.kind === "enumeration") {
    const listed = new Set(left.values);
    return right.values.some((value) => listed.has(value));
  }
  return left.kind === right.kind;
}

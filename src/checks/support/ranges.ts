/*
 * What an expression can come to, whatever happens in a run, given the declared types and bounds. The claims are
 * sound: what is said to hold always or never does so in every run. They are not complete: what is not claimed may
 * still be so. What overflows the largest number is left out of account: that is `not_a_number`, not a decision.
 */
import type { Expression } from "../../model/expression.ts";
import type { Assumptions } from "./assumptions.ts";
import { narrowedBy, nothingAssumed, withRange } from "./assumptions.ts";
import type { Comparison } from "./comparisons.ts";
import {
  assumeRelations,
  assumeValues,
  equality,
  isSame,
  noValue,
  relationsMeant,
  relationsOf,
} from "./comparisons.ts";
import { partsOf } from "../../model/expression_parts.ts";
import type { Range, Truth } from "./range.ts";
import {
  arithmeticRange,
  callRange,
  listedRange,
  negativeRange,
  numberRange,
  powerRange,
  rangeOfType,
  truthRange,
  unknownRange,
  valuesRange,
} from "./range.ts";

export type { Assumptions };
export { nothingAssumed };

/** Whether a condition holds in every case. */
export function alwaysHolds(condition: Expression, assumptions = nothingAssumed): boolean {
  const { canFail, breaks } = truthOf(condition, assumptions);
  return !canFail && !breaks;
}

/** Whether a condition holds in no case. */
export function neverHolds(condition: Expression, assumptions = nothingAssumed): boolean {
  return !truthOf(condition, assumptions).canHold;
}

/** Whether a condition can hold, and can fail. */
export function truthOf(condition: Expression, assumptions = nothingAssumed): Truth {
  const range = rangeOf(condition, assumptions);
  return range.kind === "truth" ? range : { canHold: true, canFail: true, breaks: true };
}

/** All that an expression can come to. */
export function rangeOf(expression: Expression, assumptions = nothingAssumed): Range {
  return narrowedBy(assumptions, expression, computedRange(expression, assumptions));
}

type ExpressionOf<Kind extends Expression["kind"]> = Extract<Expression, { kind: Kind }>;

function computedRange(expression: Expression, assumptions: Assumptions): Range {
  switch (expression.kind) {
    case "number":
      return numberRange({ low: expression.value, high: expression.value });
    case "boolean":
      return truthRange(expression.value, !expression.value);
    case "value":
      return valuesRange([expression.value]);
    case "parameter":
    case "expectation":
    case "quantity":
      return rangeOfType(expression.type);
    case "designated":
      return expression.type.kind === "enumeration"
        ? listedRange([...expression.type.values, noValue])
        : unknownRange;
    case "step":
    case "count":
      return numberRange({ low: 0, high: Infinity });
    case "negative":
      return negativeRange(rangeOf(expression.operand, assumptions));
    case "not": {
      const { canHold, canFail, breaks } = truthOf(expression.operand, assumptions);
      return truthRange(canFail, canHold, breaks);
    }
    case "chain":
      return chainRange(expression, assumptions);
    case "comparison":
      return comparisonRange(expression, assumptions);
    case "power":
      return powerRange(rangeOf(expression.base, assumptions), rangeOf(expression.exponent, assumptions));
    case "call":
      return callRange(
        expression.function,
        expression.args.map((argument) => rangeOf(argument, assumptions)),
      );
    case "text":
    case "unknown":
      return unknownRange;
  }
}

function chainRange(chain: ExpressionOf<"chain">, assumptions: Assumptions): Range {
  const [first, ...others] = chain.operands;
  if (first === undefined) return unknownRange;
  let total = rangeOf(first, assumptions);
  for (const [index, operand] of others.entries()) {
    const operator = chain.operators[index];
    if (operator === undefined) return unknownRange;
    if (operator === "and" || operator === "or") return logicalRange(chain, operator, assumptions);
    total = arithmeticRange(total, operator, rangeOf(operand, assumptions));
  }
  return total;
}

/** So many operands of a chain are held against each other; of more, each is looked at by itself. */
const mostRelated = 24;

/** Each operand is looked at as if those before it had left the matter open, so that `x > 3 and x < 2` never holds. */
function logicalRange(chain: ExpressionOf<"chain">, operator: "and" | "or", assumptions: Assumptions): Range {
  const open = operator === "and";
  let assumed: Assumptions | undefined = assumptions;
  let canSettle = false;
  let breaks = false;
  for (const [index, operand] of chain.operands.entries()) {
    const alone = truthOf(operand, assumptions);
    // Whether a run looks at the later operands when an earlier one has settled the matter is left open here.
    breaks ||= alone.breaks;
    if (assumed === undefined) continue;
    const one: Truth = assumed === assumptions ? alone : truthOf(operand, assumed);
    canSettle ||= open ? one.canFail : one.canHold;
    if (open ? !one.canHold : !one.canFail) assumed = undefined;
    else if (matters(operand, chain.operands.slice(index + 1, mostRelated)))
      assumed = followed(operand, open, assumed);
  }
  const canStayOpen = assumed !== undefined;
  canSettle ||= !canStayOpen;
  return open ? truthRange(canStayOpen, canSettle, breaks) : truthRange(canSettle, canStayOpen, breaks);
}

/** Whether what is said of one operand can matter to others: they look at something in common. */
function matters(operand: Expression, others: readonly Expression[]): boolean {
  const names = new Set(namesIn(operand));
  return others.some((other) => namesIn(other).some((name) => names.has(name)));
}

/** The names of what an expression looks at. */
function namesIn(expression: Expression, found: string[] = []): readonly string[] {
  if ("name" in expression) found.push(expression.name);
  else if (expression.kind === "step" || expression.kind === "designated") found.push(expression.kind);
  else if (expression.kind === "count") found.push(expression.of.name);
  else for (const part of partsOf(expression)) namesIn(part, found);
  return found;
}

function comparisonRange(comparison: Comparison, assumptions: Assumptions): Range {
  const left = rangeOf(comparison.left, assumptions);
  const right = rangeOf(comparison.right, assumptions);
  if (left.kind === "number" && right.kind === "number") {
    const possible = relationsOf(comparison, left, right, assumptions);
    const meant = relationsMeant[comparison.operator];
    const canHold = possible.some((relation) => meant.has(relation));
    const canFail = !possible.every((relation) => meant.has(relation));
    return truthRange(canHold, canFail, left.breaks || right.breaks);
  }
  const equal = equality(left, right, isSame(comparison.left, comparison.right, assumptions));
  if (equal === undefined) return unknownRange;
  return comparison.operator === "!="
    ? truthRange(equal.canFail, equal.canHold, equal.breaks)
    : truthRange(equal.canHold, equal.canFail, equal.breaks);
}

/**
 * What else is so if the condition holds, or (`holds` false) if it is computed and does not.
 * Undefined if that cannot be.
 */
export function assume(
  condition: Expression,
  holds: boolean,
  assumptions: Assumptions,
): Assumptions | undefined {
  const now = truthOf(condition, assumptions);
  return (holds ? now.canHold : now.canFail) ? followed(condition, holds, assumptions) : undefined;
}

/** The same, of a condition that is known to be able to come out so. */
export function followed(
  condition: Expression,
  holds: boolean,
  assumptions: Assumptions,
): Assumptions | undefined {
  switch (condition.kind) {
    case "not":
      return followed(condition.operand, !holds, assumptions);
    case "chain":
      return assumeChain(condition, holds, assumptions);
    case "comparison":
      return assumeComparison(condition, holds, assumptions);
    default:
      return withRange(condition, truthRange(holds, !holds), assumptions);
  }
}

function assumeChain(
  chain: ExpressionOf<"chain">,
  holds: boolean,
  assumptions: Assumptions,
): Assumptions | undefined {
  const all = (chain.operators[0] === "and") === holds;
  if (all && chain.operands.length <= mostRelated) {
    let assumed: Assumptions | undefined = assumptions;
    for (const operand of chain.operands) {
      assumed = assume(operand, holds, assumed);
      if (assumed === undefined) return undefined;
    }
    return assumed;
  }
  if (all) return withRange(chain, truthRange(holds, !holds), assumptions);
  // At least one operand comes out this way: it is known which if only one can.
  const able = chain.operands.filter((operand) => {
    const one = truthOf(operand, assumptions);
    return holds ? one.canHold : one.canFail;
  });
  const [only] = able;
  if (able.length === 1 && only !== undefined) return followed(only, holds, assumptions);
  return withRange(chain, truthRange(holds, !holds), assumptions);
}

function assumeComparison(
  comparison: Comparison,
  holds: boolean,
  assumptions: Assumptions,
): Assumptions | undefined {
  const { left, right, operator } = comparison;
  const leftRange = rangeOf(left, assumptions);
  const rightRange = rangeOf(right, assumptions);
  if (leftRange.kind === "number" && rightRange.kind === "number") {
    const relations = relationsOf(comparison, leftRange, rightRange, assumptions).filter(
      (relation) => relationsMeant[operator].has(relation) === holds,
    );
    return assumeRelations(left, leftRange, right, rightRange, relations, assumptions);
  }
  const equal = (operator === "=") === holds;
  if (leftRange.kind === "truth" && rightRange.kind === "truth") {
    if (isSettled(rightRange)) return assume(left, equal === rightRange.canHold, assumptions);
    if (isSettled(leftRange)) return assume(right, equal === leftRange.canHold, assumptions);
    return assumptions;
  }
  if (leftRange.kind === "values" && rightRange.kind === "values") {
    return assumeValues(left, leftRange.values, right, rightRange.values, equal, assumptions);
  }
  return assumptions;
}

function isSettled(truth: Truth): boolean {
  return truth.canHold !== truth.canFail;
}

/* How two sides of a comparison can stand to each other, and what follows for both if they do. */
import type { Expression } from "../../model/expression.ts";
import type { Assumptions } from "./assumptions.ts";
import { assumedOf, withRange } from "./assumptions.ts";
import { keyOf, relationKey } from "./expression_key.ts";
import type { Interval, Relation } from "./interval.ts";
import { intersection, relationsBetween, widened } from "./interval.ts";
import type { Range, Truth } from "./range.ts";
import { numberRange, valuesRange } from "./range.ts";

export type Comparison = Extract<Expression, { kind: "comparison" }>;

/** Stands for `designated` before the first designation, when it equals no value. */
export const noValue = "";

/** Whether two truths, or two values, can be equal and can differ; `same` if both sides are the same expression. */
export function equality(left: Range, right: Range, same: boolean): Truth | undefined {
  if (left.kind === "truth" && right.kind === "truth") {
    const breaks = left.breaks || right.breaks;
    if (same) return { canHold: true, canFail: false, breaks };
    return {
      canHold: (left.canHold && right.canHold) || (left.canFail && right.canFail),
      canFail: (left.canHold && right.canFail) || (left.canFail && right.canHold),
      breaks,
    };
  }
  if (left.kind === "values" && right.kind === "values") {
    const shared = [...left.values].some((value) => value !== noValue && right.values.has(value));
    const certain = shared && left.values.size === 1 && right.values.size === 1;
    return { canHold: shared, canFail: !certain, breaks: false };
  }
  return undefined;
}

/** How the two sides can stand to each other, by their ranges and by what is assumed of the pair. */
export function relationsOf(
  { left, right }: Comparison,
  leftRange: Interval,
  rightRange: Interval,
  assumptions: Assumptions,
): readonly Relation[] {
  const possible = relationsBetween(leftRange, rightRange);
  if (possible.length === 1) return possible;
  if (assumptions.relations === undefined) {
    return isSame(left, right, assumptions) ? ["equal"] : possible;
  }
  const pair = relationKey(left, right, assumptions.keys);
  if (pair === undefined) return possible;
  if (pair.same) return ["equal"];
  const known = assumedOf(pair.key, assumptions.relations);
  if (known === undefined) return possible;
  return possible.filter((relation) => known.has(pair.turned ? turnedRound(relation) : relation));
}

/** Whether both sides are one expression. Keys are made only for those that could be. */
export function isSame(left: Expression, right: Expression, { keys }: Assumptions): boolean {
  if (left.kind !== right.kind) return false;
  const key = keyOf(left, keys);
  return key !== undefined && key === keyOf(right, keys);
}

/** The relations in which a comparison holds. */
export const relationsMeant: Readonly<Record<Comparison["operator"], ReadonlySet<Relation>>> = {
  "=": new Set<Relation>(["equal"]),
  "!=": new Set<Relation>(["less", "greater"]),
  "<": new Set<Relation>(["less"]),
  "<=": new Set<Relation>(["less", "equal"]),
  ">": new Set<Relation>(["greater"]),
  ">=": new Set<Relation>(["greater", "equal"]),
};

function turnedRound(relation: Relation): Relation {
  return relation === "less" ? "greater" : relation === "greater" ? "less" : "equal";
}

/** What follows if the two sides stand in one of these relations; undefined if they cannot. */
export function assumeRelations(
  left: Expression,
  leftRange: Interval,
  right: Expression,
  rightRange: Interval,
  relations: readonly Relation[],
  assumptions: Assumptions,
): Assumptions | undefined {
  const less = relations.includes("less");
  const greater = relations.includes("greater");
  const nearLeft = widened(leftRange);
  const nearRight = widened(rightRange);
  const newLeft = intersection(leftRange, {
    low: less ? -Infinity : nearRight.low,
    high: greater ? Infinity : nearRight.high,
  });
  const newRight = intersection(rightRange, {
    low: greater ? -Infinity : nearLeft.low,
    high: less ? Infinity : nearLeft.high,
  });
  if (newLeft === undefined || newRight === undefined) return undefined;
  const narrowedRanges = withRange(
    right,
    numberRange(newRight),
    withRange(left, numberRange(newLeft), assumptions),
  );
  const pair = relationKey(left, right, assumptions.keys);
  if (pair === undefined || pair.same) return narrowedRanges;
  const known = new Set(relations.map((relation) => (pair.turned ? turnedRound(relation) : relation)));
  const { ranges, keys } = narrowedRanges;
  return { ranges, relations: { key: pair.key, value: known, earlier: assumptions.relations }, keys };
}

/** What follows if two values are equal, or differ. */
export function assumeValues(
  left: Expression,
  leftValues: ReadonlySet<string>,
  right: Expression,
  rightValues: ReadonlySet<string>,
  equal: boolean,
  assumptions: Assumptions,
): Assumptions {
  const remaining = (own: ReadonlySet<string>, other: ReadonlySet<string>): Range =>
    valuesRange(
      [...own].filter((value) =>
        equal
          ? value !== noValue && other.has(value)
          : other.size > 1 || !other.has(value) || value === noValue,
      ),
    );
  return withRange(
    right,
    remaining(rightValues, leftValues),
    withRange(left, remaining(leftValues, rightValues), assumptions),
  );
}

import type { Expression } from "../../model/expression.ts";
import type { KnownKeys } from "./expression_key.ts";
import { keyOf } from "./expression_key.ts";
import type { Relation } from "./interval.ts";
import { intersection } from "./interval.ts";
import type { Range } from "./range.ts";
import { numberRange, truthRange, valuesRange } from "./range.ts";

/**
 * What is taken to be so while an expression is looked at: what expressions can be, and how pairs of them can
 * compare, by their keys. Never changed; `assume` makes new ones.
 */
export interface Assumptions {
  readonly ranges: ReadonlyMap<string, Range>;
  readonly relations: ReadonlyMap<string, ReadonlySet<Relation>>;
  /** Keys found on the way; they say nothing by themselves. */
  readonly keys?: KnownKeys;
}

export const nothingAssumed: Assumptions = { ranges: new Map(), relations: new Map() };

/** The assumptions, with the expression being what the range says. */
export function withRange(expression: Expression, range: Range, assumptions: Assumptions): Assumptions {
  const key = keyOf(expression, assumptions.keys);
  if (key === undefined) return assumptions;
  return { ...assumptions, ranges: new Map(assumptions.ranges).set(key, range) };
}

/** The range of an expression, as far as the assumptions allow. */
export function narrowedBy(assumptions: Assumptions, expression: Expression, range: Range): Range {
  if (assumptions.ranges.size === 0) return range;
  const key = keyOf(expression, assumptions.keys);
  const known = key === undefined ? undefined : assumptions.ranges.get(key);
  return known === undefined ? range : narrowed(range, known);
}

function narrowed(range: Range, known: Range): Range {
  if (range.kind === "number" && known.kind === "number") {
    return numberRange(intersection(range, known) ?? known, range.breaks);
  }
  if (range.kind === "truth" && known.kind === "truth") {
    return truthRange(range.canHold && known.canHold, range.canFail && known.canFail, range.breaks);
  }
  if (range.kind === "values" && known.kind === "values") {
    return valuesRange([...range.values].filter((value) => known.values.has(value)));
  }
  return range;
}

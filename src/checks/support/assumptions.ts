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
  /** The newest first. A list, since few are made and each is looked up a few times: cheaper than a copy of a map. */
  readonly ranges: Assumed<Range> | undefined;
  readonly relations: Assumed<ReadonlySet<Relation>> | undefined;
  /** Keys found on the way; they say nothing by themselves. */
  readonly keys: KnownKeys | undefined;
}

/** What is assumed of one key, and what was assumed before it. */
export interface Assumed<Value> {
  readonly key: string;
  readonly value: Value;
  readonly earlier: Assumed<Value> | undefined;
}

export const nothingAssumed: Assumptions = { ranges: undefined, relations: undefined, keys: undefined };

/** What was assumed last of a key. */
export function assumedOf<Value>(key: string, newest: Assumed<Value> | undefined): Value | undefined {
  for (let one = newest; one !== undefined; one = one.earlier) if (one.key === key) return one.value;
  return undefined;
}

/** The assumptions, with the expression being what the range says. Of a number nothing more can be assumed. */
export function withRange(expression: Expression, range: Range, assumptions: Assumptions): Assumptions {
  if (expression.kind === "number") return assumptions;
  const key = keyOf(expression, assumptions.keys);
  if (key === undefined) return assumptions;
  const { ranges, relations, keys } = assumptions;
  return { ranges: { key, value: range, earlier: ranges }, relations, keys };
}

/** The range of an expression, as far as the assumptions allow. */
export function narrowedBy(assumptions: Assumptions, expression: Expression, range: Range): Range {
  if (assumptions.ranges === undefined || expression.kind === "number") return range;
  const key = keyOf(expression, assumptions.keys);
  const known = key === undefined ? undefined : assumedOf(key, assumptions.ranges);
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

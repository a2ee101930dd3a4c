/* What came of an experiment: plain data, computed from the numbers of all runs in their order, whoever has carried them out. */
import { designOf } from "./design.ts";
import { columnsOf, digestOf, totalOf, type Manifest, type MeasuredAs } from "./manifest.ts";
import { sensitivitiesOf, type Sensitivity } from "./sensitivities.ts";
import {
  deviationOf,
  meanOf,
  quantileOf,
  shareOf,
  squared,
  studentInterval,
  type Estimate,
} from "./statistics.ts";
import { wrong } from "./wrong.ts";

/** Of a number: where it lies, and how widely it is spread. Of what holds or does not: in which share of the runs. */
export type Summary =
  | {
      readonly kind: "number";
      /** Of how many runs; those without a result are left out. */
      readonly runs: number;
      readonly mean: Estimate;
      readonly deviation: number;
      readonly least: number;
      readonly lowerQuartile: Estimate;
      readonly median: Estimate;
      readonly upperQuartile: Estimate;
      readonly most: number;
    }
  | { readonly kind: "share"; readonly runs: number; readonly held: number; readonly share: Estimate };

export interface MeasureResult extends MeasuredAs {
  readonly overall: Summary;
  /** Over the runs of one combination. */
  readonly at: (point: number) => Summary;
  /** In a factorial design: the least and the greatest mean or share of a combination, and where it is. */
  readonly extremes: { readonly least: Extreme; readonly greatest: Extreme } | undefined;
}

export interface Extreme {
  readonly value: number;
  readonly point: number;
}

export interface VariantResult {
  readonly name: string;
  readonly measures: readonly MeasureResult[];
  /** In how many runs something went wrong. */
  readonly broken: number;
  readonly violated: number;
  readonly unmeasured: number;
}

/** By how much a measure is greater in the first of two variants than in the second, pair by pair on the same random numbers. */
export interface Difference {
  readonly measure: MeasuredAs;
  readonly pairs: number;
  readonly mean: Estimate;
  /** In how many pairs it is greater, less, the same. */
  readonly greater: number;
  readonly less: number;
}

/**
 * What the intervals over all combinations speak of: nothing is uncertain; the combinations that are listed, and chance; all that lies
 * in the ranges, of which the combinations are a sample; or nothing, since the combinations were chosen to see what depends on what, and
 * depend on one another.
 */
export type Basis = "exact" | "listed" | "space" | "none";

export interface ExperimentResult {
  readonly manifest: Manifest;
  readonly digest: string;
  readonly basis: Basis;
  readonly valuesAt: (point: number) => readonly number[];
  readonly variants: readonly VariantResult[];
  readonly differences: readonly Difference[];
  /** Of the first variant. */
  readonly sensitivities: readonly Sensitivity[];
}

export function basisOf({ design, chance }: Manifest): Basis {
  switch (design.kind) {
    case "factorial":
      return chance ? "listed" : "exact";
    case "lhs":
    case "sobol":
      return "space";
    case "morris":
    case "saltelli":
      return "none";
  }
}

/** Of all numbers of all runs, one after another, what is to be said. */
export function resultsOf(manifest: Manifest, numbers: Float64Array): ExperimentResult {
  const { runs, measures, variants, combinations, chance } = manifest;
  const design = designOf(manifest.design, manifest.vary, manifest.seed, chance);
  const columns = columnsOf(manifest);
  const basis = basisOf(manifest);
  const column = (number: number, first: number, count: number): Float64Array => {
    const values = new Float64Array(count);
    for (let index = 0; index < count; index += 1)
      values[index] = numbers[(first + index) * columns + number] ?? NaN;
    return values;
  };
  const columnOf = (variant: number, measure: number): number => variant * (measures.length + 1) + measure;
  const whole = (variant: number, measure: number) =>
    column(columnOf(variant, measure), 0, totalOf(manifest));
  return {
    manifest,
    digest: digestOf(manifest, numbers),
    basis,
    valuesAt: design.at,
    variants: variants.map((name, variant) => {
      const flags = whole(variant, measures.length);
      const having = (flag: number): number => flags.filter((each) => (each & flag) !== 0).length;
      return {
        name,
        broken: having(wrong.broken),
        violated: having(wrong.violated),
        unmeasured: having(wrong.unmeasured),
        measures: measures.map((measure, index) => {
          const at = (point: number): Summary =>
            summaryOf(measure, column(columnOf(variant, index), point * runs, runs), chance);
          return {
            ...measure,
            overall: overallOf(measure, whole(variant, index), manifest, basis),
            at,
            extremes: manifest.design.kind === "factorial" ? extremesOf(combinations, at) : undefined,
          };
        }),
      };
    }),
    differences:
      variants.length < 2
        ? []
        : measures.map((measure, index) =>
            differenceOf(measure, whole(0, index), whole(1, index), manifest, basis),
          ),
    sensitivities: measures.flatMap((measure, index) => sensitivitiesOf(manifest, measure, whole(0, index))),
  };
}

function overallOf(measure: MeasuredAs, all: Float64Array, manifest: Manifest, basis: Basis): Summary {
  const { runs } = manifest;
  const isSample = basis === "listed" || basis === "space";
  const summary = summaryOf(measure, all, isSample);
  if (!isSample) return summary;
  if (basis === "space") {
    // The combinations are the sample: runs of the same one say less than runs of as many others.
    if (runs === 1) return summary;
    const mean = meanOf(meansByPoint(all, runs));
    return summary.kind === "number"
      ? { ...summary, ...withoutQuantileIntervals(summary), mean }
      : { ...summary, share: { ...summary.share, interval: mean.interval } };
  }
  // Of listed combinations each has its runs: only chance within them is uncertain. Wilson's interval of all runs is wide enough then.
  return summary.kind === "number"
    ? { ...summary, ...withoutQuantileIntervals(summary), mean: stratifiedMean(all, runs) }
    : summary;
}

function withoutQuantileIntervals({
  lowerQuartile,
  median,
  upperQuartile,
}: Extract<Summary, { kind: "number" }>) {
  const bare = ({ value }: Estimate): Estimate => ({ value, interval: undefined });
  return { lowerQuartile: bare(lowerQuartile), median: bare(median), upperQuartile: bare(upperQuartile) };
}

/** Of each combination the mean of its runs; those without a result are left out. */
function meansByPoint(all: Float64Array, runs: number): Float64Array {
  const means: number[] = [];
  for (let from = 0; from < all.length; from += runs) {
    const { value } = meanOf(withResult(all.subarray(from, from + runs)));
    if (!Number.isNaN(value)) means.push(value);
  }
  return Float64Array.from(means);
}

/** The mean of the combinations' means, of which each is uncertain by its own runs. */
function stratifiedMean(all: Float64Array, runs: number): Estimate {
  const value = meanOf(withResult(all)).value;
  const errors: number[] = [];
  let freedom = 0;
  for (let from = 0; from < all.length; from += runs) {
    const values = withResult(all.subarray(from, from + runs));
    if (values.length < 2) return { value, interval: undefined };
    errors.push(squared(deviationOf(values, meanOf(values).value)) / values.length);
    freedom += values.length - 1;
  }
  const variance = errors.reduce((sum, error) => sum + error, 0) / squared(errors.length);
  return { value, interval: studentInterval(value, Math.sqrt(variance), freedom) };
}

function withResult(values: Float64Array): Float64Array {
  return values.some(Number.isNaN) ? values.filter((value) => !Number.isNaN(value)) : values;
}

/** `uncertain`: whether the values are a sample of something, so that there is something to say about what they are a sample of. */
function summaryOf({ kind }: MeasuredAs, all: Float64Array, uncertain: boolean): Summary {
  const values = withResult(all);
  const runs = values.length;
  const said = (estimate: Estimate): Estimate =>
    uncertain ? estimate : { value: estimate.value, interval: undefined };
  if (kind === "share") {
    const held = values.filter((value) => value !== 0).length;
    return { kind, runs, held, share: said(shareOf(held, runs)) };
  }
  const sorted = values.toSorted();
  const mean = meanOf(values);
  return {
    kind,
    runs,
    mean: said(mean),
    deviation: deviationOf(values, mean.value),
    least: sorted[0] ?? NaN,
    lowerQuartile: said(quantileOf(sorted, 0.25)),
    median: said(quantileOf(sorted, 0.5)),
    upperQuartile: said(quantileOf(sorted, 0.75)),
    most: sorted.at(-1) ?? NaN,
  };
}

function extremesOf(combinations: number, at: (point: number) => Summary): MeasureResult["extremes"] {
  let [least, greatest]: [Extreme | undefined, Extreme | undefined] = [undefined, undefined];
  for (let point = 0; point < combinations; point += 1) {
    const summary = at(point);
    const { value } = summary.kind === "share" ? summary.share : summary.mean;
    if (Number.isNaN(value)) continue;
    if (least === undefined || value < least.value) least = { value, point };
    if (greatest === undefined || value > greatest.value) greatest = { value, point };
  }
  return least && greatest && { least, greatest };
}

function differenceOf(
  measure: MeasuredAs,
  one: Float64Array,
  other: Float64Array,
  { runs }: Manifest,
  basis: Basis,
): Difference {
  const all = one.map((value, index) => value - (other[index] ?? NaN));
  const pairs = withResult(all);
  const plain = meanOf(pairs);
  const mean =
    basis === "exact" || basis === "none"
      ? { value: plain.value, interval: undefined }
      : basis === "listed"
        ? stratifiedMean(all, runs)
        : runs === 1
          ? plain
          : { value: plain.value, interval: meanOf(meansByPoint(all, runs)).interval };
  return {
    measure,
    pairs: pairs.length,
    mean,
    greater: pairs.filter((value) => value > 0).length,
    less: pairs.filter((value) => value < 0).length,
  };
}

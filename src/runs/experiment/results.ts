/* What came of an experiment: plain data, computed from the numbers of all runs in their order. */
import type { Outcome } from "../../model/model.ts";
import { wrong } from "./measure.ts";
import type { Plan } from "./plan.ts";
import { meanOf, deviationOf, quantileOf, shareOf, type Estimate } from "./statistics.ts";

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

export interface MeasureResult {
  readonly name: string;
  readonly label: string | undefined;
  /** Over all runs of all combinations. */
  readonly overall: Summary;
  /** By combination; undefined where there are too many to be told apart. */
  readonly byPoint: readonly Summary[];
}

export interface VariantResult {
  readonly name: string;
  readonly measures: readonly MeasureResult[];
  /** In how many runs something went wrong. */
  readonly broken: number;
  readonly violated: number;
  readonly unmeasured: number;
}

export interface PointResult {
  readonly values: readonly number[];
}

export interface ExperimentResult {
  readonly plan: Plan;
  readonly points: readonly PointResult[];
  readonly variants: readonly VariantResult[];
}

/** Of all numbers of all runs, one after another, what is to be said. */
export function resultsOf(plan: Plan, numbers: Float64Array): ExperimentResult {
  const { design, runs, total, columns, measures, variants } = plan;
  const column = (number: number, first = 0, count = total): Float64Array => {
    const values = new Float64Array(count);
    for (let index = 0; index < count; index += 1)
      values[index] = numbers[(first + index) * columns + number] ?? NaN;
    return values;
  };
  return {
    plan,
    points: Array.from({ length: design.points }, (_, point) => ({ values: design.at(point) })),
    variants: variants.map(({ name }, variant) => {
      const from = variant * (measures.length + 1);
      const flags = column(from + measures.length);
      const having = (flag: number): number => flags.filter((each) => (each & flag) !== 0).length;
      return {
        name,
        broken: having(wrong.broken),
        violated: having(wrong.violated),
        unmeasured: having(wrong.unmeasured),
        measures: measures.map(({ name: measure, label, outcome }, index) => ({
          name: measure,
          label,
          overall: summaryOf(outcome, column(from + index)),
          byPoint: Array.from({ length: design.points }, (_, point) =>
            summaryOf(outcome, column(from + index, point * runs, runs)),
          ),
        })),
      };
    }),
  };
}

/** Whether a measure holds or does not, rather than being so and so much. */
export function isShare(outcome: Outcome): boolean {
  return outcome.kind !== "condition" || outcome.condition.type.kind === "boolean";
}

function summaryOf(outcome: Outcome, all: Float64Array): Summary {
  const values = all.filter((value) => !Number.isNaN(value));
  const runs = values.length;
  if (isShare(outcome)) {
    const held = values.filter((value) => value !== 0).length;
    return { kind: "share", runs, held, share: shareOf(held, runs) };
  }
  const sorted = values.toSorted();
  const mean = meanOf(values);
  return {
    kind: "number",
    runs,
    mean,
    deviation: deviationOf(values, mean.value),
    least: sorted[0] ?? NaN,
    lowerQuartile: quantileOf(sorted, 0.25),
    median: quantileOf(sorted, 0.5),
    upperQuartile: quantileOf(sorted, 0.75),
    most: sorted.at(-1) ?? NaN,
  };
}

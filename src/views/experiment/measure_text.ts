/* What a measure came to, in words. */
import { numberText } from "../../base/words.ts";
import { shownNumber } from "../../engine/values.ts";
import { shownAs, type Manifest, type MeasuredAs } from "../../runs/experiment/manifest.ts";
import type {
  Difference,
  ExperimentResult,
  Extreme,
  MeasureResult,
  Summary,
} from "../../runs/experiment/results.ts";
import type { Estimate } from "../../runs/experiment/statistics.ts";

/** The lines about one measure, over all combinations. */
export function measureText(
  { overall, extremes, reading }: MeasureResult,
  { manifest, valuesAt }: Pick<ExperimentResult, "manifest" | "valuesAt">,
): readonly string[] {
  if (overall.runs === 0) return ["no run gave a result"];
  const where = ({ point }: Extreme): string => combinationText(manifest, valuesAt(point));
  const apart =
    extremes !== undefined && manifest.combinations > 1 && extremes.least.value !== extremes.greatest.value
      ? extremes
      : undefined;
  if (overall.kind === "share") {
    const { held, runs, share } = overall;
    const lines = [
      `in ${estimateText(share, shareText)} of the runs: ${numberText(held)} of ${numberText(runs)}`,
    ];
    if (apart !== undefined && manifest.runs > 1)
      lines.push(`least with ${where(apart.least)}: ${shareText(apart.least.value)}; most with ${where(apart.greatest)}: ${shareText(apart.greatest.value)}`); // prettier-ignore
    return lines;
  }
  const shown = (value: number): string => shownAs(value, reading);
  const { mean, deviation, least, lowerQuartile, median, upperQuartile, most, runs } = overall;
  if (runs === 1) return [shown(mean.value)];
  if (least === most) return [`${shown(least)} in all ${numberText(runs)} runs`];
  const lines = [
    `on average ${estimateText(mean, shown)}, standard deviation ${shown(deviation)}`,
    `from ${shown(least)} to ${shown(most)}; median ${estimateText(median, shown)}, half of the runs between ${estimateText(lowerQuartile, shown)} and ${estimateText(upperQuartile, shown)}`,
  ];
  if (apart !== undefined) {
    const what = manifest.runs > 1 ? " on average" : "";
    lines.push(`least${what} with ${where(apart.least)}: ${shown(apart.least.value)}`);
    lines.push(`most${what} with ${where(apart.greatest)}: ${shown(apart.greatest.value)}`);
  }
  return lines;
}

/** By how much one variant is greater than the other. */
export function differenceText({ measure, pairs, mean, greater, less }: Difference): readonly string[] {
  const of = `of ${numberText(pairs)} pairs of runs`;
  if (pairs === 0) return [`${measure.name}: in no pair of runs did both have a result`];
  if (greater === 0 && less === 0) return [`${measure.name}: the same in all ${of.slice(3)}`];
  const same = pairs - greater - less;
  if (measure.kind === "share") {
    const points = (value: number): string => `${signed(roundTo(value * 100, 1), shownNumber)}`;
    return [
      `${measure.name}: by ${estimateText(mean, points)} percentage points more often; ${of} it holds in the first alone in ${numberText(greater)}, in the second alone in ${numberText(less)}`,
    ];
  }
  const shown = (value: number): string => shownAs(value, measure.reading);
  return [
    `${measure.name}: on average ${estimateText(mean, (value) => signed(value, shown))}; ${of} greater in ${numberText(greater)}, less in ${numberText(less)}, the same in ${numberText(same)}`,
  ];
}

/** `economy.price = 60, law.lending_limit = 70`. */
export function combinationText({ vary }: Manifest, values: readonly number[]): string {
  return vary
    .map(({ name, reading }, index) => `${name} = ${shownAs(values[index] ?? 0, reading)}`)
    .join(", ");
}

/** In short, as it stands in a table. */
export function summaryText(summary: Summary, { reading }: MeasuredAs): string {
  if (summary.runs === 0) return "–";
  if (summary.kind === "number") return estimateText(summary.mean, (value) => shownAs(value, reading));
  if (summary.runs === 1) return summary.held === 1 ? "yes" : "no";
  return estimateText(summary.share, shareText);
}

export function estimateText({ value, interval }: Estimate, shown: (value: number) => string): string {
  if (interval === undefined) return shown(value);
  return `${shown(value)} (${shown(interval.low)} to ${shown(interval.high)})`;
}

export function shareText(share: number): string {
  return `${shownNumber(roundTo(share * 100, 1))}%`;
}

function signed(value: number, shown: (value: number) => string): string {
  return value > 0 ? `+${shown(value)}` : shown(value);
}

function roundTo(value: number, places: number): number {
  const factor = 10 ** places;
  return Math.round(value * factor) / factor;
}

/* What a measure came to, in words. */
import { numberText } from "../../base/words.ts";
import { shownNumber } from "../../engine/values.ts";
import { shownAs, type Manifest, type MeasuredAs, type Reading } from "../../runs/experiment/manifest.ts";
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
  { manifest, valuesAt, basis }: Pick<ExperimentResult, "manifest" | "valuesAt" | "basis">,
): readonly string[] {
  if (overall.runs === 0) return ["no run gave a result"];
  const where = ({ point }: Extreme): string => combinationText(manifest, valuesAt(point));
  const apart =
    extremes !== undefined && manifest.combinations > 1 && extremes.least.value !== extremes.greatest.value
      ? extremes
      : undefined;
  const onAverage = manifest.runs > 1 ? " on average" : "";
  if (overall.kind === "share") {
    const { held, runs, share } = overall;
    const count = `${numberText(held)} of ${numberText(runs)}`;
    const lines = [
      basis === "space"
        ? `in ${estimateText(share, shareText)} of all that the ranges hold: in ${count} runs`
        : `in ${estimateText(share, shareText)} of the runs: ${count}`,
    ];
    if (apart !== undefined && manifest.runs > 1) {
      lines.push(`least often with ${where(apart.least)}: ${shareText(apart.least.value)}`);
      lines.push(`most often with ${where(apart.greatest)}: ${shareText(apart.greatest.value)}`);
    }
    return lines;
  }
  const shown = (value: number): string => shownAs(value, withoutUnit(reading));
  const { mean, deviation, least, lowerQuartile, median, upperQuartile, most, runs } = overall;
  if (least === most) return [runs === 1 ? shown(least) : `${shown(least)} in all ${numberText(runs)} runs`];
  const lines = [
    `on average ${estimateText(mean, shown)}, standard deviation ${shown(significant(deviation))}, median ${estimateText(median, shown)}`,
  ];
  if (runs >= worthQuartiles)
    lines.push(
      `a quarter of the runs below ${estimateText(lowerQuartile, shown)}, a quarter above ${estimateText(upperQuartile, shown)}`,
    );
  if (apart === undefined || manifest.runs > 1) lines.push(`from ${shown(least)} to ${shown(most)}`);
  if (apart !== undefined) {
    lines.push(`least${onAverage} with ${where(apart.least)}: ${shown(apart.least.value)}`);
    lines.push(`most${onAverage} with ${where(apart.greatest)}: ${shown(apart.greatest.value)}`);
  }
  return lines;
}

/** Of fewer runs quarters say little. */
const worthQuartiles = 20;

/** `price in 10,000 CNY "What a flat costs"`. */
export function measureHead({
  name,
  label,
  reading: { unit },
}: Pick<MeasuredAs, "name" | "reading"> & { readonly label?: string | undefined }): string {
  return `${name}${unit === undefined ? "" : ` in ${unit}`}${label === undefined ? "" : ` ${JSON.stringify(label)}`}`;
}

/** The unit is said once, in the head. */
export function withoutUnit({ unit: _unit, ...reading }: Reading): Reading {
  return reading;
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
      `${measure.name}: ${estimateText(mean, points)} percentage points; ${of} it holds in the first alone in ${numberText(greater)}, in the second alone in ${numberText(less)}`,
    ];
  }
  const shown = (value: number): string => shownAs(value, withoutUnit(measure.reading));
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
  if (summary.kind === "number")
    return estimateText(summary.mean, (value) => shownAs(value, withoutUnit(reading)));
  if (summary.runs === 1) return summary.held === 1 ? "yes" : "no";
  return estimateText(summary.share, shareText);
}

/** Rounded so that of an interval two digits are told. */
export function estimateText({ value, interval }: Estimate, shown: (value: number) => string): string {
  if (interval === undefined) return shown(value);
  const places = 1 - magnitudeOf(interval.high - interval.low);
  const rounded = (number: number): string =>
    shown(Number.isFinite(places) ? roundTo(number, places) : number);
  return `${rounded(value)} (${rounded(interval.low)} to ${rounded(interval.high)})`;
}

export function shareText(share: number): string {
  return `${shownNumber(roundTo(share * 100, 1))}%`;
}

function signed(value: number, shown: (value: number) => string): string {
  return value > 0 ? `+${shown(value)}` : shown(value);
}

/** To so many places behind the point; before it, if it is negative. */
function roundTo(value: number, places: number): number {
  const factor = Number(`1e${Math.abs(places)}`);
  const rounded = places < 0 ? Math.round(value / factor) * factor : Math.round(value * factor) / factor;
  return Number.isFinite(rounded) ? rounded : value;
}

/** By which power of ten the first digit of a number stands. */
function magnitudeOf(number: number): number {
  return Number(/e(.*)$/.exec(number.toExponential())?.[1] ?? NaN);
}

/** Three digits. */
function significant(value: number): number {
  return Number(value.toPrecision(3));
}

/* What came of an experiment, as JSON for programs; docs/schema/experiment.schema.json describes it. */
import { escapedJson } from "../../base/visible.ts";
import type { Manifest, MeasuredAs } from "../../runs/experiment/manifest.ts";
import type { Difference, ExperimentResult, Summary } from "../../runs/experiment/results.ts";
import { confidence, type Estimate } from "../../runs/experiment/statistics.ts";
import type { Sensitivity } from "../../runs/experiment/sensitivities.ts";
import { valueAs } from "./value_as.ts";

/** The text piece by piece, since there may be very many combinations. */
export function* experimentJson(result: ExperimentResult): Generator<string> {
  const { manifest, variants, basis, valuesAt, digest } = result;
  const head = {
    version: 1,
    manifest: { ...manifest, digest },
    confidence,
    basis,
    variants: variants.map(({ name, measures, broken, violated, unmeasured }) => ({
      name,
      broken,
      violated,
      unmeasured,
      measures: measures.map(({ name: measure, overall }) => ({ measure, ...summaryJson(overall) })),
    })),
    differences: result.differences.map(differenceJson),
    sensitivities: result.sensitivities.map(sensitivityJson),
  };
  yield `${escapedJson(JSON.stringify(head, undefined, 2)).slice(0, -2)},\n  "combinations": [`;
  for (let point = 0; point < manifest.combinations; point += 1) {
    const values = valuesAt(point);
    const row = {
      values: manifest.vary.map(({ reading }, index) => valueAs(values[index] ?? 0, reading)),
      variants: variants.map(({ measures }) => measures.map(({ at }) => summaryJson(at(point)))),
    };
    yield `${point === 0 ? "" : ","}\n    ${escapedJson(JSON.stringify(row))}`;
  }
  yield "\n  ]\n}\n";
}

/** The manifest alone, with the digest: what goes with a table. */
export function manifestJson({
  manifest,
  digest,
}: {
  readonly manifest: Manifest;
  readonly digest: string;
}): string {
  return `${escapedJson(JSON.stringify({ ...manifest, digest }, undefined, 2))}\n`;
}

function summaryJson(summary: Summary) {
  if (summary.kind === "share")
    return { kind: summary.kind, runs: summary.runs, held: summary.held, share: estimateJson(summary.share) };
  const { kind, runs, mean, deviation, least, lowerQuartile, median, upperQuartile, most } = summary;
  return {
    kind,
    runs,
    mean: estimateJson(mean),
    deviation,
    least,
    lowerQuartile: estimateJson(lowerQuartile),
    median: estimateJson(median),
    upperQuartile: estimateJson(upperQuartile),
    most,
  };
}

/** What is not a number becomes null. */
function estimateJson({ value, interval }: Estimate) {
  return { value, ...interval };
}

function differenceJson({ measure, pairs, mean, greater, less }: Difference) {
  return { measure: nameOf(measure), pairs, mean: estimateJson(mean), greater, less };
}

function sensitivityJson(sensitivity: Sensitivity) {
  const { kind, measure } = sensitivity;
  if (sensitivity.kind === "morris")
    return {
      kind,
      measure: nameOf(measure),
      to: sensitivity.to.map(({ name, result: { walks, strength, interval, direction, spread } }) => ({
        name,
        walks,
        strength: estimateJson({ value: strength, interval }),
        direction,
        spread,
      })),
    };
  return {
    kind,
    measure: nameOf(measure),
    to: sensitivity.to.map(({ name, result: { rows, first, firstInterval, total, totalInterval } }) => ({
      name,
      rows,
      first: estimateJson({ value: first, interval: firstInterval }),
      total: estimateJson({ value: total, interval: totalInterval }),
    })),
  };
}

function nameOf({ name }: MeasuredAs): string {
  return name;
}

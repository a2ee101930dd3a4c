/* What came of an experiment, as people read it. */
import { visible } from "../base/visible.ts";
import { counted, numberText } from "../base/words.ts";
import { painter } from "../diagnostics/show/paint.ts";
import { shownNumber } from "../engine/values.ts";
import type { ExperimentResult, Summary } from "../runs/experiment/results.ts";
import type { Estimate } from "../runs/experiment/statistics.ts";

export interface ExperimentTextOptions {
  readonly colour: boolean;
}

/** So many combinations are told one by one. */
const mostPoints = 20;

export function renderExperiment(result: ExperimentResult, { colour }: ExperimentTextOptions): string {
  const { plan, points, variants } = result;
  const paint = painter(colour);
  const { experiment, factors, runs, seed, total, scenario } = plan;
  const label = experiment.label === undefined ? "" : ` "${experiment.label}"`;
  const lines = [
    paint("strong", visible(`experiment ${experiment.name}${label}`)),
    visible(
      `${numberText(total)} runs of ${scenario.name}: ${counted(points.length, "combination")}, each run ${counted(runs, "time")}, seed ${seed}`,
    ),
    "",
  ];
  for (const { name, measures } of variants) {
    if (name !== "") lines.push(visible(name));
    for (const measure of measures) {
      lines.push(visible(`  ${measure.name}: ${summaryText(measure.overall)}`));
      if (points.length > mostPoints) continue;
      for (const [index, summary] of measure.byPoint.entries()) {
        const values = factors.map(
          (factor, at) => `${factor.name} ${factor.shown(points[index]?.values[at] ?? 0)}`,
        );
        lines.push(visible(`    ${values.join(", ")}: ${summaryText(summary)}`));
      }
    }
  }
  return `${lines.join("\n")}\n`;
}

function summaryText(summary: Summary): string {
  return summary.kind === "share"
    ? estimateText(summary.share, percent)
    : estimateText(summary.mean, shownNumber);
}

function estimateText({ value, interval }: Estimate, shown: (value: number) => string): string {
  return interval === undefined
    ? shown(value)
    : `${shown(value)} (${shown(interval.low)} to ${shown(interval.high)})`;
}

function percent(share: number): string {
  return `${shownNumber(Math.round(share * 1000) / 10)}%`;
}

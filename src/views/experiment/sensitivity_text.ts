/* What a measure depends on, in tables. */
import { numberText } from "../../base/words.ts";
import { shownAs } from "../../runs/experiment/manifest.ts";
import type { Sensitivity } from "../../runs/experiment/sensitivities.ts";
import { resamples } from "../../runs/experiment/sensitivity.ts";
import { estimateText, measureHead, shareText, withoutUnit } from "./measure_text.ts";

export interface SensitivityTable {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  readonly remark: readonly string[];
}

/** One table for each measure, what matters most first; the last remark stands under the last table alone. */
export function sensitivityTables(sensitivities: readonly Sensitivity[]): readonly SensitivityTable[] {
  return sensitivities.map((sensitivity, index): SensitivityTable => {
    const last = index === sensitivities.length - 1;
    const { measure } = sensitivity;
    const shown = (value: number): string =>
      measure.kind === "share" ? shareText(value) : shownAs(value, withoutUnit(measure.reading));
    if (sensitivity.kind === "morris") {
      const sorted = sensitivity.to.toSorted((one, other) => other.result.strength - one.result.strength);
      return {
        title: `what ${measureHead({ ...measure, label: undefined })} depends on, from one end of a range to the other`,
        rows: [
          ["", "strength", "direction", "spread"],
          ...sorted.map(({ name, result: { walks, strength, interval, direction, spread } }) =>
            walks === 0
              ? [name, "no walk gave a result"]
              : [name, estimateText({ value: strength, interval }, shown), shown(direction), shown(spread)],
          ),
        ],
        remark: last
          ? [
              "Strength: the mean of the effects without their signs; direction: with their signs; spread: how much they differ, since",
              `it depends on the others or is no straight line. In brackets the middle 95% of ${resamples} bootstrap samples of the walks.`,
            ]
          : [],
      };
    }
    if (sensitivity.to.length === 0)
      return {
        title: `what ${measure.name} depends on`,
        rows: [["nothing: it is the same in all runs"]],
        remark: [],
      };
    const sorted = sensitivity.to.toSorted((one, other) => other.result.total - one.result.total);
    const [first] = sorted;
    return {
      title: `how much of the variance of ${measure.name} is due to what`,
      rows: [
        ["", "alone", "with others too"],
        ...sorted.map(({ name, result: { first: alone, firstInterval, total, totalInterval } }) => [
          name,
          estimateText({ value: alone, interval: firstInterval }, shareText),
          estimateText({ value: total, interval: totalInterval }, shareText),
        ]),
      ],
      remark: last
        ? [
            `Estimates from ${numberText(first?.result.rows ?? 0)} pairs, which may lie a little below 0 or above 100%. In brackets the middle 95% of ${resamples} bootstrap`,
            "samples of the pairs.",
          ]
        : [],
    };
  });
}

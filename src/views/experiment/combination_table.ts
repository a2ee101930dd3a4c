/* Combination by combination what was measured. */
import { shownAs } from "../../runs/experiment/manifest.ts";
import type { ExperimentResult } from "../../runs/experiment/results.ts";
import { summaryText } from "./measure_text.ts";

/** A head, and a row for each combination: its values, and the measures of each variant. */
export function combinationTable({
  manifest,
  variants,
  valuesAt,
}: ExperimentResult): readonly (readonly string[])[] {
  const { vary, combinations } = manifest;
  const measures = variants.flatMap(({ name, measures: of }) =>
    of.map((measure) => ({ measure, head: name === "" ? measure.name : `${measure.name} ${name}` })),
  );
  const head = [...vary.map(({ name }) => name), ...measures.map(({ head: text }) => text)];
  const rows = Array.from({ length: combinations }, (_, point) => {
    const values = valuesAt(point);
    return [
      ...vary.map(({ reading }, index) => shownAs(values[index] ?? 0, reading)),
      ...measures.map(({ measure }) => summaryText(measure.at(point), measure)),
    ];
  });
  return [head, ...rows];
}

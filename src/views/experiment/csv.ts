/*
 * All runs of an experiment as a table (RFC 4180): a row for each run, of each way in which it was run. Numbers are written to the bit,
 * percentages as fractions; where nothing was measured there is nothing.
 */
import type { Value } from "../../engine/values.ts";
import { columnsOf, totalOf, type Reading } from "../../runs/experiment/manifest.ts";
import type { ExperimentResult } from "../../runs/experiment/results.ts";
import { wrong } from "../../runs/experiment/wrong.ts";
import { csvRow } from "../pictures/run/csv.ts";
import { valueAs } from "./value_as.ts";

/** The text piece by piece, since there may be very many runs. `numbers`: of all runs, one after another. */
export function* experimentCsv(
  { manifest, valuesAt }: Pick<ExperimentResult, "manifest" | "valuesAt">,
  numbers: Float64Array,
): Generator<string> {
  const { vary, measures, variants, runs } = manifest;
  const compared = variants.length > 1;
  const own = ["combination", "run", ...(compared ? ["variant"] : [])];
  yield csvRow([
    ...own,
    ...vary.map(({ name, reading }) => `${name}${unitOf(reading)}`),
    ...measures.map(
      ({ name, reading }) => `${own.includes(name) ? "measure " : ""}${name}${unitOf(reading)}`,
    ),
    "went wrong",
  ]);
  const columns = columnsOf(manifest);
  const total = totalOf(manifest);
  let rows = "";
  let values: readonly Value[] = [];
  for (let index = 0; index < total; index += 1) {
    const point = Math.floor(index / runs);
    const run = index % runs;
    if (run === 0) {
      const at = valuesAt(point);
      values = vary.map(({ reading }, factor) => valueAs(at[factor] ?? 0, reading));
    }
    for (const [variant, name] of variants.entries()) {
      const from = index * columns + variant * (measures.length + 1);
      const measured = measures.map((_, measure) => numbers[from + measure] ?? NaN);
      const flags = numbers[from + measures.length] ?? 0;
      rows += csvRow([point, run, ...(compared ? [name] : []), ...values, ...measured, wrongText(flags)]);
    }
    if (rows.length < 100_000) continue;
    yield rows;
    rows = "";
  }
  yield rows;
}

function unitOf({ unit }: Reading): string {
  return unit === undefined ? "" : ` (${unit})`;
}

function wrongText(flags: number): string {
  return [
    ...((flags & wrong.broken) !== 0 ? ["broken off"] : []),
    ...((flags & wrong.violated) !== 0 ? ["violation"] : []),
    ...((flags & wrong.unmeasured) !== 0 ? ["no result"] : []),
  ].join("; ");
}

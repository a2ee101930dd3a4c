/* What came of an experiment, as people read it. */
import { visible } from "../../base/visible.ts";
import { counted, numberText } from "../../base/words.ts";
import { inAscii } from "../../diagnostics/show/signs.ts";
import { painter, type Paint } from "../../diagnostics/show/paint.ts";
import { shownAs, totalOf, type Manifest } from "../../runs/experiment/manifest.ts";
import type { ExperimentResult, VariantResult } from "../../runs/experiment/results.ts";
import { differenceText, measureHead, measureText } from "./measure_text.ts";
import { sensitivityTables } from "./sensitivity_text.ts";
import { combinationTable } from "./combination_table.ts";
import { tableText } from "./table_text.ts";

export interface ExperimentTextOptions {
  readonly colour: boolean;
  readonly ascii: boolean;
}

/** So many combinations are told one by one. */
const mostTold = 20;
/** So many values of what is varied are told one by one. */
const mostValues = 6;

/** Nothing in it is interpreted by a terminal but the colours asked for, whatever names and texts contain. */
export function renderExperiment(result: ExperimentResult, options: ExperimentTextOptions): string {
  const { manifest, variants, differences, sensitivities, digest } = result;
  const paint = painter(options.colour);
  const clean = cleaner(options);
  const lines: string[] = [paint("strong", clean(titleOf(manifest))), ""];
  lines.push(...howItWasRun(manifest).map((line) => `  ${clean(line)}`));
  lines.push(...tableText(variedRows(manifest), "    ").map(clean));
  for (const variant of variants) {
    if (variant.name !== "") lines.push("", `  ${paint("strong", clean(variant.name))}`);
    for (const measure of variant.measures) {
      lines.push("", `  ${paint("strong", clean(measureHead(measure)))}`);
      lines.push(...measureText(measure, result).map((line) => `    ${clean(line)}`));
    }
    lines.push(...wentWrong(variant, manifest, paint, clean));
  }
  if (differences.length > 0) {
    const [one = "", other = ""] = manifest.variants;
    lines.push(
      "",
      `  ${paint("strong", clean(`${one}, compared with ${other}, on the same random numbers`))}`,
    );
    lines.push(...differences.flatMap((each) => differenceText(each)).map((line) => `    ${clean(line)}`));
  }
  for (const { title, rows, remark } of sensitivityTables(sensitivities)) {
    lines.push("", `  ${paint("strong", clean(title))}`, ...tableText(rows, "    ").map(clean));
    lines.push(...remark.map((line) => `    ${paint("frame", clean(line))}`));
  }
  if (manifest.design.kind === "factorial" && manifest.combinations > 1 && manifest.combinations <= mostTold)
    lines.push("", ...tableText(combinationTable(result), "  ").map(clean));
  lines.push("");
  for (const line of basisText(result)) lines.push(`  ${paint("frame", clean(line))}`);
  lines.push(`  ${paint("frame", `digest ${digest}`)}`);
  return `${lines.join("\n")}\n`;
}

function cleaner({ ascii }: ExperimentTextOptions): (text: string) => string {
  return (text) => {
    const safe = visible(text, { ascii });
    return ascii ? inAscii(safe) : safe;
  };
}

function titleOf({ experiment, scenario, label }: Manifest): string {
  return `experiment ${experiment} of ${scenario}${label === undefined ? "" : ` ${JSON.stringify(label)}`}`;
}

function howItWasRun(manifest: Manifest): readonly string[] {
  const { design, combinations, runs, seed, variants, chance } = manifest;
  const each = runs === 1 ? "once" : `${numberText(runs)} times`;
  const twice = variants.length > 1 ? ", in both ways" : "";
  const total = numberText(totalOf(manifest) * variants.length);
  const many = numberText(combinations);
  const end = `each run ${each}${twice}: ${counted(1, "run").replace("1", total)}${total === "1" ? "" : "s"}${chance ? `, seed ${seed}` : ""}`;
  switch (design.kind) {
    case "factorial":
      if (combinations === 1) return [`run ${each}${twice}${chance ? `, seed ${seed}` : ""}`];
      return [`all ${many} combinations of the values, ${end}`];
    case "lhs":
      return [`${many} combinations out of the ranges, a Latin hypercube drawn with seed ${seed}; ${end}`];
    case "sobol":
      return [`${many} combinations out of the ranges, a Sobol sequence shifted with seed ${seed}; ${end}`];
    case "morris":
      return [
        `${counted(design.walks, "walk")} through the ranges, on each of which every part changes once (Morris), seed ${seed}`,
        `${many} combinations, ${end}`,
      ];
    case "saltelli":
      return [
        `${numberText(design.rows)} pairs of combinations out of the ranges and their crossings (Saltelli), seed ${seed}`,
        `${many} combinations, ${end}`,
      ];
  }
}

function variedRows({ vary, design }: Manifest): readonly (readonly string[])[] {
  return vary.map(({ name, values, range, reading }) => {
    const shown = (value: number): string => shownAs(value, reading);
    if (range !== undefined && design.kind !== "factorial")
      return [name, `from ${shown(range.low)} to ${shown(range.high)}`];
    if (values.length <= mostValues) return [name, values.map(shown).join(", ")];
    const [first = 0, second = 0] = values;
    const last = values.at(-1) ?? 0;
    return [name, `${shown(first)}, ${shown(second)} … ${shown(last)}, ${counted(values.length, "value")}`];
  });
}

function wentWrong(
  { broken, violated, unmeasured }: VariantResult,
  manifest: Manifest,
  paint: Paint,
  clean: (text: string) => string,
): readonly string[] {
  const total = totalOf(manifest);
  const of = (count: number): string => `in ${numberText(count)} of ${numberText(total)} runs`;
  const lines = [
    ...(broken > 0
      ? [[`${of(broken)} a limit of the tool ended the run: nothing was measured`, "error"] as const]
      : []),
    ...(unmeasured > 0
      ? [[`${of(unmeasured)} a measure had no result, and was left out`, "error"] as const]
      : []),
    ...(violated > 0
      ? [
          [
            `${of(violated)} something went out of its bounds, was not a number or the like, and did not happen`,
            "warning",
          ] as const,
        ]
      : []),
  ];
  return lines.length === 0 ? [] : ["", ...lines.map(([line, style]) => `  ${paint(style, clean(line))}`)];
}

function basisText(result: ExperimentResult): readonly string[] {
  const { basis, manifest } = result;
  const { combinations, vary, runs } = manifest;
  const intervals =
    "In brackets, between which values what is estimated lies in 95 of 100 such experiments (means: Student; shares: Wilson; quantiles: by order).";
  const hasRanges = vary.some(({ range }) => range !== undefined);
  switch (basis) {
    case "exact":
      if (combinations === 1) return ["Chance has no part in it."];
      return [
        `Chance has no part in it: all this is exact for the combinations listed${hasRanges ? ", and says nothing of what lies between them" : ""}.`,
      ];
    case "listed":
      return [
        ...(hasIntervals(result) ? [intervals] : []),
        ...(hasIntervals(result) && combinations > 1
          ? [
              "They speak of chance alone: the combinations are those that are listed, and no sample of others.",
            ]
          : []),
        ...(runs === 1
          ? [
              "Everything was run once: how much of a mean is chance cannot be told so; with `--runs 100` it can.",
            ]
          : []),
      ];
    case "space":
      return [intervals, "The combinations are a sample: the intervals speak of all that the ranges hold."];
    case "none":
      return [
        "The combinations were chosen to see what depends on what: means and shares over all of them are those of these runs.",
      ];
  }
}

/** Whether there are any over all combinations. */
function hasIntervals({ variants, differences }: ExperimentResult): boolean {
  const measures = variants.flatMap((variant) => variant.measures);
  return (
    differences.some(({ mean }) => mean.interval !== undefined) ||
    measures.some(
      ({ overall }) => (overall.kind === "share" ? overall.share : overall.mean).interval !== undefined,
    )
  );
}

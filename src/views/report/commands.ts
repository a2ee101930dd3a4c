/* How to have all that a report tells again: the command lines, the one that makes the report last. */
import { shellWord } from "../../base/shell_word.ts";
import type { Model } from "../../model/model.ts";
import type { RunResult } from "../../runs/run.ts";

/** What somebody has said about the report. */
export interface ReportSaid {
  readonly file: string;
  readonly output?: string | undefined;
  readonly format?: string | undefined;
  readonly form?: string | undefined;
  readonly style?: string | undefined;
  readonly seed?: number | undefined;
  /** Options that all the commands take. */
  readonly options?: readonly string[];
}

export function commandLines(
  { file, output, format, form, style, seed, options = [] }: ReportSaid,
  model: Model,
  results: readonly RunResult[],
): readonly string[] {
  return [
    ...commandsToRepeat(file, results, {
      isTested: model.properties.length > 0 && results.length > 0,
      seed,
      options,
    }),
    line([
      "niklas",
      "report",
      file,
      ...option("-o", output),
      ...option("--format", format),
      ...option("--form", form),
      ...option("--style", style),
      ...option("--seed", seed),
      ...options,
    ]),
  ];
}

/** The command lines by which a model is checked, run and tested. */
export function commandsToRepeat(
  file: string,
  results: readonly RunResult[],
  { isTested, seed, options = [] }: Pick<ReportSaid, "seed" | "options"> & { readonly isTested: boolean },
): readonly string[] {
  return [
    line(["niklas", "check", file, ...options]),
    ...results.map(({ scenario, seed: own }) =>
      line(["niklas", "run", file, scenario, "--seed", String(own), ...options]),
    ),
    ...(isTested ? [line(["niklas", "test", file, ...option("--seed", seed), ...options])] : []),
  ];
}

function line(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}

function option(name: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [name, String(value)];
}

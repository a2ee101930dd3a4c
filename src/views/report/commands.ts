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
  { properties }: Model,
  results: readonly RunResult[],
): readonly string[] {
  const line = (...words: readonly string[]): string => words.map(shellWord).join(" ");
  const option = (name: string, value: string | number | undefined): readonly string[] =>
    value === undefined ? [] : [name, String(value)];
  return [
    line("niklas", "check", file, ...options),
    ...results.map(({ scenario, seed: own }) =>
      line("niklas", "run", file, scenario, "--seed", String(own), ...options),
    ),
    ...(properties.length === 0 || results.length === 0
      ? []
      : [line("niklas", "test", file, ...option("--seed", seed), ...options)]),
    line(
      "niklas",
      "report",
      file,
      ...option("-o", output),
      ...option("--format", format),
      ...option("--form", form),
      ...option("--style", style),
      ...option("--seed", seed),
      ...options,
    ),
  ];
}

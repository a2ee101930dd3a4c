/* In which forms the results of an experiment are printed and written. */
import { extname } from "node:path";
import { quoted } from "../../base/words.ts";
import { UsageError } from "../failure.ts";

export const experimentFormats = ["text", "json", "csv"] as const;
export type ExperimentFormat = (typeof experimentFormats)[number];

const endings: ReadonlyMap<string, ExperimentFormat> = new Map([
  [".txt", "text"],
  [".json", "json"],
  [".csv", "csv"],
]);

/** By the name of the file. Throws `UsageError` for a name that does not say. */
export function formatOfFile(name: string): ExperimentFormat {
  const format = endings.get(extname(name).toLowerCase());
  if (format !== undefined) return format;
  throw new UsageError(
    `${quoted(name)} does not say in which form the results are to be written`,
    "its ending does: `.json` has all that was estimated, `.csv` every run, `.txt` what is printed",
  );
}

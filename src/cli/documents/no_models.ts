import { quoted } from "../../base/words.ts";
import type { Entry } from "../entries.ts";
import type { Failure } from "../failure.ts";
import { nameOfEntry } from "../source_of_entry.ts";

/** What to say where only documents were named or found, and none of them has a model. */
export function noModels(
  entries: readonly Entry[],
  { workingFolder }: { readonly workingFolder: string },
): Failure {
  const [first] = entries;
  const where =
    entries.length === 1 && first !== undefined
      ? quoted(nameOfEntry(first, workingFolder))
      : `these ${entries.length} Markdown files`;
  return {
    message: `there are no models in ${where}`,
    help: "a model in Markdown is a fenced block marked `sys` that is not marked as a `part`",
  };
}

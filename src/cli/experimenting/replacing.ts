/* What an experiment is about is not written over by what comes of it. */
import { resolve } from "node:path";
import { quoted } from "../../base/words.ts";
import { UsageError } from "../failure.ts";
import { inputsOf } from "../inputs.ts";
import { pathOf, realPath } from "../paths.ts";
import type { Settings } from "../settings.ts";
import type { ExperimentModel } from "./asked_for.ts";

/** Throws `UsageError`. */
export function refuseToReplace(
  names: readonly string[],
  models: readonly ExperimentModel[],
  { workingFolder }: Pick<Settings, "workingFolder">,
): void {
  const read = new Set(
    models.flatMap(({ result, placing }) =>
      inputsOf(result.model, placing).flatMap((name) => realPath(pathOf(workingFolder, name)) ?? []),
    ),
  );
  const paths = names.map((name) => resolve(workingFolder, name));
  for (const [index, path] of paths.entries()) {
    const name = names[index] ?? "";
    const real = realPath(path);
    if (real !== undefined && read.has(real))
      throw new UsageError(
        `${quoted(name)} is what the experiment is about`,
        "give the results another name",
      );
    if (paths.indexOf(path) !== index)
      throw new UsageError(`two outputs go to the same file ${quoted(name)}`);
  }
}

/* The one model that a command is about, checked. */
import { resolve } from "node:path";
import { counted, listed, quoted } from "../base/words.ts";
import { withBibliographies } from "./bibliographies.ts";
import { checkEntry, type CheckedEntry } from "./check_entry.ts";
import { fencesFor } from "./documents/fences_for.ts";
import { noModels } from "./documents/no_models.ts";
import { entriesOf } from "./entries.ts";
import { UsageError, type Failure } from "./failure.ts";
import { kindAt, realPath } from "./paths.ts";
import type { Settings } from "./settings.ts";
import { standardOverlay } from "./standard_input.ts";

/** Checks the model of a file. `isAbout`: that it is one. Throws `UsageError` for a folder, and for a file with several. */
export async function oneModel(
  path: string,
  settings: Settings,
  isAbout: string,
): Promise<CheckedEntry | Failure> {
  const { workingFolder, levels } = settings;
  if (kindAt(realPath(resolve(workingFolder, path)) ?? "") === "folder") {
    throw new UsageError(`${quoted(path)} is a folder, and ${isAbout}`, "name a model in it");
  }
  const { entries, failures } = entriesOf([path], settings);
  const [entry] = entries;
  if (entry === undefined) return failures[0] ?? noModels(entries, settings);
  const overlay = standardOverlay(entries);
  const fencesIn = await fencesFor(entries);
  const checked = await withBibliographies((readBibliography) =>
    checkEntry(entry, { workingFolder, levels, overlay, readBibliography, fencesIn }),
  );
  if ("message" in checked) return checked;
  const [first, ...others] = checked;
  if (first === undefined) return noModels(entries, settings);
  if (others.length === 0) return first;
  throw new UsageError(
    `there are ${counted(checked.length, "model")} in ${quoted(path)}, and ${isAbout}`,
    `they are ${listed(checked.map(({ name }) => quoted(name)))}; give the one a file of its own`,
  );
}

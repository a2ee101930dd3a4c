/* The models that `run` and `why` are about: that of a file, or those of a document. */
import { resolve } from "node:path";
import { quoted } from "../base/words.ts";
import { nearest } from "../base/near.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { renderText } from "../diagnostics/show/text.ts";
import { prepare, UnknownScenario, type Prepared } from "../runs/prepared.ts";
import { withBibliographies } from "./bibliographies.ts";
import { checkEntry, type CheckedEntry } from "./check_entry.ts";
import { fencesFor } from "./documents/fences_for.ts";
import { noModels } from "./documents/no_models.ts";
import type { Placing } from "./documents/placing.ts";
import type { Promised } from "./documents/promises.ts";
import { entriesOf, standardInput } from "./entries.ts";
import { reportFailures, statuses, type Status } from "./errors.ts";
import { UsageError, type Failure } from "./failure.ts";
import { inputsOf } from "./inputs.ts";
import type { Look } from "./look.ts";
import { kindAt, pathOf, realPath, standardInputName } from "./paths.ts";
import type { Settings } from "./settings.ts";
import { standardOverlay } from "./standard_input.ts";
import { print } from "./terminal.ts";

/** A model that can be run, of a file or of a block of a document. */
export interface ReadyModel {
  /** Of the file; of a block with its line. */
  readonly name: string;
  readonly prepared: Prepared;
  readonly placing: Placing;
  readonly promised: Promised;
}

export interface ReadyModels {
  /** Those that are meant and can be run; of a file that is a model no more than one. */
  readonly models: readonly ReadyModel[];
  /** What to end with for those that cannot, which has been told. */
  readonly status: Status;
  /** The names of all scenarios of the file. */
  readonly known: readonly string[];
  /** The files that were read, by absolute paths. */
  readonly inputs: ReadonlySet<string>;
}

/** Makes what a text of JavaScript says: long runs become several times as fast by it. */
export function evaluate(text: string): unknown {
  return new Function(`return ${text}`)();
}

/**
 * Reads and checks the models of a file, and makes those ready to run that have one of the scenarios, or, where none is
 * named, any; tells what keeps one of them from being run.
 */
export async function readyModels(
  path: string,
  scenarios: readonly string[],
  settings: Settings,
  look: Look,
): Promise<ReadyModels> {
  const { workingFolder, levels } = settings;
  if (kindAt(realPath(resolve(workingFolder, path)) ?? "") === "folder") {
    throw new UsageError(
      `${quoted(path)} is a folder`,
      `name a model in it; \`niklas test ${path}\` runs all of them`,
    );
  }
  const { entries, failures } = entriesOf([path], settings);
  const [entry] = entries;
  if (entry === undefined) return notReady(failures, path, settings);
  const overlay = standardOverlay(entries);
  const fencesIn = await fencesFor(entries);
  const checked = await withBibliographies((readBibliography) =>
    checkEntry(entry, { workingFolder, levels, overlay, readBibliography, fencesIn }),
  );
  if ("message" in checked) return notReady([checked], path, settings);
  if (checked.length === 0) return notReady([noModels(entries, settings)], path, settings);
  const models: ReadyModel[] = [];
  let status: Status = statuses.fine;
  for (const one of meant(checked, scenarios)) {
    const prepared = prepare(one.result, { evaluate });
    const errors = one.isWrongAsSaid
      ? one.result.silenced.map(({ diagnostic }) => diagnostic).filter(({ severity }) => severity === "error")
      : prepared.errors;
    if (errors.length === 0) models.push({ ...one, prepared });
    else {
      tellErrors(errors, one, look);
      status = statuses.found;
    }
  }
  const known = new Set(checked.flatMap(({ result }) => result.model.scenarios.map(({ name }) => name)));
  return { models, status, known: [...known], inputs: pathsOf(path, checked, settings) };
}

/** Of the models of a file those that have what is to be run. Where none has it, all: what is missing is said then. */
function meant(checked: readonly CheckedEntry[], scenarios: readonly string[]): readonly CheckedEntry[] {
  if (checked.length === 1) return checked;
  const having = checked.filter(({ result, isWrongAsSaid }) =>
    scenarios.length > 0
      ? result.model.scenarios.some(({ name }) => scenarios.includes(name))
      : result.model.scenarios.length > 0 && !isWrongAsSaid,
  );
  return having.length > 0 ? having : checked.filter(({ isWrongAsSaid }) => !isWrongAsSaid);
}

function notReady(failures: readonly Failure[], path: string, settings: Settings): ReadyModels {
  reportFailures(failures);
  return { models: [], status: statuses.failed, known: [], inputs: pathsOf(path, [], settings) };
}

export function tellErrors(
  errors: readonly Diagnostic[],
  { result }: Pick<CheckedEntry, "result">,
  { colour, ascii, width }: Look,
): void {
  const text = renderText(errors, (file) => result.sources.get(file), {
    colour,
    ascii,
    ...(width !== undefined && { width }),
  });
  print("output", text);
  const several = errors.length > 1 ? "these errors" : "this error";
  print("errors", `niklas: with ${several} the model does not run\n`);
}

/** The files of models, and the one that was named, by absolute paths. */
function pathsOf(
  path: string,
  checked: readonly CheckedEntry[],
  { workingFolder }: Settings,
): ReadonlySet<string> {
  const own = path === standardInput ? [] : [resolve(workingFolder, path)];
  const names = checked.flatMap(({ result, placing }) => inputsOf(result.model, placing));
  return new Set([
    ...own,
    ...names.filter((name) => name !== standardInputName).map((name) => pathOf(workingFolder, name)),
  ]);
}

/** What to say to a name that is no scenario of the model. */
export function unknownScenario({ scenario, known }: UnknownScenario, file: string): UsageError {
  if (known.length === 0)
    return new UsageError(
      `there is no scenario to run in ${quoted(file)}`,
      "a scenario begins with `scenario NAME {`",
    );
  const near = nearest(scenario, known);
  const all = known.map(quoted).join(", ");
  return new UsageError(
    `there is no scenario ${quoted(scenario)} in ${quoted(file)}`,
    near.length > 0 ? `a name like it: ${quoted(near[0] ?? "")}` : `its scenarios are ${all}`,
  );
}

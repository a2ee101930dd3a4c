/* Checking several models and telling what was found as one. */
import type { Source } from "../base/source.ts";
import { mayBePart, withoutParts } from "../checks/parts.ts";
import type { Diagnostic, Silenced } from "../diagnostics/diagnostic.ts";
import { ordered } from "../diagnostics/sort.ts";
import { checkEntry, type CheckedEntry, type CheckEntryOptions } from "./check_entry.ts";
import { noModels } from "./documents/no_models.ts";
import type { Entry } from "./entries.ts";
import type { Failure } from "./failure.ts";
import { inputsOf } from "./inputs.ts";

/** What several models together yield; each finding once, however many models have a part in it. */
export interface Checked {
  /** The names of the files whose models were checked. */
  readonly names: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
  /** The texts of all files that findings speak of. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The names of all files that belong to the models, their bibliographies too. */
  readonly inputs: ReadonlySet<string>;
  readonly failures: readonly Failure[];
}

/** What checking one entry yielded. */
interface Outcome {
  readonly name: string;
  /** The name of the file that it stands in. */
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
  readonly sources: ReadonlyMap<string, Source>;
  /** All files of the model. */
  readonly files: ReadonlySet<string>;
  /** All files that were read for it. */
  readonly inputs: readonly string[];
  /** Found in a folder, or a block that others can import, and without anything that would be run: perhaps a part of other models. */
  readonly perhapsPart: boolean;
}

/** Checks every entry; those found in folders that are only parts of others are told with these. */
export function checkAll(entries: readonly Entry[], options: CheckEntryOptions): Checked {
  const outcomes: Outcome[] = [];
  const failures: Failure[] = [];
  for (const entry of entries) {
    const checked = checkEntry(entry, options);
    if ("message" in checked) failures.push(checked);
    else outcomes.push(...checked.map((model) => outcomeOf(model, entry)));
  }
  if (outcomes.length === 0 && failures.length === 0 && entries.length > 0)
    failures.push(noModels(entries, options));
  const told = withoutParts(outcomes);
  return {
    names: [...new Set(outcomes.map(({ file }) => file))],
    diagnostics: ordered(told.flatMap(({ diagnostics }) => diagnostics)),
    silenced: distinctSilenced(told.flatMap(({ silenced }) => silenced)),
    sources: new Map(told.flatMap(({ sources }) => [...sources])),
    inputs: new Set(outcomes.flatMap(({ inputs }) => inputs)),
    failures,
  };
}

function outcomeOf({ name, file, result, placing, block, promised }: CheckedEntry, entry: Entry): Outcome {
  const { diagnostics, silenced, sources, model } = result;
  const isNamed = !entry.found && block?.file === undefined;
  return {
    name,
    file,
    diagnostics,
    silenced,
    sources: mentioned(sources, [...diagnostics, ...silenced.map(({ diagnostic }) => diagnostic)]),
    files: new Set(model.files.filter((each) => !each.canonical).map((each) => each.name)),
    inputs: inputsOf(model, placing),
    perhapsPart: !isNamed && promised.checks.size === 0 && mayBePart(model),
  };
}

function mentioned(
  sources: ReadonlyMap<string, Source>,
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<string, Source> {
  const names = new Set<string>();
  for (const { place, related, fixes } of diagnostics) {
    names.add(place.file);
    for (const other of related ?? []) names.add(other.place.file);
    for (const fix of fixes) for (const edit of fix.edits) names.add(edit.place.file);
  }
  return new Map([...sources].filter(([name]) => names.has(name)));
}

/** What an `allow` silences in a file of several models is silenced once. */
function distinctSilenced(silenced: readonly Silenced[]): readonly Silenced[] {
  const first = new Set(ordered(silenced.map(({ diagnostic }) => diagnostic)));
  return silenced.filter(({ diagnostic }) => first.has(diagnostic));
}

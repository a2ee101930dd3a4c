/* Checking several models and telling what was found as one. */
import { limits } from "../base/limits.ts";
import type { Source } from "../base/source.ts";
import { quoted } from "../base/words.ts";
import type { Diagnostic, Silenced } from "../diagnostics/diagnostic.ts";
import { ordered } from "../diagnostics/sort.ts";
import { check } from "../index.ts";
import type { ReadBibliography } from "../model/loaded.ts";
import { decodeFile } from "./decode.ts";
import { standardInput, type Entry } from "./entries.ts";
import { internalError } from "./errors.ts";
import type { Failure } from "./failure.ts";
import { filesHost } from "./files.ts";
import type { Level } from "./levels.ts";
import { displayName, standardInputName } from "./paths.ts";
import { readRegularFile, type BytesRead } from "./read_file.ts";

export interface CheckAllOptions {
  readonly workingFolder: string;
  readonly levels: ReadonlyMap<string, Level>;
  /** Contents that stand for those on the disk, by name; that of standard input is always here. */
  readonly overlay: ReadonlyMap<string, Uint8Array>;
  readonly readBibliography: ReadBibliography;
}

/** What several models together yield; each finding once, however many models have a part in it. */
export interface Checked {
  /** The names of the models that were checked. */
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
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
  readonly sources: ReadonlyMap<string, Source>;
  /** All files of the model. */
  readonly files: ReadonlySet<string>;
  readonly bibliographies: readonly string[];
  /** Found in a folder, and without anything that would be run: perhaps a part of other models. */
  readonly perhapsPart: boolean;
}

export function nameOfEntry({ path }: Entry, workingFolder: string): string {
  return path === undefined ? standardInputName : displayName(workingFolder, path);
}

/** Checks every entry; those found in folders that are only parts of others are told with these. */
export function checkAll(entries: readonly Entry[], options: CheckAllOptions): Checked {
  const outcomes: Outcome[] = [];
  const failures: Failure[] = [];
  for (const entry of entries) {
    const outcome = checkEntry(entry, options);
    if ("message" in outcome) failures.push(outcome);
    else outcomes.push(outcome);
  }
  const told = withoutParts(outcomes);
  return {
    names: outcomes.map(({ name }) => name),
    diagnostics: ordered(told.flatMap(({ diagnostics }) => diagnostics)),
    silenced: distinctSilenced(told.flatMap(({ silenced }) => silenced)),
    sources: new Map(told.flatMap(({ sources }) => [...sources])),
    inputs: new Set(outcomes.flatMap(({ files, bibliographies }) => [...files, ...bibliographies])),
    failures,
  };
}

function checkEntry(entry: Entry, options: CheckAllOptions): Outcome | Failure {
  const { workingFolder, levels, overlay, readBibliography } = options;
  const name = nameOfEntry(entry, workingFolder);
  const read = readEntry(entry, overlay.get(name));
  if (read.kind === "unreadable") return { message: `cannot read ${quoted(name)}: ${read.reason}` };
  if (read.kind === "too_large") {
    return {
      message: `cannot read ${quoted(name)}: it is larger than ${limits.fileSize / 1_000_000} MB (too_large)`,
      help: "a model can be spread over several files, with `import`",
    };
  }
  const decoded = decodeFile(read.content);
  if (decoded.kind === "not text") return { message: `cannot read ${quoted(name)}: ${decoded.reason}` };
  try {
    const host = filesHost({ workingFolder, root: entry.root, overlay });
    const { diagnostics, silenced, sources, model } = check(
      { name, text: decoded.text },
      { host, severities: levels, readBibliography },
    );
    return {
      name,
      diagnostics,
      silenced,
      sources: mentioned(sources, [...diagnostics, ...silenced.map(({ diagnostic }) => diagnostic)]),
      files: new Set(model.files.filter((file) => !file.canonical).map((file) => file.name)),
      bibliographies: model.files.flatMap((file) => file.bibliographies.flatMap((one) => one.file ?? [])),
      perhapsPart:
        entry.found && model.scenarios.length + model.properties.length + model.experiments.length === 0,
    };
  } catch (error) {
    return internalError(error, `it checked ${quoted(name)}`);
  }
}

function readEntry({ path }: Entry, content: Uint8Array | undefined): BytesRead {
  if (content !== undefined) return { kind: "read", content };
  if (path === undefined) return { kind: "unreadable", reason: `${quoted(standardInput)} has not been read` };
  return readRegularFile(path, limits.fileSize);
}

/** The outcomes without those of files that others import and that say nothing by themselves. Every file stays covered. */
function withoutParts(outcomes: readonly Outcome[]): readonly Outcome[] {
  const importers = new Map<string, number>();
  for (const { files } of outcomes) {
    for (const file of files) importers.set(file, (importers.get(file) ?? 0) + 1);
  }
  const isPart = ({ perhapsPart, name }: Outcome): boolean => perhapsPart && (importers.get(name) ?? 0) > 1;
  const told = new Set(outcomes.filter((outcome) => !isPart(outcome)));
  const covered = new Set([...told].flatMap(({ files }) => [...files]));
  // What only import each other are told from the first of them on.
  for (const outcome of outcomes) {
    if (told.has(outcome) || covered.has(outcome.name)) continue;
    told.add(outcome);
    for (const file of outcome.files) covered.add(file);
  }
  return outcomes.filter((outcome) => told.has(outcome));
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

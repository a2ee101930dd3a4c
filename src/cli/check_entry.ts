/* Checking one model that is a file, or comes through standard input. */
import { quoted } from "../base/words.ts";
import { check, type CheckResult } from "../index.ts";
import type { ReadBibliography } from "../model/loaded.ts";
import type { Entry } from "./entries.ts";
import { internalError } from "./errors.ts";
import type { Failure } from "./failure.ts";
import { filesHost } from "./files.ts";
import type { Level } from "./levels.ts";
import { sourceOfEntry, type SourceOptions } from "./source_of_entry.ts";

export interface CheckEntryOptions extends SourceOptions {
  readonly levels: ReadonlyMap<string, Level>;
  readonly readBibliography: ReadBibliography;
}

/** A model that has been read and checked. */
export interface CheckedEntry {
  readonly name: string;
  readonly result: CheckResult;
}

/** Reads a model and checks it; that it cannot be read is a failure. */
export function checkEntry(entry: Entry, options: CheckEntryOptions): CheckedEntry | Failure {
  const { workingFolder, levels, overlay, readBibliography } = options;
  const source = sourceOfEntry(entry, options);
  if ("message" in source) return source;
  const { name } = source;
  try {
    const host = filesHost({ workingFolder, root: entry.root, overlay });
    const result = check(source, { host, severities: levels, readBibliography });
    return { name, result };
  } catch (error) {
    return internalError(error, `it checked ${quoted(name)}`);
  }
}

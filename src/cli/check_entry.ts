/* Checking one model that is a file, or comes through standard input. */
import { limits } from "../base/limits.ts";
import { quoted } from "../base/words.ts";
import { check, type CheckResult } from "../index.ts";
import type { ReadBibliography } from "../model/loaded.ts";
import { decodeFile } from "./decode.ts";
import { standardInput, type Entry } from "./entries.ts";
import { internalError } from "./errors.ts";
import type { Failure } from "./failure.ts";
import { filesHost } from "./files.ts";
import type { Level } from "./levels.ts";
import { displayName, standardInputName } from "./paths.ts";
import { readRegularFile, type BytesRead } from "./read_file.ts";

export interface CheckEntryOptions {
  readonly workingFolder: string;
  readonly levels: ReadonlyMap<string, Level>;
  /** Contents that stand for those on the disk, by name; that of standard input is always here. */
  readonly overlay: ReadonlyMap<string, Uint8Array>;
  readonly readBibliography: ReadBibliography;
}

/** A model that has been read and checked. */
export interface CheckedEntry {
  readonly name: string;
  readonly result: CheckResult;
}

export function nameOfEntry({ path }: Entry, workingFolder: string): string {
  return path === undefined ? standardInputName : displayName(workingFolder, path);
}

/** Reads a model and checks it; that it cannot be read is a failure. */
export function checkEntry(entry: Entry, options: CheckEntryOptions): CheckedEntry | Failure {
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
    const result = check({ name, text: decoded.text }, { host, severities: levels, readBibliography });
    return { name, result };
  } catch (error) {
    return internalError(error, `it checked ${quoted(name)}`);
  }
}

function readEntry({ path }: Entry, content: Uint8Array | undefined): BytesRead {
  if (content !== undefined) return { kind: "read", content };
  if (path === undefined) return { kind: "unreadable", reason: `${quoted(standardInput)} has not been read` };
  return readRegularFile(path, limits.fileSize);
}

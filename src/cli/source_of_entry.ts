/* The text of a model that paths have named. */
import { limits } from "../base/limits.ts";
import type { Source } from "../base/source.ts";
import { quoted } from "../base/words.ts";
import { decodeFile } from "./decode.ts";
import { standardInput, type Entry } from "./entries.ts";
import type { Failure } from "./failure.ts";
import { displayName, standardInputName } from "./paths.ts";
import { readRegularFile, type BytesRead } from "./read_file.ts";

export interface SourceOptions {
  readonly workingFolder: string;
  /** Contents that stand for those on the disk, by name; that of standard input is always here. */
  readonly overlay: ReadonlyMap<string, Uint8Array>;
}

export function nameOfEntry({ path }: Entry, workingFolder: string): string {
  return path === undefined ? standardInputName : displayName(workingFolder, path);
}

/** Reads a model; that it cannot be read is a failure. */
export function sourceOfEntry(entry: Entry, { workingFolder, overlay }: SourceOptions): Source | Failure {
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
  return { name, text: decoded.text };
}

function readEntry({ path }: Entry, content: Uint8Array | undefined): BytesRead {
  if (content !== undefined) return { kind: "read", content };
  if (path === undefined) return { kind: "unreadable", reason: `${quoted(standardInput)} has not been read` };
  return readRegularFile(path, limits.fileSize);
}

/*
 * Writing a file so that at any moment, whatever happens, it has either its old or its new content: into a new file
 * beside it, which then takes its place. (A library commonly used for this loses data on a full disk, since it does
 * not look at how much has been written; so this is our own.)
 */
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
  type Stats,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { reasonOf, systemCode } from "./failure.ts";
import { randomWord } from "./random_word.ts";
import { pause } from "./terminal.ts";

export type Written =
  | { readonly kind: "written" }
  /** The file had this content already and was not touched. */
  | { readonly kind: "unchanged" }
  /** The file has its old content; `reason` ends a sentence about it. */
  | { readonly kind: "failed"; readonly reason: string };

export interface WriteOptions {
  /** What the file is expected to hold; if it holds something else by now, it is left alone. */
  readonly before?: Uint8Array;
  /** Whether devices and pipes may be written to as well, as they come. */
  readonly anyKind?: boolean;
}

/** Gives the file at `path` this content. Its mode is kept; a link to it stays a link. */
export function writeFileSafely(path: string, content: Uint8Array, options: WriteOptions = {}): Written {
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status !== undefined && !status.isFile()) return writeThrough(path, content, status, options);
    const target = status === undefined ? path : realpathSync.native(path);
    if (status !== undefined) {
      const present = readFileSync(target);
      if (options.before !== undefined && !present.equals(options.before)) {
        return { kind: "failed", reason: "it has been changed by something else in the meantime" };
      }
      if (present.equals(content)) return { kind: "unchanged" };
    }
    replace(target, content, status);
    return { kind: "written" };
  } catch (error) {
    return { kind: "failed", reason: reasonOf(error) };
  }
}

function writeThrough(path: string, content: Uint8Array, status: Stats, { anyKind }: WriteOptions): Written {
  if (status.isDirectory()) return { kind: "failed", reason: "it is a folder" };
  if (anyKind !== true) return { kind: "failed", reason: "it is not a regular file" };
  const descriptor = openSync(path, "w");
  try {
    writeAll(descriptor, content);
  } finally {
    closeSync(descriptor);
  }
  return { kind: "written" };
}

function replace(target: string, content: Uint8Array, status: Stats | undefined): void {
  const folder = dirname(target);
  sweep(folder, basename(target));
  const temporary = join(folder, temporaryName(basename(target)));
  const descriptor = openSync(temporary, "wx", 0o600);
  try {
    try {
      writeAll(descriptor, content);
      if (fstatSync(descriptor).size !== content.length)
        throw new Error("the file is shorter than what was written");
      if (status === undefined) fchmodSync(descriptor, 0o666 & ~process.umask());
      else keepOwner(descriptor, status);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    moveOver(temporary, target);
  } catch (error) {
    discard(temporary);
    throw error;
  }
  syncFolder(folder);
}

/** Writes all of it: the system may take less at a time than it is given. */
function writeAll(descriptor: number, content: Uint8Array): void {
  for (let written = 0; written < content.length;) {
    try {
      written += writeSync(descriptor, content, written, content.length - written);
    } catch (error) {
      if (systemCode(error) !== "EAGAIN") throw error;
      pause();
    }
  }
}

function keepOwner(descriptor: number, status: Stats): void {
  try {
    fchownSync(descriptor, status.uid, status.gid);
  } catch {
    // Only an administrator may give files away; the content matters more.
  }
  fchmodSync(descriptor, status.mode & 0o7777);
}

/** On Windows a file that somebody reads cannot be replaced for a moment. */
function moveOver(temporary: string, target: string): void {
  for (let attempt = 0; ; attempt += 1) {
    try {
      renameSync(temporary, target);
      return;
    } catch (error) {
      const busy = ["EPERM", "EACCES", "EBUSY"].includes(systemCode(error) ?? "");
      if (process.platform !== "win32" || !busy || attempt === 10) throw error;
      for (let wait = 0; wait < attempt * 10; wait += 1) pause();
    }
  }
}

/** So that the new name, too, survives a power cut. Not every system can do it. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // The content is in place; nothing more can be done here.
  }
}

const ending = ".niklas-tmp";

function temporaryName(name: string): string {
  return `.${name}.${process.pid}.${randomWord()}${ending}`;
}

/** Removes what writers of the same file that were killed an hour or longer ago have left behind. */
function sweep(folder: string, name: string): void {
  const hourAgo = Date.now() - 3_600_000;
  for (const other of readdirSync(folder)) {
    if (!other.startsWith(`.${name}.`) || !other.endsWith(ending)) continue;
    const path = join(folder, other);
    const status = statSync(path, { throwIfNoEntry: false });
    if (status !== undefined && status.isFile() && status.mtimeMs < hourAgo) discard(path);
  }
}

function discard(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It stays; the next writer of this file sweeps it up.
  }
}

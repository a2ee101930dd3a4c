/* Reading a file that somebody else may have made: a bounded number of bytes, of a regular file, without waiting. */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import type { ReadOutcome } from "../model/host.ts";
import { reasonOf, systemCode } from "./failure.ts";
import { pause } from "./terminal.ts";

const step = 65_536;

// A named pipe would make `open` wait for a writer, and a link could be put in the file's place after it was located.
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** What became of reading: as for a host, with the content always as bytes. */
export type BytesRead = Exclude<ReadOutcome, { kind: "read" }> | { kind: "read"; content: Uint8Array };

/**
 * Reads the file at `path`, which must not be a link (see `realpath`), if it is no longer than `limit` bytes.
 * Files of the system that say they are empty and are not are read up to the limit too.
 */
export function readRegularFile(path: string, limit: number): BytesRead {
  let descriptor: number;
  try {
    descriptor = openSync(path, flags);
  } catch (error) {
    return { kind: "unreadable", reason: reasonOf(error) };
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) {
      return {
        kind: "unreadable",
        reason: status.isDirectory() ? "it is a folder" : "it is not a regular file",
      };
    }
    if (status.size > limit) return { kind: "too_large", bytes: status.size };
    return readAll(descriptor, limit, status.size + 1);
  } catch (error) {
    return { kind: "unreadable", reason: reasonOf(error) };
  } finally {
    closeSync(descriptor);
  }
}

/** Reads standard input to its end, if that is no further than `limit` bytes. */
export function readStandardInput(limit: number): BytesRead {
  try {
    return readAll(0, limit, step);
  } catch (error) {
    return { kind: "unreadable", reason: reasonOf(error) };
  }
}

/** Reads to the end, at most one byte more than `limit`. `expected` is a first guess at the number of bytes. */
function readAll(descriptor: number, limit: number, expected: number): BytesRead {
  let buffer = new Uint8Array(Math.min(Math.max(expected, step), limit + 1));
  let length = 0;
  for (;;) {
    const count = readSome(descriptor, buffer, length);
    if (count === 0) return { kind: "read", content: buffer.subarray(0, length) };
    length += count;
    if (length > limit) return { kind: "too_large", bytes: length };
    if (length === buffer.length) {
      const larger = new Uint8Array(Math.min(buffer.length * 2, limit + 1));
      larger.set(buffer);
      buffer = larger;
    }
  }
}

function readSome(descriptor: number, buffer: Uint8Array, offset: number): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer, offset, buffer.length - offset, null);
    } catch (error) {
      const code = systemCode(error);
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      pause();
    }
  }
}

/*
 * Everything that the command line prints goes through here: complete, through pipes of any speed, and with an
 * outcome. Writing is synchronous and without streams, so that there is never anything left to lose at the end.
 */
import { fstatSync, statSync, writeSync } from "node:fs";
import { systemCode } from "./failure.ts";

export type Stream = "output" | "errors";

/** `closed`: whoever read it has stopped reading (`| head`), which is no failure of ours. */
export type Printed =
  | { readonly kind: "printed" }
  | { readonly kind: "closed" }
  | { readonly kind: "failed"; readonly error: unknown };

const descriptors = { output: 1, errors: 2 } as const;

/** So many bytes are handed to the system at a time. */
const chunkSize = 65_536;

/** Writes all of it, however long the other side takes to read it. */
export function print(stream: Stream, content: string | Uint8Array): Printed {
  const descriptor = descriptors[stream];
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written, Math.min(chunkSize, bytes.length - written));
    } catch (error) {
      const code = systemCode(error);
      if (code === "EAGAIN") pause();
      else if (code === "EPIPE" || code === "EOF") return { kind: "closed" };
      else return { kind: "failed", error };
    }
  }
  return { kind: "printed" };
}

/** Whether a person sits at the other end. */
export function isTerminal(stream: Stream | "input"): boolean {
  const descriptor = stream === "input" ? 0 : descriptors[stream];
  try {
    const status = fstatSync(descriptor);
    if (!status.isCharacterDevice() || status.rdev === nullDevice()) return false;
  } catch {
    return false;
  }
  // Asking loads streams; that takes time, which only a person does not notice.
  switch (stream) {
    case "input":
      return process.stdin.isTTY === true;
    case "output":
      return process.stdout.isTTY === true;
    case "errors":
      return process.stderr.isTTY === true;
  }
}

/** The device that forgets what is written to it, where there is one by this name: who wants the status only. */
function nullDevice(): number | undefined {
  return statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
}

/** The columns of the window that a stream goes to; undefined if it goes elsewhere. */
export function terminalWidth(stream: Stream): number | undefined {
  if (!isTerminal(stream)) return undefined;
  // The streams of the process know, and are only made where a person waits.
  return columnsOf((stream === "output" ? process.stdout : process.stderr).columns);
}

/** The columns that a window says it has; some say 0 where they do not know. */
export function columnsOf(said: number | undefined): number | undefined {
  return said === undefined || said === 0 ? undefined : said;
}

/** Waits a moment: the other side of a pipe that does not block is full. */
export function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}

/* The model that comes through standard input. */
import { limits } from "../base/limits.ts";
import { quoted } from "../base/words.ts";
import { standardInput, type Entry } from "./entries.ts";
import { UsageError } from "./failure.ts";
import { standardInputName } from "./paths.ts";
import { readStandardInput } from "./read_file.ts";
import { isTerminal, print } from "./terminal.ts";

/** The contents that stand for files, by name: that of standard input, if one of the entries is that. Throws `UsageError`. */
export function standardOverlay(entries: readonly Entry[]): ReadonlyMap<string, Uint8Array> {
  return entries.some(({ path }) => path === undefined) ? readInput() : new Map();
}

function readInput(): ReadonlyMap<string, Uint8Array> {
  if (isTerminal("input")) {
    const end = process.platform === "win32" ? "Ctrl-Z and Enter" : "Ctrl-D";
    print("errors", `niklas: type a model, and ${end} on a new line to end it\n`);
  }
  const read = readStandardInput(limits.fileSize);
  switch (read.kind) {
    case "read":
      return new Map([[standardInputName, read.content]]);
    case "too_large":
      throw new UsageError(`standard input is larger than ${limits.fileSize / 1_000_000} MB (too_large)`);
    case "unreadable":
      throw new UsageError(`cannot read standard input (${quoted(standardInput)}): ${read.reason}`);
  }
}

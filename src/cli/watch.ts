/* Doing a job again whenever a file that it has read changes, and telling what is otherwise than the last time. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { counted } from "../base/words.ts";
import { visible } from "../base/visible.ts";
import { painter } from "../diagnostics/show/paint.ts";
import { guardedText } from "./ci.ts";
import { reportThrown, statuses, type Status } from "./errors.ts";
import { isDocument } from "./documents/is_document.ts";
import { UsageError } from "./failure.ts";
import { extension } from "./files.ts";
import { standardInput } from "./entries.ts";
import type { Look } from "./look.ts";
import { pathOf, standardInputName } from "./paths.ts";
import type { Settings } from "./settings.ts";
import { print } from "./terminal.ts";

/** The paths that were named, and the files that were read for them, absolute. */
export function watchedPaths(
  { workingFolder, paths }: Pick<Settings, "workingFolder" | "paths">,
  files: Iterable<string>,
): ReadonlySet<string> {
  const named = paths.filter((path) => path !== standardInput).map((path) => resolve(workingFolder, path));
  const read = [...files]
    .filter((name) => name !== standardInputName)
    .map((name) => pathOf(workingFolder, name));
  return new Set([...named, ...read]);
}

/** What a job was about and what it yielded, in words by which two can be compared: `economy.price` -> `54`. */
export type Snapshot = ReadonlyMap<string, string>;

export interface Done {
  readonly status: Status;
  /** The files and folders that it read, by absolute paths. */
  readonly inputs: Iterable<string>;
  /** Undefined where it could not be done: then nothing is compared. */
  readonly snapshot: Snapshot | undefined;
}

/** What ends the watching. */
const signals = ["SIGINT", "SIGTERM"] as const;

/** A change to more files than one comes as one: so many milliseconds are waited for the rest. */
const together = 100;

/** Does a job once; with `watch` again after each change, until the process is ended from outside. */
export async function doneAgain(job: () => Promise<Done>, watch: boolean, look: () => Look): Promise<Status> {
  const begun = Date.now();
  const first = await job();
  if (watch && [...first.inputs].length === 0) throw new UsageError("there are no files to watch");
  return watch ? repeat(job, first, begun, look) : first.status;
}

async function repeat(
  job: () => Promise<Done>,
  first: Done,
  begun: number,
  look: () => Look,
): Promise<Status> {
  const { watch } = await import("./watcher.ts");
  // What has been read is watched whatever it is called; of what else lies in a folder, what may be a model.
  const read = new Set(first.inputs);
  const watcher = watch([...read], {
    ignoreInitial: true,
    ignored: (path, stats) =>
      stats?.isFile() === true && !path.endsWith(extension) && !read.has(resolve(path)),
  });
  let last = first;
  let ended = false;
  const stop = (): void => {
    ended = true;
    wake();
  };
  let wake: () => void = () => {};
  const changed = new Set<string>();
  watcher.on("all", (_event, path) => {
    changed.add(resolve(path));
    wake();
  });
  for (const signal of signals) process.on(signal, stop);
  await new Promise<void>((ready) => void watcher.once("ready", ready));
  for (const path of changedSince(begun, first.inputs)) changed.add(path);
  tellWaiting(last);
  for (;;) {
    await new Promise<void>((done) => {
      wake = done;
      if (ended || changed.size > 0) done();
    });
    if (ended) break;
    await new Promise((done) => setTimeout(done, together));
    changed.clear();
    print("output", "\n");
    // While the job is at work nobody would hear a signal: then it ends the process by itself.
    for (const signal of signals) process.off(signal, stop);
    const next = await tried(job, last);
    for (const signal of signals) process.on(signal, stop);
    for (const path of next.inputs) read.add(path);
    watcher.add([...next.inputs]);
    if (next.snapshot === undefined) last = { ...next, snapshot: last.snapshot };
    else {
      if (last.snapshot !== undefined) tellDifference(last.snapshot, next.snapshot, look());
      last = next;
    }
    tellWaiting(last);
  }
  await watcher.close();
  return last.status;
}

/** Files that were written while the job was at work and nobody watched yet. */
function changedSince(begun: number, inputs: Iterable<string>): readonly string[] {
  return [...inputs].filter((path) => {
    const file = statSync(path, { throwIfNoEntry: false });
    return file?.isFile() === true && file.mtimeMs > begun;
  });
}

/** What cannot be done now may be possible after the next change. */
async function tried(job: () => Promise<Done>, last: Done): Promise<Done> {
  try {
    return await job();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    reportThrown(error);
    return { ...last, status: statuses.failed, snapshot: undefined };
  }
}

function tellWaiting({ inputs }: Done): void {
  const files = [...inputs].filter((path) => path.endsWith(extension) || isDocument(path)).length;
  const what = files === 0 ? "the files" : counted(files, "file");
  print("errors", `niklas: watching ${what}; Ctrl-C ends it\n`);
}

/** So many differences are told. */
const mostTold = 20;

/** Tells what is otherwise than before, in the order of what is there now, then what is gone. */
function tellDifference(before: Snapshot, now: Snapshot, { colour }: Look): void {
  const paint = painter(colour);
  const lines: string[] = [];
  for (const [name, value] of now) {
    const old = before.get(name);
    if (old === value) continue;
    lines.push(
      old === undefined
        ? paint("added", `  + ${described(name, value)}`)
        : `  ${paint("related", "~")} ${described(name, `${old} → ${value}`)}`,
    );
  }
  for (const [name, value] of before) {
    if (!now.has(name)) lines.push(paint("removed", `  - ${described(name, value)}`));
  }
  const more = lines.length - mostTold;
  const shown = more > 0 ? [...lines.slice(0, mostTold), `  and ${more} more`] : lines;
  const head =
    lines.length === 0 ? "nothing is otherwise than the last time" : "otherwise than the last time:";
  print("output", guardedText(`\n${[head, ...shown].join("\n")}\n`, process.env));
}

function described(name: string, value: string): string {
  return visible(value === "" ? name : `${name}: ${value}`);
}

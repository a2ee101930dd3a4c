/* The part file of this process: what is in it is done already, and what is finished is added to it. */
import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { quoted } from "../../base/words.ts";
import { differenceOf } from "../../runs/experiment/manifest.ts";
import { reasonOf, systemCode, type Failure } from "../failure.ts";
import { pause } from "../terminal.ts";
import { blockLine, headLine, readPart, shardText, type HeadRead, type PartHead } from "./part_file.ts";

export interface Journal {
  readonly done: ReadonlyMap<number, Float64Array>;
  /** Adds a block. Throws `JournalBroken`. */
  readonly keep: (block: number, numbers: Float64Array) => void;
  /** No more is added; what has been is on the disk. Throws `JournalBroken`. */
  readonly close: () => void;
  readonly remove: () => void;
}

/** Thrown where nothing more can be kept; `message` is a sentence without its full stop. */
export class JournalBroken extends Error {}

/** What was killed loses nothing that was written; what a power cut may take is no older than this, in milliseconds. */
const syncedEvery = 1000;

/** Opens the part file at `path`, which people call `shown`; that it holds something else is a failure. */
export function openJournal(path: string, shown: string, head: PartHead): Journal | Failure {
  let descriptor: number;
  let present: Buffer;
  try {
    // Whatever is there stays; all is added at the end.
    descriptor = openSync(path, "a+", 0o666);
    if (!fstatSync(descriptor).isFile()) {
      closeSync(descriptor);
      return { message: `cannot write ${quoted(shown)}: it is not a regular file` };
    }
    present = readFileSync(descriptor);
  } catch (error) {
    return { message: `cannot write ${quoted(shown)}: ${reasonOf(error)}` };
  }
  const { head: found, blocks, ended } = readPart(present);
  const refused = refusal(found, head, shown);
  if (refused !== undefined) {
    closeSync(descriptor);
    return refused;
  }
  const done = new Map(blocks);
  let length = present.length;
  let synced = Date.now();

  const add = (text: string): void => {
    const bytes = new TextEncoder().encode(text);
    try {
      if (fstatSync(descriptor).size !== length)
        throw new JournalBroken(`something else writes to ${quoted(shown)}`);
      // The system may take less at a time than it is given.
      for (let written = 0; written < bytes.length;) {
        try {
          written += writeSync(descriptor, bytes, written, bytes.length - written);
        } catch (error) {
          if (systemCode(error) !== "EAGAIN") throw error;
          pause();
        }
      }
      length += bytes.length;
      if (Date.now() - synced < syncedEvery) return;
      fdatasyncSync(descriptor);
      synced = Date.now();
    } catch (error) {
      if (error instanceof JournalBroken) throw error;
      throw new JournalBroken(`cannot write ${quoted(shown)}: ${reasonOf(error)}`);
    }
  };

  // Half a line stays where it is, and counts for nothing.
  if (found.kind === "head") {
    if (!ended) add("\n");
  } else {
    ftruncateSync(descriptor);
    length = 0;
    add(headLine(head));
  }
  return {
    done,
    keep: (block, numbers) => add(blockLine(block, numbers)),
    close() {
      try {
        fdatasyncSync(descriptor);
        closeSync(descriptor);
      } catch (error) {
        throw new JournalBroken(`cannot write ${quoted(shown)}: ${reasonOf(error)}`);
      }
    },
    remove() {
      try {
        unlinkSync(path);
      } catch {
        // It stays; the next run finds all done.
      }
    },
  };
}

function refusal(found: HeadRead, { manifest, shard }: PartHead, shown: string): Failure | undefined {
  switch (found.kind) {
    case "begun":
      return undefined;
    case "foreign":
      return { message: `${quoted(shown)} is there already, and ${found.reason}`, help: "give another name" };
    case "head": {
      const another = "delete it to begin anew, or give another name";
      const difference = differenceOf(found.head.manifest, manifest);
      if (difference !== undefined)
        return { message: `${quoted(shown)} has been begun with ${difference}`, help: another };
      if (shardText(found.head.shard) === shardText(shard)) return undefined;
      return { message: `${quoted(shown)} has been begun as ${shardText(found.head.shard)}`, help: another };
    }
  }
}

/*
 * The file in which finished blocks of an experiment are kept while it goes on: a line that says of what, and a line for each block, added
 * when it is finished. Wherever a process is killed, every line before the one it was writing is whole. The parts of an experiment that is
 * carried out in several places are such files.
 */
import { createHash } from "node:crypto";
import { bytesOf, numbersFrom, numbersIn, type Manifest } from "../../runs/experiment/manifest.ts";
import { manifestFrom } from "../../runs/experiment/manifest_from.ts";

/** Of so many parts the how manieth, from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

export interface PartHead {
  readonly manifest: Manifest;
  /** Undefined: the whole. */
  readonly shard: Shard | undefined;
}

/** The form of these files; another number is another form. */
const form = 1;

export function headLine({ manifest, shard }: PartHead): string {
  return `${JSON.stringify({ niklas_part: form, ...(shard && { shard }), manifest })}\n`;
}

export function blockLine(block: number, numbers: Float64Array): string {
  const bytes = bytesOf(numbers);
  return `{"block":${block},"sum":"${sumOf(block, bytes)}","numbers":"${Buffer.from(bytes).toString("base64")}"}\n`;
}

/** `part 2 of 5`. */
export function shardText(shard: Shard | undefined): string {
  return shard === undefined ? "the whole" : `part ${shard.number} of ${shard.of}`;
}

/** By what a line is known to be whole. */
function sumOf(block: number, bytes: Uint8Array): string {
  return createHash("sha256").update(`${block} `).update(bytes).digest("hex").slice(0, 16);
}

export type HeadRead =
  | { readonly kind: "head"; readonly head: PartHead }
  /** Nothing has been written yet, or only half of the first line. */
  | { readonly kind: "begun" }
  | { readonly kind: "foreign"; readonly reason: string };

export interface PartRead {
  readonly head: HeadRead;
  /** The blocks that are whole. What was being written when a process was killed, or has been changed since, is none. */
  readonly blocks: Iterable<readonly [block: number, numbers: Float64Array]>;
  /** Whether the last line has its end. */
  readonly ended: boolean;
}

export function readPart(content: Buffer): PartRead {
  const end = content.indexOf(10);
  const first = content.subarray(0, end === -1 ? content.length : end).toString("utf8");
  const head = readHead(first, end !== -1);
  return {
    head,
    blocks: head.kind === "head" ? blocksIn(content.subarray(end + 1), head.head) : [],
    ended: content.length === 0 || content.at(-1) === 10,
  };
}

function readHead(line: string, whole: boolean): HeadRead {
  const begins = `{"niklas_part":`;
  if (!whole && (line.startsWith(begins) || begins.startsWith(line))) return { kind: "begun" };
  if (!line.startsWith(begins)) return { kind: "foreign", reason: "it is no part of an experiment" };
  const said = parsed(line);
  if (said?.niklas_part !== form)
    return { kind: "foreign", reason: "it is a part that another version of Niklas has written" };
  const manifest = manifestFrom(said.manifest);
  const shard = said.shard === undefined ? undefined : shardFrom(said.shard);
  if (manifest === undefined || shard === "none")
    return { kind: "foreign", reason: "what it says of the experiment is not as Niklas writes it" };
  return { kind: "head", head: { manifest, shard } };
}

function shardFrom(said: unknown): Shard | "none" {
  if (typeof said !== "object" || said === null) return "none";
  const { number, of } = said as Readonly<Record<string, unknown>>;
  const fits =
    typeof number === "number" &&
    typeof of === "number" &&
    Number.isSafeInteger(of) &&
    Number.isSafeInteger(number);
  return fits && number >= 1 && number <= of ? { number, of } : "none";
}

function* blocksIn(content: Buffer, { manifest }: PartHead): Generator<readonly [number, Float64Array]> {
  for (let start = 0; start < content.length;) {
    const found = content.indexOf(10, start);
    // Of a last line without its end the sum says whether it is whole.
    const end = found === -1 ? content.length : found;
    const line = content.subarray(start, end).toString("latin1");
    start = end + 1;
    const said = parsed(line);
    const { block, sum, numbers } = said ?? {};
    if (typeof block !== "number" || typeof numbers !== "string") continue;
    if (!Number.isSafeInteger(block) || block < 0 || block >= manifest.blocks) continue;
    const bytes = Buffer.from(numbers, "base64");
    if (bytes.length !== numbersIn(manifest, block) * 8 || sum !== sumOf(block, bytes)) continue;
    yield [block, numbersFrom(bytes)];
  }
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const said: unknown = JSON.parse(line);
    return typeof said === "object" && said !== null
      ? (said as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

/* Makes one of the parts of an experiment that have been carried out in several places. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { counted, listed, numberText, quoted } from "../../base/words.ts";
import { columnsOf, differenceOf, totalOf, type Manifest } from "../../runs/experiment/manifest.ts";
import { resultsOf } from "../../runs/experiment/results.ts";
import { reportFailures, statuses, type Status } from "../errors.ts";
import { reasonOf, type Failure } from "../failure.ts";
import type { Look } from "../look.ts";
import type { ExperimentFormat } from "./forms.ts";
import { readPart, type Shard } from "./part_file.ts";
import { printResults, statusOf, writeResults, type ResultFile, type Results } from "./results_out.ts";

export interface Merge {
  /** As they were written on the command line. */
  readonly parts: readonly string[];
  readonly format: ExperimentFormat;
  readonly files: readonly ResultFile[];
  readonly workingFolder: string;
  readonly look: Look;
}

export function merge(task: Merge): Status {
  const merged = mergeParts(task.parts, task.workingFolder);
  if ("message" in merged) return failed(merged);
  const failure = writeResults(merged, task.files, task.workingFolder);
  if (failure !== undefined) return failed(failure);
  printResults(merged, task.format, task.look);
  return statusOf(merged.result);
}

function failed(failure: Failure): Status {
  reportFailures([failure]);
  return statuses.failed;
}

/** What is known of the parts read so far. */
interface Gathered {
  readonly manifest: Manifest;
  /** The file that this is from. */
  readonly first: string;
  readonly numbers: Float64Array;
  /** By block, from which file it is: its place in the list; -1 for none. */
  readonly from: Int32Array;
  readonly shards: (Shard | undefined)[];
}

/** All numbers of all runs, or why they are not there. A block may be in several parts if it is the same in each. */
export function mergeParts(parts: readonly string[], workingFolder: string): Results | Failure {
  let gathered: Gathered | undefined;
  for (const [index, name] of parts.entries()) {
    let content: Buffer;
    try {
      content = readFileSync(resolve(workingFolder, name));
    } catch (error) {
      return { message: `cannot read ${quoted(name)}: ${reasonOf(error)}` };
    }
    const { head, blocks } = readPart(content);
    if (head.kind === "begun") return { message: `${quoted(name)} is empty: its part has not been begun` };
    if (head.kind === "foreign") return { message: `cannot merge ${quoted(name)}: ${head.reason}` };
    const { manifest, shard } = head.head;
    gathered ??= gatheredFor(manifest, name);
    const difference = differenceOf(gathered.manifest, manifest);
    if (difference !== undefined)
      return {
        message: `${quoted(name)} is not of the same experiment as ${quoted(gathered.first)}: it is of ${difference}`,
        help: "parts can be merged that come from the same model, experiment, options, seed and version of Niklas",
      };
    gathered.shards.push(shard);
    const size = manifest.blockSize * columnsOf(manifest);
    for (const [block, numbers] of blocks) {
      const other = gathered.from[block] ?? -1;
      const place = gathered.numbers.subarray(block * size, block * size + numbers.length);
      if (other === -1) place.set(numbers);
      else if (!isSame(place, numbers))
        return {
          message: `${quoted(parts[other] ?? "")} and ${quoted(name)} both have block ${block}, with other numbers`,
          help: "one of them has been changed, or the machines calculate otherwise; carry out both again",
        };
      gathered.from[block] = index;
    }
  }
  if (gathered === undefined) return { message: "there are no parts to merge" };
  const { manifest, numbers } = gathered;
  const missing = [...gathered.from.entries()].flatMap(([block, from]) => (from === -1 ? [block] : []));
  if (missing.length > 0) return missingFailure(missing, gathered);
  return { result: resultsOf(manifest, numbers), numbers };
}

function gatheredFor(manifest: Manifest, first: string): Gathered {
  return {
    manifest,
    first,
    numbers: new Float64Array(totalOf(manifest) * columnsOf(manifest)),
    from: new Int32Array(manifest.blocks).fill(-1),
    shards: [],
  };
}

function isSame(one: Float64Array, other: Float64Array): boolean {
  return one.every((number, index) => Object.is(number, other[index]));
}

function missingFailure(missing: readonly number[], { manifest, shards }: Gathered): Failure {
  const verb = missing.length === 1 ? "is" : "are";
  const message = `${counted(missing.length, "block")} of ${numberText(manifest.blocks)} ${verb} in none of these parts`;
  const known = shards.flatMap((shard) => shard ?? []);
  const of = known[0]?.of;
  if (of === undefined || known.some((shard) => shard.of !== of)) return { message };
  const lacking = [...Array(of).keys()]
    .map((index) => index + 1)
    .filter((number) => missing.some((block) => block % of === number - 1));
  const shown = lacking.slice(0, 10).map((number) => `${number}/${of}`);
  const more = lacking.length > shown.length ? [`${lacking.length - shown.length} more`] : [];
  return {
    message,
    help: `not there, or not at its end: ${listed([...shown, ...more])}; the command of a part goes on where it was ended`,
  };
}

/*
 * What an experiment is, as plain data: all that is needed to know which numbers belong together, and to say what they mean without the
 * model. Two parts of one experiment have the same manifest; what differs in anything here is another experiment.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { shownValue, withUnit } from "../../engine/values.ts";
import type { Type } from "../../model/expression.ts";
import type { CheckResult } from "../../checks/apply.ts";
import type { DesignChoice } from "./design_choice.ts";

/** How numbers are shown: as they are, in percent, with a unit; or as words, by their places in a list. */
export interface Reading {
  readonly percent?: true;
  readonly unit?: string;
  readonly words?: readonly string[];
}

export interface Factor {
  /** As the file that is run calls it: `economy.price`. */
  readonly name: string;
  /** The values that it takes one after another in a factorial design; of words their places in the list. */
  readonly values: readonly number[];
  /** Of a range: what lies between the two ends is meant too. */
  readonly range?: { readonly low: number; readonly high: number };
  readonly reading: Reading;
}

export interface MeasuredAs {
  readonly name: string;
  readonly label?: string;
  /** What holds or does not, or so and so much. */
  readonly kind: "share" | "number";
  readonly reading: Reading;
}

export interface Manifest {
  /** The version of Niklas. */
  readonly niklas: string;
  /** The digests of the models' texts: of the one, and of the one that it is compared with. */
  readonly model: string;
  readonly against?: string;
  readonly experiment: string;
  readonly label?: string;
  readonly scenario: string;
  readonly seed: number;
  readonly design: DesignChoice;
  /** Runs of each combination. */
  readonly runs: number;
  /** Whether chance has a part in it; otherwise all runs of a combination are the same. */
  readonly chance: boolean;
  readonly vary: readonly Factor[];
  readonly measures: readonly MeasuredAs[];
  /** The ways in which each combination is run, to be compared; one without a name where nothing is. */
  readonly variants: readonly string[];
  readonly combinations: number;
  /** So many runs, one after another by their numbers, are done and kept together; the last block may have fewer. */
  readonly blockSize: number;
  readonly blocks: number;
}

/** So many numbers are kept of an experiment at most. */
export const mostNumbers = 2 ** 27;

/** How many numbers there are of one run: of each variant the measures, and what went wrong. */
export function columnsOf({ variants, measures }: Manifest): number {
  return variants.length * (measures.length + 1);
}

export function totalOf({ combinations, runs }: Manifest): number {
  return combinations * runs;
}

/** How many numbers a block has. */
export function numbersIn(manifest: Manifest, block: number): number {
  const { blockSize } = manifest;
  return Math.max(0, Math.min(blockSize, totalOf(manifest) - block * blockSize)) * columnsOf(manifest);
}

export function readingOf(type: Type, words?: readonly string[]): Reading {
  if (words !== undefined) return { words };
  if (type.kind !== "number") return type.kind === "boolean" ? { words: ["false", "true"] } : {};
  return {
    ...(type.percent === true && { percent: true as const }),
    ...(type.unit !== undefined && { unit: type.unit }),
  };
}

/** A number as people read it: `60`, `25%`, `payment`, `20 °C`. */
export function shownAs(value: number, { percent, unit, words }: Reading): string {
  if (words !== undefined && words[value] !== undefined) return words[value];
  const type: Type = { kind: "number", percent: percent === true, unit };
  return withUnit(shownValue(value, type), type);
}

/** The digest of a model: of the texts of all its files but those of the canon, in the order in which they are read. */
export function digestOfModel({ model, sources }: Pick<CheckResult, "model" | "sources">): string {
  const hash = sha256.create();
  for (const { name, canonical } of model.files) {
    if (canonical) continue;
    // The same text has the same digest, however a system ends its lines.
    const text = new TextEncoder().encode((sources.get(name)?.text ?? "").replaceAll("\r\n", "\n"));
    hash.update(new TextEncoder().encode(`${text.length}\n`)).update(text);
  }
  return bytesToHex(hash.digest());
}

/** The digest of an experiment: of its manifest and of the numbers of all blocks in their order, as IEEE doubles, the lowest byte first. */
export function digestOf(manifest: Manifest, numbers: Float64Array): string {
  const hash = sha256.create();
  hash.update(new TextEncoder().encode(`${JSON.stringify(manifest)}\n`));
  const step = 65_536;
  for (let from = 0; from < numbers.length; from += step)
    hash.update(bytesOf(numbers.subarray(from, from + step)));
  return bytesToHex(hash.digest());
}

/** Numbers as bytes that are the same on every machine; what is no number is always the same one. */
export function bytesOf(numbers: Float64Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [index, number] of numbers.entries()) {
    if (Number.isNaN(number)) view.setUint32(index * 8 + 4, 0x7ff80000, true);
    else view.setFloat64(index * 8, number, true);
  }
  return bytes;
}

export function numbersFrom(bytes: Uint8Array): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: Math.floor(bytes.length / 8) }, (_, index) =>
    view.getFloat64(index * 8, true),
  );
}

/** In what two manifests differ, in words; the first difference of what a user has said or changed. */
export function differenceOf(one: Manifest, other: Manifest): string | undefined {
  const asked: readonly (readonly [keyof Manifest, string])[] = [
    ["niklas", "another version of Niklas"],
    ["model", "another model, or another version of this one"],
    ["against", "another model to compare with"],
    ["experiment", "another experiment"],
    ["scenario", "another scenario"],
    ["seed", "another seed"],
    ["design", "another design"],
    ["runs", "another number of runs"],
    ["vary", "other values of what is varied"],
    ["variants", "another comparison"],
  ];
  const same = (key: keyof Manifest): boolean => JSON.stringify(one[key]) === JSON.stringify(other[key]);
  const found = asked.find(([key]) => !same(key));
  if (found !== undefined) return found[1];
  return JSON.stringify(one) === JSON.stringify(other) ? undefined : "another experiment";
}

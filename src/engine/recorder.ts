/*
 * The trace while it is written: numbers in arrays that grow, no objects, so that a run with a trace is not much slower
 * than one without. `trace.ts` says what is in it, `decode.ts` makes it readable.
 */

import { limits } from "../base/limits.ts";
import type { NoiseReason, RunEnd } from "./trace.ts";
import { Broken } from "./violations.ts";

/**
 * What a record says: its kind, what it is about, and the number of the record that caused it, or -1. Here in brackets what
 * it is about, then its other numbers.
 */
export const kinds = {
  /** The scenario does something. [act] */
  act: 0,
  /** An operation or event occurs. [happening] [...arguments] */
  operation: 1,
  /** An event occurs that is at issue for one owner alone. [happening] [owner, ...arguments] */
  partial: 2,
  /** One does not take place. [happening] [why: a limit's number or one of `prevented`, ...arguments, ...readings] */
  blocked: 3,
  /** A channel puts something before a system. [channel] [...arguments] */
  irritation: 4,
  /** The same with the arguments of the operation or event that caused it. [channel] */
  passing: 5,
  /** A channel assigns to an environment. [channel] [...arguments] */
  arrival: 6,
  /** A system decides. [clause] */
  decision: 7,
  /** A system leaves undecided what is before it. [system] */
  indecision: 8,
  /** An expectation or a quantity gets another value. [slot] [from, to] */
  value: 9,
  /** [violation] */
  violation: 10,
  /** [result] [whether it holds] */
  expect: 11,
  /** A branch is taken. [act] [branch] */
  choice: 12,
  /** A `run` has ended. [act] [steps, how] */
  run: 13,
  /**
   * A channel does not carry something, or a system does not notice it: a kind for each of the `reasons`, of which this is
   * the first, and the last of all kinds. [channel] [...values]
   */
  noise: 14,
} as const;

/** Why an operation does not take place, besides a limit. */
export const prevented = { unplugged: -1, bounds: -2, fault: -3 } as const;

/** Why something is noise, in the order in which it is asked. */
export const reasons: readonly NoiseReason[] = [
  "closed",
  "condition",
  "chance",
  "capacity",
  "out of bounds",
  "not a number",
  "unplugged",
  "filtered",
] as const;
export type Reason = (typeof reasons)[number];

/** The numbers of a record's head: its kind together with what it is about, and its cause. */
const size = 2;
/** What a kind takes of the first of them. */
const kindBits = 5;

/**
 * Records are kept in pieces of so many, and of so many numbers; what is full is never copied. The less a record takes, the
 * faster it is written: most of the time goes into memory that is new. When a record begins, there is room in its piece for
 * so many of its numbers.
 */
const recordsOfPiece = 10_000;
const numbersOfPiece = 16_384;
export const numbersOfRecord = 64;

interface Piece {
  /** The number of its first record. */
  readonly first: number;
  readonly heads: Int32Array;
  /** Where the numbers of each record begin. */
  readonly starts: Uint16Array;
  numbers: Float64Array;
  /** How many records and numbers there are in it, once it is no longer being filled. */
  records: number;
  used: number;
}

function pieceFrom(first: number, records: number): Piece {
  return {
    first,
    heads: new Int32Array(records * size),
    starts: new Uint16Array(records),
    numbers: new Float64Array(records === 0 ? 0 : numbersOfPiece),
    records: 0,
    used: 0,
  };
}

/** What stands at the beginning of a record. */
export interface Head {
  readonly kind: number;
  readonly step: number;
  readonly cause: number;
  readonly about: number;
}

/** How a `run` ends, by number. */
export const runEnds: readonly RunEnd[] = ["rest", "count", "until", "unsettled", "endless"];

export class Recorder {
  /** Of each step from which there may be records: the first of them, and its number. */
  private readonly steps: number[] = [];
  private readonly pieces: Piece[] = [];
  /** The piece that is being filled, and of it the number of its first record, what it has, and how far it is filled. */
  private filling: Piece = pieceFrom(0, 0);
  first = 0;
  heads = this.filling.heads;
  starts = this.filling.starts;
  records = 0;
  values = this.filling.numbers;
  used = 0;
  /** How many numbers there are in the pieces before. */
  private kept = 0;
  private readonly most: number;
  private readonly mostNumbers: number;
  /** The piece in which something was looked up last. */
  private looked: Piece | undefined;

  /**
   * `most`: how many records there may be; one more breaks the run off. So does what they tell, where that comes to very
   * many numbers for each, as soon as a piece of them is full.
   */
  constructor(most: number) {
    this.most = most;
    this.mostNumbers = most * limits.numbersPerEntry;
  }

  /** How many records there are. */
  get count(): number {
    return this.first + this.records;
  }

  /** Says that a step has come. */
  begins(step: number): void {
    const { steps, count } = this;
    // A step of which nothing was told leaves no trace.
    if (steps[steps.length - 2] === count) steps[steps.length - 1] = step;
    else steps.push(count, step);
  }

  /** Begins a record and gives its number; its numbers may follow. */
  begin(kind: number, cause: number, about: number): number {
    if (this.records === this.starts.length || this.used > numbersOfPiece - numbersOfRecord) this.nextPiece();
    const { records, heads } = this;
    heads[records * size] = kind | (about << kindBits);
    heads[records * size + 1] = cause;
    this.starts[records] = this.used;
    this.records = records + 1;
    return this.first + records;
  }

  nextPiece(): void {
    const { count, filling } = this;
    if (count >= this.most) throw new Broken("length of the trace", this.most);
    if (this.kept + this.used > this.mostNumbers) throw new Broken("numbers in the trace", this.mostNumbers);
    this.kept += this.used;
    filling.records = this.records;
    filling.used = this.used;
    this.filling = pieceFrom(count, Math.min(recordsOfPiece, this.most - count));
    this.pieces.push(this.filling);
    this.first = count;
    this.heads = this.filling.heads;
    this.starts = this.filling.starts;
    this.values = this.filling.numbers;
    this.records = 0;
    this.used = 0;
  }

  /** Adds a number to the record begun last. */
  add(value: number): void {
    if (this.used === this.values.length) {
      // A record of very many numbers.
      const larger = new Float64Array(this.values.length * 2);
      larger.set(this.values);
      this.filling.numbers = this.values = larger;
    }
    this.values[this.used] = value;
    this.used += 1;
  }

  /** Adds a stretch of numbers. */
  addAll(values: Float64Array, from: number, count: number): void {
    for (let index = 0; index < count; index += 1) this.add(values[from + index] ?? 0);
  }

  /** A record as it was begun, with the step it belongs to. */
  head(record: number): Head {
    const { heads, first } = this.pieceOf(record);
    const at = (record - first) * size;
    const what = heads[at] ?? 0;
    return {
      kind: what & ((1 << kindBits) - 1),
      about: what >> kindBits,
      cause: heads[at + 1] ?? -1,
      step: this.stepOf(record),
    };
  }

  private stepOf(record: number): number {
    const { steps } = this;
    // The last step that began with this record or before it.
    const next = firstAfter(steps.length / 2, record, (index) => steps[index * 2] ?? 0);
    return next === 0 ? 0 : (steps[next * 2 - 1] ?? 0);
  }

  private pieceOf(record: number): Piece {
    const { looked, pieces, filling } = this;
    if (record >= this.first) return filling;
    if (looked !== undefined && record >= looked.first && record < looked.first + looked.records)
      return looked;
    const next = firstAfter(pieces.length, record, (index) => pieces[index]?.first ?? 0);
    return (this.looked = pieces[next - 1] ?? filling);
  }

  numbersOf(record: number): Float64Array {
    const piece = this.pieceOf(record);
    const { starts, numbers, first } = piece;
    const index = record - first;
    const last = piece === this.filling ? this.records - 1 : piece.records - 1;
    const used = piece === this.filling ? this.used : piece.used;
    return numbers.slice(starts[index], index < last ? starts[index + 1] : used);
  }
}

/** Of things in order, by what `at` tells of each, the index of the first that comes after `value`. */
function firstAfter(count: number, value: number, at: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

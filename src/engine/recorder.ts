/*
 * The trace while it is written: numbers in arrays that grow, no objects, so that a run with a trace is not much slower
 * than one without. `trace.ts` says what is in it, `decode.ts` makes it readable.
 */

import { limits } from "../base/limits.ts";
import type { NoiseReason, RunEnd } from "./trace.ts";
import { Broken } from "./violations.ts";

/** What a record says, after its kind and the number of the record that caused it, or -1. */
export const kinds = {
  /** The scenario does something. [act] */
  act: 0,
  /** An operation or event occurs. [happening] [...arguments] */
  operation: 1,
  /** One does not take place. [happening, why: a limit's number or one of `prevented`] [...arguments, ...readings] */
  blocked: 2,
  /** A channel does not carry something, or a system does not notice it. [channel, reason] [...values] */
  noise: 3,
  /** A channel puts something before a system. [channel] [...arguments] */
  irritation: 4,
  /** A channel assigns to an environment. [channel] [...arguments] */
  arrival: 5,
  /** A system decides, or leaves undecided. [system, clause or -1] */
  decision: 6,
  /** An expectation or a quantity gets another value. [slot] [from, to] */
  value: 7,
  /** [violation] */
  violation: 8,
  /** [result] */
  expect: 9,
  /** A branch is taken. [act, branch] */
  choice: 10,
  /** A `run` has ended. [act, steps, how] */
  run: 11,
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

/** The numbers of a record's head: its kind together with what it is about, its cause, more about it, where its other numbers begin. */
const size = 4;
/** Kinds are below this. */
const kindBits = 4;

/** Records are kept in pieces of so many: what is full is never copied. */
const largestPiece = 10_000;
/** Numbers in pieces of so many; those of one record stand in one piece, in which there is room for so many of them. */
const numbersPiece = 16_384;
export const numbersOfRecord = 64;

/** What stands at the beginning of a record. */
export interface Head {
  readonly kind: number;
  readonly step: number;
  readonly cause: number;
  readonly a: number;
  readonly b: number;
}

/** How a `run` ends, by number. */
export const runEnds: readonly RunEnd[] = ["rest", "count", "until", "unsettled", "endless"];

export class Recorder {
  /** How many records there are. */
  count = 0;
  /** Of each step from which there may be records: the first of them, and its number. */
  private readonly steps: number[] = [];
  /** The piece of numbers that is being filled, and how far. */
  values = new Float64Array(numbersPiece);
  used = 0;
  private readonly heads: Int32Array[] = [];
  private readonly numbers: Float64Array[] = [this.values];
  /** By piece of numbers: how many there are in it. */
  private readonly ends: number[] = [];
  private filling = new Int32Array(0);
  private headUsed = 0;
  /** How many numbers there is room for in the pieces before, a piece that had to grow counted as one that has not. */
  private numbersBefore = 0;
  /** How many there are in them. */
  private kept = 0;
  private readonly most: number;
  private readonly mostNumbers: number;
  private readonly piece: number;

  /**
   * `most`: how many records there may be, rounded up to whole pieces; one more breaks the run off. So does what they tell,
   * where that comes to very many numbers for each.
   */
  constructor(most: number) {
    this.most = most;
    this.mostNumbers = most * limits.numbersPerEntry;
    this.piece = Math.max(1, Math.min(most, largestPiece));
  }

  /** Says that a step has come. */
  begins(step: number): void {
    const { steps, count } = this;
    // A step of which nothing was told leaves no trace.
    if (steps[steps.length - 2] === count) steps[steps.length - 1] = step;
    else steps.push(count, step);
  }

  /** Begins a record and gives its number; its numbers may follow. */
  begin(kind: number, cause: number, a: number, b: number): number {
    if (this.headUsed === this.filling.length) this.nextHeads();
    if (this.used + numbersOfRecord > numbersPiece) this.nextNumbers();
    const { filling, headUsed } = this;
    filling[headUsed] = kind | (a << kindBits);
    filling[headUsed + 1] = cause;
    filling[headUsed + 2] = b;
    filling[headUsed + 3] = this.numbersBefore + this.used;
    this.headUsed = headUsed + size;
    const record = this.count;
    this.count = record + 1;
    return record;
  }

  private nextHeads(): void {
    if (this.count >= this.most) throw new Broken("length of the trace", this.most);
    this.filling = new Int32Array(this.piece * size);
    this.heads.push(this.filling);
    this.headUsed = 0;
  }

  private nextNumbers(): void {
    if (this.kept + this.used > this.mostNumbers) throw new Broken("numbers in the trace", this.mostNumbers);
    this.kept += this.used;
    this.ends.push(this.used);
    this.numbersBefore += numbersPiece;
    this.values = new Float64Array(numbersPiece);
    this.numbers.push(this.values);
    this.used = 0;
  }

  /** Adds a number to the record begun last. */
  add(value: number): void {
    if (this.used === this.values.length) {
      // A record of very many numbers.
      const larger = new Float64Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
      this.numbers[this.numbers.length - 1] = larger;
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
    const { piece } = this;
    const head = this.heads[Math.floor(record / piece)];
    const at = (record % piece) * size;
    const what = head?.[at] ?? 0;
    return {
      kind: what & ((1 << kindBits) - 1),
      a: what >> kindBits,
      cause: head?.[at + 1] ?? -1,
      b: head?.[at + 2] ?? 0,
      step: this.stepOf(record),
    };
  }

  private stepOf(record: number): number {
    const { steps } = this;
    let low = 0;
    let high = steps.length / 2;
    // The last step that began with this record or before it.
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle * 2] ?? 0) <= record) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : (steps[low * 2 - 1] ?? 0);
  }

  private startOf(record: number): number {
    const { piece } = this;
    return this.heads[Math.floor(record / piece)]?.[(record % piece) * size + 3] ?? 0;
  }

  numbersOf(record: number): Float64Array {
    const start = this.startOf(record);
    const which = Math.floor(start / numbersPiece);
    const before = which * numbersPiece;
    const next = record + 1 < this.count ? this.startOf(record + 1) - before : this.used;
    // The next record may begin in the next piece.
    const end = record + 1 < this.count && next >= numbersPiece ? (this.ends[which] ?? 0) : next;
    return this.numbers[which]?.slice(start - before, end) ?? new Float64Array(0);
  }
}

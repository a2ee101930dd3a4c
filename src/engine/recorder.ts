/*
 * The trace while it is written: numbers in arrays that grow, no objects, so that a run with a trace is not much slower
 * than one without. `trace.ts` says what is in it, `decode.ts` makes it readable.
 */

import type { NoiseReason, RunEnd } from "./trace.ts";
import { Broken } from "./violations.ts";

/** What a record says. Each begins with its kind, the step, and the number of the record that caused it, or -1. */
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
export const reasonNumber = Object.fromEntries(reasons.map((reason, number) => [reason, number])) as Readonly<
  Record<Reason, number>
>;

/** The numbers of a record's head, in their order. */
const fields = { kind: 0, step: 1, cause: 2, a: 3, b: 4 } as const;
const size = 5;

/** How a `run` ends, by number. */
export const runEnds: readonly RunEnd[] = ["rest", "count", "until", "unsettled", "endless"];

export class Recorder {
  private heads = new Int32Array(256 * size);
  private numbers = new Float64Array(512);
  private numbersUsed = 0;
  /** Where the numbers of each record begin. */
  private starts = new Int32Array(256);
  /** How many records there are. */
  count = 0;
  private readonly most: number;

  /** `most`: how many records there may be; one more breaks the run off. */
  constructor(most: number) {
    this.most = most;
  }

  /** Begins a record and gives its number; its numbers may follow. */
  begin(kind: number, step: number, cause: number, a: number, b = 0): number {
    const { count } = this;
    if (count >= this.most) throw new Broken("length of the trace", this.most);
    if (count === this.starts.length) {
      const starts = new Int32Array(count * 2);
      starts.set(this.starts);
      this.starts = starts;
      const heads = new Int32Array(count * 2 * size);
      heads.set(this.heads);
      this.heads = heads;
    }
    const { heads } = this;
    const start = count * size;
    heads[start] = kind;
    heads[start + 1] = step;
    heads[start + 2] = cause;
    heads[start + 3] = a;
    heads[start + 4] = b;
    this.starts[count] = this.numbersUsed;
    this.count = count + 1;
    return count;
  }

  /** Adds a number to the record begun last. */
  add(value: number): void {
    if (this.numbersUsed === this.numbers.length) {
      const larger = new Float64Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.numbersUsed] = value;
    this.numbersUsed += 1;
  }

  /** Adds a stretch of numbers. */
  addAll(values: Float64Array, from: number, count: number): void {
    for (let index = 0; index < count; index += 1) this.add(values[from + index] ?? 0);
  }

  field(record: number, which: keyof typeof fields): number {
    return this.heads[record * size + fields[which]] ?? 0;
  }

  numbersOf(record: number): Float64Array {
    const end = record + 1 < this.count ? this.starts[record + 1] : this.numbersUsed;
    return this.numbers.subarray(this.starts[record], end);
  }
}

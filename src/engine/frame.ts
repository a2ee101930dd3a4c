import type { Expression, Type } from "../model/expression.ts";
import type { Layout } from "./layout.ts";

/** What an expression reads while it is computed. */
export interface Frame {
  /** Of expectations and quantities, by slot. */
  readonly values: Float64Array;
  /** The value that each system designated last, as the number of a word; -1 before the first. */
  readonly designated: Int32Array;
  /** How often each operation and event has occurred, and each limit has blocked. */
  readonly counts: Float64Array;
  /** The arguments at hand begin at `base`. */
  readonly args: Float64Array;
  readonly base: number;
  readonly step: number;
  /**
   * A random number from 0 up to and without 1, of the stream of a place. `probability`: nothing counts but whether it is less
   * than this.
   */
  readonly draw: (place: number, probability?: number) => number;
}

/** Computes a number: of a truth 0 or 1, of a word its number. Throws `Fault`. */
export type Compute = (frame: Frame) => number;
/** Decides a condition. Throws `Fault`. */
export type Decide = (frame: Frame) => boolean;

/** What has no result: thrown where it was to be computed, caught where something depends on it. */
export class Fault {
  readonly wanted: "finite number" | "probability";
  readonly expression: Expression;
  readonly value: number;
  readonly scope: Scope;

  constructor(wanted: Fault["wanted"], expression: Expression, value: number, scope: Scope) {
    this.wanted = wanted;
    this.expression = expression;
    this.value = value;
    this.scope = scope;
  }
}

/** Where an expression stands, and what can be read from there. */
export interface Scope {
  readonly layout: Layout;
  /** The offset of each parameter at hand. */
  readonly parameters: ReadonlyMap<string, number>;
  /** An observer calls everything by its full name. */
  readonly observer: boolean;
  /** Gives the call of a function that draws a stream of its own. */
  readonly drawing: () => number;
}

/** Something that a condition reads, for those who ask with which values it was decided. */
export interface Read {
  readonly name: string;
  readonly type: Type;
  readonly expression: Expression;
  readonly compute: Compute;
}

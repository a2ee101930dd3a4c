/*
 * The trace of a run: everything that happened, in order, each entry with the one that caused it. It is plain data and
 * survives JSON; `docs/schema/trace.schema.json` describes it. Owners are called by their ids, parts by their names,
 * clauses and channels by their number in the program or the coupling, so that with the model each has its place.
 *
 * For an operation and a system that no entry tells of, nothing is recorded because nothing happened: no channel carries
 * the one to the other, or the system was not at issue. `fateOf` says which.
 */
import type { Value } from "./values.ts";

export interface NamedNumber {
  readonly name: string;
  readonly value: Value;
}

interface EntryOf<Kind extends string> {
  readonly kind: Kind;
  /** From 0, in the order of the trace. */
  readonly id: number;
  readonly step: number;
  /** The entry that brought it about; absent where nothing in the run did. */
  readonly cause?: number | undefined;
}

/** A part of an owner: an operation, an event, a sensitivity, a limit, an expectation, a quantity. */
interface Part {
  readonly owner: string;
  readonly name: string;
}

/** A channel, by its coupling and its number in it, from 0. */
interface ByChannel {
  readonly coupling: string;
  readonly channel: number;
}

export type TraceEntry =
  /** The scenario does something. `path` says which of its steps: `decree.0`, `decree.3.1` in a block. */
  | (EntryOf<"act"> & { readonly act: Act; readonly path: string })
  /** An operation or an event occurs. `issue`: the one that alone is at issue, of a perturbation. */
  | (EntryOf<"operation"> &
      Part & { readonly args: readonly NamedNumber[]; readonly issue?: string | undefined })
  /** It does not take place: a limit blocks it (with what the limit read), or something else prevents it. */
  | (EntryOf<"blocked"> &
      Part & {
        readonly by: "limit" | "unplugged" | "out of bounds" | "not a number";
        readonly limit?: string | undefined;
        readonly args: readonly NamedNumber[];
        readonly values: readonly NamedNumber[];
      })
  /**
   * A channel does not carry something, or a system does not notice it. `owner` and `name`: whom and what it would have
   * irritated; `values`: the numbers that decided (what a condition read; the probability and what was drawn; the capacity).
   */
  | (EntryOf<"noise"> &
      Part &
      ByChannel & { readonly reason: NoiseReason; readonly values: readonly NamedNumber[] })
  /** A channel puts something before a system. */
  | (EntryOf<"irritation"> & Part & ByChannel & { readonly args: readonly NamedNumber[] })
  /** A channel brings something to an environment or population, to whose quantities it assigns. */
  | (EntryOf<"arrival"> & { readonly owner: string } & ByChannel & { readonly args: readonly NamedNumber[] })
  /**
   * A system decides, by a clause of a program. `value` is what it designates, or `undecided`: by a clause that leaves it
   * open, or because none decides (then there is no program). The cause is an irritation, or an operation of its own; a
   * decision on `every` has none.
   */
  | (EntryOf<"decision"> & {
      readonly owner: string;
      readonly program?: string | undefined;
      readonly clause?: number | undefined;
      readonly value: string;
    })
  /** An expectation or a quantity gets another value; a quantity that moves by itself has no cause. */
  | (EntryOf<"value"> & Part & { readonly from: Value; readonly to: Value })
  /** Something went wrong. */
  | (EntryOf<"violation"> & { readonly check: string; readonly about: string })
  /** A branch of an `either` is taken, from 0. */
  | (EntryOf<"choice"> & { readonly path: string; readonly branch: number })
  /** A `run` is over: how many steps it took, and how it ended. */
  | (EntryOf<"run"> & { readonly path: string; readonly steps: number; readonly ended: RunEnd })
  /** What the modeller expects, and whether it is so. */
  | (EntryOf<"expect"> & { readonly path: string; readonly holds: boolean });

export type Act = "emits" | "perturb" | "apply" | "given" | "change" | "steer" | "unplug" | "close" | "open";

/** In the order in which it is asked. What is left undecided is told by the decision. */
export type NoiseReason =
  | "closed"
  | "condition"
  | "chance"
  | "capacity"
  | "out of bounds"
  | "not a number"
  | "unplugged"
  | "filtered";

/** `rest`: nothing went on. `count`: all the steps asked for. `until`: the condition held. `unsettled`: it never came to rest. */
export type RunEnd = "rest" | "count" | "until" | "unsettled" | "endless";

/** The value of an expectation or a quantity. */
export interface ValueOf {
  readonly owner: string;
  readonly name: string;
  readonly value: Value;
}

/** What stands before the entries when a trace is written down. */
export interface TraceHead {
  readonly version: 1;
  readonly model?: string | undefined;
  readonly scenario: string;
  readonly seed: number;
  /** With which values everything begins; what the scenario assumes is told by the entries. */
  readonly initial: readonly ValueOf[];
}

export interface Trace extends TraceHead {
  readonly entries: readonly TraceEntry[];
}

/*
 * A model made ready to run: every name has become a number, every expression a function, every program a list of
 * clauses for each thing that triggers it. Nothing in it changes while it runs, and any number of runs may share it.
 */
import type { Expression } from "../model/expression.ts";
import type { Place } from "../base/place.ts";
import type {
  Channel,
  Clause,
  Coupling,
  Limit,
  Model,
  Parameter,
  Program,
  Sensitivity,
  System,
} from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { Compute, Decide, Read, Scope } from "./frame.ts";
import type { Happening, Layout, Slot } from "./layout.ts";
import type { Attempt } from "./violations.ts";
import type { PlaceKey } from "./streams.ts";

export interface CompiledModel {
  readonly model: Model;
  readonly layout: Layout;
  /** The places that draw, by number. */
  readonly keys: () => readonly PlaceKey[];
  readonly initial: readonly CompiledValue[];
  /** By the number of the happening. */
  readonly happenings: readonly CompiledHappening[];
  /** How many sensitivities there are, and the number of each. */
  readonly sensitivities: number;
  readonly sensitivityOf: (system: Id, name: string) => number;
  /** By their numbers. */
  readonly clauses: readonly ClauseOf[];
  readonly lists: readonly DecisionList[];
  /** In the order of declaration, which is that of their numbers; and by their ranks. */
  readonly channels: readonly CompiledChannel[];
  readonly ranked: readonly CompiledChannel[];
  /** By the rank of a channel: whom it leads to, its number, and how many numbers stand for what it brings. */
  readonly targets: Int32Array;
  readonly numbers: Int32Array;
  readonly sizes: Int32Array;
  /** By slot: the channels from a quantity. */
  readonly channelsFrom: ReadonlyMap<number, readonly CompiledChannel[]>;
  /** Couplings by their ids, for what is closed. */
  readonly couplings: ReadonlyMap<string, number>;
  /** Programs that a step triggers, by system and in the order of declaration. */
  readonly every: readonly CompiledEvery[];
  /** The same, by system. */
  readonly everyOf: readonly (readonly CompiledEvery[])[];
  readonly becomes: readonly CompiledValue[];
  /** Whether some program is on an operation of its own system, or on a step; and some channel assigns to quantities. */
  readonly decidesOnOwn: boolean;
  readonly decidesAlone: boolean;
  readonly assigns: boolean;
  /** Something happens in every step of itself, so that a bare `run` would never end. */
  readonly restless: boolean;
  /** Makes the expressions of observers ready: of scenarios, regulations, properties, measures. */
  readonly observer: Observer;
}

/** Makes expressions ready that see everything by its full name; `place` names what draws in them. */
export interface Observer {
  readonly number: (expression: Expression, place: string) => Compute;
  readonly condition: (expression: Expression, place: string) => Decide;
  /** What an expression reads. */
  readonly reads: (expression: Expression) => readonly Read[];
  readonly scope: (place: string) => () => Scope;
  /** A place that draws of itself: an `either`. */
  readonly place: (name: string) => number;
}

/** Inclusive; open where infinite. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** An expression as it is written, and as it is computed. */
export interface Computed {
  readonly expression: Expression;
  readonly compute: Compute;
  /** Where it stands, as for the first time: calls that draw are numbered anew. */
  readonly scope: () => Scope;
}

/** A condition as it is written, and as it is decided. */
export interface Condition {
  readonly expression: Expression;
  readonly decide: Decide;
  readonly scope: () => Scope;
  /** What it reads, for those who ask with which values it was decided. */
  readonly reads: () => readonly Read[];
}

/** The value that a slot is to have, and where that is written. */
export interface CompiledValue extends Computed {
  readonly slot: Slot;
  readonly bounds: Bounds | undefined;
  readonly place: Place;
}

/** An argument in the place of its parameter. */
export interface CompiledArgument extends Computed {
  readonly parameter: Parameter;
  readonly bounds: Bounds | undefined;
}

export interface CompiledHappening {
  readonly happening: Happening;
  readonly number: number;
  readonly owner: number;
  /** How many numbers stand for it in a step. */
  readonly size: number;
  readonly channels: readonly CompiledChannel[];
  readonly limits: readonly CompiledLimit[];
  /** What the own system decides when it has happened. */
  readonly own: DecisionList | undefined;
}

export interface CompiledLimit extends Condition {
  readonly limit: Limit;
  readonly counter: number;
}

export interface CompiledChannel {
  /** In the order of declaration. */
  readonly number: number;
  /** Its place among all channels by the system they lead to, then by declaration; those to environments come last. */
  readonly rank: number;
  readonly coupling: Coupling;
  readonly couplingNumber: number;
  readonly channel: Channel;
  /** Which of its coupling it is, from 0. */
  readonly index: number;
  /** The owner that it leads to. */
  readonly target: number;
  /** What it leads to, by name: a sensitivity, or the owner of quantities. */
  readonly goal: string;
  readonly acting: Attempt;
  readonly condition: Condition | undefined;
  /** A probability; `drawing` is the place that draws. */
  readonly chance: (Computed & { readonly drawing: number }) | undefined;
  readonly capacity: Computed | undefined;
  readonly delay: Computed | undefined;
  /** How many numbers stand for what it brings, as long as that is under way. */
  readonly size: number;
  readonly into:
    | CompiledIrritation
    /** `carried`: how many arguments of the operation the assignments see. */
    | {
        readonly kind: "quantities";
        readonly carried: number;
        readonly assignments: readonly CompiledValue[];
      };
}

/** To what a channel is sensitive that leads to a system, and with which arguments. */
export interface CompiledIrritation {
  readonly kind: "sensitivity";
  readonly sensitivity: CompiledSensitivity;
  readonly args: readonly CompiledArgument[];
  /** What arrives is what was sent, in its order: the trace need not tell it twice. */
  readonly asSent: boolean;
}

export interface CompiledSensitivity {
  readonly number: number;
  readonly system: System;
  readonly sensitivity: Sensitivity;
  readonly filter: Condition | undefined;
  readonly list: DecisionList;
}

export interface CompiledEvery {
  readonly steps: number;
  readonly list: DecisionList;
}

/** All that decides on one trigger: first every `when`, then every `choose`, then the one `otherwise`. */
export interface DecisionList {
  readonly number: number;
  readonly system: number;
  readonly rules: readonly CompiledRule[];
  readonly choices: readonly CompiledChoice[];
  readonly otherwise: CompiledClause | undefined;
}

/** A clause, and whose it is. */
export interface ClauseOf {
  readonly system: System;
  readonly program: Program;
  readonly clause: Clause;
  /** Which of its program it is, from 0. */
  readonly index: number;
}

export interface CompiledClause {
  readonly program: Program;
  readonly clause: Clause;
  /** Which of its program it is, from 0. */
  readonly index: number;
  readonly number: number;
  /** The number of a word; -1: undecided. */
  readonly value: number;
  readonly acting: Attempt;
  readonly effects: readonly CompiledEffect[];
}
export interface CompiledRule extends CompiledClause {
  readonly condition: Condition;
}
export interface CompiledChoice extends CompiledClause {
  readonly condition: Condition | undefined;
  readonly yields: Computed;
}

export type CompiledEffect =
  | ({ readonly kind: "assignment" } & CompiledValue)
  | { readonly kind: "emit"; readonly happening: number; readonly args: readonly CompiledArgument[] };

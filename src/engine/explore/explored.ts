/* What is asked of all runs of a scenario, and what came of it. */
import type { Course } from "../course.ts";
import type { RunProperty } from "../properties.ts";
import type { CompiledStep } from "../scenario.ts";
import type { Broken, Violation } from "../violations.ts";
import type { Choice } from "./choosing.ts";
import type { Likelihood } from "./likelihood.ts";
import type { Matters } from "./matters.ts";
import type { Sightings } from "./sightings.ts";

export interface ExploreOptions {
  /** How many states there may be, and after how many steps nothing is gone on with. */
  readonly states: number;
  readonly depth: number;
  /** Those that need no verdict. */
  readonly properties: readonly RunProperty[];
  /** Whether to work out probabilities, where there are few enough moves for it. */
  readonly likelihoods: boolean;
  readonly checkpoint?: (() => void) | undefined;
  /** Called at the end for each state, to which the course has been taken. */
  readonly visit?: ((course: Course) => void) | undefined;
}

/** What ended an exploration before all was explored. */
export type Bound = "states" | "transitions" | "depth";

/** A run, or its beginning: what was chosen of all that was left open, in order, and after how many steps it is over. */
export interface Way {
  readonly choices: readonly Choice[];
  readonly steps: number;
}

export type Expect = Extract<CompiledStep, { kind: "expect" }>;

/** What became of an expectation of the scenario in all runs. */
export interface ExpectedInAll {
  readonly step: Expect;
  /** The shortest runs in which it holds, and does not hold, where it stands. */
  readonly held: Way | undefined;
  readonly failed: Way | undefined;
  /** How likely it is that it fails somewhere in a run. */
  readonly likelihood: Likelihood | undefined;
}

export interface PropertyInAll {
  readonly property: RunProperty;
  /** The shortest run that violates it. */
  readonly violated: Way | undefined;
  readonly likelihood: Likelihood | undefined;
}

export interface Explored {
  readonly states: number;
  readonly transitions: number;
  /** After how many steps the last states are reached. */
  readonly depth: number;
  readonly bound: Bound | undefined;
  /** Whether anything was left open: an alternative, and a chance. */
  readonly alternatives: boolean;
  readonly chances: boolean;
  readonly properties: readonly PropertyInAll[];
  readonly expectations: readonly ExpectedInAll[];
  /** What went wrong in some run, once each. */
  readonly violations: readonly {
    readonly violation: Violation;
    readonly expected: boolean;
    /** The shortest run in which it goes wrong. */
    readonly way: Way | undefined;
  }[];
  /** A run that a limit of the tool broke off. */
  readonly broken: { readonly by: Broken; readonly way: Way } | undefined;
  readonly sightings: Sightings;
  /** How many bytes the states take, with what is needed to tell how each was reached; and what is kept besides. */
  readonly bytes: { readonly states: number; readonly besides: number };
  readonly matters: Matters;
  /** How many values each slot has had, and how many sequences of operations and of arrivals have occurred. */
  readonly values: readonly { readonly slot: number; readonly count: number }[];
  readonly sequences: { readonly present: number; readonly underWay: number };
}

/** So many moves there may be from one state. */
export const mostMoves = 1 << 16;

/** Thrown where there are more. */
export class TooManyMoves {}

/** Thrown where something is drawn that has infinitely many outcomes. */
export class Continuum {}

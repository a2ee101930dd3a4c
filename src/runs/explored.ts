/* What is asked of all runs of a scenario, and what they come to, in words and places. */
import type { Place } from "../base/place.ts";
import type { Verdict } from "../diagnostics/run_facts.ts";
import type { Bound } from "../engine/explore/explored.ts";
import type { Likelihood } from "../engine/explore/likelihood.ts";
import type { Sightings } from "../engine/explore/sightings.ts";
import type { Property } from "../model/model.ts";
import type { NeverOccurring } from "./never.ts";
import type { Prepared } from "./prepared.ts";
import type { RunOptions } from "./run.ts";
import type { Growing } from "./unbounded.ts";

export interface ExploreOptions extends Omit<RunOptions, "choices" | "traced" | "seed"> {
  /** How many states there may be at most. */
  readonly states?: number | undefined;
  /** After how many steps nothing is gone on with. */
  readonly depth?: number | undefined;
  /** How many runs are played where not all can be. */
  readonly runs?: number | undefined;
}

/** In how many of so many runs something failed. */
export interface Sampled {
  readonly failed: number;
  readonly runs: number;
}

/** A run that shows something, and what plays it again. */
export interface Shown {
  /** After how many steps it shows it. */
  readonly steps: number;
  /** What is decided of all that is left open, in order; undefined: what the seed gives. */
  readonly choices: readonly number[] | undefined;
  /** Beside choices: what the run draws for itself that is compared. Where there is neither, nothing is known that plays it again. */
  readonly seed: number | undefined;
}

/** How something was found out: of all states, or of all pairs of them; by playing every run; by some states, or some runs, alone. */
export type FoundBy = "states" | "pairs" | "runs" | "some states" | "some runs";

/** Whether nothing was left out. */
export function isOfAll(by: FoundBy): boolean {
  return by === "states" || by === "pairs" || by === "runs";
}

interface Decided {
  readonly place: Place;
  readonly by: FoundBy;
  /** How likely a run is to fail it; undefined where nothing is left to chance, and where it was not computed. */
  readonly likelihood: Likelihood | undefined;
  /** In how many of the runs that were drawn it failed; undefined where none were. */
  readonly sampled: Sampled | undefined;
}

export interface ExploredProperty extends Decided {
  readonly property: Property;
  readonly name: string;
  readonly label: string | undefined;
  /** The shortest run that violates it. */
  readonly violated: Shown | undefined;
}

export interface ExploredExpectation extends Decided {
  /** As written. */
  readonly text: string;
  /** The shortest runs in which it holds, and does not hold, where it stands. Where there is neither, no run comes to it. */
  readonly held: Shown | undefined;
  readonly failed: Shown | undefined;
}

export interface ExploredVerdict {
  readonly regulation: string;
  readonly place: Place;
  /** At the end of runs; how likely each is, undefined as it is for what fails. */
  readonly occurring: readonly {
    readonly verdict: Verdict;
    readonly shown: Shown;
    readonly likelihood: Likelihood | undefined;
  }[];
  /** Whether every run that was played came to a verdict: one that never applies the regulation does not. */
  readonly always: boolean;
  readonly never: readonly Verdict[];
  readonly by: FoundBy;
}

/** What goes wrong in some run: a value outside its bounds, something without a result. */
export interface Wrong {
  readonly check: string;
  readonly place: Place;
  readonly expected: boolean;
  readonly shown: Shown | undefined;
}

/** What was done. */
export type Done =
  | {
      readonly kind: "exhausted" | "bounded";
      readonly states: number;
      readonly transitions: number;
      /** After how many steps the last states are reached. */
      readonly depth: number;
      /** What ended it. */
      readonly bound: Bound | undefined;
      /** What has so many values that there was no end to the states. */
      readonly growing: readonly Growing[];
      /** What the states take, with what is needed to tell how each was reached. */
      readonly bytes: number;
    }
  /** `continua`: where something is drawn of which there are infinitely many outcomes. */
  | { readonly kind: "sampled"; readonly runs: number; readonly continua: readonly Place[] };

export interface ExploreResult {
  readonly scenario: string;
  readonly label: string | undefined;
  readonly place: Place;
  readonly done: Done;
  /** Whether anything was left open: alternatives, and chances. */
  readonly alternatives: boolean;
  readonly chances: boolean;
  readonly properties: readonly ExploredProperty[];
  readonly expectations: readonly ExploredExpectation[];
  readonly verdicts: readonly ExploredVerdict[];
  /** How many runs were played one by one, and whether these were all; undefined if none had to be. */
  readonly played: { readonly runs: number; readonly all: boolean } | undefined;
  /** How many states of two runs beside one another were explored for verdicts; undefined if none. */
  readonly pairs: number | undefined;
  readonly sightings: Sightings;
  /** What takes part in none of its runs, as far as they were explored. */
  readonly never: NeverOccurring;
  readonly wrong: readonly Wrong[];
  /** A run that a limit of the tool broke off. */
  readonly broken: Shown | undefined;
  readonly prepared: Prepared;
}

/* What advice is, in facts. Nothing in it claims more than the runs it counts have shown. */
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Verdict } from "../../diagnostics/run_facts.ts";
import type { VerdictResult } from "../run.ts";
import type { Neighbourhood } from "../robustness/robustness.ts";
import type { Change } from "./change.ts";
import type { SideEffects } from "./side_effects.ts";

/** A scenario that applies the regulation, as the model is, and what became of it there. */
export interface Tried {
  readonly scenario: string;
  readonly seed: number;
  readonly steps: number;
  readonly verdict: Verdict;
}

/** Changes that together make the regulation effective, when they are written into the model. */
export interface Proposal {
  /** In the order in which they were found; the last, perhaps, is what the regulation says of its own way. */
  readonly changes: readonly Change[];
  readonly size: number;
  /** Of the files that change, as they are now: all changes together. */
  readonly edits: readonly Edit[];
  /** The new texts of these files. */
  readonly texts: ReadonlyMap<string, string>;
  /** The way that it took in the run: `politics.bill ─constitution→ law.enacted → …`; undefined if it cannot be told. */
  readonly way: string | undefined;
  /** In the scenario in question. */
  readonly verdict: VerdictResult;
  /** With the unsourced numbers of the changed model varied: in how many of these runs it stays effective. */
  readonly neighbourhood: Neighbourhood;
  readonly sideEffects: SideEffects;
  /** What `niklas check` finds in the changed model and not in the present one; there are no errors among it. */
  readonly findings: readonly {
    readonly check: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

export interface Searched {
  /** How many changed models were read, checked and run. */
  readonly tried: number;
  /** The most that were to be tried, and how many changes may be combined. */
  readonly most: number;
  readonly depth: number;
  /** Whether all was tried that is known to this search. */
  readonly complete: boolean;
  /** Changed models that have errors which the model has not, in the check or in the run, by the check that finds them. */
  readonly refused: ReadonlyMap<string, number>;
  /** Changed models whose runs went as without the change. */
  readonly idle: number;
}

export interface Advice {
  readonly regulation: string;
  readonly aim: string | undefined;
  /** Who regulates whom, as the file calls them. */
  readonly by: string;
  readonly of: string;
  /** Every scenario that applies the regulation. */
  readonly scenarios: readonly Tried[];
  /** The scenario that is to come out otherwise. */
  readonly question: Tried & {
    /** Whether the model has no scenario that applies the regulation, so that one was added for the search. */
    readonly isAdded: boolean;
    /** As the model is. */
    readonly result: VerdictResult;
  };
  /** Whether it is effective as the model is. */
  readonly isReached: boolean;
  /** Whether the aim holds with it and without it: then there is nothing that it could bring about. */
  readonly isReachedWithout: boolean;
  /** The smallest first; among those of one size the most robust first. */
  readonly proposals: readonly Proposal[];
  readonly searched: Searched;
}

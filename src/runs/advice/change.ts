/* A change of a model that may make an aim reachable: what it is, in facts, and the edits that make it. */
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { NamedValue } from "../../diagnostics/run_facts.ts";

/** Where a condition stands. */
export type ConditionOf =
  | { readonly what: "channel"; readonly coupling: string; readonly from: string; readonly to: string }
  | { readonly what: "sensitivity"; readonly name: string }
  /** `decides`: it is to decide where another did; else it did, and is to let the next one decide. */
  | {
      readonly what: "clause";
      readonly program: string;
      readonly value: string;
      readonly decides: boolean;
    }
  | {
      readonly what: "limit";
      readonly name: string;
      readonly blocks: string;
      readonly constitutional: boolean;
    };

/** Another value for an expectation at the beginning, or for a number that stands in a condition (then it has no name). */
export interface OtherValue {
  /** `law.lending_limit` */
  readonly name: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly normative: boolean;
}

/** What the canon says of an institution between the two that a channel connects. */
export interface KnownInstitution {
  readonly name: string;
  readonly title: string;
  readonly carries: string;
  readonly condition: string;
  readonly source: string | undefined;
  /** Which of the two ends of the channel bear the names that the canon gives: the operation, the sensitivity. */
  readonly operationNamed: boolean;
  readonly sensitivityNamed: boolean;
}

export type ChangeFacts =
  | {
      readonly kind: "channel";
      readonly operation: string;
      readonly sensitivity: string;
      readonly coupling: string;
      /** Whether the coupling is new, too. */
      readonly isNew: boolean;
      readonly institution: KnownInstitution;
    }
  /** A condition that did not open (or did not let another clause decide) is read with other values. */
  | {
      readonly kind: "condition" | "limit";
      readonly of: ConditionOf;
      /** As written. */
      readonly condition: string;
      /** What it read in the run. */
      readonly read: readonly NamedValue[];
      readonly values: readonly OtherValue[];
    }
  /** A condition, the chance of a channel, its capacity, or a limit is taken out. */
  | {
      readonly kind: "condition" | "limit";
      readonly of: ConditionOf;
      readonly removed: "condition" | "chance" | "capacity" | "limit";
      readonly condition: string;
      readonly read: readonly NamedValue[];
    }
  | {
      readonly kind: "clause";
      readonly program: string;
      readonly value: string;
      /** `law.judgment(cost: 100 - limit)` */
      readonly emits: string;
      /** Whether a clause, or a whole program, is new. */
      readonly isNew: "emission" | "clause" | "program";
      /** What it decides on: a sensitivity or an own operation. */
      readonly on: string;
      /** Values of arguments that were made up, since nothing at hand fits. */
      readonly madeUp: readonly string[];
    }
  /** The regulation says which couplings it goes through. */
  | {
      readonly kind: "route";
      readonly couplings: readonly string[];
      readonly was: "direct" | "broken" | "unsaid";
    };

export interface Change {
  readonly facts: ChangeFacts;
  /** How much it changes: 1 for another value, more for what is taken out or added; see `sizes`. */
  readonly size: number;
  /** Edits of the text as it was before this change. */
  readonly edits: readonly Edit[];
}

/** How much a change counts. What is told to the user as its measure stands in `docs/advice.md`. */
export const sizes = {
  /** Another value. */
  value: 1,
  /** A condition, a chance or a capacity less. */
  removal: 2,
  /** A limit less; one that is constitutional. */
  limit: 3,
  constitution: 6,
  /** A clause that emits something more; a clause more; a program more. */
  emission: 2,
  clause: 3,
  program: 4,
  /** An argument whose value had to be made up. */
  madeUp: 1,
  /** A channel in a coupling that there is, and in one that has to be declared. */
  channel: 2,
  coupling: 3,
  /** A channel of which the canon names one end otherwise, or both. */
  otherEnd: 1,
  otherEnds: 6,
} as const;

/*
 * The facts of what is found only while a scenario runs. Whoever runs it reports them, as a `Problem` of the check's
 * name; the checks make words of them. Values are as they are shown: `60`, `true`, `payment`.
 */
import type { Place } from "../base/place.ts";

/** Something by its name, and the value that it had. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** What all of these say: in which scenario, with which seed, and in which step. */
export interface Moment {
  readonly scenario: string;
  readonly seed: number;
  readonly step: number;
  /** How often the same happened again at its place in the rest of the run. */
  readonly again?: number | undefined;
}

/**
 * A choice of purpose programs, with what it yielded when one of them was taken; undefined of one that was not open. The one
 * that was taken stands first; it stands alone, and without what it yielded, where that cannot be told, because of chance.
 */
export interface WeighedChoice {
  readonly name: string;
  readonly yields: string | undefined;
}

/** A clause that leads on, where another decided. */
export interface LeadingClause {
  readonly kind: "rule" | "choice" | "otherwise";
  /** Its condition as written; a choice may have none. */
  readonly condition?: string | undefined;
  /** What the condition read; of a choice, what it would have yielded, too. */
  readonly values: readonly NamedValue[];
  /** Whether the condition held all the same; undefined if that is not known. */
  readonly held?: boolean | undefined;
  /** Whether lots that the condition draws were against it. */
  readonly chance?: boolean | undefined;
  readonly choice?: WeighedChoice | undefined;
}

/** A link in a chain of causes. `place` is where the model says so. */
export type Cause = { readonly step: number; readonly place: Place | undefined } & (
  | { readonly kind: "operation"; readonly operation: string; readonly args: readonly NamedValue[] }
  /** The scenario does something: `apply credit_rules`. */
  | { readonly kind: "act"; readonly text: string }
  | {
      readonly kind: "irritation";
      readonly sensitivity: string;
      readonly coupling: string;
      readonly args: readonly NamedValue[];
    }
  /** A coupling brings something to an environment or a population. */
  | { readonly kind: "arrival"; readonly owner: string; readonly coupling: string }
  | {
      readonly kind: "decision";
      readonly system: string;
      readonly program: string;
      /** A value of the code, or `undecided`. */
      readonly value: string;
      /** The condition of the clause as written, or `otherwise`, with what it, or those before it, read. */
      readonly condition?: string | undefined;
      readonly values?: readonly NamedValue[] | undefined;
      readonly choices?: readonly WeighedChoice[] | undefined;
    }
  /** An expectation or quantity has got a value. */
  | { readonly kind: "value"; readonly name: string; readonly value: string }
  /** An operation does not take place: the limit that blocks it, with its condition and what this read, or another reason. */
  | {
      readonly kind: "blocked";
      readonly operation: string;
      readonly args: readonly NamedValue[];
      readonly by: string;
      readonly limit?: string | undefined;
      readonly condition?: string | undefined;
      readonly values: readonly NamedValue[];
    }
);

/**
 * Why something did not go on, in the order in which it is asked; after that: it has not arrived yet, another clause than the
 * one that leads on decided, the system's own limit blocked it.
 */
export type Stage =
  | "not at issue"
  | "no coupling"
  | "no channel"
  | "closed"
  | "condition"
  | "chance"
  | "capacity"
  | "out of bounds"
  | "unplugged"
  | "filtered"
  | "undecided"
  | "under way"
  | "program"
  | "limit";

/** An operation (event, quantity) and where it stopped on its way to a system. */
export interface Stopped {
  readonly stage: Stage;
  readonly step: number;
  /** What happened: `law.judgment`; empty of a decision that is due in the step and answers nothing. */
  readonly operation: string;
  readonly args: readonly NamedValue[];
  /** The system that it did not irritate; of a program or a limit, the system whose it is. */
  readonly target: string;
  /** The coupling that carries it, as far as one does. */
  readonly coupling?: string | undefined;
  /** The name of the limit or program, or of the sensitivity that filtered or left it undecided. */
  readonly at?: string | undefined;
  /** What the program decided instead of what leads on; and the value that was wanted, if it was one. */
  readonly decided?: string | undefined;
  readonly wanted?: string | undefined;
  /** Of a program, by which choice it decided, and all clauses that lead on or designate what was wanted. */
  readonly choices?: readonly WeighedChoice[] | undefined;
  readonly leading?: readonly LeadingClause[] | undefined;
  /** The clause that decided leads on itself, but what it sets was so already, or could not be set. */
  readonly idle?: boolean | undefined;
  /** The condition that did not hold (of a limit: that held), as written, with what it read; and whether lots that it draws were against it. */
  readonly condition?: string | undefined;
  readonly values: readonly NamedValue[];
  readonly chance?: boolean | undefined;
  /** The channel, condition, sensitivity, clause, limit or step that stopped it. */
  readonly place: Place | undefined;
  /** How often the same stopped there; once if it is not said. */
  readonly times?: number | undefined;
}

/** A run that differs in as little as possible from the one taken, and in which the expectation is met. */
export interface NearestRun {
  readonly changes: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
    /** What to replace by `to`; undefined where the model does not write the value down in one place. */
    readonly place: Place | undefined;
  }[];
}

export const verdicts = ["effective", "ineffective", "backfiring", "indifferent", "disintegrating"] as const;
export type Verdict = (typeof verdicts)[number];

export interface ExpectationFailedFacts extends Moment {
  /** The expectation as written: `economy resonates to credit_cost`. */
  readonly expected: string;
  readonly found:
    /** What the condition read. */
    | { readonly kind: "condition"; readonly values: readonly NamedValue[] }
    | { readonly kind: "resonates"; readonly system: string; readonly to: string | undefined }
    /** It was to stay indifferent and has decided. */
    | {
        readonly kind: "stays indifferent";
        readonly system: string;
        readonly sensitivity: string;
        readonly decision: Extract<Cause, { kind: "decision" }>;
      }
    /** `designated` is undefined if it has designated nothing yet. */
    | {
        readonly kind: "designates";
        readonly system: string;
        readonly wanted: string;
        readonly designated: string | undefined;
      }
    | {
        readonly kind: "occurs";
        readonly of: string;
        readonly bound: "at least" | "at most" | "exactly";
        readonly wanted: number;
        readonly counted: number;
      }
    | {
        readonly kind: "verdict";
        readonly regulation: string;
        readonly wanted: Verdict;
        readonly verdict: Verdict;
        /** The aim as written, with what it read in the run with the regulation and in the one without. */
        readonly aim: string;
        readonly withIt: { readonly holds: boolean; readonly values: readonly NamedValue[] };
        readonly without: { readonly holds: boolean; readonly values: readonly NamedValue[] };
      };
  /** Where what could have led there stopped, what came nearest first. */
  readonly stopped: readonly Stopped[];
  /** How what was not expected came about, from the first cause to the last. */
  readonly causes: readonly Cause[];
  /** Values that it reads and that nothing in the model changes. */
  readonly unchanging?: readonly string[] | undefined;
  readonly nearest: NearestRun | undefined;
}

export interface PropertyViolatedFacts extends Moment {
  readonly kind: "run";
  readonly property: string;
  readonly claim: "always" | "never" | "eventually" | "after";
  /** What is claimed, as written: `economy.price < 100`. */
  readonly text: string;
  /** Of `after`: the operation, and the step in which it occurred without what was to follow. */
  readonly occurred: { readonly operation: string; readonly step: number } | undefined;
  /** What the claim read when it was violated. */
  readonly values: readonly NamedValue[];
  readonly causes: readonly Cause[];
  /** Where what was to come about was cut off. */
  readonly stopped: readonly Stopped[];
}

/** What was being computed: by a clause, a channel, the movement of a quantity, a limit, a step of the scenario … */
export interface Computing {
  readonly what:
    | "clause"
    | "channel"
    | "becomes"
    | "sensitivity"
    | "limit"
    | "initial value"
    | "step"
    | "expectation"
    | "aim"
    | "property"
    | "measure";
  /** The program, coupling, quantity, limit …: `investment`, `constitution`, `room.temperature`. */
  readonly name: string;
  readonly place: Place;
}

export interface OutOfBoundsFacts extends Moment {
  /** An expectation or quantity that keeps its old value, or an argument with which nothing takes place. */
  readonly bounded: "expectation" | "quantity" | "argument";
  /** `economy.price`, or the parameter: `credit_cost.amount`. */
  readonly name: string;
  readonly value: string;
  readonly low: string | undefined;
  readonly high: string | undefined;
  /** The value that is kept. */
  readonly kept: string | undefined;
  /** Where the bounds are declared. */
  readonly declared: Place;
  readonly by: Computing;
  readonly causes: readonly Cause[];
}

export interface NotANumberFacts extends Moment {
  /** A number that is not finite, or a probability outside 0..1. */
  readonly wanted: "finite number" | "probability";
  readonly expression: string;
  /** `∞`, `not a number`, `1.2`. */
  readonly value: string;
  readonly values: readonly NamedValue[];
  /** What does not happen therefore. */
  readonly prevented: "condition" | "effect" | "passage" | "movement" | "step";
  readonly by: Computing;
  readonly causes: readonly Cause[];
}

/** A delay that came to less than one step, or to a part of one. */
export interface InstantChannelFacts extends Moment {
  readonly kind: "run";
  readonly coupling: string;
  /** What the channel carries: `law.judgment`. */
  readonly carried: string;
  /** The delay as it is written, and what it came to. */
  readonly delay: string;
  readonly value: string;
  readonly causes: readonly Cause[];
}

/** What happens again and again. */
export interface Recurring {
  readonly name: string;
  readonly times: number;
  readonly place: Place | undefined;
}

export interface NeverSettlesFacts extends Moment {
  /** How many steps were taken. */
  readonly steps: number;
  /** What happened most often in the last of them. */
  readonly recurring: readonly Recurring[];
}

/** What of a run is limited. */
export type Budget =
  | "operations in one step"
  | "irritations under way"
  | "events"
  | "steps"
  | "steps of the scenario"
  | "length of the trace"
  | "numbers in the trace"
  | "numbers for verdicts"
  | "runs";

export interface BudgetExceededFacts extends Moment {
  readonly budget: Budget;
  readonly most: number;
  /** The regulation whose second run, without it, grew beyond the limit. */
  readonly without: string | undefined;
  readonly recurring: readonly Recurring[];
}

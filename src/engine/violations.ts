/* What goes wrong in a run, as it is noted while it runs: enough to say later what, where and why. */
import type { Place } from "../base/place.ts";
import type { Budget, Computing, NotANumberFacts, OutOfBoundsFacts } from "../diagnostics/run_facts.ts";
import type { Expression, Type } from "../model/expression.ts";

/** What was to be computed, and what does not happen where it has no result. */
export interface Attempt {
  readonly what: Computing["what"];
  readonly name: string;
  readonly prevented: NotANumberFacts["prevented"];
}

interface ViolationOf<Check extends string> {
  readonly check: Check;
  readonly step: number;
  readonly place: Place;
  /** The record of the trace that brought it about; -1 without a trace, or where nothing did. */
  readonly cause: number;
}

export type Violation =
  | (ViolationOf<"out_of_bounds"> & {
      readonly bounded: OutOfBoundsFacts["bounded"];
      readonly name: string;
      readonly type: Type;
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly kept: number | undefined;
      readonly declared: Place;
      readonly by: Computing;
    })
  | (ViolationOf<"not_a_number"> & {
      readonly wanted: NotANumberFacts["wanted"];
      readonly expression: Expression;
      readonly value: number;
      /** What the expression read, as it is shown. */
      readonly values: NotANumberFacts["values"];
      readonly prevented: NotANumberFacts["prevented"];
      readonly by: Computing;
    })
  /** A delay that comes to less than one step, or to a part of one. */
  | (ViolationOf<"instant_channel"> & {
      readonly coupling: string;
      readonly carried: string;
      readonly value: number;
    })
  | (ViolationOf<"never_settles"> & { readonly steps: number; readonly name: string })
  | (ViolationOf<"budget_exceeded"> & {
      readonly budget: Budget;
      readonly most: number;
      /** The regulation whose second run, without it, grew beyond the limit. */
      readonly without: string | undefined;
    });

/** What a violation is about, by name. */
export function subjectOf(violation: Violation): string {
  switch (violation.check) {
    case "out_of_bounds":
    case "never_settles":
      return violation.name;
    case "not_a_number":
      return violation.by.name;
    case "instant_channel":
      return violation.coupling;
    case "budget_exceeded":
      return violation.budget;
  }
}

/** Thrown when a run grows beyond a limit of the tool: it ends there. `without`: it was the second run of that regulation. */
export class Broken {
  readonly budget: Budget;
  readonly most: number;
  readonly without: string | undefined;

  constructor(budget: Budget, most: number, without?: string) {
    this.budget = budget;
    this.most = most;
    this.without = without;
  }
}

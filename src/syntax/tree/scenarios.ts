/* Scenarios, their steps, and what is expected of them. */
import type { Span } from "../../base/place.ts";
import type { Allow, Cite, Documented, Labelled, Missing, Name, NamePath, NodeOf } from "./words.ts";
import type { Arguments, Expression, NumberLiteral } from "./expressions.ts";

export interface Scenario extends NodeOf<"Scenario">, Labelled {
  readonly like?: NamePath | Missing | undefined;
  readonly body?: Block | undefined;
}
export interface Block extends NodeOf<"Block"> {
  readonly items: readonly (Step | Cite | Allow)[];
}
export interface Emission extends NodeOf<"Emission">, Documented {
  readonly system: NamePath | Missing;
  readonly operation: Name | Missing;
  readonly args?: Arguments | undefined;
}
export interface Perturbation extends NodeOf<"Perturbation">, Documented {
  /** The span of the word `perturb`. */
  readonly keyword: Span;
  readonly target: NamePath | Missing;
  readonly source: NamePath | Missing;
  readonly operation: Name | Missing;
  readonly args?: Arguments | undefined;
}
export interface Given extends NodeOf<"Given">, Documented {
  readonly part: NamePath | Missing;
  readonly value: Expression;
}
export interface Change extends NodeOf<"Change">, Documented {
  readonly part: NamePath | Missing;
  readonly value: Expression;
}
export interface Steer extends NodeOf<"Steer">, Documented {
  readonly part: NamePath | Missing;
  readonly value: Expression;
  readonly by: NamePath | Missing;
}
export interface Unplug extends NodeOf<"Unplug">, Documented {
  readonly system: NamePath | Missing;
}
export interface Close extends NodeOf<"Close">, Documented {
  readonly coupling: NamePath | Missing;
}
export interface Open extends NodeOf<"Open">, Documented {
  readonly coupling: NamePath | Missing;
}
export interface Apply extends NodeOf<"Apply">, Documented {
  readonly regulation: NamePath | Missing;
}
/** `run`, `run 3 steps` (count), `run until e at most 9 steps` (until and count). */
export interface Run extends NodeOf<"Run">, Documented {
  readonly count?: NumberLiteral | Missing | undefined;
  readonly until?: Expression | undefined;
}
export interface Either extends NodeOf<"Either">, Documented {
  readonly branches: readonly Block[];
}
export interface Repeat extends NodeOf<"Repeat">, Documented {
  readonly count: NumberLiteral | Missing;
  readonly body?: Block | undefined;
}
export interface Seed extends NodeOf<"Seed">, Documented {
  readonly count: NumberLiteral | Missing;
}
export interface Expect extends NodeOf<"Expect">, Documented {
  readonly outcome: ExpectViolation | Outcome | Missing;
}
export interface ExpectViolation extends NodeOf<"ExpectViolation"> {
  readonly check: Name | Missing;
}
/** An expression, or a ref or part followed by what is said to happen to it. */
export interface Outcome extends NodeOf<"Outcome"> {
  readonly subject: Expression;
  readonly happening?: Happening | undefined;
}
export interface Resonates extends NodeOf<"Resonates"> {
  readonly to?: Name | Missing | undefined;
}
export interface StaysIndifferent extends NodeOf<"StaysIndifferent"> {
  readonly to?: Name | Missing | undefined;
}
export interface Designates extends NodeOf<"Designates"> {
  readonly value: Name | Missing;
}
/** `occurs` (at least once), `occurs 3 times` (exactly), `occurs at least 3 times` … */
export interface Occurs extends NodeOf<"Occurs"> {
  readonly bound?: "least" | "most" | undefined;
  readonly count?: NumberLiteral | Missing | undefined;
}
export interface NeverOccurs extends NodeOf<"NeverOccurs"> {}
export type Verdict = "effective" | "ineffective" | "backfiring" | "indifferent" | "disintegrating";
export interface IsVerdict extends NodeOf<"IsVerdict"> {
  readonly verdict: Verdict | undefined;
}

export type Step =
  | Emission
  | Perturbation
  | Given
  | Change
  | Steer
  | Unplug
  | Close
  | Open
  | Apply
  | Run
  | Either
  | Repeat
  | Seed
  | Expect;
export type Happening = Resonates | StaysIndifferent | Designates | Occurs | NeverOccurs | IsVerdict;

/* Properties and experiments. */
import type { Allow, Cite, Documented, Labelled, Missing, NamePath, NodeOf } from "./words.ts";
import type { Expression, ExpressionList, NumberLiteral } from "./expressions.ts";
import type { Outcome } from "./scenarios.ts";

export interface Property extends NodeOf<"Property">, Labelled {
  readonly body?: PropertyBody | undefined;
}
export interface PropertyBody extends NodeOf<"PropertyBody"> {
  readonly items: readonly (Claim | Cite | Allow)[];
}
export interface Always extends NodeOf<"Always">, Documented {
  readonly condition: Expression;
}
export interface Never extends NodeOf<"Never">, Documented {
  readonly condition: Expression;
}
export interface Eventually extends NodeOf<"Eventually">, Documented {
  readonly outcome: Outcome | Missing;
}
export interface After extends NodeOf<"After">, Documented {
  readonly operation: NamePath | Missing;
  readonly outcome: Outcome | Missing;
}
export interface Reaches extends NodeOf<"Reaches">, Documented {
  readonly from: NamePath | Missing;
  readonly never: boolean;
  readonly to: NamePath | Missing;
  /** `only through …`; empty if not said. */
  readonly through: readonly NamePath[];
}

export interface Experiment extends NodeOf<"Experiment">, Labelled {
  readonly scenario: NamePath | Missing;
  readonly body?: ExperimentBody | undefined;
}
export interface ExperimentBody extends NodeOf<"ExperimentBody"> {
  readonly items: readonly (VaryRange | VaryOver | Runs | Measure | Cite | Allow)[];
}
export interface VaryRange extends NodeOf<"VaryRange">, Documented {
  readonly part: NamePath | Missing;
  readonly from: Expression;
  readonly to: Expression;
  readonly by: Expression;
}
export interface VaryOver extends NodeOf<"VaryOver">, Documented {
  readonly part: NamePath | Missing;
  readonly values: ExpressionList | Missing;
}
export interface Runs extends NodeOf<"Runs">, Documented {
  readonly count: NumberLiteral | Missing;
}
export interface Measure extends NodeOf<"Measure">, Labelled {
  readonly outcome: Outcome | Missing;
}

export type Claim = Always | Never | Eventually | After | Reaches;

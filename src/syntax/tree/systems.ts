/* Systems and what belongs to them: codes, sensitivities, operations, expectations, programs, limits. */
import type { Allow, Cite, Documented, Labelled, Missing, Name, NamePath, NodeOf, Text } from "./words.ts";
import type { Arguments, Expression, NumberLiteral, Parameters, TypeNode } from "./expressions.ts";

export type SystemKind =
  "function system" | "organization" | "interaction" | "movement" | "psychic system" | "machine";

export interface System extends NodeOf<"System">, Labelled {
  readonly systemKind: SystemKind;
  readonly like?: NamePath | Missing | undefined;
  readonly within: readonly NamePath[];
  readonly body?: SystemBody | undefined;
}
export interface Extend extends NodeOf<"Extend">, Documented {
  readonly target: NamePath | Missing;
  readonly body?: SystemBody | undefined;
}
export interface SystemBody extends NodeOf<"SystemBody"> {
  readonly items: readonly Member[];
}

export interface FunctionText extends NodeOf<"FunctionText">, Documented {
  readonly text: Text | Missing;
}
export interface Code extends NodeOf<"Code">, Documented {
  readonly secondary: boolean;
  readonly values: readonly CodeValue[];
}
export interface CodeValue extends NodeOf<"CodeValue"> {
  readonly name: Name | Missing;
  readonly label?: Text | undefined;
}
export interface Medium extends NodeOf<"Medium">, Labelled {}
export interface Contingency extends NodeOf<"Contingency">, Documented {
  readonly text: Text | Missing;
}
export interface Reflection extends NodeOf<"Reflection">, Documented {
  readonly text: Text | Missing;
}
export interface Performs extends NodeOf<"Performs">, Documented {
  readonly text: Text | Missing;
  readonly receivers: readonly NamePath[];
}
export interface Role extends NodeOf<"Role">, Labelled {
  readonly side: "performance" | "public" | undefined;
}
export interface Sensitivity extends NodeOf<"Sensitivity">, Labelled {
  readonly parameters?: Parameters | undefined;
  readonly when?: Expression | undefined;
}
export interface Operation extends NodeOf<"Operation">, Labelled {
  readonly parameters?: Parameters | undefined;
}
export interface Expectation extends NodeOf<"Expectation">, Labelled {
  readonly type: TypeNode | Missing;
  readonly initial: Expression;
  readonly mode?: "normative" | "cognitive" | undefined;
}
export interface Program extends NodeOf<"Program">, Labelled {
  readonly form: "conditional" | "purpose" | undefined;
  readonly triggers: readonly Trigger[];
  readonly amends: readonly Name[];
  readonly body?: ProgramBody | undefined;
}
export interface ProgramBody extends NodeOf<"ProgramBody"> {
  readonly items: readonly (Rule | Choice | Otherwise | Cite | Allow)[];
}
/** `on enacted` */
export interface SensitivityTrigger extends NodeOf<"SensitivityTrigger"> {
  readonly name: Name | Missing;
}
/** `on own judgment` */
export interface OwnTrigger extends NodeOf<"OwnTrigger"> {
  readonly name: Name | Missing;
}
/** `on every step`, `on every 3 steps` */
export interface EveryTrigger extends NodeOf<"EveryTrigger"> {
  readonly count?: NumberLiteral | Missing | undefined;
}
/** `when e -> value { … }` of a conditional program. */
export interface Rule extends NodeOf<"Rule">, Documented {
  readonly when: Expression;
  readonly value: Name | Missing;
  readonly effects?: Effects | undefined;
}
/** `choose a -> value yields e when e { … }` of a purpose program. */
export interface Choice extends NodeOf<"Choice">, Labelled {
  readonly value: Name | Missing;
  readonly yields: Expression;
  readonly when?: Expression | undefined;
  readonly effects?: Effects | undefined;
}
export interface Otherwise extends NodeOf<"Otherwise">, Documented {
  readonly value: Name | Missing;
  readonly effects?: Effects | undefined;
}
export interface Effects extends NodeOf<"Effects"> {
  readonly items: readonly (Emit | Assignment)[];
}
export interface Emit extends NodeOf<"Emit"> {
  readonly operation: Name | Missing;
  readonly args?: Arguments | undefined;
}
export interface Assignment extends NodeOf<"Assignment"> {
  readonly target: Name | Missing;
  readonly value: Expression;
}
export interface Limit extends NodeOf<"Limit">, Labelled {
  readonly constitutional: boolean;
  readonly operation: Name | Missing;
  readonly when: Expression;
}

export type Member =
  | FunctionText
  | Code
  | Medium
  | Contingency
  | Reflection
  | Performs
  | Role
  | Sensitivity
  | Operation
  | Expectation
  | Program
  | Limit
  | Cite
  | Allow;
export type Trigger = SensitivityTrigger | OwnTrigger | EveryTrigger;
export type Clause = Rule | Choice | Otherwise;

/* Environments and populations, couplings and their channels, regulations. */
import type { Allow, Cite, Documented, Labelled, Missing, Name, NamePath, NodeOf } from "./words.ts";
import type { Arguments, Expression, Parameters, TypeNode } from "./expressions.ts";
import type { Assignment } from "./systems.ts";

export interface Environment extends NodeOf<"Environment">, Labelled {
  readonly body?: EnvironmentBody | undefined;
}
export interface Population extends NodeOf<"Population">, Labelled {
  readonly size: Expression;
  readonly body?: EnvironmentBody | undefined;
}
export interface EnvironmentBody extends NodeOf<"EnvironmentBody"> {
  readonly items: readonly (Event | Quantity | Inclusion | Cite | Allow)[];
}
export interface Event extends NodeOf<"Event">, Labelled {
  readonly parameters?: Parameters | undefined;
}
export interface Quantity extends NodeOf<"Quantity">, Labelled {
  readonly type: TypeNode | Missing;
  readonly initial: Expression;
  readonly becomes?: Expression | undefined;
}
export interface Inclusion extends NodeOf<"Inclusion">, Documented {
  readonly system: NamePath | Missing;
  readonly role: Name | Missing;
}

export interface Coupling extends NodeOf<"Coupling">, Labelled {
  readonly left: NamePath | Missing;
  readonly right: NamePath | Missing;
  readonly body?: CouplingBody | undefined;
}
export interface CouplingBody extends NodeOf<"CouplingBody"> {
  readonly items: readonly (Channel | Cite | Allow)[];
}
export interface Channel extends NodeOf<"Channel">, Documented {
  readonly source: NamePath | Missing;
  readonly target: NamePath | Missing;
  readonly args?: Arguments | undefined;
  readonly assignments?: Assignments | undefined;
  readonly options: readonly ChannelOption[];
}
export interface Assignments extends NodeOf<"Assignments"> {
  readonly items: readonly Assignment[];
}
export interface ConditionOption extends NodeOf<"ConditionOption"> {
  readonly condition: Expression;
}
export interface ChanceOption extends NodeOf<"ChanceOption"> {
  readonly probability: Expression;
}
export interface DelayOption extends NodeOf<"DelayOption"> {
  readonly steps: Expression;
}
export interface CapacityOption extends NodeOf<"CapacityOption"> {
  readonly most: Expression;
}

export interface Regulation extends NodeOf<"Regulation">, Labelled {
  readonly body?: RegulationBody | undefined;
}
export interface RegulationBody extends NodeOf<"RegulationBody"> {
  readonly items: readonly (RegulationBy | RegulationOf | StartsWith | Aim | Through | Cite | Allow)[];
}
export interface RegulationBy extends NodeOf<"RegulationBy">, Documented {
  readonly system: NamePath | Missing;
}
export interface RegulationOf extends NodeOf<"RegulationOf">, Documented {
  readonly target: NamePath | Missing;
}
export interface StartsWith extends NodeOf<"StartsWith">, Documented {
  readonly operation: NamePath | Missing;
  readonly args?: Arguments | undefined;
}
export interface Aim extends NodeOf<"Aim">, Documented {
  readonly condition: Expression;
}
/** `through a, b`; `through direct` has `direct` set and no couplings. */
export interface Through extends NodeOf<"Through">, Documented {
  readonly direct: boolean;
  readonly couplings: readonly NamePath[];
}

export type ChannelOption = ConditionOption | ChanceOption | DelayOption | CapacityOption;

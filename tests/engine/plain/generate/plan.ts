/* What a generated model has, as far as the rest of it must know. */
import type { Kind, Variable } from "./types.ts";

export interface PlannedPart {
  readonly name: string;
  readonly parameters: readonly Variable[];
}

export interface PlannedSetting {
  readonly name: string;
  readonly type: Kind;
}

export interface PlannedExpectation extends PlannedSetting {
  readonly normative: boolean;
  /** Whether no program may amend it. */
  readonly kept: boolean;
}

export interface PlannedSystem {
  readonly kind: "system";
  readonly name: string;
  readonly head: string;
  readonly codes: readonly string[];
  /** All values that its clauses may designate. */
  readonly designates: readonly string[];
  readonly sensitivities: readonly PlannedPart[];
  readonly operations: readonly PlannedPart[];
  readonly expectations: readonly PlannedExpectation[];
  readonly limits: readonly string[];
}

export interface PlannedEnvironment {
  readonly kind: "environment";
  readonly name: string;
  readonly population: boolean;
  readonly quantities: readonly PlannedSetting[];
  readonly events: readonly PlannedPart[];
}

export interface PlannedChannel {
  readonly coupling: string;
  readonly source: {
    readonly owner: string;
    readonly name: string;
    readonly what: "operation" | "event" | "quantity";
  };
  readonly target: string;
}

export interface Plan {
  readonly systems: readonly PlannedSystem[];
  readonly environments: readonly PlannedEnvironment[];
  readonly channels: PlannedChannel[];
  readonly couplings: string[];
  readonly regulations: string[];
  /** Whether a bare `run` has no end. */
  restless: boolean;
}

/** What can be let happen: operations of systems, events of environments. */
export function doings({
  systems,
  environments,
}: Plan): { readonly owner: string; readonly part: PlannedPart }[] {
  return [
    ...systems.flatMap(({ name, operations }) => operations.map((part) => ({ owner: name, part }))),
    ...environments.flatMap(({ name, events }) => events.map((part) => ({ owner: name, part }))),
  ];
}

/** All that an observer can read, by its full name. */
export function observed({ systems, environments }: Plan): Variable[] {
  const full =
    (owner: string) =>
    ({ name, type }: PlannedSetting): Variable => ({ text: `${owner}.${name}`, type });
  return [
    ...systems.flatMap(({ name, expectations }) => expectations.map(full(name))),
    ...environments.flatMap(({ name, quantities }) => quantities.map(full(name))),
  ];
}

/** All that an observer can count. */
export function countable(plan: Plan): string[] {
  const limits = plan.systems.flatMap(({ name, limits: names }) => names.map((limit) => `${name}.${limit}`));
  return [...doings(plan).map(({ owner, part }) => `${owner}.${part.name}`), ...limits];
}

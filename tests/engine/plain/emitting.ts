/* How an operation or an event comes about, or does not: LANGUAGE.md, "Limits", "Expectations", "Values". */
import type { Argument, Limit, Parameter } from "../../../src/model/model.ts";
import type { TraceEntry } from "../../../src/engine/trace.ts";
import type { Value } from "../../../src/engine/values.ts";
import { evaluate, withoutFault } from "./evaluate.ts";
import { readBy } from "./reads.ts";
import { count, head, named, violate, write } from "./run.ts";
import type { Arguments, Run } from "./run.ts";
import { fits, truthIn } from "./values.ts";

/**
 * Computes arguments in the order of the parameters; undefined if one of them faults. `place` is the name of the place
 * where they stand: argument p draws at `<place>/<p>`.
 */
export function computeArguments(
  run: Run,
  parameters: readonly Parameter[],
  args: readonly Argument[],
  place: string,
  seen: Arguments,
): Arguments | undefined {
  return withoutFault(() => {
    const computed = new Map<string, Value>();
    for (const { name } of parameters) {
      const argument = args.find((each) => each.name.text === name);
      if (argument === undefined) throw new Error(`no argument for ${name}`);
      computed.set(name, evaluate(run, argument.value, `${place}/${name}`, seen));
    }
    return computed;
  });
}

/** The first parameter whose argument lies out of its bounds. */
export function firstOutOfBounds(
  parameters: readonly Parameter[],
  args: Arguments,
): { readonly name: string; readonly value: Value } | undefined {
  return named(parameters, args).find(({ name, value }) => {
    const parameter = parameters.find((each) => each.name === name);
    return parameter !== undefined && !fits(value, parameter.type);
  });
}

type Blocked = Extract<TraceEntry, { kind: "blocked" }>;

export interface Emitting {
  readonly owner: string;
  readonly name: string;
  readonly args: readonly Argument[];
  /** What the arguments see. */
  readonly seen: Arguments;
  /** Where the arguments stand. */
  readonly place: string;
  /** Whom a fault in an argument is told of. */
  readonly about: string;
  readonly cause: number;
  /** Of a perturbation: the one at issue. */
  readonly issue?: string;
}

/** An operation of a system, or an event of an environment: it occurs, or is blocked. */
export function emit(run: Run, { owner, name, args, seen, place, about, cause, issue }: Emitting): void {
  const parameters = parametersOf(run, owner, name);
  const computed = computeArguments(run, parameters, args, place, seen);
  if (computed === undefined) {
    violate(run, "not_a_number", about, cause);
    blocked({ by: "not a number", args: [], values: [] });
    return;
  }
  // "an operation … with such an argument does not take place"
  const outside = firstOutOfBounds(parameters, computed);
  if (outside !== undefined) {
    violate(run, "out_of_bounds", `${name}.${outside.name}`, cause);
    blocked({ by: "out of bounds", args: [], values: [] });
    return;
  }
  const told = named(parameters, computed);
  // "it neither emits nor handles anything any more"
  if (run.unplugged.has(owner)) {
    blocked({ by: "unplugged", args: told, values: [] });
    return;
  }
  // "blocks its own operation before it happens, whether a program or a scenario brings it about"
  const limit = firstBlocking(run, owner, name, computed, cause);
  if (limit !== undefined) {
    blocked({ by: "limit", limit: limit.name, args: told, values: readBy(run, limit.when, computed) });
    count(run, owner, limit.name);
    return;
  }
  const operation = { ...head(run, cause), kind: "operation", owner, name, args: told } as const;
  const entry = write(run, issue === undefined ? operation : { ...operation, issue });
  count(run, owner, name);
  run.emissions.push({ owner, name, args: computed, entry, issue });

  function blocked(why: Omit<Blocked, "kind" | "id" | "step" | "cause" | "owner" | "name">): void {
    write(run, { ...head(run, cause), kind: "blocked", owner, name, ...why });
  }
}

/** Limits are asked in order of declaration; a fault in a condition counts as false. */
function firstBlocking(
  run: Run,
  owner: string,
  operation: string,
  args: Arguments,
  cause: number,
): Limit | undefined {
  const limits = run.model.systems.find(({ id }) => id === owner)?.limits ?? [];
  return limits
    .filter((limit) => limit.operation?.text === operation)
    .find((limit) => {
      const place = `${owner}/limit ${limit.name}`;
      const holds = withoutFault(() => truthIn(evaluate(run, limit.when, place, args)));
      if (holds === undefined) violate(run, "not_a_number", limit.name, cause);
      return holds === true;
    });
}

/** The parameters of an operation or an event. */
export function parametersOf(run: Run, owner: string, name: string): readonly Parameter[] {
  const parts = [
    ...(run.model.systems.find(({ id }) => id === owner)?.operations ?? []),
    ...(run.model.environments.find(({ id }) => id === owner)?.events ?? []),
  ];
  const part = parts.find((each) => each.name === name);
  if (part === undefined) throw new Error(`there is no ${owner}.${name}`);
  return part.parameters;
}

/* The routes that a model offers to a regulation: ways that begin with an operation, and the couplings they take. */
import type { Parameter, Program, System } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import { describeWay } from "../../flow/describe.ts";
import type { NameOf } from "../../flow/describe.ts";
import { nodesOnWay } from "../../flow/flow.ts";
import { waysBetween } from "../../flow/ways.ts";
import type { CheckContext } from "../context.ts";
import { anyValueOf } from "./proposal.ts";
import { triggerText } from "./programs.ts";

/** A way on which one system can move another. */
export interface OfferedRoute {
  /** `politics.bill ─constitution→ law.enacted → law.judgment ─contract→ economy.credit_cost` */
  readonly line: string;
  /** The operation it begins with. */
  readonly start: string;
  /** The couplings it takes, in order, one for each boundary it crosses. */
  readonly couplings: readonly Id[];
  /** The sensitivity or quantity at which it arrives. */
  readonly arrives: string;
}

const mostSought = 12;

/**
 * The routes from a system to another system, environment or population, shortest first. `start`: the node of the
 * operation with which they are to begin.
 */
export function offeredRoutes(
  from: Id,
  to: Id,
  names: NameOf,
  context: CheckContext,
  start?: number,
): { readonly routes: readonly OfferedRoute[]; readonly complete: boolean } {
  const { flow } = context;
  const conditions = start === undefined ? {} : { start };
  const { ways, complete } = waysBetween(flow, from, to, { limit: mostSought, ...conditions });
  const routes = ways.flatMap((way): readonly OfferedRoute[] => {
    const { line, steps } = describeWay(flow, way, names);
    const begin = steps[0]?.node;
    const end = steps.at(-1)?.node;
    if (begin?.kind !== "operation" || end === undefined) return [];
    const couplings = nodesOnWay(way).flatMap((number) => {
      const node = flow.nodes[number];
      return node?.kind === "channel" ? node.owner : [];
    });
    return [{ line, start: begin.name, couplings, arrives: end.name }];
  });
  return { routes, complete };
}

/** A program that sets an expectation, and what it decides on. */
export interface Setter {
  readonly program: string;
  readonly triggers: readonly string[];
  /** Of these, the sensitivities. */
  readonly sensitivities: readonly string[];
}

/** The programs of a system that set one of its expectations. */
export function settersOf(system: System, expectation: string): readonly Setter[] {
  return system.programs.filter((program) => sets(program, expectation)).map(setterOf);
}

function sets(program: Program, expectation: string): boolean {
  return program.clauses.some((clause) =>
    clause.effects.some((effect) => effect.kind === "assignment" && effect.target.text === expectation),
  );
}

function setterOf({ name, triggers }: Program): Setter {
  return {
    program: name,
    triggers: triggers.map(triggerText),
    sensitivities: triggers.flatMap((trigger) => (trigger.kind === "sensitivity" ? trigger.name : [])),
  };
}

/** `(limit: 1)`: a value for each parameter, to stand until the modeller puts another; empty if there are none. */
export function anyArguments(parameters: readonly Parameter[]): string {
  const args = parameters.map(({ name, type }) => `${name}: ${anyValueOf(type)}`).join(", ");
  return args === "" ? "" : `(${args})`;
}

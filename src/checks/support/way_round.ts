/* The ways that a model has from one of its systems to another, and how a scenario can take them. */
import type { Parameter } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import { describeWay } from "../../flow/describe.ts";
import type { NameOf } from "../../flow/describe.ts";
import { waysBetween } from "../../flow/ways.ts";
import type { CheckContext } from "../context.ts";
import { textAt } from "./edits.ts";
import { anyValueOf } from "./proposal.ts";
import type { StepOfKind } from "./steps.ts";

export interface WayRound {
  /** `politics.bill ─constitution→ law.enacted → law.judgment ─contract→ economy.credit_cost` */
  readonly line: string;
  /** What of the source it begins with. */
  readonly start: { readonly kind: "operation" | "event" | "quantity"; readonly name: string };
  /** The first that the way irritates. */
  readonly first: Id;
}

export interface WaysRound {
  readonly ways: readonly WayRound[];
  /** How many there are besides those given; `atLeast` if the search ended before all were found. */
  readonly more: number;
  readonly atLeast: boolean;
}

const mostShown = 3;
const mostSought = 12;

/** Edges looked at for one perturbation after its first way is found. */
const mostEffort = 200_000;

/** The ways from the one to the other, shortest first, those that begin with `operation` before the others. */
export function waysRound(
  from: Id,
  to: Id,
  operation: string,
  names: NameOf,
  context: CheckContext,
): WaysRound {
  const { ways, complete } = waysBetween(context.flow, from, to, {
    limit: mostSought,
    effort: mostEffort,
  });
  const described = ways.flatMap((way): readonly WayRound[] => {
    const { line, steps } = describeWay(context.flow, way, names);
    const [begin, next] = steps;
    const kind = begin?.node.kind;
    if (begin === undefined || next === undefined) return [];
    if (kind !== "operation" && kind !== "event" && kind !== "quantity") return [];
    return [{ line, start: { kind, name: begin.node.name }, first: next.node.owner }];
  });
  const own = described.filter((way) => way.start.name === operation);
  const others = described.filter((way) => way.start.name !== operation);
  return {
    ways: [...own, ...others].slice(0, mostShown),
    more: Math.max(0, described.length - mostShown),
    atLeast: !complete,
  };
}

/**
 * The step that takes a way round: another perturbation that begins with another operation, or, where the way begins
 * with the same operation, an emission that every channel may carry. Undefined for ways that begin with a quantity.
 */
export function stepAlong(
  way: WayRound,
  step: StepOfKind<"perturb">,
  names: NameOf,
  context: CheckContext,
): string | undefined {
  const source = names(step.source.id);
  if (way.start.kind === "quantity") return undefined;
  if (way.start.name === step.operation.name) {
    const args = step.args.map((arg) => `${arg.name.text}: ${textAt(arg.value.place, context)}`).join(", ");
    return `${source} emits ${way.start.name}${args === "" ? "" : `(${args})`}`;
  }
  const { index } = context;
  const begun =
    way.start.kind === "event"
      ? index.event(step.source.id, way.start.name)
      : index.operation(step.source.id, way.start.name);
  const args = (begun?.parameters ?? []).map(
    (parameter) => `${parameter.name}: ${valueFor(parameter, step, context)}`,
  );
  const call = args.length === 0 ? "" : `(${args.join(", ")})`;
  return `perturb ${names(way.first)} from ${source} with ${way.start.name}${call}`;
}

/** What the perturbation as written gives for a parameter of this name, or of this type; else any value. */
function valueFor(parameter: Parameter, step: StepOfKind<"perturb">, context: CheckContext): string {
  const sameName = step.args.find((arg) => arg.name.text === parameter.name);
  const sameType = step.args.find((arg) => arg.value.type.kind === parameter.type.kind);
  const given = sameName?.value.type.kind === parameter.type.kind ? sameName : sameType;
  return given === undefined ? anyValueOf(parameter.type) : textAt(given.value.place, context);
}

/* What the graph of perturbations excludes: whether anything that a scenario has done by then can set off a thing. */
import { nodeNamed } from "../../flow/flow.ts";
import type { Flow, FlowEdge } from "../../flow/flow.ts";
import type { Block, Scenario, Step } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";
import { scenariosBefore } from "./steps.ts";

/**
 * What can happen in every run, whatever a scenario does: at the start each quantity counts as changed, and what
 * is `on every` needs no occasion. With all that this sets off.
 */
export function happeningAnyway(flow: Flow): ReadonlySet<number> {
  const happening = new Set<number>();
  flow.nodes.forEach((node, number) => {
    if (node.kind === "quantity" || (node.kind === "decision" && node.trigger.kind === "every")) {
      happening.add(number);
    }
  });
  for (const number of happening) {
    for (const edge of edgesFrom(flow, number)) if (setsOff(edge)) happening.add(edge.to);
  }
  return happening;
}

/** The steps of a scenario, each with when it is taken, and when each node was first set off by a step. */
export interface Occasions {
  readonly steps: readonly { readonly step: Step; readonly time: number }[];
  readonly firstSetOff: ReadonlyMap<number, number>;
}

/** Of a scenario that does those of more others first, nothing is said: each would have to be gone through anew. */
const mostBefore = 50;

/**
 * Goes through a scenario in the order of the text, after all that it is `like`. Alternatives are taken as if they
 * followed each other, and all of a repetition as happening at once: what is said not to have happened has not.
 */
export function occasionsOf(scenario: Scenario, context: CheckContext): Occasions {
  const steps: { readonly step: Step; readonly time: number }[] = [];
  const firstSetOff = new Map<number, number>();
  let time = 0;
  const take = (block: Block, repeated: boolean): void => {
    for (const step of block.steps) {
      if (!repeated) time += 1;
      steps.push({ step, time });
      for (const node of startsOf(step, context)) {
        if (!firstSetOff.has(node)) firstSetOff.set(node, time);
      }
      if (step.kind === "either") for (const branch of step.branches) take(branch, repeated);
      if (step.kind === "repeat") take(step.block, true);
    }
  };
  const before = scenariosBefore(context, scenario);
  if (before.length > mostBefore) return { steps: [], firstSetOff };
  for (const each of before) take(each.block, false);
  steps.length = 0;
  take(scenario.block, false);
  return { steps, firstSetOff };
}

/** Whether any of the goals can have been set off by a time. Goes back from the goals, and no farther than it must. */
export function canBeSetOff(
  goals: Iterable<number>,
  time: number,
  { firstSetOff }: Occasions,
  anyway: ReadonlySet<number>,
  flow: Flow,
): boolean {
  const leading = new Set(goals);
  for (const number of leading) {
    if (anyway.has(number) || (firstSetOff.get(number) ?? Infinity) <= time) return true;
    for (const before of edgesInto(flow, number)) if (setsOff(before)) leading.add(before.from);
  }
  return false;
}

/** The operations and events that lead to one of the goals, nearest first. */
export function occasionsFor(goals: Iterable<number>, most: number, flow: Flow): readonly number[] {
  const found: number[] = [];
  const leading = new Set(goals);
  for (const number of leading) {
    const kind = flow.nodes[number]?.kind;
    if (kind === "operation" || kind === "event") found.push(number);
    if (found.length === most) break;
    for (const before of edgesInto(flow, number)) if (setsOff(before)) leading.add(before.from);
  }
  return found;
}

/** Whether the one happens because the other does, rather than that it is looked at. */
function setsOff({ cause }: FlowEdge): boolean {
  return cause.kind !== "reading" && cause.kind !== "limit";
}

function edgesFrom(flow: Flow, number: number): readonly FlowEdge[] {
  return (flow.outgoing[number] ?? []).flatMap((index) => flow.edges[index] ?? []);
}

function edgesInto(flow: Flow, number: number): readonly FlowEdge[] {
  return (flow.incoming[number] ?? []).flatMap((index) => flow.edges[index] ?? []);
}

/** What a step sets off: an operation or event; a perturbation sets off only what leads to its target or stays inside. */
function startsOf(step: Step, { flow, index }: CheckContext): readonly number[] {
  switch (step.kind) {
    case "emits": {
      const { operation } = step;
      return numberOf(flow, operation.kind === "event" ? "event" : "operation", operation);
    }
    case "apply": {
      const operation = index.regulation(step.regulation.id)?.start?.operation;
      return operation === undefined ? [] : numberOf(flow, "operation", operation);
    }
    case "perturb": {
      const { operation, target } = step;
      const [number] = numberOf(flow, operation.kind === "event" ? "event" : "operation", operation);
      if (number === undefined) return [];
      return edgesFrom(flow, number).flatMap(({ to, cause }) => {
        if (cause.kind === "trigger") return to;
        return cause.kind === "channel" && cause.channel.target.owner === target.id ? to : [];
      });
    }
    default:
      return [];
  }
}

function numberOf(
  flow: Flow,
  kind: "operation" | "event",
  { owner, name }: { readonly owner: string; readonly name: string },
): readonly number[] {
  const number = nodeNamed(flow, kind, owner, name);
  return number === undefined ? [] : [number];
}

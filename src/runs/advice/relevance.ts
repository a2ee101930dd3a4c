/*
 * What could lead on to an aim, in the model as it is or with the channels that the canon knows beside it: backward from what
 * the aim reads. Conditions are not weighed, and any clause of a system could emit any of its operations.
 */
import type { CheckContext } from "../../checks/context.ts";
import { nodeNamed } from "../../flow/flow.ts";
import { everyExpression } from "../../model/expression_parts.ts";
import type { Effect, Regulation } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import { directionsBetween } from "./institutions.ts";

export interface Relevance {
  readonly operation: (owner: Id, name: string) => boolean;
  readonly sensitivity: (owner: Id, name: string) => boolean;
  readonly quantity: (owner: Id, name: string) => boolean;
  /** Whether what a clause does leads on. */
  readonly effect: (owner: Id, effect: Effect) => boolean;
}

export function relevanceFor({ aim }: Regulation, context: CheckContext): Relevance {
  const { flow, model, index } = context;
  const relevant = new Set<number>();
  const queue: number[] = [];
  const add = (node: number | undefined): void => {
    if (node === undefined || relevant.has(node)) return;
    relevant.add(node);
    queue.push(node);
  };
  if (aim !== undefined) {
    for (const part of everyExpression(aim)) {
      if (part.kind === "expectation" || part.kind === "quantity")
        add(nodeNamed(flow, part.kind, part.owner, part.name));
      else if (part.kind === "count") add(nodeNamed(flow, "operation", part.of.owner, part.of.name));
    }
  }
  for (const number of queue) {
    for (const edge of flow.incoming[number] ?? []) add(flow.edges[edge]?.from);
    const node = flow.nodes[number];
    if (node?.kind === "sensitivity") {
      // Whom the canon knows to be coupled with this one could irritate it.
      for (const system of model.systems) {
        if (directionsBetween(system.id, node.owner, context).length === 0) continue;
        for (const { name } of system.operations) add(nodeNamed(flow, "operation", system.id, name));
      }
    } else if (node?.kind === "operation") {
      for (const { name } of index.system(node.owner)?.sensitivities ?? [])
        add(nodeNamed(flow, "sensitivity", node.owner, name));
      for (const other of flow.nodesOf.get(node.owner) ?? [])
        if (flow.nodes[other]?.kind === "decision") add(other);
    }
  }
  const isRelevant = (node: number | undefined): boolean => node !== undefined && relevant.has(node);
  return {
    operation: (owner, name) => isRelevant(nodeNamed(flow, "operation", owner, name)),
    sensitivity: (owner, name) => isRelevant(nodeNamed(flow, "sensitivity", owner, name)),
    quantity: (owner, name) => isRelevant(nodeNamed(flow, "quantity", owner, name)),
    effect: (owner, effect) =>
      effect.kind === "emit"
        ? isRelevant(nodeNamed(flow, "operation", owner, effect.operation))
        : isRelevant(nodeNamed(flow, "expectation", owner, effect.target.text)),
  };
}

/*
 * The graph of perturbations: what can irritate what. Nodes are the things that can be set off, edges the
 * clauses, channels and readings through which one sets off another. Conditions are not weighed: the graph
 * says what is possible, a run says what happens. The rules are those of LANGUAGE.md, "Properties".
 *
 * Some nodes stand for a bundle, so that the graph stays linear in the size of the model: all that can be read
 * leads into the bundle, and the bundle leads to all that can follow. Such are the decision on a trigger, the
 * channel, and, of a program on several triggers, what it reads and what it does.
 */
import type { Adjacency } from "../base/graph.ts";
import type { ChannelOf } from "../model/lookup.ts";
import type { Clause, Limit, Program, Sensitivity, Trigger } from "../model/model.ts";
import type { Id } from "../model/reference.ts";

interface NodeOf<Kind extends string> {
  readonly kind: Kind;
  /** The system, environment or population it belongs to; of a channel, the coupling. */
  readonly owner: Id;
  readonly name: string;
}

export type FlowNode =
  | (NodeOf<"sensitivity"> & { readonly sensitivity: Sensitivity })
  /** `limits`: those of the own system that can block it. */
  | (NodeOf<"operation"> & { readonly limits: readonly Limit[] })
  | NodeOf<"event">
  | NodeOf<"quantity">
  | NodeOf<"expectation">
  /** The value that a system designated last: an expectation that every clause sets. Only where something reads it. */
  | NodeOf<"designated">
  /** All clauses on one trigger, as one list. */
  | (NodeOf<"decision"> & { readonly trigger: Trigger; readonly programs: readonly Program[] })
  /** What the clauses of a program on several triggers read. */
  | (NodeOf<"readings"> & { readonly program: Program })
  /** What the clauses of a program on several triggers emit and set. */
  | (NodeOf<"effects"> & { readonly program: Program })
  | (NodeOf<"channel"> & ChannelOf);

/** Why one node leads to another. */
export type FlowCause =
  /** A sensitivity or an own operation is put before the programs on it. */
  | { readonly kind: "trigger" }
  /** A clause emits the operation or sets the expectation. */
  | { readonly kind: "clause"; readonly program: Program; readonly clause: Clause }
  /** From the source to the channel, and from the channel to what it reaches. */
  | ({ readonly kind: "channel" } & ChannelOf)
  /** What decides, or carries, looks at this value; it is not set off by it. */
  | { readonly kind: "reading" }
  /** The limit that reads the expectation can block the operation. */
  | { readonly kind: "limit"; readonly limit: Limit }
  /** A quantity moves with another. */
  | { readonly kind: "becomes" };

export interface FlowEdge {
  readonly from: number;
  readonly to: number;
  readonly cause: FlowCause;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** For each node those it leads to: the form that the algorithms of `base/graph.ts` take. */
  readonly successors: Adjacency;
  /** For each node the indices into `edges` of those that leave it, and of those that enter it. */
  readonly outgoing: readonly (readonly number[])[];
  readonly incoming: readonly (readonly number[])[];
  /** The nodes of each system, environment and population, and the channels of each coupling; perhaps none. */
  readonly nodesOf: ReadonlyMap<Id, readonly number[]>;
  /** For each owner its nodes by kind and name. Channels have no names of their own. */
  readonly named: ReadonlyMap<Id, { readonly [Kind in NamedKind]?: ReadonlyMap<string, number> }>;
}

/** A way from one node to another: the edges passed, in order; each begins where the one before it ends. */
export type Way = readonly FlowEdge[];

/** The kinds of nodes that their owner's names tell apart. */
export type NamedKind = Exclude<FlowNode["kind"], "channel">;

/** The number of a node; undefined if the model has no such thing. */
export function nodeNamed(flow: Flow, kind: NamedKind, owner: Id, name: string): number | undefined {
  return flow.named.get(owner)?.[kind]?.get(name);
}

/** Whether the node is an act or a state that a way names: the others only stand between such. */
export function isNamedOnWays(node: FlowNode): boolean {
  switch (node.kind) {
    case "sensitivity":
    case "operation":
    case "event":
    case "quantity":
      return true;
    case "expectation":
    case "designated":
    case "decision":
    case "readings":
    case "effects":
    case "channel":
      return false;
  }
}

/** The nodes of a way in order, its first and last included; of an empty way none. */
export function nodesOnWay(way: Way): readonly number[] {
  const first = way[0];
  return first === undefined ? [] : [first.from, ...way.map((edge) => edge.to)];
}

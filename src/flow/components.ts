import { strongComponents } from "../base/graph.ts";
import type { Adjacency } from "../base/graph.ts";
import type { Flow, FlowEdge } from "./flow.ts";

/** Which edges are looked at. */
export type Counts = (edge: FlowEdge) => boolean;

/** Nodes all of which lead to each other: a strongly connected component of two nodes or more. */
export interface CirclingPart {
  /** In ascending order. */
  readonly nodes: readonly number[];
  /** The part as a graph of its own: positions in `nodes`. */
  readonly graph: Adjacency;
  /** Whether an edge counts and stays within the part. */
  readonly counts: Counts;
}

/** The whole graph with only the edges that count. */
export function graphBy(flow: Flow, counts: Counts): Adjacency {
  return flow.nodes.map((_, node) => targetsBy(flow, node, counts));
}

/** The circling parts of the whole graph, by the edges that count, in the order of their first nodes. O(V + E). */
export function circlingParts(flow: Flow, counts: Counts): readonly CirclingPart[] {
  const members = strongComponents(graphBy(flow, counts), 2);
  return inOrder(members.map((nodes) => partOf(flow, nodes, counts)));
}

/** The same among some nodes only: the others are as if they were not there. */
export function circlingPartsAmong(
  flow: Flow,
  nodes: readonly number[],
  counts: Counts,
): readonly CirclingPart[] {
  const { graph, counts: inside } = partOf(flow, nodes, counts);
  const members = strongComponents(graph, 2);
  const parts = members.map((component) => component.flatMap((position) => nodes[position] ?? []));
  return inOrder(parts.map((part) => partOf(flow, part, inside)));
}

function partOf(flow: Flow, nodes: readonly number[], counts: Counts): CirclingPart {
  const positions = new Map(nodes.map((node, position) => [node, position]));
  const graph = nodes.map((node) =>
    targetsBy(flow, node, counts).flatMap((target) => positions.get(target) ?? []),
  );
  const inside: Counts = (edge) => positions.has(edge.from) && positions.has(edge.to) && counts(edge);
  return { nodes, graph, counts: inside };
}

const none: readonly number[] = [];

function targetsBy(flow: Flow, node: number, counts: Counts): readonly number[] {
  let targets: number[] | undefined;
  for (const index of flow.outgoing[node] ?? none) {
    const edge = flow.edges[index];
    if (edge && counts(edge)) (targets ??= []).push(edge.to);
  }
  return targets ?? none;
}

function inOrder(parts: readonly CirclingPart[]): readonly CirclingPart[] {
  return [...parts].sort((a, b) => (a.nodes[0] ?? 0) - (b.nodes[0] ?? 0));
}

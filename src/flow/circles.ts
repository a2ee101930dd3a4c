import { shortestCycle } from "../base/graph.ts";
import type { Id } from "../model/reference.ts";
import { circlingParts, circlingPartsAmong, graphBy } from "./components.ts";
import type { CirclingPart, Counts } from "./components.ts";
import { dampingsOn } from "./damping.ts";
import type { Damping } from "./damping.ts";
import { canStop, endlessNodes } from "./endless.ts";
import type { Flow, FlowEdge, Way } from "./flow.ts";

/** Things that set each other off across the boundary of a system, so that what one does can come back to it. */
export interface Circle {
  /** All nodes that lie on such a circle with each other, in ascending order. */
  readonly nodes: readonly number[];
  /** The systems, environments and populations they belong to, and the couplings, in the order of the model. */
  readonly owners: readonly Id[];
  readonly couplings: readonly Id[];
  /** A shortest circle, from an operation, event or quantity back to it. */
  readonly shortest: Way;
  /** What on it can damp it; empty if nothing can. */
  readonly dampings: readonly Damping[];
  /** A shortest circle that nothing can damp, whatever clauses decide; undefined if there is none. */
  readonly undamped: Way | undefined;
}

const defaultEffort = 200_000;

/**
 * The circles of clauses and channels in a model: the sets of nodes that set each other off (strongly connected
 * components) with a channel among them. That something is only read on the way, by a condition or an argument, sets
 * nothing off and closes no circle. In the order of the model. O(V + E); of very many channels on one circle only as
 * many are tried for the shortest as `effort` (edges looked at) allows, at least one.
 */
export function circles(flow: Flow, effort = defaultEffort): readonly Circle[] {
  return partsOfCircles(flow).flatMap((part) => {
    const shortest = shortestIn(flow, part, effort);
    if (shortest === undefined) return [];
    const circle = { nodes: part.nodes, ...ownersAmong(flow, part.nodes), shortest };
    return { ...circle, dampings: dampingsOn(flow, shortest), undamped: undampedIn(flow, part, effort) };
  });
}

/**
 * Of each of the `circles` that has one, the shortest circle that nothing can damp. O(V + E) where there is none: a
 * channel on it would have to carry whatever comes, and what it leads to never to stop.
 */
export function undampedCircles(flow: Flow, effort = defaultEffort): readonly Way[] {
  const stops = flow.nodes.map(canStop);
  const follows: Counts = (edge) =>
    setsOff(edge) && edge.cause.kind !== "becomes" && !stops[edge.from] && !stops[edge.to];
  const isChannel = isChannelOf(flow);
  if (!circlingParts(flow, follows).some(({ nodes }) => nodes.some(isChannel))) return [];
  return partsOfCircles(flow)
    .map((part) => undampedIn(flow, part, effort))
    .filter((way) => way !== undefined);
}

/**
 * A shortest circle through a node, readings included: an operation may set an expectation that lets it happen
 * again. Undefined if nothing leads back. That it may be blocked by a limit of its own leads nothing back. O(V + E).
 */
export function circleThrough(flow: Flow, node: number): Way | undefined {
  const cycle = shortestCycle(graphBy(flow, feeds), node);
  return cycle && closedWay(flow, cycle, feeds);
}

/**
 * The operations that can feed on themselves inside their own system: by the own operations that they trigger and
 * the expectations that these set and read, without any channel. O(V + E).
 */
export function operationsThatFeedThemselves(flow: Flow): ReadonlySet<number> {
  const inside: Counts = (edge) => feeds(edge) && edge.cause.kind !== "channel";
  const nodes = circlingParts(flow, inside).flatMap((part) => part.nodes);
  return new Set(nodes.filter((number) => flow.nodes[number]?.kind === "operation"));
}

/** Whether the one can further the other; a limit can only block. */
function feeds({ cause }: FlowEdge): boolean {
  return cause.kind !== "limit";
}

/** Whether the one happens because the other did, rather than that it is looked at. */
function setsOff({ cause }: FlowEdge): boolean {
  switch (cause.kind) {
    case "trigger":
    case "clause":
    case "channel":
    case "becomes":
      return true;
    case "reading":
    case "limit":
      return false;
  }
}

/** Nodes that set each other off, with a channel among them. */
function partsOfCircles(flow: Flow): readonly CirclingPart[] {
  const isChannel = isChannelOf(flow);
  return circlingParts(flow, setsOff).filter(({ nodes }) => nodes.some(isChannel));
}

/** A shortest circle among what never ceases in a part. */
function undampedIn(flow: Flow, part: CirclingPart, effort: number): Way | undefined {
  const unstopped = part.nodes.filter((number) => {
    const node = flow.nodes[number];
    return node !== undefined && !canStop(node);
  });
  const follows: Counts = (edge) => edge.cause.kind !== "becomes" && part.counts(edge);
  let shortest: Way | undefined;
  for (const { nodes, counts } of circlingPartsAmong(flow, unstopped, follows)) {
    for (const endless of circlingPartsAmong(flow, endlessNodes(flow, nodes, counts), counts)) {
      const way = shortestIn(flow, endless, effort);
      if (way && (shortest === undefined || way.length < shortest.length)) shortest = way;
    }
  }
  return shortest;
}

/** A shortest circle through a channel of a part, from the channel's source on; undefined if it has no channel. */
function shortestIn(flow: Flow, { nodes, graph, counts }: CirclingPart, effort: number): Way | undefined {
  const size = graph.reduce((sum, targets) => sum + targets.length + 1, 0);
  const channels = nodes.flatMap((node, index) => (isChannelOf(flow)(node) ? index : []));
  let shortest: readonly number[] | undefined;
  for (const channel of channels.slice(0, Math.max(1, Math.floor(effort / size)))) {
    const cycle = shortestCycle(graph, channel);
    if (cycle && (shortest === undefined || cycle.length < shortest.length)) shortest = cycle;
  }
  const [channel, ...others] = (shortest ?? []).flatMap((index) => nodes[index] ?? []);
  const source = others.pop();
  if (channel === undefined || source === undefined) return undefined;
  return closedWay(flow, [source, channel, ...others], counts);
}

/** The edges that lead from each node to the next, and from the last to the first. */
function closedWay(flow: Flow, cycle: readonly number[], counts: Counts): Way {
  return cycle.flatMap((node, position) => {
    const next = cycle[position + 1] ?? cycle[0];
    const leaving = (flow.outgoing[node] ?? []).flatMap((index) => flow.edges[index] ?? []);
    return leaving.find((edge) => edge.to === next && counts(edge)) ?? [];
  });
}

function isChannelOf(flow: Flow): (node: number) => boolean {
  return (node) => flow.nodes[node]?.kind === "channel";
}

function ownersAmong(
  flow: Flow,
  nodes: readonly number[],
): { readonly owners: readonly Id[]; readonly couplings: readonly Id[] } {
  const owners = new Set<Id>();
  const couplings = new Set<Id>();
  for (const number of nodes) {
    const node = flow.nodes[number];
    if (node) (node.kind === "channel" ? couplings : owners).add(node.owner);
  }
  return { owners: [...owners], couplings: [...couplings] };
}

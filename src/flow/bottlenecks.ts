import { dominatorsOf, immediateDominators, reachableFrom, transposed } from "../base/graph.ts";
import type { ChannelOf } from "../model/lookup.ts";
import type { Id } from "../model/reference.ts";
import { isNamedOnWays, nodesOnWay } from "./flow.ts";
import type { Flow, Way } from "./flow.ts";
import { reaches } from "./reaches.ts";
import { shortestWay } from "./ways.ts";

/** What every way from one to another passes, each list in the order in which a shortest way passes it. */
export interface Bottlenecks {
  /** A shortest way. */
  readonly way: Way;
  /** Systems, environments and populations between the two ends. */
  readonly systems: readonly Id[];
  readonly couplings: readonly Id[];
  readonly channels: readonly ChannelOf[];
  /** Operations, sensitivities, events and quantities, by number; what is entered at the end is none of them. */
  readonly parts: readonly number[];
  /** False if the way passes so many systems and couplings that not all have been tried. */
  readonly complete: boolean;
}

const mostTried = 100;

/**
 * What must be passed to get from `from` to `to`; undefined if nothing gets there. Channels and parts are the
 * dominators of the end. A system or coupling can be passed at different parts, none of which is a dominator: so each
 * of those on a shortest way is taken out to see whether another way remains. O(V + E) for each of these.
 */
export function bottlenecks(flow: Flow, from: Id, to: Id): Bottlenecks | undefined {
  const way = shortestWay(flow, from, to);
  if (way === undefined) return undefined;
  const passed = nodesOnWay(way).flatMap((number) => flow.nodes[number] ?? []);
  const couplings = new Set(passed.filter((node) => node.kind === "channel").map((node) => node.owner));
  const owners = [...new Set(passed.map((node) => node.owner))].filter((id) => id !== from && id !== to);
  const tried = owners.slice(0, mostTried);
  const needed = tried.filter((id) => !reaches(flow, from, to, [id]));
  const nodes = nodesThatAllPass(flow, from, to);
  return {
    way,
    systems: needed.filter((id) => !couplings.has(id)),
    couplings: needed.filter((id) => couplings.has(id)),
    channels: nodes.flatMap((number) => {
      const node = flow.nodes[number];
      return node?.kind === "channel" ? { coupling: node.coupling, channel: node.channel } : [];
    }),
    parts: nodes.filter((number) => {
      const node = flow.nodes[number];
      return node !== undefined && isNamedOnWays(node);
    }),
    complete: tried.length === owners.length,
  };
}

/** The nodes on all paths from a node of `from` to a channel into `to`, that channel included, in order. */
function nodesThatAllPass(flow: Flow, from: Id, to: Id): readonly number[] {
  const starts = flow.nodesOf.get(from) ?? [];
  const begin = flow.nodes.length;
  const end = begin + 1;
  const intoEnd = (node: number): boolean =>
    flow.nodes[node]?.kind === "channel" &&
    (flow.successors[node] ?? []).some((target) => flow.nodes[target]?.owner === to);
  const whole = [
    ...flow.successors.map((targets, node) => (intoEnd(node) ? [...targets, end] : targets)),
    starts,
    [],
  ];
  const reached = reachableFrom(whole, [begin]);
  const leading = reachableFrom(transposed(whole), [end]);
  const between = (node: number): boolean => reached.has(node) && leading.has(node);
  const graph = whole.map((targets, node) => (between(node) ? targets.filter(between) : []));
  const dominators = dominatorsOf(immediateDominators(graph, begin), end);
  return dominators.filter((node) => node !== begin).reverse();
}

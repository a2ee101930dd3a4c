import { betweenness, reachableFrom, weakComponents } from "../base/graph.ts";
import type { ChannelOf, ModelIndex } from "../model/lookup.ts";
import type { Id } from "../model/reference.ts";
import type { Flow } from "./flow.ts";

/** One can irritate another at once, through these channels. */
export interface Influence {
  readonly from: Id;
  readonly to: Id;
  /** The couplings they belong to, each once. */
  readonly couplings: readonly Id[];
  readonly channels: readonly ChannelOf[];
}

/** The model seen from afar: who can irritate whom. Everything is in the order of the model. */
export interface Influences {
  /** All systems, environments and populations. */
  readonly members: readonly Id[];
  readonly influences: readonly Influence[];
  /** The parts into which the members that are coupled with any fall: between two parts there is no channel. */
  readonly parts: readonly (readonly Id[])[];
  /** Those that take part in no coupling at all. */
  readonly isolated: readonly Id[];
  /**
   * For each member the share that it has in the shortest ways between the others, from 0 to 1: of all pairs of
   * others of which one leads to the other, the mean part of their shortest ways that pass it. Undefined if the model
   * has more than `mostMembersForShares` members.
   */
  readonly shares: ReadonlyMap<Id, number> | undefined;
}

/** The shares take time in the number of members times that of influences. */
export const mostMembersForShares = 300;

/** The graph of systems and environments that the channels make. O(V + E), and see `shares`. */
export function influences(flow: Flow, index: ModelIndex): Influences {
  const members = [...flow.nodesOf.keys()].filter((id) => index.coupling(id) === undefined);
  const numbers = new Map(members.map((id, number) => [id, number]));
  const found = channelsByEnds(flow);
  const graph: number[][] = members.map(() => []);
  for (const { from, to } of found) {
    const target = numbers.get(to);
    if (target !== undefined) graph[numbers.get(from) ?? -1]?.push(target);
  }
  const isolated = members.filter((id) => index.couplingsOf(id).length === 0);
  const idAt = (number: number): readonly Id[] => members.slice(number, number + 1);
  return {
    members,
    influences: found,
    parts: weakComponents(graph)
      .map((part) => part.flatMap(idAt).filter((id) => index.couplingsOf(id).length > 0))
      .filter((part) => part.length > 0),
    isolated,
    shares: members.length > mostMembersForShares ? undefined : sharesOf(members, graph),
  };
}

/** The influences, in the order of the channels that come first. */
function channelsByEnds(flow: Flow): readonly Influence[] {
  const byEnds = new Map<Id, Map<Id, ChannelOf[]>>();
  const found: { readonly from: Id; readonly to: Id; readonly channels: ChannelOf[] }[] = [];
  for (const node of flow.nodes) {
    if (node.kind !== "channel") continue;
    const { coupling, channel } = node;
    const from = channel.source.owner;
    const to = channel.target.owner;
    let targets = byEnds.get(from);
    if (targets === undefined) byEnds.set(from, (targets = new Map()));
    let channels = targets.get(to);
    if (channels === undefined) {
      channels = [];
      targets.set(to, channels);
      found.push({ from, to, channels });
    }
    channels.push({ coupling, channel });
  }
  return found.map(({ from, to, channels }) => ({
    from,
    to,
    channels,
    couplings: [...new Set(channels.map(({ coupling }) => coupling.id))],
  }));
}

function sharesOf(members: readonly Id[], graph: readonly (readonly number[])[]): ReadonlyMap<Id, number> {
  const passing = betweenness(graph);
  const ledFrom = members.map(() => 0);
  const leadsTo = members.map((_, number) => {
    const reached = reachableFrom(graph, [number]);
    for (const target of reached) if (target !== number) ledFrom[target] = (ledFrom[target] ?? 0) + 1;
    return reached.size - 1;
  });
  const pairs = leadsTo.reduce((sum, count) => sum + count, 0);
  return new Map(
    members.map((id, number) => {
      const betweenOthers = pairs - (leadsTo[number] ?? 0) - (ledFrom[number] ?? 0);
      return [id, betweenOthers === 0 ? 0 : (passing[number] ?? 0) / betweenOthers];
    }),
  );
}

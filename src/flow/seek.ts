/*
 * Finds one shortest way, some first steps excluded: the step that a search for the best few ways repeats.
 * The length of a way is the number of its arrows: of the operations, sensitivities, events and quantities after
 * its first. What stands between these (decisions, expectations, channels) costs nothing.
 */
import type { Id } from "../model/reference.ts";
import { isNamedOnWays } from "./flow.ts";
import type { Flow, FlowEdge } from "./flow.ts";

/** Which ways are sought. */
export interface Quest {
  readonly from: Id;
  readonly to: Id;
  /** Systems, environments, populations and couplings that a way must not pass. */
  readonly avoiding: ReadonlySet<Id>;
  /** The node of `from` where ways begin; undefined: at any of its nodes, and they do not come back to it. */
  readonly start: number | undefined;
}

/** From where a way is sought that differs from those known. */
export interface Spur {
  /** The named node to set out from; undefined: any start of the quest. */
  readonly node: number | undefined;
  /** First steps not to take, as `stepKey` makes them. */
  readonly taken: ReadonlySet<string>;
  /** Named nodes not to pass. */
  readonly passed: ReadonlySet<number>;
}

/** Where a way begins, and the indices of its edges. */
export interface Trail {
  readonly start: number;
  readonly edges: readonly number[];
}

export interface Seeker {
  /** A shortest way from the spur to the goal; of equally short ones the first in the order of the model. */
  readonly seek: (spur: Spur) => Trail | undefined;
  /** How many edges have been looked at so far. */
  readonly effort: () => number;
}

/** What tells one step from another: the named node it leads to, and the coupling by which, if by one. */
export function stepKey(flow: Flow, entry: FlowEdge): string {
  const before = flow.nodes[entry.from];
  return before?.kind === "channel" ? `${entry.to} ${before.owner}` : startKey(entry.to);
}

/** The same for the node at which a way begins. */
export function startKey(node: number): string {
  return `${node}`;
}

/** Prepares the search, and each `seek`: O(V + E) of what leads to the goal. */
export function createSeeker(flow: Flow, quest: Quest): Seeker {
  const count = flow.nodes.length;
  const isNamed = (number: number): boolean => {
    const node = flow.nodes[number];
    return node !== undefined && isNamedOnWays(node);
  };
  const { passable, starts } = groundOf(flow, quest);
  let effort = 0;

  // A state is a node before (node) or after (count + node) the first named step from the spur: what lies between
  // named nodes may serve to find the first step, and serve again on the way that follows from it.
  const visited = new Int32Array(2 * count);
  const enteredFrom = new Int32Array(2 * count);
  const enteredBy = new Int32Array(2 * count);
  let round = 0;

  function seek({ node: spur, taken, passed }: Spur): Trail | undefined {
    round += 1;
    let states: number[] = [];
    const root = (state: number): void => {
      visited[state] = round;
      enteredBy[state] = -1;
      states.push(state);
    };
    if (spur !== undefined) root(spur);
    else for (const start of starts) if (!taken.has(startKey(start))) root(count + start);

    while (states.length > 0) {
      const following: number[] = [];
      for (let next = 0; next < states.length; next += 1) {
        const state = states[next] ?? 0;
        const first = state < count;
        for (const index of flow.outgoing[first ? state : state - count] ?? []) {
          effort += 1;
          const edge = flow.edges[index];
          if (edge === undefined) continue;
          const goal = isGoal(flow, quest, edge);
          if (!goal && !passable(edge.to)) continue;
          const named = isNamed(edge.to);
          if (named && first && taken.has(stepKey(flow, edge))) continue;
          if (goal) return trailTo(state, index);
          if (named && passed.has(edge.to)) continue;
          const entered = first && !named ? edge.to : count + edge.to;
          if (visited[entered] === round) continue;
          visited[entered] = round;
          enteredFrom[entered] = state;
          enteredBy[entered] = index;
          (named ? following : states).push(entered);
        }
      }
      states = following;
    }
    return undefined;
  }

  function trailTo(last: number, goalEdge: number): Trail {
    const edges = [goalEdge];
    let state = last;
    for (let index = enteredBy[state] ?? -1; index !== -1; index = enteredBy[state] ?? -1) {
      edges.push(index);
      state = enteredFrom[state] ?? 0;
    }
    return { start: state < count ? state : state - count, edges: edges.reverse() };
  }

  return { seek, effort: () => effort };
}

/** Only channels cross a boundary: whatever a channel reaches in `to` is a sensitivity or a quantity. */
function isGoal(flow: Flow, quest: Quest, edge: FlowEdge): boolean {
  return (
    flow.nodes[edge.to]?.owner === quest.to &&
    flow.nodes[edge.from]?.kind === "channel" &&
    !quest.avoiding.has(quest.to)
  );
}

/** What of the graph lies on ways from the one to the other. */
interface Ground {
  /** The nodes that a way may pass between its ends. */
  readonly passable: (node: number) => boolean;
  /** The nodes at which it may begin. */
  readonly starts: readonly number[];
}

/** Goes back from the goal, so that no search enters what does not lead there. */
function groundOf(flow: Flow, quest: Quest): Ground {
  const { from, to, avoiding, start } = quest;
  const closed = (node: number): boolean => {
    const owner = flow.nodes[node]?.owner;
    return owner === undefined || avoiding.has(owner) || (owner === from && start === undefined);
  };
  const leads = new Uint8Array(flow.nodes.length);
  const open: number[] = [];
  const goBackFrom = (node: number, admits: (edge: FlowEdge) => boolean): void => {
    for (const index of flow.incoming[node] ?? []) {
      const edge = flow.edges[index];
      if (edge === undefined || leads[edge.from] === 1 || !admits(edge)) continue;
      leads[edge.from] = 1;
      open.push(edge.from);
    }
  };
  for (const entered of flow.nodesOf.get(to) ?? []) {
    goBackFrom(entered, (edge) => isGoal(flow, quest, edge) && !closed(edge.from));
  }
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!closed(node)) goBackFrom(node, () => true);
  }
  const begun = start === undefined ? (flow.nodesOf.get(from) ?? []) : [start];
  return {
    passable: (node) => leads[node] === 1 && !closed(node),
    starts: avoiding.has(from) ? [] : begun.filter((node) => leads[node] === 1),
  };
}

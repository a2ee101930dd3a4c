import type { Claim } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { Flow, Way } from "./flow.ts";
import { shortestWay } from "./ways.ts";

/**
 * Whether a path leads from anything of `from` to a sensitivity or quantity of `to`, conditions not weighed
 * (LANGUAGE.md, "Properties"). That a system reaches itself means that a path leaves it and comes back.
 * `avoiding`: systems, environments, populations and couplings whose parts no path may pass. O(V + E) of what
 * `from` leads to: of a large model it looks at no more than that.
 */
export function reaches(flow: Flow, from: Id, to: Id, avoiding: readonly Id[] = []): boolean {
  const avoided = new Set(avoiding);
  const isOpen = (owner: Id | undefined): boolean => owner !== undefined && !avoided.has(owner);
  const reached = new Set(isOpen(from) ? flow.nodesOf.get(from) : []);
  for (const number of reached) {
    const crosses = flow.nodes[number]?.kind === "channel";
    for (const next of flow.successors[number] ?? []) {
      const owner = flow.nodes[next]?.owner;
      if (!isOpen(owner)) continue;
      if (crosses && owner === to) return true;
      reached.add(next);
    }
  }
  return false;
}

export interface OnlyThrough {
  /** Whether `from` reaches `to`, and every path passes one of those it must. */
  readonly holds: boolean;
  readonly reached: boolean;
  /** A shortest way that passes none of them; undefined where every way does. */
  readonly around: Way | undefined;
}

/**
 * Whether every path from the one to the other passes a part of one of these systems, environments or populations,
 * or a channel of one of these couplings. O(V + E).
 */
export function reachesOnlyThrough(flow: Flow, from: Id, to: Id, through: readonly Id[]): OnlyThrough {
  const reached = reaches(flow, from, to);
  const around = reached ? shortestWay(flow, from, to, { avoiding: through }) : undefined;
  return { holds: reached && around === undefined, reached, around };
}

export interface ReachDecision {
  readonly holds: boolean;
  /** Whether a path leads from the one to the other at all. */
  readonly reached: boolean;
  /**
   * What shows it. Where the claim holds: a shortest way, for what reaches; none for `never reaches`. Where it does
   * not: a shortest way that there should not be; none where nothing reaches.
   */
  readonly ways: readonly Way[];
}

/** Decides `A reaches B`, `A never reaches B` and `A reaches B only through C, D` on the graph alone. */
export function decideReaches(flow: Flow, claim: Extract<Claim, { kind: "reaches" }>): ReachDecision {
  const from = claim.from.id;
  const to = claim.to.id;
  const through = claim.through.map((ref) => ref.id);
  const reached = reaches(flow, from, to);
  const shown = (way: Way | undefined): readonly Way[] => (way ? [way] : []);
  if (claim.never) return { holds: !reached, reached, ways: shown(shortestWay(flow, from, to)) };
  if (!reached) return { holds: false, reached, ways: [] };
  if (through.length > 0) {
    const { holds, around } = reachesOnlyThrough(flow, from, to, through);
    if (!holds) return { holds, reached, ways: shown(around) };
  }
  return { holds: true, reached, ways: shown(shortestWay(flow, from, to)) };
}

/** All systems, environments and populations that a path leads to, as `reaches` says of each. O(V + E). */
export function reachedFrom(flow: Flow, from: Id): ReadonlySet<Id> {
  const owners = new Set<Id>();
  const reached = new Set(flow.nodesOf.get(from));
  for (const number of reached) {
    const crosses = flow.nodes[number]?.kind === "channel";
    for (const next of flow.successors[number] ?? []) {
      const owner = flow.nodes[next]?.owner;
      if (owner === undefined) continue;
      if (crosses) owners.add(owner);
      reached.add(next);
    }
  }
  return owners;
}

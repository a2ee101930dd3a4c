import type { Id } from "../model/reference.ts";
import { isNamedOnWays, nodesOnWay } from "./flow.ts";
import type { Flow, FlowEdge, Way } from "./flow.ts";
import { createSeeker, startKey, stepKey } from "./seek.ts";
import type { Quest, Seeker, Trail } from "./seek.ts";

export interface WayConditions {
  /** Systems, environments, populations and couplings that no way may pass. */
  readonly avoiding?: readonly Id[];
  /** The node of `from` (an operation, say) where ways are to begin; otherwise they begin at any. */
  readonly start?: number;
}

export interface WayOptions extends WayConditions {
  /** How many ways at most. */
  readonly limit: number;
  /** How many edges may be looked at before the search ends with what it has (the first way is always sought). */
  readonly effort?: number;
}

export interface Ways {
  /** Shortest first. */
  readonly ways: readonly Way[];
  /** Whether these are all there are; false where the limit or the effort ended the search. */
  readonly complete: boolean;
}

const defaultEffort = 500_000;

/**
 * The ways by which anything of `from` can irritate `to`: each from the last thing of `from` it passes to the first
 * sensitivity or quantity of `to`. The shortest come first, by the number of arrows (see `lengthOf`); equally short
 * ones in an order that depends on the model alone. Two ways differ in the operations, sensitivities, events and
 * quantities they pass, or in a coupling between two of them, not in mere clauses, expectations, or channels of one
 * coupling. No way passes anything twice (one that leads back to its own system may end where it began); one that would
 * have to is left out, since a shorter one takes its steps without what lies between.
 *
 * Yen 1971, in the form of Lawler 1972: of each way found, the best that leaves it at one of its nodes is tried next.
 */
export function waysBetween(flow: Flow, from: Id, to: Id, options: WayOptions): Ways {
  const { limit, effort = defaultEffort } = options;
  const seeker = createSeeker(flow, questOf(from, to, options));
  const ways: Way[] = [];
  const first = seeker.seek(anywhere);
  const candidates = first ? [candidateOf(flow, first, 0, new Set())] : [];
  for (let best = takeShortest(candidates); best !== undefined; best = takeShortest(candidates)) {
    // A way that passes a decision or an expectation twice only goes round what a shorter one passes directly.
    if (isSimple(best.way)) {
      if (ways.length >= limit) return { ways, complete: false };
      ways.push(best.way);
    }
    if (seeker.effort() > effort) return { ways, complete: false };
    for (const candidate of deviationsFrom(flow, best, seeker)) candidates.push(candidate);
  }
  return { ways, complete: true };
}

/** The first of `waysBetween`; undefined if there is none. O(V + E). */
export function shortestWay(flow: Flow, from: Id, to: Id, conditions: WayConditions = {}): Way | undefined {
  const trail = createSeeker(flow, questOf(from, to, conditions)).seek(anywhere);
  return trail && edgesAt(flow, trail.edges);
}

/** How many arrows a way has: the operations, sensitivities, events and quantities after the node it begins with. */
export function lengthOf(flow: Flow, way: Way): number {
  return way.filter((edge) => namesStep(flow, edge)).length;
}

const anywhere = { node: undefined, taken: new Set<string>(), passed: new Set<number>() };

function questOf(from: Id, to: Id, { avoiding, start }: WayConditions): Quest {
  return { from, to, avoiding: new Set(avoiding), start };
}

/** A way found, and what was excluded when it was sought. */
interface Candidate {
  readonly way: Way;
  readonly trail: Trail;
  /** The named nodes in order: the key of the step to each, and how many edges lead up to it. */
  readonly steps: readonly { readonly node: number; readonly key: string; readonly edges: number }[];
  /** How many of its steps it has in common with the way it deviates from, and which next steps it had to avoid. */
  readonly kept: number;
  readonly taken: ReadonlySet<string>;
}

function candidateOf(flow: Flow, trail: Trail, kept: number, taken: ReadonlySet<string>): Candidate {
  const way = edgesAt(flow, trail.edges);
  const steps = [{ node: trail.start, key: startKey(trail.start), edges: 0 }];
  way.forEach((edge, index) => {
    if (namesStep(flow, edge)) steps.push({ node: edge.to, key: stepKey(flow, edge), edges: index + 1 });
  });
  return { way, trail, steps, kept, taken };
}

/** For each step at which a way may yet be left, the shortest that leaves it there. */
function deviationsFrom(flow: Flow, { trail, steps, kept, taken }: Candidate, seeker: Seeker): Candidate[] {
  const deviations: Candidate[] = [];
  const passed = new Set(steps.slice(0, kept).map((step) => step.node));
  for (let keep = kept; keep < steps.length; keep += 1) {
    const avoided = new Set(keep === kept ? taken : []).add(steps[keep]?.key ?? "");
    const spur = steps[keep - 1];
    const rest = seeker.seek({ node: spur?.node, taken: avoided, passed });
    if (rest) {
      const edges = [...trail.edges.slice(0, spur?.edges ?? 0), ...rest.edges];
      const start = spur ? trail.start : rest.start;
      deviations.push(candidateOf(flow, { start, edges }, keep, avoided));
    }
    passed.add(steps[keep]?.node ?? -1);
  }
  return deviations;
}

/** Removes the shortest from the list; of equally short ones the earliest. */
function takeShortest(candidates: Candidate[]): Candidate | undefined {
  let shortest = 0;
  candidates.forEach(({ steps }, index) => {
    if (steps.length < (candidates[shortest]?.steps.length ?? 0)) shortest = index;
  });
  return candidates.splice(shortest, 1)[0];
}

function isSimple(way: Way): boolean {
  const nodes = nodesOnWay(way).slice(1);
  return new Set(nodes).size === nodes.length && !nodes.slice(0, -1).includes(way[0]?.from ?? -1);
}

function namesStep(flow: Flow, edge: FlowEdge): boolean {
  const node = flow.nodes[edge.to];
  return node !== undefined && isNamedOnWays(node);
}

function edgesAt(flow: Flow, indices: readonly number[]): Way {
  return indices.flatMap((index) => flow.edges[index] ?? []);
}

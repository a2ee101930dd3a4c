import type { Adjacency } from "./adjacency.ts";
import { successors, transposed } from "./adjacency.ts";

/**
 * For each node, on how many of the shortest paths between two others it lies: summed over all ordered pairs, the
 * share of the pair's shortest paths that pass it. Several edges between the same two nodes count as one.
 * Brandes 2001, without weights. O(V · E): for graphs of systems, not of tens of thousands of nodes.
 */
export function betweenness(graph: Adjacency): readonly number[] {
  const simple = graph.map((targets, node) => [...new Set(targets)].filter((target) => target !== node));
  const before = transposed(simple);
  const score = new Array<number>(graph.length).fill(0);
  const search: Search = {
    distance: new Int32Array(graph.length).fill(-1),
    paths: new Float64Array(graph.length),
    dependency: new Float64Array(graph.length),
  };
  for (let source = 0; source < graph.length; source += 1)
    addPathsFrom(source, simple, before, search, score);
  return score;
}

/** What is found out from one source; cleared after it, so that a source costs no more than what it leads to. */
interface Search {
  /** -1 for what has not been reached. */
  readonly distance: Int32Array;
  /** How many shortest paths lead here. */
  readonly paths: Float64Array;
  readonly dependency: Float64Array;
}

/** Adds to `score` the share that each node has in the shortest paths from `source`. */
function addPathsFrom(
  source: number,
  graph: Adjacency,
  before: Adjacency,
  { distance, paths, dependency }: Search,
  score: number[],
): void {
  const order = [source];
  distance[source] = 0;
  paths[source] = 1;
  for (let next = 0; next < order.length; next += 1) {
    const node = order[next] ?? source;
    const further = (distance[node] ?? 0) + 1;
    for (const target of successors(graph, node)) {
      if (distance[target] === -1) {
        distance[target] = further;
        order.push(target);
      }
      if (distance[target] === further) paths[target] = (paths[target] ?? 0) + (paths[node] ?? 0);
    }
  }
  for (const node of order.toReversed()) {
    const share = (1 + (dependency[node] ?? 0)) / (paths[node] ?? 1);
    const nearer = (distance[node] ?? 0) - 1;
    for (const predecessor of successors(before, node)) {
      if (nearer < 0 || distance[predecessor] !== nearer) continue;
      dependency[predecessor] = (dependency[predecessor] ?? 0) + (paths[predecessor] ?? 0) * share;
    }
    if (node !== source) score[node] = (score[node] ?? 0) + (dependency[node] ?? 0);
  }
  for (const node of order) {
    distance[node] = -1;
    paths[node] = 0;
    dependency[node] = 0;
  }
}

import type { Adjacency } from "./adjacency.ts";
import { successors, transposed } from "./adjacency.ts";

/**
 * For each node its immediate dominator: the last node before it that every path from `start` to it passes.
 * `undefined` for `start` itself and for nodes that cannot be reached. To ask it of several starts, add a node that
 * leads to them all. Cooper, Harvey and Kennedy 2001: quadratic at the very worst, near O(V + E) on real graphs.
 */
export function immediateDominators(graph: Adjacency, start: number): readonly (number | undefined)[] {
  const finished = postorder(graph, start);
  const rank = new Array<number>(graph.length).fill(-1);
  finished.forEach((node, index) => {
    rank[node] = index;
  });
  const before = transposed(graph);
  const dominator = new Array<number | undefined>(graph.length).fill(undefined);
  dominator[start] = start;
  const rankOf = (node: number): number => rank[node] ?? -1;
  const common = (a: number, b: number): number => {
    let left = a;
    let right = b;
    while (left !== right) {
      while (rankOf(left) < rankOf(right)) left = dominator[left] ?? start;
      while (rankOf(right) < rankOf(left)) right = dominator[right] ?? start;
    }
    return left;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (let index = finished.length - 2; index >= 0; index -= 1) {
      const node = finished[index] ?? start;
      let nearest: number | undefined;
      for (const predecessor of successors(before, node)) {
        if (dominator[predecessor] === undefined) continue;
        nearest = nearest === undefined ? predecessor : common(predecessor, nearest);
      }
      if (dominator[node] !== nearest) {
        dominator[node] = nearest;
        changed = true;
      }
    }
  }
  dominator[start] = undefined;
  return dominator;
}

/** All that every path to `node` passes, nearest to it first, ending with the start; empty for the start. */
export function dominatorsOf(immediate: readonly (number | undefined)[], node: number): readonly number[] {
  const chain: number[] = [];
  for (let next = immediate[node]; next !== undefined; next = immediate[next]) chain.push(next);
  return chain;
}

/** The nodes reachable from `start`, each after all that a depth-first search enters from it; `start` is last. */
function postorder(graph: Adjacency, start: number): readonly number[] {
  const order: number[] = [];
  const entered = new Array<boolean>(graph.length).fill(false);
  const visits = [{ node: start, nextEdge: 0 }];
  entered[start] = true;
  for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
    const target = successors(graph, visit.node)[visit.nextEdge];
    visit.nextEdge += 1;
    if (target === undefined) {
      visits.pop();
      order.push(visit.node);
    } else if (!entered[target]) {
      entered[target] = true;
      visits.push({ node: target, nextEdge: 0 });
    }
  }
  return order;
}

import type { Adjacency } from "./adjacency.ts";
import { successors } from "./adjacency.ts";

/**
 * The strongly connected components: sets of nodes each of which can be reached from each other. Every node is in
 * one, alone if nothing leads back to it. A component comes before those that lead to it; within one the nodes are
 * in ascending order. Tarjan 1972, with a stack of its own instead of recursion. O(V + E) and the sorting.
 */
export function strongComponents(graph: Adjacency): readonly (readonly number[])[] {
  const components: number[][] = [];
  const foundAs = new Array<number>(graph.length).fill(-1);
  const lowest = new Array<number>(graph.length).fill(0);
  const pending = new Array<boolean>(graph.length).fill(false);
  const open: number[] = [];
  let found = 0;
  for (let root = 0; root < graph.length; root += 1) {
    if (foundAs[root] !== -1) continue;
    const visits: { readonly node: number; nextEdge: number }[] = [];
    const enter = (node: number): void => {
      foundAs[node] = lowest[node] = found;
      found += 1;
      pending[node] = true;
      open.push(node);
      visits.push({ node, nextEdge: 0 });
    };
    const lower = (node: number, to: number): void => {
      lowest[node] = Math.min(lowest[node] ?? to, to);
    };
    enter(root);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { node } = visit;
      const target = successors(graph, node)[visit.nextEdge];
      visit.nextEdge += 1;
      if (target !== undefined) {
        if (foundAs[target] === -1) enter(target);
        else if (pending[target]) lower(node, foundAs[target] ?? 0);
        continue;
      }
      visits.pop();
      const caller = visits.at(-1);
      if (caller) lower(caller.node, lowest[node] ?? 0);
      if (lowest[node] === foundAs[node]) {
        const component = open.splice(open.lastIndexOf(node));
        for (const member of component) pending[member] = false;
        components.push(component.sort((a, b) => a - b));
      }
    }
  }
  return components;
}

/**
 * The parts into which the graph falls when the direction of edges does not count. Parts are ordered by their
 * smallest node, nodes within a part in ascending order. O(V + E) and the sorting.
 */
export function weakComponents(graph: Adjacency): readonly (readonly number[])[] {
  const neighbours: number[][] = graph.map((targets) => [...targets]);
  graph.forEach((targets, node) => {
    for (const target of targets) neighbours[target]?.push(node);
  });
  const seen = new Array<boolean>(graph.length).fill(false);
  const parts: number[][] = [];
  for (let root = 0; root < graph.length; root += 1) {
    if (seen[root]) continue;
    seen[root] = true;
    const part = [root];
    for (let next = 0; next < part.length; next += 1) {
      for (const target of successors(neighbours, part[next] ?? 0)) {
        if (seen[target]) continue;
        seen[target] = true;
        part.push(target);
      }
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts;
}

import type { Adjacency } from "./adjacency.ts";
import { successors } from "./adjacency.ts";

/**
 * The strongly connected components: sets of nodes each of which can be reached from each other. Every node is in
 * one, alone if nothing leads back to it; of components with fewer nodes than `fewest` nothing is said. A component
 * comes before those that lead to it; within one the nodes are in ascending order. Tarjan 1972, with a stack of its
 * own instead of recursion. O(V + E) and the sorting.
 */
export function strongComponents(graph: Adjacency, fewest = 1): readonly (readonly number[])[] {
  const components: number[][] = [];
  const foundAs = new Int32Array(graph.length).fill(-1);
  const lowest = new Int32Array(graph.length);
  const pending = new Uint8Array(graph.length);
  const nextEdge = new Int32Array(graph.length);
  const open: number[] = [];
  const visits: number[] = [];
  let found = 0;
  const enter = (node: number): void => {
    foundAs[node] = lowest[node] = found;
    found += 1;
    pending[node] = 1;
    open.push(node);
    visits.push(node);
  };
  const lower = (node: number, to: number): void => {
    if (to < (lowest[node] ?? to)) lowest[node] = to;
  };
  for (let root = 0; root < graph.length; root += 1) {
    if (foundAs[root] !== -1) continue;
    enter(root);
    for (let node = visits.at(-1); node !== undefined; node = visits.at(-1)) {
      const edge = nextEdge[node] ?? 0;
      const target = successors(graph, node)[edge];
      nextEdge[node] = edge + 1;
      if (target !== undefined) {
        if (foundAs[target] === -1) enter(target);
        else if (pending[target] === 1) lower(node, foundAs[target] ?? 0);
        continue;
      }
      visits.pop();
      const caller = visits.at(-1);
      if (caller !== undefined) lower(caller, lowest[node] ?? 0);
      if (lowest[node] !== foundAs[node]) continue;
      const component: number[] = [];
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        pending[member] = 0;
        component.push(member);
        if (member === node) break;
      }
      if (component.length >= fewest) components.push(component.sort((a, b) => a - b));
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

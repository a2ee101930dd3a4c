/**
 * A directed graph: for each node, from 0, the nodes it leads to. Several edges between the same two nodes and
 * edges from a node to itself are allowed. Every node that is led to has an entry of its own.
 */
export type Adjacency = readonly (readonly number[])[];

/** The nodes that a node leads to. */
export function successors(graph: Adjacency, node: number): readonly number[] {
  return graph[node] ?? [];
}

/** The same graph with every edge turned round. */
export function transposed(graph: Adjacency): Adjacency {
  const turned: number[][] = graph.map(() => []);
  graph.forEach((targets, node) => {
    for (const target of targets) turned[target]?.push(node);
  });
  return turned;
}

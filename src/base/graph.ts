/*
 * Algorithms over directed graphs given as lists of successors. None recurses, so that the size of a model never
 * meets the size of the stack; all are deterministic: the same graph gives the same answer in the same order.
 */
export type { Adjacency } from "./graph/adjacency.ts";
export { transposed } from "./graph/adjacency.ts";
export type { Avoided } from "./graph/search.ts";
export { distancesFrom, reachableFrom, shortestCycle, shortestPath } from "./graph/search.ts";
export { strongComponents, weakComponents } from "./graph/components.ts";
export { dominatorsOf, immediateDominators } from "./graph/dominators.ts";
export { betweenness } from "./graph/betweenness.ts";

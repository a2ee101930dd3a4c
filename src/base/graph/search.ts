import type { Adjacency } from "./adjacency.ts";
import { successors } from "./adjacency.ts";

/** Nodes that a search does not enter; a start among them is not left either. */
export type Avoided = ReadonlySet<number>;

interface Search {
  /** The nodes found, nearest first; equally near ones in the order of the edges. */
  readonly order: readonly number[];
  readonly distance: readonly number[];
  /** From which node each was first found; `undefined` for starts and for what was not found. */
  readonly foundFrom: readonly (number | undefined)[];
}

function breadthFirst(graph: Adjacency, starts: Iterable<number>, avoided?: Avoided): Search {
  const distance = new Array<number>(graph.length).fill(Infinity);
  const foundFrom = new Array<number | undefined>(graph.length).fill(undefined);
  const order: number[] = [];
  for (const start of starts) {
    if (distance[start] !== Infinity || avoided?.has(start)) continue;
    distance[start] = 0;
    order.push(start);
  }
  for (let next = 0; next < order.length; next += 1) {
    const node = order[next] ?? 0;
    for (const target of successors(graph, node)) {
      if (distance[target] !== Infinity || avoided?.has(target)) continue;
      distance[target] = (distance[node] ?? 0) + 1;
      foundFrom[target] = node;
      order.push(target);
    }
  }
  return { order, distance, foundFrom };
}

/** For each node the number of edges from the nearest start; `Infinity` where no path leads. O(V + E). */
export function distancesFrom(
  graph: Adjacency,
  starts: Iterable<number>,
  avoided?: Avoided,
): readonly number[] {
  return breadthFirst(graph, starts, avoided).distance;
}

/** What can be reached from the starts, they themselves included, nearest first. O(V + E) of what is reached. */
export function reachableFrom(
  graph: Adjacency,
  starts: Iterable<number>,
  avoided?: Avoided,
): ReadonlySet<number> {
  const reached = new Set<number>();
  for (const start of starts) if (!avoided?.has(start)) reached.add(start);
  for (const node of reached) {
    for (const target of successors(graph, node)) if (!avoided?.has(target)) reached.add(target);
  }
  return reached;
}

/**
 * The nodes of a shortest path from one of the starts to one of the goals, both included; `undefined` if there is
 * none. A start that is a goal is a path by itself. Of equally short paths, the one whose edges come first. O(V + E).
 */
export function shortestPath(
  graph: Adjacency,
  starts: Iterable<number>,
  goals: ReadonlySet<number>,
  avoided?: Avoided,
): readonly number[] | undefined {
  const { order, foundFrom } = breadthFirst(graph, starts, avoided);
  const goal = order.find((node) => goals.has(node));
  return goal === undefined ? undefined : pathTo(goal, foundFrom);
}

/**
 * A shortest circle through a node, as the nodes passed, beginning with it and without it again at the end;
 * `undefined` if no path leads back. O(V + E).
 */
export function shortestCycle(graph: Adjacency, node: number): readonly number[] | undefined {
  const { order, foundFrom } = breadthFirst(graph, [node]);
  const last = order.find((candidate) => successors(graph, candidate).includes(node));
  return last === undefined ? undefined : pathTo(last, foundFrom);
}

function pathTo(goal: number, foundFrom: readonly (number | undefined)[]): readonly number[] {
  const path = [goal];
  for (let node = foundFrom[goal]; node !== undefined; node = foundFrom[node]) path.push(node);
  return path.reverse();
}

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Adjacency } from "../../src/base/graph.ts";
import {
  betweenness,
  distancesFrom,
  dominatorsOf,
  immediateDominators,
  reachableFrom,
  shortestCycle,
  shortestPath,
  strongComponents,
  transposed,
  weakComponents,
} from "../../src/base/graph.ts";

/** 0 → 1 → 3 → 4, 0 → 2 → 3, 4 → 1; 5 alone with an edge to itself; 6 leads to 5. */
const sample: Adjacency = [[1, 2], [3], [3], [4], [1], [5], [5]];

const graphs: fc.Arbitrary<Adjacency> = fc
  .integer({ min: 1, max: 7 })
  .chain((size) =>
    fc.array(fc.array(fc.nat({ max: size - 1 }), { maxLength: 4 }), { minLength: size, maxLength: size }),
  );

test("distances count edges from the nearest start", () => {
  expect(distancesFrom(sample, [0])).toEqual([0, 1, 1, 2, 3, Infinity, Infinity]);
  expect(distancesFrom(sample, [0, 4])).toEqual([0, 1, 1, 2, 0, Infinity, Infinity]);
});

test("what is avoided is neither entered nor passed", () => {
  expect([...reachableFrom(sample, [0], new Set([3]))]).toEqual([0, 1, 2]);
  expect(shortestPath(sample, [0], new Set([4]), new Set([1]))).toEqual([0, 2, 3, 4]);
  expect(shortestPath(sample, [0], new Set([4]), new Set([3]))).toBeUndefined();
});

test("of equally short paths the one whose edges come first is taken", () => {
  expect(shortestPath(sample, [0], new Set([3]))).toEqual([0, 1, 3]);
  expect(shortestPath(sample, [2], new Set([2]))).toEqual([2]);
});

test("a circle through a node is the shortest, a node that leads to itself the smallest", () => {
  expect(shortestCycle(sample, 3)).toEqual([3, 4, 1]);
  expect(shortestCycle(sample, 5)).toEqual([5]);
  expect(shortestCycle(sample, 0)).toBeUndefined();
});

test("components come before those that lead to them", () => {
  expect(strongComponents(sample)).toEqual([[1, 3, 4], [2], [0], [5], [6]]);
  expect(weakComponents(sample)).toEqual([
    [0, 1, 2, 3, 4],
    [5, 6],
  ]);
});

test("a dominator is passed by every path", () => {
  const immediate = immediateDominators(sample, 0);
  expect(immediate).toEqual([undefined, 0, 0, 0, 3, undefined, undefined]);
  expect(dominatorsOf(immediate, 4)).toEqual([3, 0]);
});

test("betweenness of the middle of a chain and of two ways between the same ends", () => {
  expect(betweenness([[1], [2], []])).toEqual([0, 1, 0]);
  expect(betweenness([[1, 2], [3], [3], []])).toEqual([0, 0.5, 0.5, 0]);
});

test("a chain of 200,000 nodes does not meet the stack", () => {
  const size = 200_000;
  const chain = Array.from({ length: size }, (_, node) => (node + 1 < size ? [node + 1] : []));
  expect(strongComponents(chain)).toHaveLength(size);
  expect(weakComponents(chain)).toHaveLength(1);
  expect(distancesFrom(chain, [0]).at(-1)).toBe(size - 1);
  expect(immediateDominators(chain, 0).at(-1)).toBe(size - 2);
  const ring = chain.map((targets, node) => (targets.length === 0 ? [0] : [node + 1]));
  expect(strongComponents(ring)).toHaveLength(1);
  expect(shortestCycle(ring, 7)).toHaveLength(size);
});

test("two nodes are in one strong component exactly if each reaches the other", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const componentOf = new Map<number, number>();
      strongComponents(graph).forEach((members, index) =>
        members.forEach((member) => componentOf.set(member, index)),
      );
      const reached = graph.map((_, node) => reachableFrom(graph, [node]));
      graph.forEach((_, a) =>
        graph.forEach((_, b) => {
          const mutual = reached[a]?.has(b) === true && reached[b]?.has(a) === true;
          expect(componentOf.get(a) === componentOf.get(b)).toBe(mutual);
        }),
      );
    }),
  );
});

test("a node dominates another exactly if without it there is no path", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const immediate = immediateDominators(graph, 0);
      const reached = reachableFrom(graph, [0]);
      for (const node of reached) {
        const expected = [...reached].filter(
          (other) => other !== node && !reachableFrom(graph, [0], new Set([other])).has(node),
        );
        expect([...dominatorsOf(immediate, node)].sort()).toEqual(expected.sort());
      }
    }),
  );
});

test("a circle found leads round and no shorter one exists", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      graph.forEach((targets, node) => {
        const cycle = shortestCycle(graph, node);
        const back = Math.min(...targets.map((target) => distancesFrom(graph, [target])[node] ?? Infinity));
        expect(cycle?.length ?? Infinity).toBe(back + 1);
        cycle?.forEach((member, index) => expect(graph[member]).toContain(cycle[(index + 1) % cycle.length]));
      });
    }),
  );
});

/** Betweenness by its definition: counting the shortest paths of every pair. */
function betweennessByCounting(graph: Adjacency): number[] {
  const distance = graph.map((_, node) => distancesFrom(graph, [node]));
  const far = (a: number, b: number): number => distance[a]?.[b] ?? Infinity;
  const count = (from: number, to: number): number =>
    from === to
      ? 1
      : [...new Set(graph[from])]
          .filter((next) => 1 + far(next, to) === far(from, to))
          .reduce((sum, next) => sum + count(next, to), 0);
  return graph.map((_, middle) => {
    let score = 0;
    graph.forEach((_, from) =>
      graph.forEach((_, to) => {
        if (from === to || from === middle || to === middle || far(from, to) === Infinity) return;
        if (far(from, middle) + far(middle, to) !== far(from, to)) return;
        score += (count(from, middle) * count(middle, to)) / count(from, to);
      }),
    );
    return score;
  });
}

test("betweenness is what counting all shortest paths gives", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const expected = betweennessByCounting(graph);
      betweenness(graph).forEach((score, node) => expect(score).toBeCloseTo(expected[node] ?? NaN, 9));
    }),
  );
});

test("turning every edge round twice gives the same edges", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const twice = transposed(transposed(graph));
      expect(twice.map((targets) => [...targets].sort())).toEqual(
        graph.map((targets) => [...targets].sort()),
      );
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { bottlenecks } from "../../src/flow/bottlenecks.ts";
import { buildFlow } from "../../src/flow/build.ts";
import { circles } from "../../src/flow/circles.ts";
import { describeWay } from "../../src/flow/describe.ts";
import { isNamedOnWays, nodesOnWay } from "../../src/flow/flow.ts";
import type { Flow, Way } from "../../src/flow/flow.ts";
import { reaches, reachesOnlyThrough } from "../../src/flow/reaches.ts";
import { lengthOf, waysBetween } from "../../src/flow/ways.ts";
import { drawnMember, drawnSketch } from "./drawn.ts";
import { naiveReaches } from "./naive.ts";
import { modelOf } from "./sketch.ts";

const runs = { numRuns: 400 };
const drawn = { sketch: drawnSketch, from: drawnMember, to: drawnMember };

function flowOf(sketch: Parameters<typeof modelOf>[0]): Flow {
  return buildFlow(modelOf(sketch));
}

/** What tells ways apart for a reader. */
function lineOf(flow: Flow, way: Way): string {
  return describeWay(flow, way, (id) => id).line;
}

function expectConnected(flow: Flow, way: Way): void {
  way.forEach((edge, index) => {
    expect(flow.edges).toContain(edge);
    if (index > 0) expect(edge.from).toBe(way[index - 1]?.to);
  });
}

function partsOf(flow: Flow, way: Way): readonly string[] {
  return describeWay(flow, way, (id) => id).steps.map((step) => step.part);
}

/** Whether the words stand in the list in this order, others between them or not. */
function standsIn(words: readonly string[], list: readonly string[]): boolean {
  let found = 0;
  for (const word of list) if (word === words[found]) found += 1;
  return found === words.length;
}

/** All ways from the one to the other that pass no node twice, by their lines; undefined if they are too many. */
function allWays(flow: Flow, from: string, to: string): ReadonlyMap<string, Way> | undefined {
  const lines = new Map<string, Way>();
  let left = 20_000;
  const walk = (node: number, way: Way): void => {
    left -= 1;
    for (const index of left > 0 ? (flow.outgoing[node] ?? []) : []) {
      const edge = flow.edges[index];
      const target = edge && flow.nodes[edge.to];
      if (edge === undefined || target === undefined) continue;
      const further = [...way, edge];
      if (flow.nodes[node]?.kind === "channel" && target.owner === to)
        lines.set(lineOf(flow, further), further);
      else if (target.owner !== from && !nodesOnWay(way).includes(edge.to)) walk(edge.to, further);
    }
  };
  for (const start of flow.nodesOf.get(from) ?? []) walk(start, []);
  return left > 0 ? lines : undefined;
}

test("one reaches another exactly where the rules of the language lead from the one to the other", () => {
  fc.assert(
    fc.property(fc.record(drawn), ({ sketch, from, to }) => {
      expect(reaches(flowOf(sketch), from, to)).toBe(naiveReaches(sketch, from, to, []));
    }),
    runs,
  );
});

test("one reaches another only through others exactly where nothing is left without them", () => {
  const through = fc.subarray(["a", "b", "c", "d", "env", "a_b", "b_c", "b_c_2", "a_env"], { maxLength: 3 });
  fc.assert(
    fc.property(fc.record({ ...drawn, through }), ({ sketch, from, to, through: passed }) => {
      const flow = flowOf(sketch);
      const { holds, reached, around } = reachesOnlyThrough(flow, from, to, passed);
      const avoidable = naiveReaches(sketch, from, to, passed);
      expect(reached).toBe(naiveReaches(sketch, from, to, []));
      expect(holds).toBe(reached && !avoidable);
      expect(around !== undefined).toBe(avoidable);
      if (around)
        for (const node of nodesOnWay(around)) expect(passed).not.toContain(flow.nodes[node]?.owner);
    }),
    runs,
  );
});

test("every way is a path of the graph that passes nothing twice, from the one to the other", () => {
  fc.assert(
    fc.property(fc.record(drawn), ({ sketch, from, to }) => {
      const flow = flowOf(sketch);
      for (const way of waysBetween(flow, from, to, { limit: 8 }).ways) {
        expectConnected(flow, way);
        const nodes = nodesOnWay(way);
        expect(new Set(nodes.slice(1)).size).toBe(nodes.length - 1);
        expect(nodes.slice(1, -1)).not.toContain(nodes[0]);
        const owners = nodes.map((node) => flow.nodes[node]?.owner);
        expect(owners[0]).toBe(from);
        expect(owners.at(-1)).toBe(to);
        expect(owners.slice(1, -1)).not.toContain(from);
        expect(owners.slice(1, -1)).not.toContain(to);
      }
    }),
    runs,
  );
});

test("ways come shortest first, each line once, and only such are missing as go round a shorter one", () => {
  fc.assert(
    fc.property(fc.record(drawn), ({ sketch, from, to }) => {
      const flow = flowOf(sketch);
      const { ways, complete } = waysBetween(flow, from, to, { limit: 200 });
      const lengths = ways.map((way) => lengthOf(flow, way));
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
      const lines = ways.map((way) => lineOf(flow, way));
      expect(new Set(lines).size).toBe(lines.length);
      expect(ways.length > 0).toBe(reaches(flow, from, to));
      const all = complete ? allWays(flow, from, to) : undefined;
      if (all === undefined) return;
      expect([...all.keys()]).toEqual(expect.arrayContaining(lines));
      const found = ways.map((way) => partsOf(flow, way));
      for (const [line, way] of all) {
        if (lines.includes(line)) continue;
        const parts = partsOf(flow, way);
        expect(found.some((others) => others.length < parts.length && standsIn(others, parts))).toBe(true);
      }
    }),
    runs,
  );
});

test("asking for fewer ways gives the first of those that asking for more gives", () => {
  fc.assert(
    fc.property(fc.record(drawn), ({ sketch, from, to }) => {
      const flow = flowOf(sketch);
      const many = waysBetween(flow, from, to, { limit: 6 });
      const few = waysBetween(flow, from, to, { limit: 3 });
      expect(few.ways).toEqual(many.ways.slice(0, 3));
      expect(few.complete).toBe(many.complete && many.ways.length <= 3);
    }),
    runs,
  );
});

test("a bottleneck is what nothing gets round, and nothing else is one", () => {
  const different = fc.record(drawn).filter(({ from, to }) => from !== to);
  fc.assert(
    fc.property(different, ({ sketch, from, to }) => {
      const flow = flowOf(sketch);
      const found = bottlenecks(flow, from, to);
      expect(found !== undefined).toBe(reaches(flow, from, to));
      if (found === undefined) return;
      for (const id of ["a", "b", "c", "d", "env"].filter((other) => other !== from && other !== to)) {
        expect(found.systems.includes(id)).toBe(!naiveReaches(sketch, from, to, [id]));
      }
      for (const id of new Set(sketch.channels.map((channel) => channel.coupling))) {
        expect(found.couplings.includes(id)).toBe(!naiveReaches(sketch, from, to, [id]));
      }
      flow.nodes.forEach((node, number) => {
        if (node.owner === to) return;
        const cut = {
          ...flow,
          successors: flow.successors.map((next) => next.filter((other) => other !== number)),
        };
        const rest = (flow.nodesOf.get(from) ?? []).filter((other) => other !== number);
        const needed = !reaches({ ...cut, nodesOf: new Map([...flow.nodesOf, [from, rest]]) }, from, to);
        if (node.kind === "channel") {
          expect(found.channels.some(({ channel }) => channel === node.channel)).toBe(needed);
        } else if (isNamedOnWays(node)) expect(found.parts.includes(number)).toBe(needed);
      });
    }),
    runs,
  );
});

test("a circle closes, passes a channel, and an undamped one meets nothing that can stop it", () => {
  fc.assert(
    fc.property(drawnSketch, (sketch) => {
      const flow = flowOf(sketch);
      for (const circle of circles(flow)) {
        for (const way of [circle.shortest, ...(circle.undamped ? [circle.undamped] : [])]) {
          expectConnected(flow, way);
          expect(way.at(-1)?.to).toBe(way[0]?.from);
          expect(new Set(way.map((edge) => edge.to)).size).toBe(way.length);
          expect(way.some((edge) => flow.nodes[edge.to]?.kind === "channel")).toBe(true);
          expect(way.every((edge) => circle.nodes.includes(edge.to))).toBe(true);
          expect(way.every((edge) => edge.cause.kind !== "reading" && edge.cause.kind !== "limit")).toBe(
            true,
          );
        }
        if (circle.dampings.length === 0) expect(circle.undamped).toBeDefined();
        for (const edge of circle.undamped ?? []) {
          const node = flow.nodes[edge.from];
          if (node?.kind === "operation") expect(node.limits).toEqual([]);
          if (node?.kind === "channel")
            expect([node.channel.when, node.channel.chance]).toEqual([undefined, undefined]);
          if (node?.kind === "sensitivity") expect(node.sensitivity.when).toBeUndefined();
        }
      }
    }),
    { numRuns: 1500 },
  );
});

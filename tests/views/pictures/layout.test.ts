import { beforeAll, describe, expect, it } from "vitest";
import { graphviz } from "../../../src/embedding/graphviz.ts";
import { drawGraph } from "../../../src/views/pictures/draw_graph.ts";
import { layOut, type Box, type Layout, type LayoutEngine } from "../../../src/views/pictures/layout.ts";
import { everything, row } from "./sample_graph.ts";
import { elementsOf } from "./svg_parts.ts";

let engine: LayoutEngine;
beforeAll(async () => {
  engine = await graphviz();
});

const failing: LayoutEngine = () => {
  throw new Error("memory access out of bounds");
};

function overlapping({ nodes }: Layout): readonly (readonly [string, string])[] {
  const all = [...nodes];
  return all.flatMap(([id, one], index) =>
    all.slice(index + 1).flatMap(([otherId, other]): (readonly [string, string])[] => {
      const isApart =
        Math.abs(one.x - other.x) >= (one.width + other.width) / 2 - 0.5 ||
        Math.abs(one.y - other.y) >= (one.height + other.height) / 2 - 0.5;
      return isApart ? [] : [[id, otherId]];
    }),
  );
}

function isInside(inner: Box, { x, y, width, height }: Box): boolean {
  return (
    inner.x - inner.width / 2 >= x - width / 2 - 1 &&
    inner.x + inner.width / 2 <= x + width / 2 + 1 &&
    inner.y - inner.height / 2 >= y - height / 2 - 1 &&
    inner.y + inner.height / 2 <= y + height / 2 + 1
  );
}

describe.each([
  ["by Graphviz", (dot: string, method: "dot" | "sfdp") => engine(dot, method)],
  ["without it", failing],
])("laid out %s", (_, by: LayoutEngine) => {
  const graph = everything((index) => `name_${index}`);

  it("every node has a place, no two have the same, and all are in the picture", () => {
    const layout = layOut(graph, by);
    expect([...layout.nodes.keys()].sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
    expect(overlapping(layout)).toEqual([]);
    const whole = { x: layout.width / 2, y: layout.height / 2, width: layout.width, height: layout.height };
    for (const box of layout.nodes.values()) expect(isInside(box, whole)).toBe(true);
  });

  it("what belongs to a group stands in its box, and groups stand in those around them", () => {
    const { nodes, groups } = layOut(graph, by);
    const boxOf = (boxes: ReadonlyMap<string, Box>, id = ""): Box =>
      boxes.get(id) ?? { x: NaN, y: NaN, width: NaN, height: NaN };
    for (const { id, group } of graph.nodes)
      if (group !== undefined) expect(isInside(boxOf(nodes, id), boxOf(groups, group))).toBe(true);
    for (const { id, within } of graph.groups)
      if (within !== undefined) expect(isInside(boxOf(groups, id), boxOf(groups, within))).toBe(true);
  });

  it("every arrow has a line, and one from nowhere has none", () => {
    const edges = [...graph.edges, { from: "nobody", to: "n0", kind: "channel" as const, label: ["x"] }];
    const layout = layOut({ ...graph, edges }, by);
    expect(layout.edges.map((way) => way !== undefined)).toEqual([...graph.edges.map(() => true), false]);
    expect(() => elementsOf(drawGraph({ ...graph, edges }, layout))).not.toThrow();
  });
});

it("says so where the engine fails, and draws all the same", () => {
  const graph = everything((index) => `name_${index}`);
  const layout = layOut(graph, failing);
  expect(layout.note).toContain("It could not be laid out along its arrows.");
  const parts = elementsOf(drawGraph(graph, layout));
  expect(parts.find(({ name }) => name === "desc")?.text).toContain(layout.note);
  expect(parts.filter((part) => part.attributes.role === "graphics-symbol")).toHaveLength(graph.nodes.length);
});

it.each(["", "{}", "null", '{"bb":"0,0,9","objects":[]}', '{"bb":"0,0,9,nan"}', "[", '{"bb":"0,0,9,9"}'])(
  "does not believe an engine that says %j",
  (said) => {
    const graph = everything((index) => `name_${index}`);
    expect(layOut(graph, () => said)).toEqual(layOut(graph, failing));
  },
);

it("tells the engine nothing of what a model says", () => {
  const told: string[] = [];
  layOut(
    everything(() => '"]; evil [label="x'),
    (dot) => {
      told.push(dot);
      return "";
    },
  );
  expect(told).toHaveLength(1);
  expect(told[0]).not.toContain("evil");
});

it("sets what is too large for layers in columns, and leaves the labels to the arrows", () => {
  const graph = row(200);
  const layout = layOut(graph, engine);
  expect(layout.note).toContain("It is large");
  expect(layout.nodes.size).toBe(200);
  expect(overlapping(layout)).toEqual([]);
  expect(layout.width / layout.height).toBeGreaterThan(0.7);
  expect(layout.width / layout.height).toBeLessThan(2.5);
  const texts = elementsOf(drawGraph(graph, layout)).filter(({ name }) => name === "text");
  expect(texts.map(({ text }) => text)).not.toContain("label");
});

it("needs no engine for what is larger still", () => {
  const layout = layOut(row(2100), failing);
  expect(layout.note).toContain("It is too large to be laid out along its arrows.");
  expect(layout.nodes.size).toBe(2100);
});

it("turns a strip that would be too long for a page", () => {
  const nodes = row(24).nodes;
  const edges = nodes.slice(1).map(({ id }, index) => ({
    from: `n${index}`,
    to: id,
    kind: "follows" as const,
    label: ["and then"],
  }));
  const straight = layOut({ ...row(24), edges }, engine);
  expect(straight.height).toBeGreaterThan(straight.width);
});

it("draws a graph of nothing", () => {
  const graph = { ...row(0), edges: [] };
  expect(() => elementsOf(drawGraph(graph, layOut(graph, engine)))).not.toThrow();
});

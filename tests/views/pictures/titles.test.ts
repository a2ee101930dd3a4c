/* The titles of groups can be read: no label of an arrow stands on one where there is room beside it. */
import { beforeAll, describe, expect, it } from "vitest";
import { graphviz } from "../../../src/embedding/graphviz.ts";
import { buildFlow } from "../../../src/flow/build.ts";
import { drawGraph } from "../../../src/views/pictures/draw_graph.ts";
import { flowOf } from "../../../src/views/pictures/flow_picture.ts";
import { layOut, type LayoutEngine } from "../../../src/views/pictures/layout.ts";
import { readyExample } from "../../support/running.ts";
import { elementsOf, type SvgElement } from "./svg_parts.ts";

let engine: LayoutEngine;
beforeAll(async () => {
  engine = await graphviz();
});

function flowDrawn(example: string): readonly SvgElement[] {
  const { model } = readyExample(example).checked;
  const graph = flowOf(model, buildFlow(model), {});
  return elementsOf(drawGraph(graph, layOut(graph, engine)));
}

/** The rectangles of a class, as left, top, right and bottom. */
function boxes(parts: readonly SvgElement[], name: string): readonly (readonly number[])[] {
  return parts
    .filter(({ attributes }) => attributes["class"] === name)
    .map(({ attributes: { x, y, width, height } }) => [
      Number(x),
      Number(y),
      Number(x) + Number(width),
      Number(y) + Number(height),
    ]);
}

describe.each(["university/university.sys", "house_prices/house_prices.sys", "danwei/danwei.sys"])(
  "in the flow of %s",
  (example) => {
    it("no label stands on the title of a group", () => {
      const parts = flowDrawn(example);
      const titles = boxes(parts, "title");
      const labels = boxes(parts, "veil");
      expect(titles.length).toBeGreaterThan(1);
      expect(labels.length).toBeGreaterThan(5);
      const covered = titles.filter(([left = 0, top = 0, right = 0, bottom = 0]) =>
        labels.some(
          ([x = 0, y = 0, end = 0, below = 0]) => x < right && end > left && y < bottom && below > top,
        ),
      );
      expect(covered).toEqual([]);
    });

    it("lines go under the titles of groups, and nodes stand before them", () => {
      const parts = flowDrawn(example);
      const last = (of: (part: SvgElement) => boolean): number => parts.findLastIndex(of);
      const titles = parts.flatMap(({ attributes }, index) =>
        attributes["class"] === "title" ? [index] : [],
      );
      expect(Math.min(...titles)).toBeGreaterThan(last(({ attributes }) => attributes["class"] === "veil"));
      expect(Math.max(...titles)).toBeLessThan(
        parts.findIndex(({ attributes }) => attributes["role"] === "graphics-symbol"),
      );
    });
  },
);

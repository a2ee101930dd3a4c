/* Where the labels of arrows stand: computed from the pictures of all examples, and of models that are made. */
import { beforeAll, describe, expect, it } from "vitest";
import { modelOf } from "../../../bench/draw_model.ts";
import { graphviz } from "../../../src/embedding/graphviz.ts";
import { labelOf } from "../../../src/views/pictures/cards.ts";
import { crosses, flattened, gapBetween, overlap } from "../../../src/views/pictures/geometry.ts";
import type { Graph } from "../../../src/views/pictures/graph.ts";
import { titlesOf, withLabelsPlaced } from "../../../src/views/pictures/labels_placed.ts";
import {
  cardsOf,
  layOut,
  type Box,
  type Layout,
  type LayoutEngine,
} from "../../../src/views/pictures/layout.ts";
import type { Cards } from "../../../src/views/pictures/placed.ts";
import { exampleModels } from "../../support/examples.ts";
import { checked, checkedExample, picturesOf } from "./drawing.ts";

let engine: LayoutEngine;
beforeAll(async () => {
  engine = await graphviz();
});

const pictures: readonly (readonly [string, () => readonly Graph[]])[] = [
  ...exampleModels.map((name) => [name, () => picturesOf(checkedExample(name))] as const),
  ...(
    [
      [8, 16],
      [12, 20],
      [20, 40],
    ] as const
  ).map(
    ([systems, couplings]) =>
      [
        `${systems} systems and ${couplings} couplings`,
        () => picturesOf(checked(modelOf(systems, couplings))),
      ] as const,
  ),
];

interface Placed {
  readonly index: number;
  readonly text: string;
  readonly box: Box;
}

function labelsOf(graph: Graph, layout: Layout): readonly Placed[] {
  const { labels } = cardsOf(graph);
  return layout.edges.flatMap((way, index): Placed[] => {
    const card = labels[index];
    if (way?.label === undefined || card === undefined || card.rows.length === 0) return [];
    const text = graph.edges[index]?.label.join(" ") ?? "";
    return [{ index, text, box: { ...way.label, width: card.width, height: card.height } }];
  });
}

describe.each(pictures)("in the pictures of %s", (_, made) => {
  it("no label lies on a title, a node or another label, and each stands at its own line", () => {
    for (const graph of made()) {
      const layout = layOut(graph, engine);
      const titles = titlesOf(layout, cardsOf(graph));
      const labels = labelsOf(graph, layout);
      expect(titles).toHaveLength(graph.groups.length);
      const covering = (others: readonly Box[]): readonly string[] =>
        labels.filter(({ box }) => others.some((other) => overlap(box, other))).map(({ text }) => text);
      expect(covering(titles)).toEqual([]);
      expect(covering([...layout.nodes.values()])).toEqual([]);
      for (const { index, text, box } of labels) {
        const others = labels.filter((other) => other.index !== index && overlap(box, other.box));
        expect(others.map((other) => `${text} × ${other.text}`)).toEqual([]);
        const way = layout.edges[index];
        expect(way && gapBetween(box, flattened(way))).toBeLessThan(25);
      }
    }
  });
});

const card = { width: 40, height: 16, rows: [{ text: "label", y: 11, size: 11, strong: false }] };
const points = [0, 100, 200, 300].map((x) => ({ x, y: 100 }));
const way = { points, tip: { x: 300, y: 100 }, label: { x: 150, y: 90 } };
const edge = { from: "a", to: "b", kind: "channel", label: ["label"] } as const;
const graph: Graph = {
  title: "",
  description: "",
  direction: "right",
  groups: [],
  nodes: [],
  edges: [edge, edge],
  legend: [],
};
const empty: Layout = { width: 300, height: 200, nodes: new Map(), groups: new Map(), edges: [way, way] };
const cards: Cards = { nodes: new Map(), heads: new Map(), labels: [card, card] };

function placesIn(layout: Partial<Layout>, more: Partial<Cards> = {}): readonly Box[] {
  const placed = withLabelsPlaced(graph, { ...empty, ...layout }, { ...cards, ...more });
  return placed.edges.map((each) => ({ ...(each?.label ?? { x: NaN, y: NaN }), width: 40, height: 16 }));
}

describe("a label", () => {
  it("is moved where another stands in its place", () => {
    const [one, other] = placesIn({});
    expect(one && other && overlap(one, other)).toBe(false);
  });

  it("stays where Graphviz set it if nothing is in the way", () => {
    expect(placesIn({ edges: [way, undefined] })[0]).toMatchObject(way.label);
  });

  it("is moved away from the line of another arrow", () => {
    const across = [0, 60, 120, 180].map((y) => ({ x: 150, y }));
    const crossing = { points: across, tip: { x: 150, y: 200 } };
    const [box] = placesIn({ edges: [way, crossing] });
    expect(box && crosses(flattened(crossing), { ...box, width: 34, height: 12 })).toBe(false);
    expect(box && gapBetween(box, flattened(way))).toBeLessThan(12);
  });

  it("comes back to its line from far away", () => {
    const [box] = placesIn({ edges: [{ ...way, label: { x: 150, y: 20 } }, undefined] });
    expect(box && gapBetween(box, flattened(way))).toBeLessThan(12);
  });

  it("leaves the title of a group to be read", () => {
    const groups = new Map([["g", { x: 200, y: 150, width: 180, height: 130 }]]);
    const layout = { groups, edges: [way, undefined] };
    const [title] = titlesOf({ ...empty, ...layout }, { ...cards, heads: new Map([["g", card]]) });
    const [box] = placesIn(
      { ...layout, edges: [{ ...way, label: { x: 140, y: 94 } }, undefined] },
      {
        heads: new Map([["g", card]]),
      },
    );
    expect(title && box && overlap(title, box)).toBe(false);
  });
});

describe("the lines of a label", () => {
  const linesOf = (label: string): readonly string[] =>
    labelOf({ ...edge, label: [label] }).rows.map(({ text }) => text);

  it("are one as long as there is room", () => {
    expect(linesOf("sale → figures when price > 100")).toEqual(["sale → figures when price > 100"]);
  });

  it("end before the condition, and never between a sign of comparison and its number", () => {
    expect(linesOf("bill → statement when share_of_all >= 1%")).toEqual([
      "bill → statement",
      "when share_of_all >= 1%",
    ]);
    for (const line of linesOf("judgment → credit_cost when cost_of_all > 0 and incidence_of_all >= 50"))
      expect(line).not.toMatch(/[<>=]$/u);
  });

  it("end before an arrow, not behind it", () => {
    expect(linesOf("share that is going to be barred → petition")).toEqual([
      "share that is going to be barred",
      "→ petition",
    ]);
  });
});

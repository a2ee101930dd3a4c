/* What Graphviz says in its output `json0`, read back: nothing is believed before it has been looked at. */
import type { Graph } from "./graph.ts";
import type { Box, Cards, EdgeWay, Layout, Point } from "./placed.ts";

/** Throws if the text is not what Graphviz writes, or a node is missing from it. */
export function readLayout(graph: Graph, cards: Cards, json: string): Layout {
  const root: unknown = JSON.parse(json);
  const [, , width, height] = numbersIn(text(root, "bb"), 4);
  const flipped = ({ x, y }: Point): Point => ({ x, y: height - y });
  const nodes = new Map<string, Box>();
  const groups = new Map<string, Box>();
  for (const object of list(root, "objects")) {
    const name = text(object, "name");
    const number = Number(/\d+$/.exec(name)?.[0] ?? NaN);
    if (name.startsWith("cluster_")) {
      const group = graph.groups[number];
      const [left, bottom, right, top] = numbersIn(text(object, "bb"), 4);
      const middle = flipped({ x: (left + right) / 2, y: (bottom + top) / 2 });
      if (group !== undefined) groups.set(group.id, { ...middle, width: right - left, height: top - bottom });
    } else if (name.startsWith("n")) {
      const node = graph.nodes[number];
      const card = node && cards.nodes.get(node.id);
      if (card === undefined) continue;
      const { width: wide, height: high } = card;
      nodes.set(node?.id ?? "", { ...flipped(pointIn(text(object, "pos"))), width: wide, height: high });
    }
  }
  if (nodes.size < graph.nodes.length) throw new Error("the layout has fewer nodes than the graph");
  const edges: (EdgeWay | undefined)[] = graph.edges.map(() => undefined);
  for (const edge of list(root, "edges")) {
    const index = Number(text(edge, "id").slice(1));
    edges[index] = wayIn(text(edge, "pos"), optional(edge, "lp"), flipped);
  }
  return { width, height, nodes, groups, edges };
}

/** `e,x,y x,y x,y …`: the tip of the arrow, the start, and the points of the curves. */
function wayIn(pos: string, label: string | undefined, flipped: (point: Point) => Point): EdgeWay {
  const words = (pos.split(";")[0] ?? "").split(" ");
  const tip = words.find((word) => word.startsWith("e,"));
  const points = words.filter((word) => /^-?[\d.]/.test(word)).map((word) => flipped(pointIn(word)));
  const last = points.at(-1);
  if (last === undefined || points.length % 3 !== 1) throw new Error("an edge of the layout has no line");
  return {
    points,
    tip: tip === undefined ? last : flipped(pointIn(tip.slice(2))),
    label: label === undefined ? undefined : flipped(pointIn(label)),
  };
}

function pointIn(words: string): Point {
  const [x, y] = numbersIn(words, 2);
  return { x, y };
}

type Numbers = readonly [number, number, number, number];

function numbersIn(words: string, count: number): Numbers {
  const numbers = words.split(",").map(Number);
  if (numbers.length < count || !numbers.every(Number.isFinite))
    throw new Error("the layout has something else where numbers are due");
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  return [a, b, c, d];
}

function optional(value: unknown, key: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return typeof found === "string" ? found : undefined;
}

function text(value: unknown, key: string): string {
  const found = optional(value, key);
  if (found === undefined) throw new Error(`the layout has no ${key}`);
  return found;
}

function list(value: unknown, key: string): readonly unknown[] {
  if (typeof value !== "object" || value === null) throw new Error("the layout is no object");
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return Array.isArray(found) ? found : [];
}

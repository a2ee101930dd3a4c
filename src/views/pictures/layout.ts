/*
 * Where the nodes of a picture stand and how its arrows run. Graphviz decides it: it is told the sizes, which we
 * calculate ourselves, and nothing that a model says. The engine is handed in, since it is large and made asynchronously.
 */
import { cardOf, headOf, labelOf } from "./cards.ts";
import type { Graph } from "./graph.ts";
import { gridLayout } from "./grid_layout.ts";
import { withLabelsPlaced } from "./labels_placed.ts";
import { layoutDot } from "./layout_dot.ts";
import { readLayout } from "./layout_json.ts";
import type { Cards, Layout, LayoutEngine, LayoutMethod } from "./placed.ts";
import { plainLayout } from "./plain_layout.ts";

export type { Box, EdgeWay, Layout, LayoutEngine, LayoutMethod, Point } from "./placed.ts";

/** So many nodes and edges are laid out in layers: beyond, that takes minutes. */
const mostInLayers = 500;
/** So many are laid out by anything but rows. */
const mostAtAll = 6000;
/** So few are laid out in the other direction as well, where one makes a strip of them. */
const mostTurned = 160;
const onlySaid = "What the arrows carry is only said of each of them.";
const notes = {
  large: `It is large: what is connected stands near each other. ${onlySaid}`,
  tooLarge: `It is too large to be laid out along its arrows. ${onlySaid}`,
  failed: `It could not be laid out along its arrows. ${onlySaid}`,
};
/** A picture up to so wide fits on a page or a screen, whatever its form. */
const pageWidth = 1200;

/** Decides where everything stands. Never throws, whatever the engine does. */
export function layOut(graph: Graph, engine: LayoutEngine): Layout {
  const cards = cardsOf(graph);
  const weight = graph.nodes.length + graph.edges.length;
  if (weight > mostAtAll) return plainLayout(graph, cards, notes.tooLarge);
  const laidOut = (direction: Graph["direction"], method: LayoutMethod = "dot"): Layout =>
    readLayout(graph, cards, engine(layoutDot({ ...graph, direction }, cards, method), method));
  const other = graph.direction === "right" ? "down" : "right";
  try {
    if (weight > mostInLayers) return gridLayout(graph, cards, laidOut(graph.direction, "sfdp"), notes.large);
    const first = laidOut(graph.direction);
    const best = weight > mostTurned || !isStrip(first) ? first : lessStretched(first, () => laidOut(other));
    return withLabelsPlaced(graph, best, cards);
  } catch {
    return plainLayout(graph, cards, notes.failed);
  }
}

/** Of two layouts the one that is less of a strip; if the second fails, the first. */
function lessStretched(first: Layout, second: () => Layout): Layout {
  try {
    const turned = second();
    return stretch(turned) < stretch(first) ? turned : first;
  } catch {
    return first;
  }
}

/** How far from the form of a screen. */
function stretch({ width, height }: Layout): number {
  const form = width / height / 1.4;
  return Math.max(form, 1 / form);
}

function isStrip(layout: Layout): boolean {
  return Math.max(layout.width, layout.height) > pageWidth && stretch(layout) > 1.6;
}

export function cardsOf({ nodes, edges, groups }: Graph): Cards {
  return {
    nodes: new Map(nodes.map((node) => [node.id, cardOf(node)])),
    labels: edges.map(labelOf),
    heads: new Map(groups.map((group) => [group.id, headOf(group)])),
  };
}

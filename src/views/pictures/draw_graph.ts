/*
 * A graph and its layout as SVG. It is made of shapes and texts alone: no script, no reference, nothing from elsewhere,
 * no id, so that it can stand by itself or in a page with others. The same graph gives the same bytes.
 */
import { visible } from "../../base/visible.ts";
import { arrowOf, middleOf } from "./arrows.ts";
import { within } from "./geometry.ts";
import type { GraphEdge, GraphNode, Graph, Group } from "./graph.ts";
import { cardsOf } from "./layout.ts";
import { findingsOf, legendOf } from "./legend_drawn.ts";
import { badgeOf, markColour, numberedFindings, type FindingOf } from "./marks.ts";
import { sizes } from "./metrics.ts";
import { rootClass, styleOf, type Scheme } from "./palette.ts";
import type { Box, Cards, EdgeWay, Layout } from "./placed.ts";
import { shapeOf } from "./shapes.ts";
import { paragraph, paragraphs, rowsAround, rowsFrom } from "./texts.ts";
import { element, rounded, writeXml, type Element } from "./xml.ts";

export interface DrawOptions {
  /** `auto`, if nothing is said: as whoever looks at it has it. */
  readonly scheme?: Scheme | undefined;
}

const margin = 20;
/** A legend is never squeezed into less. */
const narrowest = 520;

export function drawGraph(graph: Graph, layout: Layout, { scheme = "auto" }: DrawOptions = {}): string {
  const cards = cardsOf(graph);
  const findings = numberedFindings([...graph.nodes, ...graph.edges].map(({ mark }) => mark));
  const width = Math.max(layout.width, narrowest);
  const heading = paragraph(visible(graph.title), { x: 0, top: 0, width, size: sizes.heading, strong: true });
  const said = [...(graph.said ?? []), ...(layout.note === undefined ? [] : [layout.note])];
  const note = paragraphs(
    said.map((text) => visible(text)),
    { x: 0, top: heading.height + 4, width, size: sizes.line },
  );
  const top = heading.height + note.height + 18;
  const below = top + layout.height + 24;
  const legend = legendOf(graph, { top: below, width });
  const told = findingsOf(onceEach(findings), { top: below + legend.height + 16, width });
  const wide = Math.max(width, heading.width, note.width, legend.width, told.width) + 2 * margin;
  const high = below + legend.height + (told.height > 0 ? told.height + 16 : 0) + 2 * margin;
  const left = Math.max(0, (wide - 2 * margin - layout.width) / 2);
  const described = [graph.description, ...(layout.note === undefined ? [] : [layout.note])].join(" ");
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: rootClass,
      // Whoever knows the first of the two can go through what is in the picture.
      role: "graphics-document img",
      viewBox: `0 0 ${rounded(Math.ceil(wide))} ${rounded(Math.ceil(high))}`,
      width: Math.ceil(wide),
      height: Math.ceil(high),
    },
    element("title", {}, visible(graph.title)),
    element("desc", {}, visible(described)),
    element("style", {}, styleOf(scheme)),
    element("rect", { class: "ground", width: Math.ceil(wide), height: Math.ceil(high) }),
    element(
      "g",
      { transform: `translate(${margin} ${margin})` },
      ...heading.elements,
      ...note.elements,
      element(
        "g",
        { transform: `translate(${rounded(left)} ${rounded(top)})` },
        ...drawnParts(graph, layout, cards, findings),
      ),
      ...legend.elements,
      ...told.elements,
    ),
  );
  return writeXml(svg);
}

function onceEach(findings: ReadonlyMap<unknown, FindingOf>): readonly FindingOf[] {
  return [...new Map([...findings.values()].map((one) => [one.number, one])).values()];
}

type Findings = ReturnType<typeof numberedFindings>;

/** From the back to the front: groups, lines, labels, the titles of groups, nodes, badges. */
function drawnParts(graph: Graph, layout: Layout, cards: Cards, findings: Findings): readonly Element[] {
  const titles = new Map(graph.nodes.map(({ id, title }) => [id, title]));
  const groups = graph.groups.flatMap((group) => {
    const box = layout.groups.get(group.id);
    return box === undefined ? [] : [{ group, box }];
  });
  const ways = graph.edges.flatMap((edge, index) => {
    const way = layout.edges[index];
    return way === undefined ? [] : [{ edge, way, index }];
  });
  const lines = ways.map(({ edge, way }) => drawnEdge(edge, way, titles));
  const known = layout.bare === true ? { ...cards, labels: [] } : cards;
  const boxes = [...layout.groups.values()];
  const labels = ways.flatMap(({ edge, way, index }) => {
    const card = known.labels[index];
    const at = { ...(way.label ?? middleOf(way.points)), width: card?.width ?? 0, height: card?.height ?? 0 };
    const drawn = drawnLabel(edge, way, known, index, findings);
    return boxes.some((box) => within(at, box)) ? [element("g", { class: "inside" }, ...drawn)] : drawn;
  });
  const nodes = graph.nodes.flatMap((node) => {
    const box = layout.nodes.get(node.id);
    return box === undefined ? [] : [drawnNode(node, box, cards, findings)];
  });
  const frames = groups.map(({ box }) => drawnFrame(box));
  const heads = groups.flatMap(({ group, box }) => drawnHead(group, box, cards));
  return [...frames, ...lines, ...labels, ...heads, ...nodes];
}

function drawnFrame({ x, y, width, height }: Box): Element {
  return element("rect", { class: "frame", x: x - width / 2, y: y - height / 2, width, height, rx: 8 });
}

/** The title of a group, over the lines that cross it. */
function drawnHead(group: Group, { x, y, width, height }: Box, cards: Cards): readonly Element[] {
  const card = cards.heads.get(group.id);
  if (card === undefined || card.rows.length === 0) return [];
  const [left, top] = [x - width / 2 + 10, y - height / 2 + 4];
  return [
    element("rect", {
      class: "title",
      x: left - 4,
      y: top,
      width: card.width - 8,
      height: card.height,
      rx: 3,
    }),
    ...rowsFrom(card.rows, left, top),
  ];
}

function drawnEdge(edge: GraphEdge, way: EdgeWay, titles: ReadonlyMap<string, string>): Element {
  const ends = `${titles.get(edge.from) ?? ""} → ${titles.get(edge.to) ?? ""}`;
  const words = [ends, ...edge.label].join("; ");
  return element("g", {}, element("title", {}, visible(words)), ...arrowOf(edge.kind, way, edge.mark));
}

function drawnLabel(
  { mark }: GraphEdge,
  way: EdgeWay,
  cards: Cards,
  index: number,
  findings: Findings,
): readonly Element[] {
  const card = cards.labels[index];
  const middle = way.label ?? middleOf(way.points);
  const badge =
    mark === undefined || mark.kind === "way"
      ? []
      : badgeOf(
          markColour(mark),
          {
            x: middle.x - (card?.width ?? 0) / 2 - (card === undefined || card.rows.length === 0 ? 0 : 10),
            y: middle.y,
          },
          findings.get(mark)?.number,
        );
  if (card === undefined || card.rows.length === 0) return badge;
  const { width, height, rows } = card;
  const top = middle.y - height / 2;
  return [
    // Narrower than the room that the label has: the line often runs along its border.
    element("rect", {
      class: "veil",
      x: middle.x - width / 2 + 4,
      y: top + 2,
      width: width - 8,
      height: height - 4,
      rx: 3,
    }),
    ...rowsAround(rows, middle.x, top),
    ...badge,
  ];
}

function drawnNode(node: GraphNode, box: Box, cards: Cards, findings: Findings): Element {
  const { mark } = node;
  const rows = cards.nodes.get(node.id)?.rows ?? [];
  const [left, top] = [box.x - box.width / 2, box.y - box.height / 2];
  // The title is said of the node, its kind, and all that stands in it, even what had to be shortened.
  const found = mark?.kind === "finding" ? mark.texts : [];
  const words = visible([`${node.title} (${node.kind})`, ...node.lines, ...found].join("; "));
  const line = mark === undefined ? "" : `marked on-${markColour(mark)}`;
  const badge =
    mark === undefined
      ? []
      : badgeOf(markColour(mark), { x: left + 2, y: top + 2 }, findings.get(mark)?.number);
  return element(
    "g",
    { role: "graphics-symbol", "aria-label": words },
    element("title", {}, words),
    ...shapeOf(node.kind, box, line),
    // Of several cards, the text stands on the one in front.
    ...(node.kind === "population" ? rowsAround(rows, box.x - 4, top + 4) : rowsAround(rows, box.x, top)),
    ...badge,
  );
}

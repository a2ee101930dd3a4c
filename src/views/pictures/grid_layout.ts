/*
 * A layout for what is too large for layers. Where forces would draw the nodes, they do not leave each other room, and once
 * they do, the picture is wider than a wall; so only the order is taken from there: columns by what is left of what, and in
 * each column rows by what is above what. Near stays near, and everything has room.
 */
import type { Graph } from "./graph.ts";
import { straight } from "./plain_layout.ts";
import type { Box, Cards, EdgeWay, Layout, Point } from "./placed.ts";

const gap = { x: 56, y: 30 };

export function gridLayout(graph: Graph, cards: Cards, drawn: Layout, note: string): Layout {
  const placed = graph.nodes.map(({ id }) => {
    const { x, y } = drawn.nodes.get(id) ?? { x: 0, y: 0 };
    return { id, x, y, card: cards.nodes.get(id) ?? { width: 24, height: 24 } };
  });
  const total = placed.reduce((sum, { card }) => sum + card.height + gap.y, 0);
  const wide = placed.reduce((sum, { card }) => sum + card.width + gap.x, 0) / Math.max(placed.length, 1);
  // As many columns as make it about a third wider than high.
  const count = Math.max(1, Math.round(Math.sqrt((total * 1.35) / wide)));
  const most = Math.ceil(placed.length / count);
  const byColumn = [...placed].sort((a, b) => a.x - b.x || a.y - b.y);
  const nodes = new Map<string, Box>();
  let left = 0;
  const columns: (typeof placed)[] = [];
  for (let start = 0; start < byColumn.length; start += most)
    columns.push(byColumn.slice(start, start + most).sort((a, b) => a.y - b.y || a.x - b.x));
  const heights = columns.map((column) =>
    column.reduce((sum, { card }) => sum + card.height + gap.y, -gap.y),
  );
  const height = Math.max(1, ...heights);
  for (const [index, column] of columns.entries()) {
    const width = Math.max(0, ...column.map(({ card }) => card.width));
    // What is left of the height of the highest column goes between the others' nodes.
    const spare = (height - (heights[index] ?? 0)) / (column.length + 1);
    let top = spare;
    for (const { id, card } of column) {
      nodes.set(id, {
        width: card.width,
        height: card.height,
        x: left + width / 2,
        y: top + card.height / 2,
      });
      top += card.height + gap.y + spare * (column.length > 1 ? 1 : 0);
    }
    left += width + gap.x;
  }
  const cells = new Map(
    columns.flatMap((column, at) => column.map(({ id }, row) => [id, { column: at, row }] as const)),
  );
  const edges = graph.edges.map(({ from, to }) => {
    const [start, end] = [nodes.get(from), nodes.get(to)];
    if (start === undefined || end === undefined) return undefined;
    const [one, other] = [cells.get(from), cells.get(to)];
    const isFar = one !== undefined && other !== undefined && Math.abs(one.row - other.row) > 1;
    return isFar && one.column === other.column ? around(start, end) : straight(start, end);
  });
  return { width: Math.max(1, left - gap.x), height, nodes, groups: new Map(), edges, note, bare: true };
}

/** Between two of a column that are no neighbours: beside those in between, not behind them. */
function around(from: Box, to: Box): EdgeWay {
  const rightOf = ({ x, y, width }: Box): Point => ({ x: x + width / 2, y });
  const [start, tip] = [rightOf(from), rightOf(to)];
  const out = Math.max(start.x, tip.x) + gap.x * 0.8;
  const down = tip.y > start.y ? 1 : -1;
  return {
    points: [
      start,
      { x: out, y: start.y + 20 * down },
      { x: out, y: tip.y - 20 * down },
      { ...tip, x: tip.x + 7 },
    ],
    tip,
  };
}

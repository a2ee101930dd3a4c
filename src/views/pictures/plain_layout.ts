/*
 * A layout that needs no engine: what belongs together in rows, one group after the other, arrows straight. It shows
 * everything and nothing covers anything but arrows; it is what there is where nothing better can be had.
 */
import type { Graph, GraphNode } from "./graph.ts";
import type { Box, Cards, EdgeWay, Layout, Point } from "./placed.ts";

const gap = { x: 40, y: 46, group: 18 };

export function plainLayout(graph: Graph, cards: Cards, note: string): Layout {
  const nodes = new Map<string, Box>();
  const groups = new Map<string, Box>();
  const widest = Math.max(600, Math.ceil(Math.sqrt(areaOf(cards)) * 1.3));
  let bottom = 0;
  /** How far down and to the right anything reaches. */
  let lowest = 0;
  let right = 0;
  const row = (members: readonly GraphNode[], left: number): void => {
    let x = left;
    let height = 0;
    for (const { id } of members) {
      const card = cards.nodes.get(id) ?? { width: 0, height: 0 };
      if (x > left && x + card.width > widest) {
        bottom += height + gap.y;
        [x, height] = [left, 0];
      }
      nodes.set(id, { ...card, x: x + card.width / 2, y: bottom + card.height / 2 });
      x += card.width + gap.x;
      height = Math.max(height, card.height);
      right = Math.max(right, x - gap.x);
    }
    if (members.length === 0) return;
    lowest = bottom + height;
    bottom = lowest + gap.y;
  };
  const known = new Set(graph.groups.map(({ id }) => id));
  const insides = (outer: string | undefined, depth: number): void => {
    const inside = (own: string | undefined): boolean =>
      own !== undefined && known.has(own) ? own === outer : outer === undefined;
    row(
      graph.nodes.filter(({ group }) => inside(group)),
      depth * gap.group,
    );
    for (const group of graph.groups) {
      if (group.id === outer || !inside(group.within) || groups.has(group.id)) continue;
      const head = cards.heads.get(group.id) ?? { width: 0, height: 0 };
      const [top, left] = [bottom, depth * gap.group];
      // Keeps a circle of groups within each other from being followed for ever.
      groups.set(group.id, { x: 0, y: 0, width: 0, height: 0 });
      right = Math.max(right, left + head.width);
      bottom += head.height + 6;
      lowest = bottom;
      insides(group.id, depth + 1);
      lowest += gap.group;
      right += gap.group;
      const [width, height] = [right - left, lowest - top];
      groups.set(group.id, { x: left + width / 2, y: top + height / 2, width, height });
      bottom = lowest + gap.y / 2;
    }
  };
  insides(undefined, 0);
  const edges = graph.edges.map(({ from, to }): EdgeWay | undefined => {
    const [start, end] = [nodes.get(from), nodes.get(to)];
    return start && end && straight(start, end);
  });
  return { width: Math.max(right, 1), height: Math.max(lowest, 1), nodes, groups, edges, note, bare: true };
}

function areaOf({ nodes }: Cards): number {
  let area = 0;
  for (const { width, height } of nodes.values()) area += (width + gap.x) * (height + gap.y);
  return area;
}

/** A line from the edge of one box to that of the other; from a box to itself a loop beside it. */
export function straight(from: Box, to: Box): EdgeWay {
  if (from === to) {
    const x = from.x + from.width / 2;
    const [a, b] = [
      { x, y: from.y - 6 },
      { x, y: from.y + 6 },
    ];
    const out = x + 28;
    const points = [a, { x: out, y: a.y - 14 }, { x: out, y: b.y + 14 }, { x: b.x + 8, y: b.y + 3 }];
    return { points, tip: b, label: { x: out, y: from.y } };
  }
  const start = border(from, to);
  const tip = border(to, from);
  const [dx, dy] = [tip.x - start.x, tip.y - start.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const along = (part: number): Point => ({ x: start.x + dx * part, y: start.y + dy * part });
  const end = Math.max(0.1, 1 - 8 / length);
  return { points: [start, along(end / 3), along((2 * end) / 3), along(end)], tip, label: along(0.5) };
}

/** Where the line between the middles of two boxes leaves the first. */
function border(box: Box, other: Point): Point {
  const [dx, dy] = [other.x - box.x, other.y - box.y];
  const part = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
    1,
  );
  return { x: box.x + dx * part, y: box.y + dy * part };
}

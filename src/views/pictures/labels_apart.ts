/* Graphviz sets the labels of arrows within one layer on top of each other. Such are moved along their arrows. */
import type { Box, Cards, EdgeWay, Layout, Point } from "./placed.ts";

/** Where along its arrow a label is tried, if it cannot stay. */
const parts = [0.5, 0.35, 0.65, 0.22, 0.78];

export function withLabelsApart(layout: Layout, cards: Cards): Layout {
  const taken: Box[] = [];
  const nodes = [...layout.nodes.values()];
  const edges = layout.edges.map((way, index): EdgeWay | undefined => {
    const card = cards.labels[index];
    if (way?.label === undefined || card === undefined || card.rows.length === 0) return way;
    const boxAt = ({ x, y }: Point): Box => ({ x, y, width: card.width, height: card.height });
    const first = boxAt(way.label);
    const places = [first, ...parts.map((part) => boxAt(pointOn(way.points, part)))];
    const free = places.find(
      (place, order) =>
        !taken.some((other) => overlap(place, other)) &&
        (order === 0 || !nodes.some((node) => overlap(place, node))),
    );
    const box = free ?? first;
    taken.push(box);
    return box === first ? way : { ...way, label: { x: box.x, y: box.y } };
  });
  return { ...layout, edges };
}

function overlap(one: Box, other: Box): boolean {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 - 2 &&
    Math.abs(one.y - other.y) < (one.height + other.height) / 2 - 2
  );
}

/** A point of a line of curves; 0 is its start, 1 its end. */
function pointOn(points: readonly Point[], part: number): Point {
  const curves = (points.length - 1) / 3;
  const curve = Math.min(Math.floor(part * curves), curves - 1);
  const t = part * curves - curve;
  const [a, b, c, d] = points.slice(3 * curve, 3 * curve + 4);
  const between = (key: "x" | "y"): number =>
    (1 - t) ** 3 * (a?.[key] ?? 0) +
    3 * (1 - t) ** 2 * t * (b?.[key] ?? 0) +
    3 * (1 - t) * t ** 2 * (c?.[key] ?? 0) +
    t ** 3 * (d?.[key] ?? 0);
  return { x: between("x"), y: between("y") };
}

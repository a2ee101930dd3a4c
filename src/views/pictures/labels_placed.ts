/*
 * Where the labels of arrows stand. Graphviz leaves them room, but within one layer it sets some on top of each other, lets
 * other lines run through them, and leaves some so far from their line that they seem to be another's. Such are set anew,
 * beside their own line or on it, wherever least is in the way.
 */
import type { Graph } from "./graph.ts";
import { crosses, flattened, gapBetween, overlap, within, type Polyline } from "./geometry.ts";
import type { Box, Cards, EdgeWay, Layout, Point } from "./placed.ts";

/** What is in the way costs so much; a label that stands where Graphviz set it costs nothing. */
const costs = {
  /** It covers a node, a title or another label. */
  covered: 1000,
  outside: 1000,
  /** Another's line runs through it. */
  crossed: 40,
  /** The frame of a group does. */
  framed: 6,
  /** Its own line does. */
  onLine: 8,
  /** It was moved. */
  moved: 10,
  /** For each pixel that it is away from its line. */
  away: 0.6,
  /** Another line is nearer than its own. */
  mistakable: 20,
  /** At the very end of its line. */
  atEnd: 16,
} as const;
/** What costs no more stays without a search. */
const wellPlaced = 4;
const rounds = 3;
/** Of so many labels each is looked at once. */
const many = 150;
/** From a line to a label beside it. */
const aside = 3;

interface Label {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  /** How much room the sign of a mark takes, on the left of the text. */
  readonly badge: number;
  readonly own: Polyline;
}

interface Scene {
  readonly whole: Box;
  readonly nodes: readonly Box[];
  readonly titles: readonly Box[];
  readonly frames: readonly Box[];
  readonly lines: readonly (Polyline | undefined)[];
}

export function withLabelsPlaced(graph: Graph, layout: Layout, cards: Cards): Layout {
  const lines = layout.edges.map((way) => way && flattened(way));
  const scene: Scene = {
    whole: { x: layout.width / 2, y: layout.height / 2, width: layout.width, height: layout.height },
    nodes: [...layout.nodes.values()],
    titles: titlesOf(layout, cards),
    frames: [...layout.groups.values()],
    lines,
  };
  const labels = layout.edges.flatMap((way, index): Label[] => {
    const [card, own, mark] = [cards.labels[index], lines[index], graph.edges[index]?.mark];
    if (way?.label === undefined || own === undefined || card === undefined || card.rows.length === 0)
      return [];
    const badge = mark === undefined || mark.kind === "way" ? 0 : 20;
    return [{ index, width: card.width, height: card.height, badge, own }];
  });
  const first = new Map(labels.map(({ index }) => [index, layout.edges[index]?.label ?? { x: 0, y: 0 }]));
  const places = new Map(first);
  for (let round = 0; round < (labels.length > many ? 1 : rounds); round += 1) {
    let moved = false;
    for (const label of labels) {
      const others = labels.flatMap((other) => {
        const at = other === label ? undefined : places.get(other.index);
        return at === undefined ? [] : [boxOf(other, at)];
      });
      const now = places.get(label.index) ?? { x: 0, y: 0 };
      const best = bestPlace(label, now, first.get(label.index) ?? now, scene, others);
      if (best === now) continue;
      places.set(label.index, best);
      moved = true;
    }
    if (!moved) break;
  }
  const edges = layout.edges.map((way, index): EdgeWay | undefined => {
    const label = places.get(index);
    return way === undefined || label === undefined ? way : { ...way, label };
  });
  return { ...layout, edges };
}

/** The room of the titles of groups, which stand in their upper left corners. */
export function titlesOf({ groups }: Layout, { heads }: Cards): readonly Box[] {
  return [...groups].flatMap(([id, { x, y, width, height }]): Box[] => {
    const head = heads.get(id);
    if (head === undefined || head.rows.length === 0) return [];
    const [left, top] = [x - width / 2 + 6, y - height / 2 + 2];
    return [{ x: left + head.width / 2, y: top + head.height / 2, width: head.width, height: head.height }];
  });
}

/** The room of a label at a place, with the sign of its mark. */
function boxOf({ width, height, badge }: Label, { x, y }: Point): Box {
  return { x: x - badge / 2, y, width: width + badge, height };
}

function bestPlace(label: Label, now: Point, first: Point, scene: Scene, others: readonly Box[]): Point {
  const costNow = costOf(label, now, first, scene, others) + (now === first ? 0 : costs.moved);
  if (costNow <= wellPlaced) return now;
  let [best, least] = [now, costNow];
  const consider = (place: Point, extra: number): void => {
    if (extra >= least) return;
    const cost = extra + costOf(label, place, first, scene, others, least - extra);
    if (cost < least - 0.01) [best, least] = [place, cost];
  };
  consider(first, 0);
  for (const { at, normal, part } of spotsOn(label.own)) {
    const end = Math.abs(part - 0.5) > 0.3 ? (Math.abs(part - 0.5) - 0.3) * 5 * costs.atEnd : 0;
    const extra = costs.moved + end;
    consider(at, extra + costs.onLine);
    // So far that the corner of the label that is nearest to the line keeps its distance.
    const out = (Math.abs(normal.x) * label.width + Math.abs(normal.y) * label.height) / 2 + aside;
    for (const side of [out, -out]) consider({ x: at.x + normal.x * side, y: at.y + normal.y * side }, extra);
  }
  return best;
}

interface Spot {
  readonly at: Point;
  readonly normal: Point;
  /** Where along its line: 0 is the start, 1 the end. */
  readonly part: number;
}

/** Places along a line, the middle first, some forty pixels from each other. */
function spotsOn({ points, length }: Polyline): readonly Spot[] {
  const steps = Math.min(40, Math.max(8, Math.round(length / 40)));
  const spots: Spot[] = [];
  let passed = 0;
  let next = 1;
  for (let index = 1; index < points.length; index += 1) {
    const [a, b] = [points[index - 1], points[index]];
    if (a === undefined || b === undefined) continue;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const size = Math.sqrt(dx * dx + dy * dy);
    while (next < steps && passed + size >= (next / steps) * length && size > 0) {
      const part = next / steps;
      const t = (part * length - passed) / size;
      spots.push({
        at: { x: a.x + dx * t, y: a.y + dy * t },
        normal: { x: -dy / size, y: dx / size },
        part,
      });
      next += 1;
    }
    passed += size;
  }
  return spots.sort((one, other) => Math.abs(one.part - 0.5) - Math.abs(other.part - 0.5));
}

/** What it costs to stand there; more than `most` is not counted to the end. */
function costOf(
  label: Label,
  at: Point,
  first: Point,
  scene: Scene,
  others: readonly Box[],
  most = Infinity,
): number {
  const box = boxOf(label, at);
  let cost = within(box, scene.whole) ? 0 : costs.outside;
  for (const each of [scene.nodes, scene.titles, others])
    for (const other of each) if (overlap(box, other)) cost += costs.covered;
  for (const frame of scene.frames) if (overlap(box, frame) && !within(box, frame)) cost += costs.framed;
  // The sign of a mark may stand on its line.
  const text = { ...at, width: label.width, height: label.height };
  const gap = gapBetween(text, label.own);
  cost += Math.max(0, gap - 2 * aside) * costs.away;
  const inner = { ...box, width: box.width - 6, height: box.height - 4 };
  if (at !== first && crosses(label.own, { ...inner, ...at, width: label.width - 6 }))
    cost += costs.onLine / 2;
  for (const [index, line] of scene.lines.entries()) {
    if (cost >= most) return cost;
    if (line === undefined || index === label.index) continue;
    if (crosses(line, inner)) cost += costs.crossed;
    else if (gap > aside + 2 && gapBetween(text, line, gap) < gap - 1) cost += costs.mistakable;
  }
  return cost;
}

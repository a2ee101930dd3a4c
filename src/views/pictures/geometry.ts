/* Boxes and lines, and whether they are in each other's way. Lengths by square roots alone: the same everywhere. */
import type { Box, EdgeWay, Point } from "./placed.ts";

/** A line of straight pieces. */
export interface Polyline {
  readonly points: readonly Point[];
  readonly length: number;
  /** What it lies in. */
  readonly around: Box;
}

/** So many straight pieces stand for a curve. */
const pieces = 12;

/** The line of an edge, with its curves made straight, up to where it points. */
export function flattened({ points, tip }: EdgeWay): Polyline {
  const [start, ...rest] = points;
  const straight: Point[] = start === undefined ? [] : [start];
  for (let index = 0; index + 2 < rest.length; index += 3) {
    const curve = points.slice(index, index + 4);
    for (let piece = 1; piece <= pieces; piece += 1) straight.push(pointOn(curve, piece / pieces));
  }
  straight.push(tip);
  let length = 0;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  straight.forEach((point, index) => {
    const before = straight[index - 1];
    if (before !== undefined) length += Math.sqrt((point.x - before.x) ** 2 + (point.y - before.y) ** 2);
    [left, top] = [Math.min(left, point.x), Math.min(top, point.y)];
    [right, bottom] = [Math.max(right, point.x), Math.max(bottom, point.y)];
  });
  const around = { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
  return { points: straight, length, around };
}

function pointOn([a, b, c, d]: readonly Point[], t: number): Point {
  const between = (key: "x" | "y"): number =>
    (1 - t) ** 3 * (a?.[key] ?? 0) +
    3 * (1 - t) ** 2 * t * (b?.[key] ?? 0) +
    3 * (1 - t) * t ** 2 * (c?.[key] ?? 0) +
    t ** 3 * (d?.[key] ?? 0);
  return { x: between("x"), y: between("y") };
}

/** Whether two boxes cover each other; that their borders touch is no harm. */
export function overlap(one: Box, other: Box): boolean {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 - 2 &&
    Math.abs(one.y - other.y) < (one.height + other.height) / 2 - 2
  );
}

export function within(inner: Box, outer: Box): boolean {
  return (
    Math.abs(inner.x - outer.x) <= (outer.width - inner.width) / 2 + 1 &&
    Math.abs(inner.y - outer.y) <= (outer.height - inner.height) / 2 + 1
  );
}

export function boxAround(box: Box, by: number): Box {
  return { ...box, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** Whether a line runs through a box. */
export function crosses({ points }: Polyline, box: Box): boolean {
  return points.some((point, index) => {
    const before = points[index - 1];
    return before !== undefined && pieceCrosses(before, point, box);
  });
}

/** Cuts a piece at the borders of a box (Liang and Barsky) and looks whether anything of it is left. */
function pieceCrosses(a: Point, b: Point, { x, y, width, height }: Box): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, a.x - (x - width / 2)],
    [dx, x + width / 2 - a.x],
    [-dy, a.y - (y - height / 2)],
    [dy, y + height / 2 - a.y],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
      continue;
    }
    const part = room / step;
    if (step < 0) from = Math.max(from, part);
    else to = Math.min(to, part);
    if (from > to) return false;
  }
  return true;
}

/** How far a line stays away from a box: 0 if it runs through it. */
export function gapBetween(box: Box, line: Polyline): number {
  if (crosses(line, box)) return 0;
  let least = Infinity;
  const { points } = line;
  for (let index = 1; index < points.length; index += 1) {
    const [a, b] = [points[index - 1], points[index]];
    if (a === undefined || b === undefined) continue;
    least = Math.min(least, toBox(a, box), toBox(b, box));
    for (const corner of cornersOf(box)) least = Math.min(least, toPiece(corner, a, b));
  }
  return least;
}

function cornersOf({ x, y, width, height }: Box): readonly Point[] {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: left, y: bottom },
    { x: right, y: bottom },
  ];
}

function toBox({ x, y }: Point, box: Box): number {
  const dx = Math.max(0, Math.abs(x - box.x) - box.width / 2);
  const dy = Math.max(0, Math.abs(y - box.y) - box.height / 2);
  return Math.sqrt(dx * dx + dy * dy);
}

function toPiece({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const size = dx * dx + dy * dy;
  const t = size === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / size));
  return Math.sqrt((x - a.x - t * dx) ** 2 + (y - a.y - t * dy) ** 2);
}

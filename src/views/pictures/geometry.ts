/* Boxes and lines, and whether they are in each other's way. Lengths by square roots alone: the same everywhere. */
import type { Box, EdgeWay, Point } from "./placed.ts";

/** A line of straight pieces. */
export interface Polyline {
  readonly points: readonly Point[];
  readonly length: number;
  /** The line in stretches, each with the box that it lies in: most of them are far from what is looked at. */
  readonly stretches: readonly Stretch[];
}

export interface Stretch {
  readonly points: readonly Point[];
  readonly around: Box;
}

/** So many straight pieces stand for a curve. */
const pieces = 12;

/** The line of an edge, with its curves made straight, up to where it points. */
export function flattened({ points, tip }: EdgeWay): Polyline {
  const [start] = points;
  const straight: Point[] = start === undefined ? [] : [start];
  const stretches: Stretch[] = [];
  for (let index = 0; index + 3 < points.length; index += 3) {
    const curve = points.slice(index, index + 4);
    const from = straight.length - 1;
    for (let piece = 1; piece <= pieces; piece += 1) straight.push(pointOn(curve, piece / pieces));
    stretches.push(stretchOf(straight.slice(from)));
  }
  stretches.push(stretchOf([straight.at(-1) ?? tip, tip]));
  straight.push(tip);
  let length = 0;
  straight.forEach((point, index) => {
    const before = straight[index - 1];
    if (before !== undefined) length += Math.sqrt((point.x - before.x) ** 2 + (point.y - before.y) ** 2);
  });
  return { points: straight, length, stretches };
}

function stretchOf(points: readonly Point[]): Stretch {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  const around = { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
  return { points, around };
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

/** Whether two boxes are no further from each other than so many pixels, on either axis. */
function isNear(one: Box, other: Box, by: number): boolean {
  return (
    Math.abs(one.x - other.x) <= (one.width + other.width) / 2 + by &&
    Math.abs(one.y - other.y) <= (one.height + other.height) / 2 + by
  );
}

/** Whether a line runs through a box. */
export function crosses({ stretches }: Polyline, box: Box): boolean {
  return stretches.some(
    ({ points, around }) =>
      isNear(around, box, 0) &&
      points.some((point, index) => {
        const before = points[index - 1];
        return before !== undefined && pieceCrosses(before, point, box);
      }),
  );
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

/** How far a line stays away from a box: 0 if it runs through it, and no more than `most`. */
export function gapBetween(box: Box, line: Polyline, most = Infinity): number {
  if (crosses(line, box)) return 0;
  let least = most;
  const corners = cornersOf(box);
  for (const { points, around } of line.stretches) {
    if (!isNear(around, box, least)) continue;
    for (let index = 1; index < points.length; index += 1) {
      const [a, b] = [points[index - 1], points[index]];
      if (a === undefined || b === undefined) continue;
      least = Math.min(least, toBox(a, box), toBox(b, box));
      for (const corner of corners) least = Math.min(least, toPiece(corner, a, b));
    }
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

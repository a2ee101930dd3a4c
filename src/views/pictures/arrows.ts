/* Lines between nodes, and what they end in: the kinds differ by line and head. */
import type { EdgeKind, Mark } from "./graph.ts";
import type { EdgeWay, Point } from "./placed.ts";
import { lineClasses, markColour } from "./marks.ts";
import { element, rounded, type Element } from "./xml.ts";

/** `full`: a filled triangle. `open`: two strokes. `ring`: a small circle. */
type Head = "full" | "open" | "ring" | "none";

const forms: Readonly<Record<EdgeKind, { readonly line: string; readonly head: Head }>> = {
  channel: { line: "", head: "full" },
  couples: { line: "", head: "none" },
  follows: { line: "thin", head: "open" },
  reading: { line: "dotted", head: "open" },
  within: { line: "thin", head: "none" },
  inclusion: { line: "dashed", head: "ring" },
  missing: { line: "missing", head: "full" },
};

export function arrowOf(kind: EdgeKind, { points, tip }: EdgeWay, mark?: Mark): readonly Element[] {
  const { line, head } = forms[kind];
  const colour = mark && markColour(mark);
  const onLine = colour === undefined || mark === undefined ? "" : ` ${lineClasses(mark)}`;
  const ofHead = colour === undefined ? "solid" : `of-${colour}`;
  const end = points.at(-1) ?? tip;
  const goesOn = head === "full" ? [] : [`L${at(tip)}`];
  const path = [...pathOf(points), ...goesOn].join(" ");
  return [
    element("path", { class: `edge${line === "" ? "" : ` ${line}`}${onLine}`, d: path }),
    ...headOf(head, end, tip, { onLine, ofHead, size: colour === undefined ? 1 : 1.3 }),
    ...(kind === "missing" ? [crossed(points, onLine)] : []),
  ];
}

function pathOf([start, ...rest]: readonly Point[]): readonly string[] {
  if (start === undefined) return [];
  const curves: string[] = [];
  for (let index = 0; index + 2 < rest.length; index += 3)
    curves.push(
      `C${rest
        .slice(index, index + 3)
        .map(at)
        .join(" ")}`,
    );
  return [`M${at(start)}`, ...curves];
}

interface Look {
  readonly onLine: string;
  readonly ofHead: string;
  readonly size: number;
}

function headOf(head: Head, end: Point, tip: Point, { onLine, ofHead, size }: Look): readonly Element[] {
  const length = Math.sqrt((tip.x - end.x) ** 2 + (tip.y - end.y) ** 2);
  const [ux, uy] = length < 0.01 ? [1, 0] : [(tip.x - end.x) / length, (tip.y - end.y) / length];
  const back = Math.max(length, 7) * size;
  const side = 3.4 * size;
  const foot = { x: tip.x - ux * back, y: tip.y - uy * back };
  const corners = [
    { x: foot.x - uy * side, y: foot.y + ux * side },
    tip,
    { x: foot.x + uy * side, y: foot.y - ux * side },
  ];
  switch (head) {
    case "none":
      return [];
    case "ring":
      return [
        element("circle", { class: `open${onLine}`, cx: tip.x - ux * 3.5, cy: tip.y - uy * 3.5, r: 3.5 }),
      ];
    case "open":
      return [element("path", { class: `edge${onLine}`, d: `M${corners.map(at).join(" L")}` })];
    case "full":
      return [element("path", { class: ofHead, d: `M${corners.map(at).join(" L")} Z` })];
  }
}

/** What does not lead anywhere is struck through. */
function crossed(points: readonly Point[], onLine: string): Element {
  const { x, y } = middleOf(points);
  const [a, b] = [x - 6, x + 6].map(rounded);
  const [c, d] = [y - 6, y + 6].map(rounded);
  return element("path", { class: `edge thick${onLine}`, d: `M${a} ${c} L${b} ${d} M${a} ${d} L${b} ${c}` });
}

/** The middle of a line: that of its middle curve. */
export function middleOf(points: readonly Point[]): Point {
  const curves = Math.floor((points.length - 1) / 3);
  const first = 3 * Math.floor((curves - 1) / 2);
  // A line of an even number of curves has its middle where two of them meet.
  if (curves % 2 === 0 && curves > 0) return points[(curves / 2) * 3] ?? { x: 0, y: 0 };
  const [a, b, c, d] = [0, 1, 2, 3].map((offset) => points[first + offset] ?? points[0] ?? { x: 0, y: 0 });
  const between = (key: "x" | "y"): number =>
    ((a?.[key] ?? 0) + 3 * (b?.[key] ?? 0) + 3 * (c?.[key] ?? 0) + (d?.[key] ?? 0)) / 8;
  return { x: between("x"), y: between("y") };
}

function at({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}

/* Why something stands out: a thick line, and a badge with a sign of its own, so that no colour is needed to read it. */
import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { Mark } from "./graph.ts";
import type { MarkColour } from "./palette.ts";
import type { Point } from "./placed.ts";
import { element, rounded, type Element } from "./xml.ts";

export function markColour(mark: Mark): MarkColour {
  return mark.kind === "finding" ? mark.severity : mark.kind;
}

/** The classes of a line that is marked: what only the first of two models has is dashed, what is otherwise is not thick. */
export function lineClasses(mark: Mark): string {
  const colour = `on-${markColour(mark)}`;
  if (mark.kind === "changed") return colour;
  return `marked ${colour}${mark.kind === "removed" ? " gone" : ""}`;
}

/** A badge at a point; findings have the number under which they stand below the picture. */
export function badgeOf(colour: MarkColour, { x, y }: Point, number?: number): readonly Element[] {
  const under = `of-${colour}`;
  const sign = (text: string): Element =>
    element(
      "text",
      { class: "sign strong middle", x, y: y + 4, "font-size": text.length > 2 ? 9 : 11 },
      text,
    );
  const circle = (radius = 9): Element => element("circle", { class: under, cx: x, cy: y, r: radius });
  const drawn = (d: string): Element => element("path", { class: "scratch", d });
  const p = (dx: number, dy: number): string => `${rounded(x + dx)} ${rounded(y + dy)}`;
  switch (colour) {
    case "error":
      // An octagon, as on the road.
      return [
        polygon(under, { x, y }, 10, octagon),
        number === undefined
          ? drawn(`M${p(-4, -4)} L${p(4, 4)} M${p(-4, 4)} L${p(4, -4)}`)
          : sign(String(number)),
      ];
    case "warning":
      return [polygon(under, { x, y }, 14, triangle), sign(number === undefined ? "!" : String(number))];
    case "hint":
      return [circle(), sign(number === undefined ? "i" : String(number))];
    case "removed":
      return [circle(), drawn(`M${p(-5, 0)} L${p(5, 0)}`)];
    case "added":
      return [circle(), drawn(`M${p(-5, 0)} L${p(5, 0)} M${p(0, -5)} L${p(0, 5)}`)];
    case "changed":
      return [circle(), drawn(`M${p(-5, 1.5)} Q${p(-2.5, -5)} ${p(0, 0)} Q${p(2.5, 5)} ${p(5, -1.5)}`)];
    case "way":
      return [circle(), drawn(`M${p(-5, 0)} L${p(4, 0)} M${p(0.5, -3.5)} L${p(4, 0)} L${p(0.5, 3.5)}`)];
    case "circle":
      return [
        circle(),
        drawn(`M${p(3.5, -3.5)} A5 5 0 1 0 ${p(5, 0.5)} M${p(5.5, -5.5)} L${p(3.8, -2.6)} L${p(0.8, -3.6)}`),
      ];
    case "bottleneck":
      return [
        circle(),
        drawn(`M${p(-4, -4.5)} L${p(-1, 0)} L${p(-4, 4.5)} M${p(4, -4.5)} L${p(1, 0)} L${p(4, 4.5)}`),
      ];
  }
}

/** Corners of the unit circle. */
const octagon = [
  [0.924, 0.383],
  [0.383, 0.924],
  [-0.383, 0.924],
  [-0.924, 0.383],
  [-0.924, -0.383],
  [-0.383, -0.924],
  [0.383, -0.924],
  [0.924, -0.383],
] as const;
const triangle = [
  [0, -1],
  [0.866, 0.5],
  [-0.866, 0.5],
] as const;

function polygon(
  className: string,
  { x, y }: Point,
  radius: number,
  corners: readonly (readonly [number, number])[],
): Element {
  const points = corners.map(([dx, dy]) => `${rounded(x + radius * dx)},${rounded(y + radius * dy)}`);
  return element("polygon", { class: className, points: points.join(" ") });
}

/** What is found in a node or an edge, and the number that it has in the picture. */
export interface FindingOf {
  readonly severity: Severity;
  readonly texts: readonly string[];
  readonly number: number;
}

/** Numbers for the findings of a picture, in the order of its nodes and edges; the same words have one number. */
export function numberedFindings(marks: readonly (Mark | undefined)[]): ReadonlyMap<Mark, FindingOf> {
  const numbered = new Map<Mark, FindingOf>();
  const known = new Map<string, number>();
  for (const mark of marks) {
    if (mark?.kind !== "finding" || mark.texts.length === 0 || numbered.has(mark)) continue;
    const key = JSON.stringify([mark.severity, mark.texts]);
    const number = known.get(key) ?? known.size + 1;
    known.set(key, number);
    numbered.set(mark, { severity: mark.severity, texts: mark.texts, number });
  }
  return numbered;
}

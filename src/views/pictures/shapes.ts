/* The form of each kind of node. The kinds differ by form and line, so that a copy in black and white says as much. */
import type { NodeKind } from "./graph.ts";
import type { Tint } from "./palette.ts";
import type { Box } from "./placed.ts";
import { element, rounded, type Element } from "./xml.ts";

export const tints: Readonly<Record<NodeKind, Tint>> = {
  "function system": "blue",
  organization: "green",
  interaction: "violet",
  movement: "orange",
  "psychic system": "yellow",
  machine: "grey",
  society: "none",
  environment: "teal",
  population: "teal",
  coupling: "yellow",
  sensitivity: "blue",
  operation: "blue",
  event: "teal",
  quantity: "teal",
  expectation: "green",
  decision: "violet",
  channel: "yellow",
  cluster: "grey",
  more: "none",
};

/** Draws the form around a box; `extra` are classes for its line. */
export function shapeOf(kind: NodeKind, box: Box, extra = ""): readonly Element[] {
  const shape = ["shape", tints[kind], ...(extra === "" ? [] : [extra])].join(" ");
  const detail = ["detail", ...(extra === "" ? [] : [extra])].join(" ");
  const { width: w, height: h } = box;
  const [left, top] = [box.x - w / 2, box.y - h / 2];
  const [right, bottom] = [left + w, top + h];
  const rect = (radius: number, className = shape, inset = 0): Element =>
    element("rect", {
      class: className,
      x: left + inset,
      y: top + inset,
      width: w - 2 * inset,
      height: h - 2 * inset,
      rx: radius === 0 ? undefined : Math.max(0, radius - inset),
    });
  const polygon = (points: readonly (readonly [number, number])[]): Element =>
    element("polygon", {
      class: shape,
      points: points.map(([x, y]) => `${rounded(x)},${rounded(y)}`).join(" "),
    });
  const line = (x1: number, y1: number, x2: number, y2: number): Element =>
    element("line", { class: detail, x1, y1, x2, y2 });
  const cut = Math.min(12, h / 2);
  switch (kind) {
    case "function system":
      return [rect(10), rect(10, detail, 3.5)];
    case "organization":
      return [rect(0), line(left + 6, top, left + 6, bottom), line(right - 6, top, right - 6, bottom)];
    case "interaction":
      return [
        polygon([
          [left + cut, top],
          [right - cut, top],
          [right, top + cut],
          [right, bottom - cut],
          [right - cut, bottom],
          [left + cut, bottom],
          [left, bottom - cut],
          [left, top + cut],
        ]),
      ];
    case "movement":
      return [
        polygon([
          [left, top],
          [right - cut, top],
          [right, box.y],
          [right - cut, bottom],
          [left, bottom],
          [left + cut, box.y],
        ]),
      ];
    case "psychic system":
      return [element("ellipse", { class: shape, cx: box.x, cy: box.y, rx: w / 2, ry: h / 2 })];
    case "environment":
      return [element("ellipse", { class: `${shape} dashed`, cx: box.x, cy: box.y, rx: w / 2, ry: h / 2 })];
    case "machine": {
      const bolt = (x: number, y: number): Element =>
        element("circle", { class: detail, cx: x, cy: y, r: 2 });
      return [
        rect(0),
        bolt(left + 6, top + 6),
        bolt(right - 6, top + 6),
        bolt(left + 6, bottom - 6),
        bolt(right - 6, bottom - 6),
      ];
    }
    case "population": {
      const back = { class: shape, rx: 6, width: w - 8, height: h - 8 };
      return [
        element("rect", { ...back, x: left + 8, y: top }),
        element("rect", { ...back, x: left + 4, y: top + 4 }),
        element("rect", { ...back, x: left, y: top + 8 }),
      ];
    }
    case "society":
      return [rect(14, `${shape} thick`)];
    case "coupling":
    case "channel":
      return [rect(Math.min(h / 2, 16))];
    case "decision":
      return [
        polygon([
          [left + cut, top],
          [right - cut, top],
          [right, box.y],
          [right - cut, bottom],
          [left + cut, bottom],
          [left, box.y],
        ]),
      ];
    case "sensitivity":
      return [
        polygon([
          [left, top],
          [right, top],
          [right, bottom],
          [left, bottom],
          [left + cut, box.y],
        ]),
      ];
    case "event":
      return [
        polygon([
          [left, top],
          [right - cut, top],
          [right, box.y],
          [right - cut, bottom],
          [left, bottom],
        ]),
      ];
    case "quantity":
      return [
        polygon([
          [left + cut, top],
          [right, top],
          [right - cut, bottom],
          [left, bottom],
        ]),
      ];
    case "expectation": {
      const fold = Math.min(9, h / 2);
      return [
        polygon([
          [left, top],
          [right - fold, top],
          [right, top + fold],
          [right, bottom],
          [left, bottom],
        ]),
        element("polyline", {
          class: detail,
          points: [
            [right - fold, top],
            [right - fold, top + fold],
            [right, top + fold],
          ]
            .map(([x = 0, y = 0]) => `${rounded(x)},${rounded(y)}`)
            .join(" "),
        }),
      ];
    }
    case "operation":
      return [rect(6)];
    case "cluster":
      return [rect(14), rect(14, `${detail} dotted`, 4)];
    case "more":
      return [rect(4, `${shape} dotted`)];
  }
}

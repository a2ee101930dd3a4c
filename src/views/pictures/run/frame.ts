/*
 * What all pictures of a run have in common: the sheet with its title and what it says to whoever cannot see it, the styles, and
 * how texts stand on it. Two values of a code differ by what fills them, not by colour alone.
 */
import { visible } from "../../../base/visible.ts";
import { textWidth, tied, wrappedText } from "../metrics.ts";
import { element, writeXml, type Element } from "../xml.ts";

export interface PictureOptions {
  /** As wide as that if it can be; what has more to show is wider. */
  readonly width?: number | undefined;
  /** Without it the scenario and its label. */
  readonly title?: string | undefined;
}

/** The fonts that are asked for, in this order; the last is whatever there is. */
const fontFamily = 'system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif';

/** Sizes of the font. */
export const sizes = { title: 17, text: 12.5, small: 11 } as const;
export type Size = keyof typeof sizes;
/** From one line of a text to the next, in parts of the size of the font. */
export const leading = 1.3;
/** Around everything. */
export const margin = 16;

/** All that a picture ever has, so that no text of a model can become a rule. The names are those of these pictures alone. */
const light = `
.niklas-run .paper { fill: #ffffff }
.niklas-run text { fill: #1b1f24 }
.niklas-run .faint { fill: #57606a }
.niklas-run .wrong { fill: #a40e26 }
.niklas-run .halo { paint-order: stroke; stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round }
.niklas-run .on-first { paint-order: stroke; stroke: #cfe3fb; stroke-width: 4px; stroke-linejoin: round }
.niklas-run .strong { font-weight: 600 }
.niklas-run .rule { stroke: #d0d7de; fill: none }
.niklas-run .life { stroke: #8c959f; fill: none }
.niklas-run .box { fill: #f6f8fa; stroke: #57606a }
.niklas-run .line { stroke: #0a4f9e; fill: none }
.niklas-run .head { fill: #0a4f9e; stroke: none }
.niklas-run .bar { stroke: #8a3b00; fill: none }
.niklas-run .barhead { fill: #8a3b00; stroke: none }
.niklas-run .mark { fill: #1b1f24; stroke: #1b1f24 }
.niklas-run .open { fill: #ffffff; stroke: #1b1f24 }
.niklas-run .alarm { fill: #ffffff; stroke: #a40e26 }
.niklas-run .under { fill: #9ec5f0; stroke: none }
.niklas-run .first { fill: #cfe3fb; stroke: #0a4f9e }
.niklas-run .second { stroke: #0a4f9e }
.niklas-run .undecided { stroke: #57606a }
.niklas-run .pattern-paper { fill: #ffffff }
.niklas-run .pattern-line { stroke: #8fb4dd; fill: none }
.niklas-run .hatch-line { stroke: #8c959f; fill: none }
.niklas-run .without { stroke: #8a3b00; fill: none }
`;
const dark = `
.niklas-run .paper, .niklas-run .open, .niklas-run .alarm, .niklas-run .pattern-paper { fill: #12161c }
.niklas-run text { fill: #e6eaef }
.niklas-run .faint { fill: #a3adb8 }
.niklas-run .wrong { fill: #ff9a9a }
.niklas-run .halo { stroke: #12161c }
.niklas-run .on-first { stroke: #1f4a7d }
.niklas-run .rule { stroke: #2c343e }
.niklas-run .life { stroke: #6b7683 }
.niklas-run .box { fill: #1c232c; stroke: #a3adb8 }
.niklas-run .line { stroke: #7db7f7 }
.niklas-run .head { fill: #7db7f7 }
.niklas-run .bar { stroke: #f0a35e }
.niklas-run .barhead { fill: #f0a35e }
.niklas-run .mark { fill: #e6eaef; stroke: #e6eaef }
.niklas-run .open { stroke: #e6eaef }
.niklas-run .alarm { stroke: #ff9a9a }
.niklas-run .under { fill: #2f5687 }
.niklas-run .first { fill: #1f4a7d; stroke: #7db7f7 }
.niklas-run .second { stroke: #7db7f7 }
.niklas-run .undecided { stroke: #a3adb8 }
.niklas-run .pattern-line { stroke: #3b5f8c }
.niklas-run .hatch-line { stroke: #6b7683 }
.niklas-run .without { stroke: #f0a35e }
`;
const style = `${light}@media (prefers-color-scheme: dark) {${dark}}\n`;

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What the picture shows, in a sentence or two. */
  readonly description: string;
}

/** A picture, complete. */
export function sheet({ width, height, title, description }: Sheet, children: readonly Element[]): string {
  return writeXml(
    element(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        class: "niklas-run",
        role: "img",
        width: Math.ceil(width),
        height: Math.ceil(height),
        viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
        "font-family": fontFamily,
        "font-size": sizes.text,
      },
      element("title", {}, visible(title)),
      element("desc", {}, visible(description)),
      element("style", {}, style),
      element(
        "defs",
        {},
        pattern("niklas-run-second", "pattern-line", "M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2"),
        pattern("niklas-run-undecided", "hatch-line", "M0,0 l6,6 M0,6 l6,-6"),
      ),
      element("rect", { class: "paper", x: 0, y: 0, width: Math.ceil(width), height: Math.ceil(height) }),
      ...children,
    ),
  );
}

function pattern(id: string, lines: string, d: string): Element {
  return element(
    "pattern",
    { id, patternUnits: "userSpaceOnUse", width: 6, height: 6 },
    element("rect", { class: "pattern-paper", x: 0, y: 0, width: 6, height: 6 }),
    element("path", { class: lines, d, "stroke-width": 1 }),
  );
}

/** What of a code a value is: that with which it designates, the other side, or neither. */
export type Tone = "first" | "second" | "undecided";

/** A surface that is filled as a value of a code is. */
export function toned(
  tone: Tone,
  of: string,
  at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  round = 0,
): Element {
  return element("rect", {
    class: `${tone} ${of}`,
    ...at,
    rx: round === 0 ? undefined : round,
    fill: tone === "first" ? undefined : `url(#niklas-run-${tone})`,
    "stroke-dasharray": tone === "undecided" ? "3 2" : undefined,
  });
}

export interface TextStyle {
  readonly size?: Size | undefined;
  readonly anchor?: "start" | "middle" | "end" | undefined;
  /** Names of our styles. */
  readonly of?: string | undefined;
}

/** A line of text; `y` is its baseline. */
export function textAt(
  text: string,
  x: number,
  y: number,
  { size = "text", anchor, of }: TextStyle = {},
): Element {
  return element(
    "text",
    {
      class: of,
      x,
      y,
      "font-size": size === "text" ? undefined : sizes[size],
      "text-anchor": anchor === "start" ? undefined : anchor,
    },
    text,
  );
}

/** Lines below one another; `y` is the upper edge. */
export function linesAt(
  lines: readonly string[],
  x: number,
  y: number,
  of: TextStyle = {},
): readonly Element[] {
  const size = sizes[of.size ?? "text"];
  return lines.map((line, number) => textAt(line, x, y + size * (leading * number + 1), of));
}

export function heightOf(lines: readonly string[], size: Size = "text"): number {
  return lines.length * sizes[size] * leading;
}

/** A text of the model's, as it stands in pictures, in lines. A value stays with its name where it can. */
export function linesOf(text: string, room: number, size: Size = "text", strong = false): readonly string[] {
  const held = visible(text).replaceAll(": ", `:${tied}`).replaceAll("→ ", `→${tied}`);
  return wrappedText(held, { size: sizes[size], strong }, room);
}

export function widthOf(text: string, size: Size = "text", strong = false): number {
  return textWidth(text, { size: sizes[size], strong });
}

/** The title at the top of a sheet, and how high it is. */
export function heading(
  title: string,
  below: string | undefined,
  width: number,
): { readonly elements: readonly Element[]; readonly height: number } {
  const room = width - 2 * margin;
  const titleLines = linesOf(title, room, "title", true);
  const lines = below === undefined ? [] : linesOf(below, room);
  const second = margin + heightOf(titleLines, "title") + 2;
  return {
    elements: [
      ...linesAt(titleLines, margin, margin, { size: "title", of: "strong" }),
      ...linesAt(lines, margin, second, { of: "faint" }),
    ],
    height: second + heightOf(lines) + 8,
  };
}

/** The head of an arrow: its tip is at a point, and it points in the direction of a vector. */
export function arrowHead(x: number, y: number, dx: number, dy: number, of = "head"): Element {
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const point = (along: number, aside: number): string =>
    `${Math.round((x - ux * along - uy * aside) * 100) / 100},${Math.round((y - uy * along + ux * aside) * 100) / 100}`;
  return element("polygon", { class: of, points: `${point(0, 0)} ${point(8, 3.5)} ${point(8, -3.5)}` });
}

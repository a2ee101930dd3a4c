/* What stands in a node, and how much room it needs: decided before anything is laid out. */
import { visible } from "../../base/visible.ts";
import type { GraphEdge, GraphNode, Group, NodeKind } from "./graph.ts";
import { lineHeight, sizes, textWidth, tied, wrappedText, type Lettering } from "./metrics.ts";

/** A line of text; `y` is its base line, seen from the top of what it stands in. */
export interface Row {
  readonly text: string;
  readonly y: number;
  readonly size: number;
  readonly strong: boolean;
}

export interface Card {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly Row[];
}

/** The room between the text and the line around it; forms that taper need more. */
interface Padding {
  readonly x: number;
  readonly y: number;
  /** How much wider and higher than the text the form has to be for the text to stand in it. */
  readonly factor?: number;
}

const usual: Padding = { x: 12, y: 8 };
const paddings: ReadonlyMap<NodeKind, Padding> = new Map<NodeKind, Padding>([
  ["function system", { x: 16, y: 11 }],
  ["organization", { x: 18, y: 8 }],
  ["interaction", { x: 18, y: 9 }],
  ["movement", { x: 22, y: 9 }],
  ["psychic system", { x: 8, y: 6, factor: Math.SQRT2 }],
  ["machine", { x: 16, y: 12 }],
  ["environment", { x: 6, y: 4, factor: Math.SQRT2 }],
  ["population", { x: 16, y: 12 }],
  ["coupling", { x: 16, y: 6 }],
  ["channel", { x: 16, y: 6 }],
  ["decision", { x: 20, y: 8 }],
  ["sensitivity", { x: 20, y: 8 }],
  ["event", { x: 20, y: 8 }],
  ["quantity", { x: 20, y: 8 }],
  ["expectation", { x: 16, y: 8 }],
  ["cluster", { x: 18, y: 12 }],
]);

/** Titles are broken at some 24 columns, what stands below them a little later. */
const widestTitle = 176;
const widestLine = 190;
const mostRows = 9;

export function cardOf({ kind, title, lines }: GraphNode): Card {
  const strong = { size: sizes.title, strong: true };
  const plain = { size: sizes.line, strong: false };
  const titles = wrappedText(visible(title), strong, widestTitle, { most: 5, compounds: true });
  const others = lines
    .flatMap((line) => wrappedText(visible(line), plain, widestLine, { most: 4, compounds: true }))
    .slice(0, mostRows);
  const { x, y, factor = 1 } = paddings.get(kind) ?? usual;
  const texts = [
    ...titles.map((text) => ({ text, ...strong })),
    ...others.map((text) => ({ text, ...plain })),
  ];
  const width = Math.max(24, ...texts.map((row) => textWidth(row.text, row)));
  const height = texts.reduce((sum, { size }) => sum + size * lineHeight, 0);
  const whole = { width: Math.ceil(width * factor + 2 * x), height: Math.ceil(height * factor + 2 * y) };
  return { ...whole, rows: rowsFrom(texts, (whole.height - height) / 2) };
}

/** The text of an edge, and the room that the layout is to leave for it. */
export function labelOf({ label }: GraphEdge): Card {
  const plain = { size: sizes.line, strong: false };
  const texts = label
    .flatMap((line) => clauses(visible(line), plain))
    .flatMap((line) => wrappedText(held(line), plain, widestLine, { most: 4, compounds: true }))
    .map((text) => ({ text, ...plain }));
  if (texts.length === 0) return { width: 0, height: 0, rows: [] };
  const width = Math.max(...texts.map((row) => textWidth(row.text, row)));
  const height = texts.length * sizes.line * lineHeight;
  return { width: Math.ceil(width + 8), height: Math.ceil(height + 4), rows: rowsFrom(texts, 2) };
}

/** A channel that does not fit into a line goes on with its condition, or with how and when it carries. */
function clauses(line: string, lettering: Lettering): readonly string[] {
  return textWidth(line, lettering) <= widestLine
    ? [line]
    : line.split(/ (?=(?:when|with chance|after|at most) )/u);
}

/** What is compared stays with that with which it is, and an arrow with that to which it points. */
function held(line: string): string {
  return line.replace(/ ([<>=!]=?) /gu, `${tied}$1${tied}`).replaceAll("→ ", `→${tied}`);
}

/** The title of a group, which stands in its upper left corner. */
export function headOf({ title }: Group): Card {
  const lettering = { size: sizes.title, strong: true };
  const texts = wrappedText(visible(title), lettering, 320, { most: 3, compounds: true }).map((text) => ({
    text,
    ...lettering,
  }));
  const width = Math.max(0, ...texts.map((row) => textWidth(row.text, row)));
  const height = texts.length * sizes.title * lineHeight;
  return { width: Math.ceil(width + 16), height: Math.ceil(height + 8), rows: rowsFrom(texts, 4) };
}

function rowsFrom(texts: readonly Omit<Row, "y">[], top: number): readonly Row[] {
  let y = top;
  return texts.map((row) => {
    const baseline = y + row.size * 1.02;
    y += row.size * lineHeight;
    return { ...row, y: baseline };
  });
}

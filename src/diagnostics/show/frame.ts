import type { Severity } from "../diagnostic.ts";
import type { IndexedText } from "../locate.ts";
import { displayWidth } from "../width.ts";
import type { LineOptions, Stretch } from "./line.ts";
import { shownLine } from "./line.ts";
import type { MarkedStretch } from "./marks.ts";
import { lineOf } from "./marks.ts";
import type { Paint, Style } from "./paint.ts";
import type { Signs } from "./signs.ts";
import { wrapped } from "./wrap.ts";

export interface FrameOptions {
  readonly paint: Paint;
  readonly signs: Signs;
  readonly severity: Severity;
  /** The columns that line numbers take. */
  readonly gutter: number;
  /** The columns right of the frame, if lines and labels are to be fitted to them. */
  readonly columns: number | undefined;
  readonly line: LineOptions;
}

/** Something written at a column of a row. */
interface Written {
  readonly column: number;
  readonly text: string;
  readonly style: Style;
}

interface Drawn extends Stretch {
  readonly label: string | undefined;
  readonly style: Style;
  readonly primary: boolean;
}

/** Labels are wrapped only where at least this many columns are left for them. */
const narrowestLabel = 24;

/** The rows of an excerpt: the marked lines with their numbers, each with what is marked in it below. */
export function excerptRows(
  indexed: IndexedText,
  stretches: readonly MarkedStretch[],
  options: FrameOptions,
): readonly string[] {
  const marked = [...new Set(stretches.map(({ line }) => line))].sort((a, b) => a - b);
  const rows: string[] = [];
  let before: number | undefined;
  for (const line of marked) {
    if (before !== undefined && line === before + 2) rows.push(...lineRows(indexed, line - 1, [], options));
    else if (before !== undefined && line > before + 2) rows.push(gapRow(options));
    rows.push(
      ...lineRows(
        indexed,
        line,
        stretches.filter((stretch) => stretch.line === line),
        options,
      ),
    );
    before = line;
  }
  return rows;
}

/** A row of the frame without a line number. */
export function frameRow(content: string, { paint, signs, gutter }: FrameOptions): string {
  return `${" ".repeat(gutter)} ${paint("frame", signs.bar)} ${content}`.trimEnd();
}

/** The row that says where an excerpt is from. */
export function cornerRow(title: string, { paint, signs, gutter }: FrameOptions): string {
  return `${" ".repeat(gutter)} ${paint("frame", signs.corner)} ${title}`;
}

function gapRow({ paint, signs, gutter }: FrameOptions): string {
  return `${" ".repeat(gutter)} ${paint("frame", signs.gap)}`;
}

function lineRows(
  indexed: IndexedText,
  line: number,
  stretches: readonly MarkedStretch[],
  options: FrameOptions,
): readonly string[] {
  const { paint, signs, gutter } = options;
  const shown = shownLine(lineOf(indexed, line), stretches, options.line);
  const number = paint("frame", `${String(line).padStart(gutter)} ${signs.bar}`);
  const drawn = stretches.map((stretch): Drawn => {
    const { from, to } = shown.columns(stretch);
    const style = stretch.primary ? options.severity : "related";
    return { from, to: Math.max(to, from + 1), label: stretch.label, style, primary: stretch.primary };
  });
  return [
    `${number} ${shown.text}`.trimEnd(),
    ...underRows(drawn, options).map((row) => frameRow(row, options)),
  ];
}

/** The underlines of one line, and their labels: the last beside its underline if it fits, the others below. */
function underRows(drawn: readonly Drawn[], options: FrameOptions): readonly string[] {
  if (drawn.length === 0) return [];
  const room = (column: number): number | undefined =>
    options.columns === undefined ? undefined : options.columns - column;
  const end = Math.max(...drawn.map(({ to }) => to));
  const labelled = drawn
    .filter(({ label }) => label !== undefined)
    .sort((a, b) => b.from - a.from || Number(a.primary) - Number(b.primary));
  const beside = labelled.find(
    ({ to, label = "" }) => to === end && displayWidth(label) <= (room(to + 1) ?? Infinity),
  );
  const below = labelled.filter((candidate) => candidate !== beside);
  const first = underline(drawn, options.signs);
  if (beside?.label !== undefined) first.push({ column: end + 1, text: beside.label, style: beside.style });
  const rows = [row(first, options.paint)];
  below.forEach(({ from, label = "", style }, index) => {
    const bars = below
      .slice(index + 1)
      .filter((other) => other.from < from)
      .map((other): Written => ({ column: other.from, text: options.signs.bar, style: other.style }));
    const left = room(from);
    for (const text of wrapped(label, left !== undefined && left >= narrowestLabel ? left : undefined)) {
      rows.push(row([...bars, { column: from, text, style }], options.paint));
    }
  });
  return rows;
}

/** The underlines of a line, a primary one over the others. */
function underline(drawn: readonly Drawn[], signs: Signs): Written[] {
  const styles: Drawn[] = [];
  for (const mark of [...drawn].sort((a, b) => Number(a.primary) - Number(b.primary))) {
    for (let column = mark.from; column < mark.to; column += 1) styles[column] = mark;
  }
  const runs: Written[] = [];
  styles.forEach((mark, column) => {
    const text = mark.primary ? signs.primary : signs.related;
    const last = runs.at(-1);
    if (last !== undefined && last.style === mark.style && last.column + last.text.length === column) {
      if (last.text.startsWith(text)) {
        runs.splice(-1, 1, { ...last, text: last.text + text });
        return;
      }
    }
    runs.push({ column, text, style: mark.style });
  });
  return runs;
}

function row(written: readonly Written[], paint: Paint): string {
  let text = "";
  let reached = 0;
  for (const piece of [...written].sort((a, b) => a.column - b.column)) {
    if (piece.column < reached) continue;
    text += " ".repeat(piece.column - reached) + paint(piece.style, piece.text);
    reached = piece.column + displayWidth(piece.text);
  }
  return text;
}

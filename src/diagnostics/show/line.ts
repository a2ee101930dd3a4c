import { visible } from "../../base/visible.ts";
import { displayWidth, graphemes } from "../width.ts";

/** A stretch of one line, in UTF-16 units from its beginning. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A line as it is shown: safe, with tabs expanded, and cut down where it is very long. */
export interface ShownLine {
  readonly text: string;
  /** The columns that a stretch of the line takes; an empty one takes none. */
  readonly columns: (stretch: Stretch) => Stretch;
}

/** A stretch that must be seen if the line has to be cut. */
export interface SeenStretch extends Stretch {
  readonly primary: boolean;
}

export interface LineOptions {
  readonly tabWidth: number;
  /** The columns there are for a line, if that is known. */
  readonly columns: number | undefined;
  /** Stands for what was cut out. */
  readonly cut: string;
  readonly ascii: boolean;
}

/** Lines of up to this many columns are shown whole, if it is not known how many there are; and at least so many. */
const widest = 120;
const narrowest = 40;

/** Of wider lines so many columns are shown on either side of the place itself, and of those related to it. */
const around = 60;
const aroundRelated = 20;

interface Cell extends Stretch {
  readonly text: string;
  readonly column: number;
  readonly width: number;
}

/** Lays out a line (without what ends it). What it costs does not grow with what is cut out. */
export function shownLine(line: string, marks: readonly SeenStretch[], options: LineOptions): ShownLine {
  const room = Math.max(narrowest, options.columns ?? widest);
  if (line.length <= 4 * room) {
    const whole = layOut(line, [{ from: 0, to: line.length }], options);
    const last = whole.at(-1);
    if ((last?.column ?? 0) + (last?.width ?? 0) <= room) return shown(whole);
  }
  const windows = marks.flatMap(({ from, to, primary }) => {
    const wanted = primary ? around : aroundRelated;
    const free =
      (options.columns ?? Infinity) - Math.min(to - from, narrowest) - 2 * displayWidth(options.cut);
    const reach = Math.min(wanted, Math.max(narrowest / 4, Math.floor(free / 2)));
    return [windowAt(line, from, reach, options), windowAt(line, to, reach, options)];
  });
  return shown(layOut(line, joined(windows), options));
}

function shown(cells: readonly Cell[]): ShownLine {
  const last = cells.at(-1);
  const end = (last?.column ?? 0) + (last?.width ?? 0);
  return {
    text: cells.map(({ text }) => text).join(""),
    columns: ({ from, to }) => {
      const first = cells.find((cell) => from < cell.to);
      const start = first?.column ?? end;
      const final = to > from ? cells.find((cell) => to <= cell.to) : undefined;
      return { from: start, to: to > from ? (final ? final.column + final.width : end) : start };
    },
  };
}

/** The cells of the windows into a line, with one cell for each stretch between them that is left out. */
function layOut(line: string, windows: readonly Stretch[], options: LineOptions): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  const add = (from: number, to: number, text: string): void => {
    const width = displayWidth(text);
    cells.push({ from, to, text, column, width });
    column += width;
  };
  let reached = 0;
  for (const { from, to } of windows) {
    if (from > reached) add(reached, from, options.cut);
    for (const { text, start } of graphemes(line.slice(from, to))) {
      const tab = " ".repeat(options.tabWidth - (column % options.tabWidth));
      add(from + start, from + start + text.length, text === "\t" ? tab : visible(text, options));
    }
    reached = to;
  }
  if (reached < line.length) add(reached, line.length, options.cut);
  return cells;
}

/** What is shown up to `reach` columns around one point of a long line. */
function windowAt(line: string, point: number, reach: number, options: LineOptions): Stretch {
  let from = Math.max(0, point - reach);
  let to = Math.min(line.length, point + reach);
  if (splitsPair(line, from)) from += 1;
  if (splitsPair(line, to)) to -= 1;
  const cells = layOut(line, [{ from, to }], options).filter((cell) => from <= cell.from && cell.to <= to);
  const middle = cells.find((cell) => point < cell.to)?.column ?? (cells.at(-1)?.column ?? 0) + 1;
  const kept = cells.filter((cell) => Math.abs(cell.column - middle) <= reach || cell.from === point);
  return { from: kept[0]?.from ?? from, to: kept.at(-1)?.to ?? to };
}

function splitsPair(line: string, offset: number): boolean {
  const before = line.charCodeAt(offset - 1);
  const after = line.charCodeAt(offset);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

/** The windows in order, those that meet made one. */
function joined(windows: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const window of [...windows].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && window.from <= last.to + 3) {
      result.splice(-1, 1, { from: last.from, to: Math.max(last.to, window.to) });
    } else result.push(window);
  }
  return result;
}

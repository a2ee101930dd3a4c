import { positionAt } from "../../base/source.ts";
import type { IndexedText } from "../locate.ts";
import { within } from "../locate.ts";
import type { Stretch } from "./line.ts";

/** A place of one file that is to be underlined, with what is said of it. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label: string | undefined;
  readonly primary: boolean;
}

/** The part of a mark that lies in one line (from 1). */
export interface MarkedStretch extends Stretch {
  readonly line: number;
  readonly label: string | undefined;
  readonly primary: boolean;
}

/** Places of up to this many lines are underlined whole, of longer ones the first and the last line. */
const wholeLines = 3;

/** What to underline in which line. The label of a place of several lines stands at its first. */
export function stretchesOf(mark: Mark, indexed: IndexedText): readonly MarkedStretch[] {
  const { text, lines } = indexed;
  const { start, end } = within(mark, text);
  const first = positionAt(lines, start).line;
  let last = positionAt(lines, end).line;
  if (last > first && lines[last - 1] === end) last -= 1;
  const { primary } = mark;
  const atEnd = start === text.length && mark.label === undefined;
  const label = atEnd && primary ? "the file ends here" : mark.label;
  const stretch = (line: number, told: string | undefined): MarkedStretch => {
    const begin = lines[line - 1] ?? 0;
    const length = lineOf(indexed, line).length;
    const from = line === first ? start - begin : indentation(lineOf(indexed, line));
    const to = line === last ? Math.max(from, end - begin) : length;
    return { line, from: Math.min(from, length), to: Math.min(to, length), label: told, primary };
  };
  if (last === first) return [stretch(first, label)];
  if (last - first < wholeLines) {
    return Array.from({ length: last - first + 1 }, (_, index) =>
      stretch(first + index, index === 0 ? label : undefined),
    ).filter(({ line, from, to }) => line === first || to > from);
  }
  return [stretch(first, label), stretch(last, "to here")];
}

/** The text of a line, without what ends it. */
export function lineOf({ text, lines }: IndexedText, line: number): string {
  const start = lines[line - 1] ?? text.length;
  let end = lines[line] ?? text.length;
  if (end > start && text.charCodeAt(end - 1) === 10) end -= 1;
  if (end > start && text.charCodeAt(end - 1) === 13) end -= 1;
  return text.slice(start, end);
}

function indentation(line: string): number {
  const first = line.search(/[^ \t]/);
  return first === -1 ? line.length : first;
}

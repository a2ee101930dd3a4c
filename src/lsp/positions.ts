/* Offsets and places as the protocol has them: lines and columns from 0, columns in UTF-16 units. */
import type { Location, Position, Range } from "vscode-languageserver";
import type { Place, Span } from "../base/place.ts";
import { lineStartsOf, positionAt, type LineStarts } from "../base/source.ts";
import { within } from "../diagnostics/locate.ts";

/** A text, and where its lines begin. */
export interface Lines {
  readonly text: string;
  readonly starts: LineStarts;
  /** So long is a line (from 0), as far as it is written: what stands behind is room (`syntax/manuscript.ts`). */
  readonly lengthOf: (line: number) => number;
}

/** `written`: the text without the room that is kept in it. */
export function linesOf(text: string, written = text): Lines {
  const starts = lineStartsOf(text);
  const own = written === text ? starts : lineStartsOf(written);
  const lengthOf = (line: number): number => {
    const start = own[line] ?? written.length;
    let end = own[line + 1] ?? written.length;
    while (end > start && line + 1 < own.length && /[\r\n]/.test(written[end - 1] ?? "")) end -= 1;
    return end - start;
  };
  return { text, starts, lengthOf };
}

export function toPosition({ text, starts, lengthOf }: Lines, offset: number): Position {
  const { line, column } = positionAt(starts, Math.min(offset, text.length));
  return { line: line - 1, character: Math.min(column - 1, lengthOf(line - 1)) };
}

export function toRange(lines: Lines, span: Span): Range {
  const { start, end } = within(span, lines.text);
  return { start: toPosition(lines, start), end: toPosition(lines, end) };
}

/** What lies beyond a line or beyond the text is moved to its end. */
export function toOffset({ text, starts, lengthOf }: Lines, { line, character }: Position): number {
  if (!Number.isInteger(line) || !Number.isInteger(character) || line < 0) return 0;
  const start = starts[line];
  if (start === undefined) return text.length;
  return start + Math.min(Math.max(0, character), lengthOf(line));
}

/** Finds the lines of a file, and its address. */
export interface Locations {
  readonly lines: (file: string) => Lines;
  readonly uri: (file: string) => string;
}

export function toLocation({ lines, uri }: Locations, place: Place): Location {
  return { uri: uri(place.file), range: toRange(lines(place.file), place) };
}

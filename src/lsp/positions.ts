/* Offsets and places as the protocol has them: lines and columns from 0, columns in UTF-16 units. */
import type { Location, Position, Range } from "vscode-languageserver";
import type { Place, Span } from "../base/place.ts";
import { lineStartsOf, positionAt, type LineStarts } from "../base/source.ts";
import { within } from "../diagnostics/locate.ts";

/** A text, and where its lines begin. */
export interface Lines {
  readonly text: string;
  readonly starts: LineStarts;
}

export function linesOf(text: string): Lines {
  return { text, starts: lineStartsOf(text) };
}

export function toPosition({ text, starts }: Lines, offset: number): Position {
  const { line, column } = positionAt(starts, Math.min(offset, text.length));
  return { line: line - 1, character: column - 1 };
}

export function toRange(lines: Lines, span: Span): Range {
  const { start, end } = within(span, lines.text);
  return { start: toPosition(lines, start), end: toPosition(lines, end) };
}

/** What lies beyond a line or beyond the text is moved to its end. */
export function toOffset({ text, starts }: Lines, { line, character }: Position): number {
  if (!Number.isInteger(line) || !Number.isInteger(character) || line < 0) return 0;
  const start = starts[line];
  if (start === undefined) return text.length;
  let end = starts[line + 1] ?? text.length;
  while (end > start && line + 1 < starts.length && /[\r\n]/.test(text[end - 1] ?? "")) end -= 1;
  return Math.min(start + Math.max(0, character), end);
}

/** Finds the lines of a file, and its address. */
export interface Locations {
  readonly lines: (file: string) => Lines;
  readonly uri: (file: string) => string;
}

export function toLocation({ lines, uri }: Locations, place: Place): Location {
  return { uri: uri(place.file), range: toRange(lines(place.file), place) };
}

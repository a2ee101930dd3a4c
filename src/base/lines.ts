/* Places as lines and columns, from 0, columns in UTF-16 units: what stays the same when a text is given room between its lines. */
import { lineStartsOf, positionAt, type LineStarts } from "./source.ts";

/** A text, and where its lines begin. */
export interface Lines {
  readonly text: string;
  readonly starts: LineStarts;
  /** So long is a line (from 0), as far as it is written: what stands behind is room (`syntax/manuscript.ts`). */
  readonly lengthOf: (line: number) => number;
}

export interface LinePosition {
  readonly line: number;
  readonly character: number;
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

export function toPosition({ text, starts, lengthOf }: Lines, offset: number): LinePosition {
  const { line, column } = positionAt(starts, Math.min(offset, text.length));
  return { line: line - 1, character: Math.min(column - 1, lengthOf(line - 1)) };
}

/** What lies beyond a line or beyond the text is moved to its end. */
export function toOffset({ text, starts, lengthOf }: Lines, { line, character }: LinePosition): number {
  if (!Number.isInteger(line) || !Number.isInteger(character) || line < 0) return 0;
  const start = starts[line];
  if (start === undefined) return text.length;
  return start + Math.min(Math.max(0, character), lengthOf(line));
}

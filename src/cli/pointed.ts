/* `FILE`, `FILE:LINE` and `FILE:LINE:COLUMN`: what a word of the command line points at. */
import { resolve } from "node:path";
import type { Span } from "../base/place.ts";
import { lineStartsOf, positionAt } from "../base/source.ts";
import { counted, quoted } from "../base/words.ts";
import { endOfLine } from "../syntax/layout.ts";
import { UsageError } from "./failure.ts";
import { kindAt } from "./paths.ts";

export interface Pointed {
  readonly path: string;
  /** From 1; undefined: not said. */
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** A file that is really called so is meant, whatever numbers its name ends with. */
export function pointedAt(word: string, workingFolder: string): Pointed {
  const [, path = word, line, column] = /^(.+?)(?::(\d+))(?::(\d+))?$/su.exec(word) ?? [];
  if (line === undefined || kindAt(resolve(workingFolder, word)) !== "none")
    return { path: word, line: undefined, column: undefined };
  return { path, line: Number(line), column: column === undefined ? undefined : Number(column) };
}

/** The stretch of the text: a line without the space around it, or the place of one sign. */
export function stretchOf({ path, line, column }: Pointed, text: string): Span | undefined {
  if (line === undefined) return undefined;
  const starts = lineStartsOf(text);
  const start = starts[line - 1];
  if (start === undefined)
    throw new UsageError(`${quoted(path)} has no line ${line}`, `it has ${counted(starts.length, "line")}`);
  const end = endOfLine(text, start);
  if (column !== undefined) {
    const offset = start + column - 1;
    if (column < 1 || offset > end)
      throw new UsageError(
        `line ${line} of ${quoted(path)} has no column ${column}`,
        `it has ${counted(end - start, "column")}`,
      );
    return { start: offset, end: offset };
  }
  const written = text.slice(start, end);
  const [first, last] = [written.length - written.trimStart().length, written.trimEnd().length];
  return { start: start + Math.min(first, last), end: start + last };
}

/** `12` or `12:5`. */
export function positionText(text: string, offset: number, withColumn: boolean): string {
  const { line, column } = positionAt(lineStartsOf(text), offset);
  return withColumn ? `${line}:${column}` : String(line);
}

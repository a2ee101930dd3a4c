import type { Place } from "../base/place.ts";
import type { LineStarts, Position, Source } from "../base/source.ts";
import { lineStartsOf, positionAt } from "../base/source.ts";

/** The texts of files by the names that places carry: as the result of a check has them, or as the caller finds them. */
export type Sources = ReadonlyMap<string, Source> | ((file: string) => Source | undefined);

/** The text of a file; `undefined` where it cannot be had. */
export function sourceIn(sources: Sources, file: string): Source | undefined {
  return typeof sources === "function" ? sources(file) : sources.get(file);
}

/** A text with the offsets at which its lines begin. */
export interface IndexedText {
  readonly text: string;
  readonly lines: LineStarts;
}

export interface Located {
  readonly start: Position;
  readonly end: Position;
}

/** Turns places into lines and columns; each text is indexed once. */
export interface Locator {
  readonly text: (file: string) => IndexedText | undefined;
  /** Both ends of a place; those of an unknown file are the beginning of it. */
  readonly locate: (place: Place) => Located;
}

export function locator(sources: Sources): Locator {
  const texts = new Map<string, IndexedText | undefined>();
  const textOf = (file: string): IndexedText | undefined => {
    if (!texts.has(file)) {
      const text = sourceIn(sources, file)?.text;
      texts.set(file, text === undefined ? undefined : { text, lines: lineStartsOf(text) });
    }
    return texts.get(file);
  };
  return {
    text: textOf,
    locate: (place) => {
      const indexed = textOf(place.file);
      if (indexed === undefined) return { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
      const { start, end } = within(place, indexed.text);
      return { start: positionAt(indexed.lines, start), end: positionAt(indexed.lines, end) };
    },
  };
}

/** A span moved into a text where it reaches beyond it, its end not before its start. */
export function within(
  span: { readonly start: number; readonly end: number },
  text: string,
): { readonly start: number; readonly end: number } {
  const start = Math.min(Math.max(0, span.start), text.length);
  return { start, end: Math.min(Math.max(start, span.end), text.length) };
}

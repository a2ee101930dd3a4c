/* Offsets and places as the protocol has them. */
import type { Location, Range } from "vscode-languageserver";
import { toPosition, type Lines } from "../base/lines.ts";
import type { Place, Span } from "../base/place.ts";
import { within } from "../diagnostics/locate.ts";

export { linesOf, toOffset, toPosition, type Lines } from "../base/lines.ts";

export function toRange(lines: Lines, span: Span): Range {
  const { start, end } = within(span, lines.text);
  return { start: toPosition(lines, start), end: toPosition(lines, end) };
}

/** Finds the lines of a file, and its address. */
export interface Locations {
  readonly lines: (file: string) => Lines;
  readonly uri: (file: string) => string;
}

export function toLocation({ lines, uri }: Locations, place: Place): Location {
  return { uri: uri(place.file), range: toRange(lines(place.file), place) };
}

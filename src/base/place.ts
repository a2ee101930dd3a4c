/** A stretch of one text, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a named source. `file` is the name the host knows the source by, not necessarily a path. */
export interface Place extends Span {
  readonly file: string;
}

/** The place of a span within the file it belongs to. */
export function placeIn(file: string, span: Span): Place {
  return { file, start: span.start, end: span.end };
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Orders places as a reader meets them: by file name, then by where they begin, then by where they end. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}

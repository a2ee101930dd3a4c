/** A text and the name the host knows it by. Everything that is read begins as one of these. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** Line and column, both from 1; the column counts UTF-16 units, as editors and SARIF do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The offsets at which the lines of a text begin. LF, CRLF and CR each end a line. */
export type LineStarts = readonly number[];

export function lineStartsOf(text: string): LineStarts {
  const starts = [0];
  if (!text.includes("\r")) {
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
    return starts;
  }
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || (unit === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return starts;
}

/** The position of an offset. Offsets outside the text are moved to its nearest end. */
export function positionAt(lines: LineStarts, offset: number): Position {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(0, offset - (lines[low] ?? 0)) + 1 };
}

/** The text of a line (from 1), without what ends it. */
export function lineText(text: string, lines: LineStarts, line: number): string {
  const start = lines[line - 1] ?? text.length;
  const end = lines[line] ?? text.length;
  return text.slice(start, end).replace(/(\r\n|\r|\n)$/, "");
}

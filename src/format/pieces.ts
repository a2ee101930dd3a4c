/* What stands in a text, in order: its tokens, and before each the comments that no token holds. */
import type { Source } from "../base/source.ts";
import { scan, type Comment } from "../syntax/scan.ts";

/** A token as it is written, with the comments between it and the one before. The last stands for the end of the text. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly comments: readonly PlacedComment[];
  /** Whether a line lies empty right before it. */
  readonly spaced: boolean;
  /** Whether it begins a line. */
  readonly begins: boolean;
}

export interface PlacedComment {
  readonly kind: Comment["kind"];
  /** Without white space at its end. */
  readonly text: string;
  readonly begins: boolean;
  readonly spaced: boolean;
}

export function piecesOf(source: Source): readonly Piece[] {
  const { text } = source;
  const { tokens, comments } = scan(source);
  const pieces: Piece[] = [];
  let last = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let next = 0;
  for (const token of [...tokens, { startOffset: text.length, end: text.length }]) {
    const before: PlacedComment[] = [];
    for (let comment = comments[next]; comment !== undefined; comment = comments[(next += 1)]) {
      if (comment.start >= token.startOffset) break;
      before.push({
        kind: comment.kind,
        text: text.slice(comment.start, comment.end).trimEnd(),
        ...between(text, last, comment.start),
      });
      last = comment.end;
    }
    const { startOffset: start, end } = token;
    pieces.push({
      text: text.slice(start, end),
      start,
      end,
      comments: before,
      ...between(text, last, start),
    });
    last = end;
  }
  return pieces;
}

/** What the white space between two things says. The start of the text begins a line. */
function between(text: string, from: number, to: number): Pick<Piece, "begins" | "spaced"> {
  const lines = text.slice(from, to).split(/\r\n|\r|\n/).length - 1;
  const atStart = text.slice(0, from).trim() === "";
  return { begins: lines > 0 || (from <= 1 && atStart), spaced: lines > 1 };
}

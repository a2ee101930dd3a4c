/*
 * A text that has been changed several times over, as pieces of the old text and of new: so that all changes together can be
 * told by places of the text that the modeller has before him.
 */
import { inOrder } from "../../diagnostics/edits.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";

type Piece =
  | { readonly kind: "old"; readonly start: number; readonly end: number }
  | { readonly kind: "new"; readonly text: string };

export interface Patch {
  readonly original: string;
  readonly pieces: readonly Piece[];
}

export function unpatched(original: string): Patch {
  return { original, pieces: [{ kind: "old", start: 0, end: original.length }] };
}

/** The text as it is by now. */
export function patchedText({ original, pieces }: Patch): string {
  return pieces
    .map((piece) => (piece.kind === "old" ? original.slice(piece.start, piece.end) : piece.text))
    .join("");
}

/** The patch with edits more, which are of the text as it is by now and do not overlap. What lies behind its end is at its end. */
export function patchedBy(patch: Patch, edits: readonly Edit[]): Patch {
  const length = patchedText(patch).length;
  const pieces: Piece[] = [];
  let from = 0;
  for (const { place, text } of inOrder(edits)) {
    const [start, end] = [Math.min(place.start, length), Math.min(place.end, length)];
    pieces.push(...piecesBetween(patch.pieces, from, start));
    if (text !== "") pieces.push({ kind: "new", text });
    from = end;
  }
  pieces.push(...piecesBetween(patch.pieces, from, length));
  return { ...patch, pieces };
}

/** The pieces from one offset of the text as it is by now to another. */
function piecesBetween(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const found: Piece[] = [];
  let offset = 0;
  for (const piece of pieces) {
    const size = piece.kind === "old" ? piece.end - piece.start : piece.text.length;
    const [start, end] = [Math.max(0, from - offset), Math.min(size, to - offset)];
    offset += size;
    if (start >= end) continue;
    found.push(
      piece.kind === "old"
        ? { kind: "old", start: piece.start + start, end: piece.start + end }
        : { kind: "new", text: piece.text.slice(start, end) },
    );
  }
  return found;
}

/** All changes together, as edits of the original text. */
export function editsOfPatch({ original, pieces }: Patch, file: string): readonly Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  let text = "";
  const close = (start: number): void => {
    if (text !== "" || start > from) edits.push({ place: { file, start: from, end: start }, text });
    text = "";
  };
  for (const piece of pieces) {
    if (piece.kind === "new") text += piece.text;
    else {
      close(piece.start);
      from = piece.end;
    }
  }
  close(original.length);
  return edits;
}

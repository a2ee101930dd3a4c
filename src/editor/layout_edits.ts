/* Laying out a text, as edits that touch nothing but the space that changes: what an editor marks stays where it is. */
import { placeIn, type Span } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { format } from "../format/format.ts";

export interface LayoutOptions {
  /** Only edits within this stretch are wanted. */
  readonly range?: Span | undefined;
  /** Spaces that nothing follows on their line may stay: in a text with room (`syntax/manuscript.ts`) they are nobody's. */
  readonly spacesAtEnds?: boolean;
}

/** The edits that give a text its canonical layout; none where it cannot be read. */
export function layoutEdits(source: Source, { range, spacesAtEnds }: LayoutOptions = {}): readonly Edit[] {
  const formatted = format(source);
  if (formatted.kind === "broken" || formatted.text === source.text) return [];
  const edits = spaceEdits(source, formatted.text, spacesAtEnds === true) ?? [
    { place: placeIn(source.name, { start: 0, end: source.text.length }), text: formatted.text },
  ];
  if (range === undefined) return edits;
  return edits.filter(({ place }) => range.start <= place.start && place.end <= range.end);
}

/** The edits of space that lead from one text to the other; undefined if more than space is different. */
function spaceEdits({ name, text }: Source, wanted: string, spacesAtEnds: boolean): Edit[] | undefined {
  const edits: Edit[] = [];
  let [here, there] = [0, 0];
  while (here < text.length || there < wanted.length) {
    const [end, otherEnd] = [endOfSpace(text, here), endOfSpace(wanted, there)];
    const space = wanted.slice(there, otherEnd);
    const found = text.slice(here, end);
    if (found !== space && !(spacesAtEnds && found.replace(/[ \t]+(?=[\r\n])/g, "") === space))
      edits.push({ place: placeIn(name, { start: here, end }), text: space });
    [here, there] = [end, otherEnd];
    while (here < text.length && text[here] === wanted[there] && !isSpace(text, here)) {
      here += 1;
      there += 1;
    }
    const atSpace = isSpace(text, here) || isSpace(wanted, there);
    if (!atSpace && (here < text.length || there < wanted.length)) return undefined;
  }
  return edits;
}

function isSpace(text: string, index: number): boolean {
  const unit = text[index];
  return unit === " " || unit === "\n" || unit === "\r" || unit === "\t";
}

function endOfSpace(text: string, from: number): number {
  let end = from;
  while (isSpace(text, end)) end += 1;
  return end;
}

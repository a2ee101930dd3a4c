import stringWidth from "string-width";

/** What a reader takes for one character: a letter with its marks, a joined picture, a syllable. */
export interface Grapheme {
  readonly text: string;
  /** Where it begins in the text it was taken from, in UTF-16 units. */
  readonly start: number;
}

/**
 * How many columns of a terminal a text takes: two for wide East Asian characters and pictures, none for marks, one
 * for what is of ambiguous width. Tabs and control characters count nothing: the caller has replaced them.
 */
export function displayWidth(text: string): number {
  return printableAscii(text) ? text.length : stringWidth(text);
}

/** The graphemes of a text in order (Unicode Standard Annex 29, as the host's `Intl.Segmenter` knows it). */
export function graphemes(text: string): readonly Grapheme[] {
  if (printableAscii(text)) return Array.from(text, (letter, start) => ({ text: letter, start }));
  const segments = new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text);
  return Array.from(segments, ({ segment, index }) => ({ text: segment, start: index }));
}

function printableAscii(text: string): boolean {
  return /^[\x20-\x7E]*$/.test(text);
}

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
  return isPlain(text) ? text.length : stringWidth(text);
}

/** The graphemes of a text in order (Unicode Standard Annex 29, as the host's `Intl.Segmenter` knows it). */
export function graphemes(text: string): readonly Grapheme[] {
  if (isPlain(text)) return Array.from(text, (letter, start) => ({ text: letter, start }));
  const segments = new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text);
  return Array.from(segments, ({ segment, index }) => ({ text: segment, start: index }));
}

/**
 * Letters of Latin, Greek and Cyrillic, punctuation, arrows and lines: a column and a grapheme each. Most texts are made
 * of these, and to look up other signs means to load the tables of a segmenter, which takes longer than to check a model.
 */
const plain =
  /^[\x20-\x7E\xA1-\xA8\xAA-\xAC\xAF-\u02FF\u0370-\u0377\u037A-\u037F\u0384-\u038A\u038C\u038E-\u03A1\u03A3-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u203B\u203D-\u2048\u204A-\u205E\u2190-\u2193\u219A-\u21A8\u21AB-\u21FF\u2500-\u257F]*$/;

function isPlain(text: string): boolean {
  return plain.test(text);
}

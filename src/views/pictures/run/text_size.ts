/*
 * How much room a text takes in a picture. The font is the reader's, so this is an estimate that is rather too large: by the
 * widths of a wide face (DejaVu Sans), and two columns for what a terminal gives two.
 */
import { displayWidth } from "../../../diagnostics/width.ts";

/** What is asked for, in this order; the last is whatever there is. */
export const fontFamily = 'system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif';

/** Widths in parts of the size of the font. */
const narrow = 0.34;
const slim = 0.45;
const usual = 0.64;
const capital = 0.74;
const broad = 1;

function widthOfLetter(letter: string): number {
  if (letter.length === 1 && letter <= "~") {
    if ("iljI.,:;'|! ".includes(letter)) return narrow;
    if ('frt()[]{}-/"'.includes(letter)) return slim;
    if ("mwMW@%".includes(letter)) return broad;
    return letter >= "A" && letter <= "Z" ? capital : usual;
  }
  const columns = displayWidth(letter);
  if (columns === 0) return 0;
  return columns === 1 ? capital : columns * 0.52;
}

/** The width of a text in one line, of a font of some size. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter);
  return width * size;
}

/** A word with what follows it; lines may break beside a wide character, but not before a sign that closes. */
const pieces =
  /[^ \u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]+ *| +|.[!%),.:;?\]}\u2019\u201D\u3001\u3002\u300B\u300D\u300F\uFF01\uFF09\uFF0C\uFF1A\uFF1B\uFF1F]*[ \u00A0]*/gsu;
/** A part of a word, up to a sign at which names and calls may be broken. */
const parts = /[^_(/]*[_(/]+ *|[^_(/]+/gu;
/** A letter with its marks. */
const letters = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * A text in lines, none of them wider than there is room, if a letter is not. A word that is too wide is broken; spaces that do not
 * break hold words together.
 */
export function wrappedText(text: string, room: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const put = (piece: string): void => {
    if (line !== "" && textWidth((line + piece).trimEnd(), size) > room) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += line === "" ? piece.trimStart() : piece;
  };
  for (const piece of text.match(pieces) ?? []) {
    if (textWidth(piece.trimEnd(), size) <= room) put(piece);
    else
      for (const part of piece.match(parts) ?? [])
        if (textWidth(part.trimEnd(), size) <= room) put(part);
        else for (const letter of part.match(letters) ?? []) put(letter);
  }
  if (line.trimEnd() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** The widest of some lines. */
export function widestOf(lines: readonly string[], size: number): number {
  return lines.reduce((most, line) => Math.max(most, textWidth(line, size)), 0);
}

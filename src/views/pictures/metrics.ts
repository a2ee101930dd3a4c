/*
 * How much room a text takes in a picture. Whoever looks at it has fonts that we do not know, so each sign is taken to be
 * as wide as in DejaVu Sans, one of the widest fonts in use: a label may have room to spare, and is never cut off.
 */
import { later } from "../../base/later.ts";
import { displayWidth, graphemes } from "../../diagnostics/width.ts";

/** The letters of texts in pixels, and lines so many times as high. */
export const sizes = { heading: 16, title: 13, line: 11 } as const;
export const lineHeight = 1.35;
/** How much wider strong letters are. */
const strongFactor = 1.12;

/** From the space to the tilde, in hundredths of the size. */
const widths = [
  32, 41, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34,
  34, 84, 84, 84, 54, 100, 69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74,
  69, 99, 69, 62, 69, 39, 34, 39, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64,
  64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];
/** Of other letters that take one column, and of those that take two. */
const narrow = 0.76;
const wide = 1.04;

export interface Lettering {
  readonly size: number;
  readonly strong?: boolean;
}

/** A space at which no line ends, as it is between a sign of comparison and its number; shown as any other space. */
export const tied = "\u00a0";

export function textWidth(text: string, { size, strong = false }: Lettering): number {
  let width = 0;
  for (const sign of text) {
    const code = sign === tied ? 0x20 : sign.charCodeAt(0);
    const known = widths[code - 0x20];
    if (known !== undefined) {
      width += known / 100;
      continue;
    }
    const columns = displayWidth(sign);
    width += columns === 0 ? 0 : columns === 1 ? narrow : wide;
  }
  return width * size * (strong ? strongFactor : 1);
}

/** The widest of some lines. */
export function widestOf(lines: readonly string[], lettering: Lettering): number {
  return lines.reduce((most, line) => Math.max(most, textWidth(line, lettering)), 0);
}

export interface Wrapping {
  /** So many lines; the last of them then ends in an ellipsis. */
  readonly most?: number | undefined;
  /** Whether a long word may make all lines wider before it is broken where no syllable ends. */
  readonly compounds?: boolean | undefined;
}

/** So many times the width may such a word be: `Rechtsschutzversicherungsgesellschaft`. */
const compound = 1.9;

/** Signs of scripts in which a line may end behind any of them. */
const broad =
  "\\u2E80-\\uA4CF\\uAC00-\\uD7AF\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF00-\\uFFEF\\u{20000}-\\u{3FFFF}";
/** With these no line begins, and with those none ends. */
const closing =
  "!%),.:;?\\]}\\u2019\\u201D\\u3001\\u3002\\u300B\\u300D\\u300F\\u3011\\uFF01\\uFF09\\uFF0C\\uFF1A\\uFF1B\\uFF1F";
const opening = "(\\[{\\u2018\\u201C\\u300A\\u300C\\u300E\\u3010\\uFF08";
/** A word, or one of those signs, with what follows it. */
const pieces = later(
  () =>
    new RegExp(
      `[${opening}]*[${broad}]\\p{M}*[${closing}]*[ ${tied}]*|[^ ${broad}]+[${closing}]* *| +`,
      "gu",
    ),
);
/** Where a word may be broken that is wider than a line: best before what a call is given, and before a comparison. */
const breaks = /(?<=[(/,])(?=[^\s(/,)\d])|(?<=\u00a0)(?=[<>=!])/u;
/** Or else behind signs that join names. */
const joints = /(?<=[_(/,.:;|·→-])(?=[^\s_(/,.:;|·→\-\d])/u;

/**
 * A text in lines of at most `width` pixels: broken at spaces, between Chinese characters, in a word that is wider than a
 * line behind the signs that join names, and where nothing else helps anywhere.
 */
export function wrappedText(
  text: string,
  lettering: Lettering,
  width: number,
  { most = Infinity, compounds = false }: Wrapping = {},
): readonly string[] {
  const words = text.match(pieces()) ?? [];
  const room = compounds ? withCompound(words, lettering, width) : width;
  const isWide = (piece: string): boolean => textWidth(piece.trimEnd(), lettering) > room;
  const lines: string[] = [];
  let line = "";
  const put = (piece: string): void => {
    if (line !== "" && isWide(line + piece)) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += line === "" ? piece.trimStart() : piece;
  };
  for (const word of words) {
    if (!isWide(word)) put(word);
    else
      for (const part of word.split(breaks).flatMap((each) => (isWide(each) ? each.split(joints) : [each])))
        if (!isWide(part)) put(part);
        else for (const { text: sign } of graphemes(part)) put(sign);
  }
  if (line.trimEnd() !== "" || lines.length === 0) lines.push(line.trimEnd());
  const shown = lines.map((each) => each.replaceAll(tied, " "));
  if (shown.length <= most) return shown;
  return [...shown.slice(0, most - 1), shortened(shown[most - 1] ?? "", lettering, room)];
}

/** The width, or that of the longest word that is not much wider. */
function withCompound(words: readonly string[], lettering: Lettering, width: number): number {
  const single = words
    .flatMap((word) => word.split(breaks).flatMap((each) => each.split(joints)))
    .map((part) => part.trimEnd());
  const longest = widestOf(single, lettering);
  return longest <= compound * width ? Math.max(width, longest) : width;
}

/** Whether a text has signs that take two columns. */
export function hasWide(text: string): boolean {
  return displayWidth(text) > graphemes(text).length;
}

function shortened(line: string, lettering: Lettering, width: number): string {
  const signs = graphemes(line).map(({ text }) => text);
  while (signs.length > 0 && textWidth(`${signs.join("")}…`, lettering) > width) signs.pop();
  return `${signs.join("")}…`;
}

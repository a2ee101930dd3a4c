/*
 * How much room a text takes in a picture. Whoever looks at it has fonts that we do not know, so each sign is taken to be
 * as wide as in DejaVu Sans, one of the widest fonts in use: a label may have room to spare, and is never cut off.
 */
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

export function textWidth(text: string, { size, strong = false }: Lettering): number {
  let width = 0;
  for (const sign of text) {
    const code = sign.charCodeAt(0);
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

/** So many times the width may a single word be: `Rechtsschutzversicherungsgesellschaft`. */
const compound = 1.9;

/** After these a long name may go on in the next line. */
const joints = /(?<=[\s_\-\/.,;:|·→＿、，。；：／])/u;

/**
 * A text in lines of at most `width` pixels, or of the longest word that is not much wider: broken at spaces, behind the signs that join names, between Chinese
 * characters, and where nothing else helps anywhere. No more than `most` lines; the last then ends in an ellipsis.
 */
export function wrappedText(
  text: string,
  lettering: Lettering,
  width: number,
  most = Infinity,
): readonly string[] {
  const pieces = text.split(joints);
  // A compound goes beyond the width before it is broken where no syllable ends.
  const longest = Math.max(
    0,
    ...pieces.map((piece) => (hasWide(piece) ? 0 : textWidth(piece.trimEnd(), lettering))),
  );
  const room = longest <= compound * width ? Math.max(width, longest) : width;
  const lines: string[] = [];
  let line = "";
  const fits = (more: string): boolean => textWidth((line + more).trimEnd(), lettering) <= room;
  const end = (): void => {
    if (line.trim() !== "") lines.push(line.trim());
    line = "";
  };
  for (const piece of pieces) {
    if (fits(piece)) {
      line += piece;
      continue;
    }
    // A piece that begins with a word wider than a line is broken in it; a Chinese text has no other joints.
    if (line !== "" && textWidth(piece.trimEnd(), lettering) <= room && !hasWide(piece)) end();
    for (const { text: sign } of graphemes(piece)) {
      if (!fits(sign)) end();
      line += sign;
    }
  }
  end();
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines[most - 1] ?? "", lettering, room)];
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

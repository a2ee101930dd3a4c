import { displayWidth, graphemes } from "../width.ts";

/**
 * The lines of a text of at most `width` columns each, broken at spaces; a word that is wider than a line is broken
 * between graphemes. Line feeds in the text are kept. Without a width only they break.
 */
export function wrapped(text: string, width: number | undefined): readonly string[] {
  const lines = text.split("\n");
  return width === undefined ? lines : lines.flatMap((line) => wrapLine(line, Math.max(width, 20)));
}

function wrapLine(line: string, width: number): readonly string[] {
  if (displayWidth(line) <= width) return [line];
  const rows: string[] = [];
  let row = "";
  let used = 0;
  for (const word of words(line)) {
    for (const piece of displayWidth(word.trimStart()) <= width
      ? [word]
      : graphemes(word).map(({ text }) => text)) {
      let text = piece;
      if (used > 0 && used + displayWidth(text) > width) {
        rows.push(row.trimEnd());
        row = "";
        used = 0;
      }
      if (used === 0 && rows.length > 0) text = text.trimStart();
      row += text;
      used += displayWidth(text);
    }
  }
  return [...rows, row.trimEnd()];
}

/** What must not be broken, with the spaces before it: words, and single signs of scripts written without spaces. */
function words(line: string): readonly string[] {
  return (
    line.match(
      / *(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{M}\p{Po}\p{Pe}\p{Pf}]*|[^ \p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)/gu,
    ) ?? []
  );
}

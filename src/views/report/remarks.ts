/*
 * Doc comments, which are Markdown, as blocks of a report. Of Markdown they keep what people write in comments:
 * paragraphs, lists, emphasis and code. All else stays the text that it is.
 */
import { code, emphasis, said, strong, type Block, type Inline } from "./document.ts";

export function remarkBlocks(doc: string | undefined): readonly Block[] {
  if (doc === undefined) return [];
  return doc
    .split(/\n[\t ]*\n/u)
    .filter((part) => part.trim() !== "")
    .flatMap(partBlocks);
}

/** A comment in one run of text, for a cell of a table or the end of an entry. */
export function remarkPieces(doc: string | undefined): readonly Inline[] {
  return doc === undefined ? [] : piecesOf(joined(doc.split("\n")));
}

const bullet = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/u;

function partBlocks(part: string): readonly Block[] {
  const items: string[][] = [];
  const before: string[] = [];
  for (const line of part.split("\n")) {
    if (bullet.test(line)) items.push([line.replace(bullet, "")]);
    else (items.at(-1) ?? before).push(line);
  }
  return [
    ...(before.length === 0 ? [] : [{ kind: "paragraph", pieces: piecesOf(joined(before)) } as const]),
    ...(items.length === 0
      ? []
      : [
          {
            kind: "list",
            ordered: /^\s*\d/u.test(part.split("\n").find((line) => bullet.test(line)) ?? ""),
            items: items.map((lines) => [{ kind: "paragraph", pieces: piecesOf(joined(lines)) } as const]),
          } as const,
        ]),
  ];
}

/** Between two lines of Chinese or Japanese there is no space; otherwise a line break is one. */
function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .join("\n")
    .replace(
      /(?<=[\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFF65])\n(?=[\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFF65])/gu,
      "",
    )
    .replaceAll("\n", " ");
}

const marked = /`([^`]+)`|\*\*([^*\s](?:[^*]*[^*\s])?)\*\*|\*([^*\s](?:[^*]*[^*\s])?)\*/gu;

function piecesOf(text: string): readonly Inline[] {
  const pieces: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(marked)) {
    if (match.index > end) pieces.push(said(text.slice(end, match.index)));
    const [all, inCode, inStrong, inEmphasis] = match;
    if (inCode !== undefined) pieces.push(code(inCode));
    else if (inStrong !== undefined) pieces.push(strong(said(inStrong)));
    else pieces.push(emphasis(said(inEmphasis ?? "")));
    end = match.index + all.length;
  }
  if (end < text.length) pieces.push(said(text.slice(end)));
  return pieces;
}

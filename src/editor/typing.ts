/* What is laid out while one types: the item that has just ended, and the beginning of a new line. */
import { placeIn, type Span } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { levelWidth } from "../format/format.ts";
import type { Parsed } from "../syntax/parse.ts";
import { scan } from "../syntax/scan.ts";
import { childrenOf } from "../syntax/walk.ts";
import type { Node } from "../syntax/tree.ts";
import { layoutEdits } from "./layout_edits.ts";

/** Signs after which something may be laid out. */
export const typedSigns = ["}", "\n"] as const;

/**
 * The edits after one of these signs was typed just before `offset`. Behind a brace what it closes is laid out, on a new
 * line what ended on the line before; then the line begins as deep as it stands. What cannot be read stays as it is.
 */
export function editsOnTyping(parsed: Parsed, offset: number, typed: string): readonly Edit[] {
  const { source } = parsed;
  const { text } = source;
  switch (typed) {
    case "}":
      return text[offset - 1] === "}" ? endedEdits(parsed, offset) : [];
    case "\n": {
      const line = startOfLine(text, offset);
      const indentation = indentationEdit(source, line);
      // Within a comment or a text over several lines, white space is not ours.
      if (indentation === undefined) return [];
      return [...endedEdits(parsed, endBefore(source, line)), ...indentation];
    }
    default:
      return [];
  }
}

// ── What has just ended ───────────────────────────────────────────────────

/** Lays out the largest item that ends there, and nothing else. */
function endedEdits({ tree, source }: Parsed, end: number | undefined): readonly Edit[] {
  if (end === undefined) return [];
  const top = tree.items.find((item) => item.start < end && end <= item.end);
  const ended = top && largestEndingAt(top, end);
  if (top === undefined || ended === undefined) return [];
  return editsOfItem(source, top).filter(({ place }) => ended.start <= place.start && place.end <= ended.end);
}

/** A declaration laid out by itself: what is around it may not be readable just now, or too much for a keystroke. */
function editsOfItem({ name, text }: Source, { start, end }: Span): readonly Edit[] {
  const from = startOfLine(text, start);
  // What stands before it on its line is not part of it.
  if (text.slice(from, start).trim() !== "") return [];
  return layoutEdits({ name, text: text.slice(start, end) }, { spacesAtEnds: true })
    .filter(({ place }) => place.start > 0 && place.end < end - start)
    .map((edit) => ({
      ...edit,
      place: placeIn(name, { start: edit.place.start + start, end: edit.place.end + start }),
    }));
}

function largestEndingAt(node: Node, end: number): Node | undefined {
  let around: Node | undefined = node;
  while (around !== undefined && around.end !== end) {
    around = childrenOf(around).find((child) => child.start < end && end <= child.end);
  }
  return around;
}

/** Where the last word or sign before an offset ends, if it stands on the line before. */
function endBefore({ name, text }: Source, offset: number): number | undefined {
  const before = startOfLine(text, offset - 1);
  const { tokens } = scan({ name, text: text.slice(0, offset) });
  const last = tokens.at(-1);
  return last !== undefined && last.end > before ? last.end : undefined;
}

// ── The new line ──────────────────────────────────────────────────────────

/** Gives the line that begins there its indentation; undefined where it begins within a comment or a text. */
function indentationEdit({ name, text }: Source, line: number): readonly Edit[] | undefined {
  const { tokens, comments } = scan({ name, text });
  if ([...tokens.map(({ startOffset, end }) => ({ start: startOffset, end })), ...comments].some(isAround))
    return undefined;
  let depth = 0;
  for (const token of tokens) {
    if (token.startOffset >= line) break;
    const sign = text.slice(token.startOffset, token.end);
    if (sign === "{" || sign === "(") depth += 1;
    else if (sign === "}" || sign === ")") depth = Math.max(0, depth - 1);
  }
  let end = line;
  while (text[end] === " " || text[end] === "\t") end += 1;
  if ((text[end] === "}" || text[end] === ")") && depth > 0) depth -= 1;
  const wanted = " ".repeat(depth * levelWidth);
  return text.slice(line, end) === wanted
    ? []
    : [{ place: placeIn(name, { start: line, end }), text: wanted }];

  function isAround({ start, end: itsEnd }: Span): boolean {
    return start < line && line < itsEnd;
  }
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

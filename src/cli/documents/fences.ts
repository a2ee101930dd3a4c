/*
 * The fenced blocks of a Markdown text, as CommonMark has them: in block quotes and list items too, with the place of
 * every line. The library for it is loaded only where a Markdown file is to be looked into.
 */
import { parse, postprocess, preprocess } from "micromark";
import type { Fence, FenceLine, InfoWord } from "./fence.ts";

const byteOrderMark = 0xfeff;

/** The fenced blocks of a text, in their order. */
export function fencesIn(text: string): readonly Fence[] {
  // The library passes over the mark, and counts from what follows it.
  const shift = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
  const events = postprocess(
    parse()
      .document()
      .write(preprocess()(text.slice(shift), undefined, true)),
  );
  const fences: Fence[] = [];
  let open: OpenFence | undefined;
  for (const [when, token] of events) {
    const start = token.start.offset + shift;
    const end = token.end.offset + shift;
    if (token.type === "codeFenced") {
      if (when === "enter") open = { opening: start, info: undefined, lines: [], fences: 0 };
      else if (open !== undefined) {
        fences.push(closed(open, text));
        open = undefined;
      }
    } else if (open !== undefined) take(open, token.type, when, start, end, text);
  }
  return fences;
}

/** A block that is being read. */
interface OpenFence {
  readonly opening: number;
  info: { readonly start: number; readonly end: number } | undefined;
  readonly lines: { start: number; end: number }[];
  /** How many of its two fences have been met. */
  fences: number;
}

function take(
  open: OpenFence,
  type: string,
  when: "enter" | "exit",
  start: number,
  end: number,
  text: string,
): void {
  const line = open.lines.at(-1);
  switch (type) {
    case "codeFencedFence":
      if (when === "enter") open.fences += 1;
      return;
    case "codeFencedFenceInfo":
    case "codeFencedFenceMeta":
      if (when === "exit" && open.fences === 1) open.info = { start: open.info?.start ?? start, end };
      return;
    case "lineEnding":
      // What the library calls the end of a line may reach over the marks of the containers in the next.
      if (when === "enter") {
        const next = start + (text.startsWith("\r\n", start) ? 2 : 1);
        open.lines.push({ start: next, end: next });
      }
      return;
    case "blockQuotePrefix":
    case "listItemIndent":
    case "linePrefix":
      if (when === "exit" && line !== undefined) {
        line.start = end;
        line.end = end;
      }
      return;
    case "codeFlowValue":
      if (when === "exit" && line !== undefined) {
        line.start = start;
        line.end = end;
      }
      return;
  }
}

function closed({ opening, info, lines, fences }: OpenFence, text: string): Fence {
  const last = lines.at(-1);
  // The line of the closing fence holds nothing; nor does the empty one with which an open block ends.
  const isClosed = fences > 1;
  const content = isClosed || last?.start === last?.end ? lines.slice(0, -1) : lines;
  const rest = content.length < lines.length ? last : undefined;
  const taken = content.map(({ start, end }): FenceLine => ({ start, end, next: afterBreak(text, end) }));
  return {
    opening,
    words: info === undefined ? [] : wordsIn(text.slice(info.start, info.end), info.start),
    lines: taken,
    end: rest?.start ?? taken.at(-1)?.end ?? info?.end ?? opening,
    isClosed,
  };
}

function afterBreak(text: string, offset: number): number {
  if (text.startsWith("\r\n", offset)) return offset + 2;
  return text[offset] === "\n" || text[offset] === "\r" ? offset + 1 : offset;
}

function wordsIn(info: string, start: number): readonly InfoWord[] {
  return [...info.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    text,
    start: start + index,
    end: start + index + text.length,
  }));
}

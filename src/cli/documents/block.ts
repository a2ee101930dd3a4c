/* A model that stands in a block of a Markdown file, and where what is in it stands in the file. */
import type { Place, Span } from "../../base/place.ts";
import { lineStartsOf, positionAt, type Source } from "../../base/source.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Fence, FencesIn, InfoWord } from "./fence.ts";

export interface Block {
  readonly document: Source;
  /** The file and the line of the opening fence: `notes.md:12`. Each block has its own. */
  readonly name: string;
  readonly line: number;
  /** Its text as a model has it: without the marks of the containers that it stands in. */
  readonly text: string;
  /** What is said of it: the words behind the language. */
  readonly words: readonly InfoWord[];
  /** The name by which other blocks of the document import it: `file=city.sys`. */
  readonly file: string | undefined;
  /** Whether it is marked as a model; else it is a file that models may read. */
  readonly isModel: boolean;
  readonly fence: Fence;
  /** What stands before each of its lines: indentation, and the marks of the containers that it stands in. */
  readonly prefix: string;
  /** Where its lines begin, in its own text and in that of the document; then where they end. */
  readonly starts: readonly { readonly own: number; readonly document: number }[];
}

/** How a block is marked as a model. */
const languages: ReadonlySet<string> = new Set(["sys", "niklas"]);

/** Whether a text may have a block that is a model: told quickly, and at times wrongly. */
export function mayHaveModels(text: string): boolean {
  return /(?:```|~~~)[ \t]*(?:sys|niklas)\b/.test(text);
}

/** The blocks of a document that are models, and those that have the name of a file. */
export function blocksIn(document: Source, fencesIn: FencesIn): readonly Block[] {
  if (!mayHaveModels(document.text)) return [];
  const lines = lineStartsOf(document.text);
  return fencesIn(document.text).flatMap((fence): readonly Block[] => {
    const [language, ...words] = fence.words;
    const isModel = languages.has(language?.text ?? "");
    const file = valuesOf(words, "file")[0]?.text;
    if (!isModel && file === undefined) return [];
    const { line } = positionAt(lines, fence.opening);
    const name = `${document.name}:${line}`;
    const prefix = prefixOf(fence, document.text);
    return [{ document, name, line, words, file, isModel, fence, prefix, ...textOf(fence, document.text) }];
  });
}

function textOf(fence: Fence, text: string): Pick<Block, "text" | "starts"> {
  let own = "";
  const starts: { own: number; document: number }[] = [];
  for (const { start, next } of fence.lines) {
    starts.push({ own: own.length, document: start });
    own += text.slice(start, next);
  }
  starts.push({ own: own.length, document: fence.end });
  return { text: own, starts };
}

/** That of the first line that is not empty; of none, what a line below the fence would have. */
function prefixOf({ lines, opening, end, isClosed }: Fence, text: string): string {
  const first = lines.find((line) => line.start < line.end);
  if (first !== undefined) return text.slice(startOfLine(text, first.start), first.start);
  if (isClosed) return text.slice(startOfLine(text, end), end);
  const before = text.slice(startOfLine(text, opening), opening);
  return before.replace(/[-+*]|\d+[.)]/g, (marker) => " ".repeat(marker.length));
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

/** The values of `key=value,value` among the words of a block, each with its place in the document. */
export function valuesOf(words: readonly InfoWord[], key: string): readonly InfoWord[] {
  return words
    .filter(({ text }) => text.startsWith(`${key}=`))
    .flatMap(({ text, start }) => {
      const values = [...text.slice(key.length + 1).matchAll(/[^,]+/g)];
      return values.map(({ 0: value, index }): InfoWord => {
        const from = start + key.length + 1 + index;
        return { text: value, start: from, end: from + value.length };
      });
    });
}

/** Whether a block is a piece of a model, which says nothing by itself: `part`, `part=step`. */
export function isPiece({ words }: Block): boolean {
  return words.some(({ text }) => text === "part" || text.startsWith("part="));
}

/** Where something of a block stands in the document. */
export function placeInDocument(block: Block, { start, end }: Span): Place {
  return {
    file: block.document.name,
    start: offsetInDocument(block, start),
    end: offsetInDocument(block, end),
  };
}

function offsetInDocument(block: Block, offset: number): number {
  const line = lineAt(block, offset);
  return line.document + (offset - line.own);
}

/** Where the line of an offset begins. */
function lineAt({ starts, fence }: Block, offset: number): Block["starts"][number] {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle]?.own ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return starts[low] ?? { own: 0, document: fence.end };
}

/** A change of a block as a change of the document: its lines have before them what those of the block have. */
export function editInDocument(block: Block, { place, text }: Edit): Edit {
  const { prefix, document } = block;
  const inDocument = placeInDocument(block, place);
  const added = withPrefix(text, prefix);
  const { own, document: start } = lineAt(block, place.start);
  const lineStart = startOfLine(document.text, start);
  const before = document.text.slice(lineStart, start);
  // An empty line may lack what stands before the others, and what comes to stand in it needs that.
  if (place.start !== own || before === prefix || !prefix.startsWith(before))
    return { place: inDocument, text: added };
  const isEmpty = /^[\r\n]/.test(added) || (added === "" && /^([\r\n]|$)/.test(block.text.slice(place.end)));
  return {
    place: { ...inDocument, start: lineStart },
    text: (isEmpty ? prefix.trimEnd() : prefix) + added,
  };
}

/** Puts what stands before the lines of a block before every line of a text but the first. */
export function withPrefix(text: string, prefix: string): string {
  return text.replace(/\r\n|\r|\n/g, (ending, offset: number) => {
    const isEmpty = /[\r\n]/.test(text[offset + ending.length] ?? "");
    return ending + (isEmpty ? prefix.trimEnd() : prefix);
  });
}

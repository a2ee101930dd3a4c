/* The Markdown that pages of checks are written in, for a terminal. */
import { painter } from "../diagnostics/show/paint.ts";
import { wrapped } from "../diagnostics/show/wrap.ts";

export interface MarkdownOptions {
  /** Columns to wrap at. */
  readonly width: number;
  readonly color: boolean;
}

/** A block of a page. */
type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "code"; readonly lines: readonly string[] }
  /** Stands as it is: tables. */
  | { readonly kind: "plain"; readonly lines: readonly string[] }
  /** `first` begins its first line, spaces of the same width the others. */
  | { readonly kind: "text"; readonly first: string; readonly text: string };

/**
 * A page as lines for a terminal: headings, paragraphs, lists, quotations, tables and fenced code. Emphasis and code in
 * a line are coloured, or stand as they were written where there is no colour to tell them by.
 */
export function markdownForTerminal(markdown: string, options: MarkdownOptions): string {
  const blocks = blocksOf(markdown.replaceAll("\r\n", "\n").split("\n"));
  let result = "";
  let before: Block | undefined;
  for (const block of blocks) {
    const close = before !== undefined && isListItem(before) && isListItem(block);
    if (before !== undefined && !close) result += "\n";
    result += `${shown(block, options).join("\n")}\n`;
    before = block;
  }
  return result;
}

function isListItem(block: Block): boolean {
  return block.kind === "text" && block.first.trim() !== "";
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length;) {
    const line = lines[index] ?? "";
    const fence = /^(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      const end = lines.findIndex((other, at) => at > index && other.startsWith(fence));
      const last = end === -1 ? lines.length : end;
      blocks.push({ kind: "code", lines: lines.slice(index + 1, last) });
      index = last + 1;
      continue;
    }
    const heading = /^#{1,6} +(.*)$/.exec(line);
    if (heading !== null) {
      blocks.push({ kind: "heading", text: heading[1] ?? "" });
      index += 1;
      continue;
    }
    if (line.trim() === "") {
      index += 1;
      continue;
    }
    const end = endOfParagraph(lines, index);
    blocks.push(paragraph(lines.slice(index, end)));
    index = end;
  }
  return blocks;
}

const beginsItem = /^( *(?:[-*+]|\d+[.)]) +|> ?)/;

/** The line after the last of the paragraph, list item or table that begins at `start`. */
function endOfParagraph(lines: readonly string[], start: number): number {
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? "";
    if (line.trim() === "" || /^(#{1,6} |```|~~~)/.test(line)) break;
    if (beginsItem.test(line) && !(line.startsWith(">") && lines[start]?.startsWith(">"))) break;
  }
  return end;
}

function paragraph(lines: readonly string[]): Block {
  const line = lines[0] ?? "";
  if (line.startsWith("|")) return { kind: "plain", lines };
  const marker = beginsItem.exec(line)?.[0] ?? "";
  const own = lines.map((each, index) =>
    index === 0 ? each.slice(marker.length) : each.replace(/^> ?/, "").trim(),
  );
  const first = marker.startsWith(">") ? "  " : marker.replace(/[*+]/, "-");
  return { kind: "text", first, text: own.join(" ") };
}

function shown(block: Block, { width, color }: MarkdownOptions): readonly string[] {
  const paint = painter(color);
  switch (block.kind) {
    case "heading":
      return color ? [paint("strong", plain(block.text))] : [block.text, "-".repeat(block.text.length)];
    case "code":
      return block.lines.map((line) => (line === "" ? "" : `    ${color ? paint("related", line) : line}`));
    case "plain":
      return block.lines;
    case "text": {
      const indent = " ".repeat(block.first.length);
      return wrapped(withLinks(block.text), width - indent.length).map((line, index) => {
        const start = index === 0 ? block.first : indent;
        return start + (color ? emphasized(line, (text) => paint("strong", text)) : line);
      });
    }
  }
}

/** The address of a link stands behind what it is called. */
function withLinks(text: string): string {
  return text.replace(/\[([^\][]*)\]\(([^()\s]*)\)/g, (_whole, name: string, address: string) =>
    /^https?:/.test(address) ? `${name} (${address})` : name,
  );
}

/** What is emphasized or code within one line, told by colour instead of its marks. */
function emphasized(line: string, strong: (text: string) => string): string {
  return line.replace(
    /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*/g,
    (_whole, code?: string, bold?: string, italic?: string) => strong(code ?? bold ?? italic ?? ""),
  );
}

function plain(text: string): string {
  return emphasized(text, (part) => part);
}

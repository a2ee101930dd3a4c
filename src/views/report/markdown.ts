/*
 * A report as Markdown of the kind that GitHub reads. Every text is escaped, so that no word of the modeller's becomes a
 * heading, a link, a tag or a mention of somebody; stories stand in fences longer than any that could end them.
 */
import { visible } from "../../base/visible.ts";
import { unreachable } from "../../base/unreachable.ts";
import { renderParts } from "../story_text.ts";
import type { Block, Document, Inline } from "./document.ts";

export interface MarkdownOptions {
  /** By the names of pictures, where each is to be found from the report; what is not there is left out. */
  readonly pictures: ReadonlyMap<string, string>;
}

export function renderReportMarkdown(report: Document, options: MarkdownOptions): string {
  const blocks = [
    headingText(1, saidText(report.title)),
    atStart(written(report.subtitle)),
    ...withoutEmptyChapters(report.blocks, options).flatMap((block) => blockTexts(block, options)),
  ];
  return `${blocks.filter((text) => text !== "").join("\n\n")}\n`;
}

/** Without the headings under which there is nothing but pictures that are left out. */
function withoutEmptyChapters(blocks: readonly Block[], { pictures }: MarkdownOptions): readonly Block[] {
  const kept: Block[] = [];
  for (const block of blocks.toReversed()) {
    if (block.kind === "figure" && !pictures.has(block.name)) continue;
    const next = kept.at(-1);
    if (block.kind === "heading") {
      if (next === undefined || (next.kind === "heading" && next.level <= block.level)) continue;
    }
    kept.push(block);
  }
  return kept.reverse();
}

// ── Blocks ────────────────────────────────────────────────────────────────

function blockTexts(block: Block, options: MarkdownOptions): readonly string[] {
  switch (block.kind) {
    case "heading":
      return [headingText(block.level, written(block.pieces))];
    case "paragraph":
      return [atStart(written(block.pieces))];
    case "list":
      return [
        block.items
          .map((blocks, index) => item(block.ordered ? `${index + 1}. ` : "- ", blocks, options))
          .join("\n"),
      ];
    case "table":
      return [tableText(block)];
    case "code":
      return [fenced(visible(block.text, { newlines: true, tabs: true }))];
    case "figure": {
      const file = options.pictures.get(block.name);
      if (file === undefined) return [];
      const caption = written(block.caption);
      return [
        `![${saidText(block.alt)}](${address(file)})`,
        ...(caption === "" ? [] : [`*${caption.trim()}*`]),
      ];
    }
    case "definitions":
      return [
        block.items
          .map(({ term, blocks }) => item("- ", [{ kind: "paragraph", pieces: term }, ...blocks], options))
          .join("\n"),
      ];
    case "note":
      return [
        block.blocks
          .flatMap((inner) => blockTexts(inner, options))
          .join("\n\n")
          .replace(/^/gmu, "> ")
          .replace(/^> $/gmu, ">"),
      ];
    case "story":
      return [storyText(block)];
    case "references":
      return [block.items.map(({ pieces }) => `- ${atStart(written(pieces))}`).join("\n")];
    default:
      return unreachable(block);
  }
}

/** A number sign at the end would be taken for the end of the heading. */
function headingText(level: number, text: string): string {
  return `${"#".repeat(level)} ${text.trim().replace(/#$/u, "\\#")}`;
}

function item(mark: string, blocks: readonly Block[], options: MarkdownOptions): string {
  const indent = " ".repeat(mark.length);
  const inside = blocks
    .flatMap((block) => blockTexts(block, options))
    .join("\n\n")
    .replace(/\n(?!\n|$)/gu, `\n${indent}`);
  return `${mark}${inside}`;
}

function tableText({ head, rows }: Extract<Block, { kind: "table" }>): string {
  const row = (cells: readonly (readonly Inline[])[]): string =>
    `| ${cells.map((cell) => written(cell, true)).join(" | ")} |`;
  return [row(head), `|${" --- |".repeat(head.length)}`, ...rows.map(row)].join("\n");
}

function storyText({ parts }: Extract<Block, { kind: "story" }>): string {
  return fenced(renderParts(parts, { colour: false, ascii: false, width: 100 }));
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

// ── Within a line ─────────────────────────────────────────────────────────

/** Pieces within a line of Markdown. */
export function written(pieces: readonly Inline[], inTable = false): string {
  return pieces
    .map((piece): string => {
      switch (piece.kind) {
        case "text":
          return escaped(piece.text);
        case "said":
          return saidText(piece.text);
        case "code":
          return codeText(piece.text, inTable);
        case "strong":
          return marked("**", written(piece.pieces, inTable));
        case "emphasis":
          return marked("*", written(piece.pieces, inTable));
        case "link": {
          const inside = written(piece.pieces, inTable);
          const { to } = piece;
          if (to.kind === "here" || !/^https?:\/\//iu.test(to.url)) return inside;
          return `[${inside}](${address(to.url)})`;
        }
        default:
          return unreachable(piece);
      }
    })
    .join("");
}

/** Marks of emphasis count only where they touch a word, and not where they touch a space or nothing. */
function marked(mark: string, text: string): string {
  const [, before = "", inside = "", after = ""] = /^(\s*)([^]*?)(\s*)$/u.exec(text) ?? [];
  return inside === "" ? text : `${before}${mark}${inside}${mark}${after}`;
}

/** Letters of scripts that run from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Words of the modeller's: what runs in the other direction keeps to itself. */
function saidText(text: string): string {
  const clean = escaped(text);
  return rightToLeft.test(clean) ? `\u2068${clean}\u2069` : clean;
}

/**
 * A text of which no sign means anything. An at-sign and a number sign that stand before a word are put into code: what
 * shows Markdown to many people looks for them when all escapes are gone.
 */
function escaped(text: string): string {
  return visible(text.replace(/[\r\n\t]+/gu, " ")).replace(
    /[\\`*_[\]~$<>|]|&(?=[#\w])|:(?=\/\/)|(?<=www)\.|[@#](?=\S)/giu,
    (sign) => {
      if (sign === "@" || sign === "#") return `\`${sign}\``;
      return entities.get(sign) ?? `\\${sign}`;
    },
  );
}

/** Signs that no backslash makes harmless, in tags and in tables. */
const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ["|", "&#124;"],
]);

/** What would be a list, a heading or a rule at the beginning of a line. */
function atStart(text: string): string {
  return text
    .trim()
    .replace(/^(\d{1,9})([.)])/u, "$1\\$2")
    .replace(/^[-+=#:]/u, "\\$&");
}

function codeText(text: string, inTable: boolean): string {
  const clean = visible(text.replace(/\s+/gu, " "));
  if (clean.trim() === "") return "";
  // In a table a sign of division would end the cell even in code.
  if (inTable && /[|\\]/u.test(clean)) return escaped(clean);
  const longest = Math.max(0, ...[...clean.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = /^[` ]|[` ]$/u.test(clean) ? " " : "";
  return `${fence}${space}${clean}${space}${fence}`;
}

/** An address within round brackets. */
function address(target: string): string {
  return encodeURI(target.replace(/[\uD800-\uDFFF]/gu, "\uFFFD")).replace(
    /[()[\]<>|`*_\\'"!]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

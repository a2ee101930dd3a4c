/*
 * A report as one page that needs nothing beside it: no script, no font, nothing from anywhere. Its content security policy
 * permits the one style that stands in it, by its hash, and pictures that stand in it too. A picture is an image and no part of the
 * page, so that nothing in it could act, whatever it were.
 */
import { visible } from "../../base/visible.ts";
import { unreachable } from "../../base/unreachable.ts";
import { counted } from "../../base/words.ts";
import { writeHtml } from "../html.ts";
import { element, type Child, type Element } from "../pictures/xml.ts";
import type { StoryLine } from "../story.ts";
import { base64 } from "./base64.ts";
import { plainText, type Block, type Document, type Goal, type Inline } from "./document.ts";
import { sizeOf } from "./picture_size.ts";
import { columnWidth } from "./run_pictures.ts";
import { reportStyle } from "./style.ts";

export interface HtmlOptions {
  /** SHA-256 of `reportStyle` in base64, which takes more than the language to calculate. */
  readonly styleHash: string;
  /** What stands at the foot of the page. */
  readonly foot: string;
}

export function renderReportHtml(report: Document, { styleHash, foot }: HtmlOptions): string {
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const title = visible(report.title);
  return writeHtml(
    element(
      "html",
      { lang: "en" },
      element(
        "head",
        {},
        element("meta", { charset: "utf-8" }),
        element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
        element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
        element("meta", { name: "color-scheme", content: "light dark" }),
        element("meta", { name: "referrer", content: "no-referrer" }),
        element("title", {}, title),
        element("style", {}, reportStyle),
      ),
      element(
        "body",
        {},
        element(
          "header",
          {},
          element("h1", {}, saidElement(report.title)),
          element("p", {}, ...inlines(report.subtitle)),
        ),
        contentsOf(report),
        element("main", {}, ...report.blocks.flatMap(blockElements)),
        element("footer", {}, element("p", {}, foot)),
      ),
    ),
  );
}

/** The table of contents: chapters, and what stands under each. */
function contentsOf({ blocks }: Document): Element {
  const chapters: { readonly link: Element; readonly parts: Element[] }[] = [];
  for (const block of blocks) {
    if (block.kind !== "heading" || block.level > 3) continue;
    const link = element("a", { href: `#${block.id}` }, ...inlines(block.pieces));
    if (block.level === 2) chapters.push({ link, parts: [] });
    else chapters.at(-1)?.parts.push(element("li", {}, link));
  }
  const items = chapters.map(({ link, parts }) =>
    element("li", {}, link, ...(parts.length === 0 ? [] : [element("ol", {}, ...parts)])),
  );
  return element(
    "nav",
    { "aria-labelledby": "contents" },
    element("h2", { id: "contents" }, "Contents"),
    element("ol", {}, ...items),
  );
}

// ── Blocks ────────────────────────────────────────────────────────────────

function blockElements(block: Block): readonly Element[] {
  switch (block.kind) {
    case "heading":
      return [element(`h${block.level}`, { id: block.id }, ...inlines(block.pieces))];
    case "paragraph":
      return [element("p", {}, ...inlines(block.pieces))];
    case "list":
      return [
        element(
          block.ordered ? "ol" : "ul",
          {},
          ...block.items.map((blocks) => element("li", {}, ...itemChildren(blocks))),
        ),
      ];
    case "table":
      return [tableElement(block)];
    case "code":
      return [element("pre", {}, visible(block.text, { newlines: true, tabs: true }))];
    case "figure":
      return [figureElement(block)];
    case "definitions":
      return [
        element(
          "dl",
          {},
          ...block.items.flatMap(({ term, blocks }) => [
            element("dt", {}, ...inlines(term)),
            element("dd", {}, ...blocks.flatMap(blockElements)),
          ]),
        ),
      ];
    case "note":
      return [
        element("div", { class: `note ${block.tone}`, role: "note" }, ...block.blocks.flatMap(blockElements)),
      ];
    case "story":
      return [storyElement(block)];
    case "references":
      return [
        element(
          "ul",
          { class: "references" },
          ...block.items.map(({ id, pieces }) => element("li", { id }, ...inlines(pieces))),
        ),
      ];
    default:
      return unreachable(block);
  }
}

/** What is wider than the lines of text takes more of the page; and where that has too little, it can be moved to and fro. */
function figureElement({ svg, alt, caption }: Extract<Block, { kind: "figure" }>): Element {
  const { width } = sizeOf(svg);
  const shown = width > columnWidth ? "wide" : width > narrow ? "full" : undefined;
  return element(
    "figure",
    { class: shown },
    element(
      "div",
      // What can be scrolled must be reachable by keys.
      shown === undefined
        ? {}
        : { class: "picture", tabindex: "0", role: "group", "aria-label": visible(plainText(caption)) },
      element("img", { src: `data:image/svg+xml;base64,${base64(svg)}`, alt: visible(alt) }),
    ),
    ...(caption.length === 0 ? [] : [element("figcaption", {}, ...inlines(caption))]),
  );
}

/** What is no wider can be read on a phone as it is. */
const narrow = 360;

/** What is one paragraph needs none around it. */
function itemChildren(blocks: readonly Block[]): readonly Child[] {
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === "paragraph"
    ? inlines(only.pieces)
    : blocks.flatMap(blockElements);
}

function tableElement({ head, rows }: Extract<Block, { kind: "table" }>): Element {
  const name = head.map(plainText).join(", ");
  const cellElement = (cell: readonly Inline[], column: number): Element =>
    element(
      "td",
      {
        role: "cell",
        "data-column": plainText(head[column] ?? []),
        class: cell.length === 0 ? "empty" : undefined,
      },
      ...inlines(cell),
    );
  return element(
    "div",
    // What can be scrolled must be reachable by keys.
    { class: "table", tabindex: "0", role: "group", "aria-label": `Table: ${name}` },
    element(
      "table",
      // On a phone its cells stand one below the other, and would be no table to a screen reader if it were not said.
      { role: "table" },
      element(
        "thead",
        { role: "rowgroup" },
        element(
          "tr",
          { role: "row" },
          ...head.map((cell) => element("th", { scope: "col", role: "columnheader" }, ...inlines(cell))),
        ),
      ),
      element(
        "tbody",
        { role: "rowgroup" },
        ...rows.map((row) => element("tr", { role: "row" }, ...row.map(cellElement))),
      ),
    ),
  );
}

function storyElement({ parts }: Extract<Block, { kind: "story" }>): Element {
  const items = parts.map((part) => {
    if (!("lines" in part))
      return element("li", {}, element("p", { class: "faint" }, `… ${counted(part.steps, "step")} more`));
    const title = element("p", { class: "step" }, part.title);
    if (part.lines.length === 0)
      return element("li", {}, title, element("p", { class: "faint" }, "nothing happens"));
    let last = "";
    const lines = part.lines.map((line) => {
      // Who goes on doing something is not named again.
      const who = line.who === last ? "" : line.who;
      if (line.who !== "") last = line.who;
      return lineElement({ ...line, who });
    });
    return element("li", {}, title, ...lines);
  });
  return element("ol", { class: "story" }, ...items);
}

const depths = ["", " deep", " deeper"] as const;

function lineElement({ who, text, depth, tone }: StoryLine): Element {
  return element(
    "p",
    { class: `line${depths[Math.min(depth, 2)] ?? ""} ${tone}` },
    nameElement(who),
    saidElement(text, "span"),
  );
}

/** A name in its narrow column: one that is too long for it is broken between its words, not within one. */
function nameElement(name: string): Element {
  return element("span", { dir: "auto", lang: languageOf(name) }, ...betweenWords(name));
}

/** A text with names in it, and where these may be broken. */
function betweenWords(text: string): readonly Child[] {
  const [first = "", ...rest] = text.split(/(?<=_)/u);
  return [visible(first), ...rest.flatMap((word) => [element("wbr", {}), visible(word)])];
}

// ── Within a line ─────────────────────────────────────────────────────────

export function inlines(pieces: readonly Inline[]): readonly Child[] {
  return pieces.map((piece): Child => {
    switch (piece.kind) {
      case "text":
        return visible(piece.text);
      case "said":
        return saidElement(piece.text);
      case "code":
        return element("code", { dir: "auto" }, ...betweenWords(piece.text.replace(/\s+/gu, " ")));
      case "strong":
        return element("strong", {}, ...inlines(piece.pieces));
      case "emphasis":
        return element("em", {}, ...inlines(piece.pieces));
      case "link":
        return element("a", linkTo(piece.to), ...inlines(piece.pieces));
      default:
        return unreachable(piece);
    }
  });
}

function linkTo(to: Goal): Readonly<Record<string, string>> {
  if (to.kind === "here") return { href: `#${to.id}` };
  // Whatever a bibliography says is an address: only one of the web is followed.
  return /^https?:\/\//iu.test(to.url) ? { href: to.url, rel: "noopener noreferrer" } : {};
}

/** Words of the modeller's: they run in their own direction, and are read as what their script says they are. */
export function saidElement(text: string, name: "bdi" | "span" = "bdi"): Element {
  const lang = languageOf(text);
  const direction = name === "span" ? { dir: "auto" } : {};
  return element(name, { ...direction, lang }, visible(text.replace(/[\r\n\t]+/gu, " ")));
}

/** Of scripts that tell the language: fonts draw the same sign otherwise in Chinese and in Japanese. */
function languageOf(text: string): string | undefined {
  if (/[\u3040-\u30FF]/u.test(text)) return "ja";
  if (/[\uAC00-\uD7AF]/u.test(text)) return "ko";
  return /[\u3400-\u9FFF]/u.test(text) ? "zh" : undefined;
}

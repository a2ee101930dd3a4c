/* A comparison as Markdown, for a comment on a pull request: short, and what only some want to know can be unfolded. */
import type { Comparison } from "../../runs/comparison/compare.ts";
import { code, said } from "../report/document.ts";
import { written } from "../report/markdown.ts";
import { pageOf } from "./page.ts";
import type { Line, PageOptions, Part, Row, Section, Sides } from "./parts.ts";
import { signTexts } from "./signs.ts";

export function renderComparisonMarkdown(comparison: Comparison, options: PageOptions): string {
  const { sides, summary, sections } = pageOf(comparison, options);
  const blocks = [
    `### ${written([said(sides.first)])} → ${written([said(sides.second)])}`,
    listOf(summary),
    ...sections.flatMap((section) => sectionBlocks(section, sides)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The titles are ours: nothing that a model says stands where a page would take it for a tag. */
function sectionBlocks({ title, parts, folded }: Section, sides: Sides): readonly string[] {
  const inside = parts.flatMap((part) => partBlocks(part, sides));
  return folded
    ? [`<details><summary>${title}</summary>`, ...inside, "</details>"]
    : [`**${title}**`, ...inside];
}

function partBlocks(part: Part, sides: Sides): readonly string[] {
  if (part.kind === "lines") return part.lines.length === 0 ? [] : [listOf(part.lines)];
  return part.rows.length === 0 ? [] : [tableOf(part.rows, sides)];
}

function listOf(lines: readonly Line[]): string {
  return lines
    .map(({ depth, sign, pieces }) => {
      const mark = sign === undefined ? "" : `${written([code(signTexts[sign])])} `;
      return `${"  ".repeat(depth)}- ${mark}${atStart(written(pieces))}`;
    })
    .join("\n");
}

/** What stands at the beginning of an item of a list must not begin another. */
function atStart(text: string): string {
  return text
    .trim()
    .replace(/^(\d{1,9})([.)])/u, "$1\\$2")
    .replace(/^[-+=#:]/u, "\\$&");
}

function tableOf(rows: readonly Row[], { first, second }: Sides): string {
  const row = (name: string, ...cells: readonly string[]): string =>
    `| ${[written([code(name)], true), ...cells.map((cell) => written([said(cell)], true))].join(" | ")} |`;
  return [
    `| | ${[first, second].map((cell) => written([said(cell)], true)).join(" | ")} |`,
    "| --- | --- | --- |",
    ...rows.map((one) => row(one.name, one.first, one.second)),
  ].join("\n");
}

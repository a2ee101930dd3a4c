/* A comparison as people read it in a terminal. */
import { visible } from "../../base/visible.ts";
import { painter, type Style } from "../../diagnostics/show/paint.ts";
import { inAscii } from "../../diagnostics/show/signs.ts";
import { wrapped } from "../../diagnostics/show/wrap.ts";
import { displayWidth } from "../../diagnostics/width.ts";
import type { Comparison } from "../../runs/comparison/compare.ts";
import { plainText } from "../report/document.ts";
import { pageOf } from "./page.ts";
import type { Line, PageOptions, Row, Sign } from "./parts.ts";
import { signTexts } from "./signs.ts";

export interface ComparisonTextOptions extends PageOptions {
  readonly colour: boolean;
  readonly ascii: boolean;
  /** The columns to wrap at; undefined where nobody looks at it. */
  readonly width?: number | undefined;
}

const styles: Readonly<Record<Sign, Style>> = { first: "removed", second: "added", changed: "related" };

export function renderComparison(comparison: Comparison, options: ComparisonTextOptions): string {
  const paint = painter(options.colour);
  const page = pageOf(comparison, options);
  const clean = (text: string): string => {
    const safe = visible(text.replace(/\s+/gu, " ").trim(), { ascii: options.ascii });
    return options.ascii ? inAscii(safe) : safe;
  };
  const rowsOf = ({ depth, sign, pieces }: Line): readonly string[] => {
    const indent = "  ".repeat(depth + 1);
    const mark = sign === undefined ? "" : `${signTexts[sign]} `;
    const columns = options.width === undefined ? undefined : options.width - indent.length - mark.length - 2;
    const [first = "", ...rest] = wrapped(clean(plainText(pieces)), columns);
    const painted = sign === undefined ? "" : `${paint(styles[sign], signTexts[sign])} `;
    return [
      `${indent}${painted}${first}`,
      ...rest.map((row) => `${indent}${" ".repeat(mark.length + 2)}${row}`),
    ];
  };
  const tableOf = (rows: readonly Row[]): readonly string[] => {
    const columns = [({ name }: Row) => name, ({ first }: Row) => first].map((cell) => {
      const width = Math.max(0, ...rows.map((row) => displayWidth(clean(cell(row)))));
      return (row: Row): string => `${clean(cell(row))}${" ".repeat(width - displayWidth(clean(cell(row))))}`;
    });
    const arrow = options.ascii ? "->" : "→";
    return rows.map(
      (row) => `      ${columns[0]?.(row)}  ${columns[1]?.(row)} ${arrow} ${clean(row.second)}`,
    );
  };
  const { first, second } = page.sides;
  const text = [
    paint("strong", `${clean(first)} ${options.ascii ? "->" : "→"} ${clean(second)}`),
    ...page.summary.flatMap(rowsOf),
    ...page.sections.flatMap(({ title, parts }) => [
      "",
      paint("strong", title),
      ...parts.flatMap((part) => (part.kind === "lines" ? part.lines.flatMap(rowsOf) : tableOf(part.rows))),
    ]),
  ];
  return `${text.join("\n")}\n`;
}

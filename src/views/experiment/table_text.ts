/* Rows of texts in columns. */
import { displayWidth } from "../../diagnostics/width.ts";

/** Each row as a line; columns begin below one another. */
export function tableText(rows: readonly (readonly string[])[], indent: string): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === row.length - 1 ? cell : cell + " ".repeat((widths[column] ?? 0) - displayWidth(cell)),
    );
    return `${indent}${cells.join("  ")}`.trimEnd();
  });
}

/* How a picture calls things: short, in one line, with nothing in it that cannot be seen. */
import { visible } from "../../base/visible.ts";
import { displayWidth, graphemes } from "../../diagnostics/width.ts";

/** The label that the modeller gave, or else the name. */
export function calledIn(item: { readonly name: string; readonly label?: string | undefined }): string {
  const label = item.label === undefined ? "" : oneLine(item.label);
  return shortened(label === "" ? oneLine(item.name) : label, widestTitle);
}

const widestTitle = 60;

/** Line breaks and tabs become a space, as they are in a running text; what else cannot be seen becomes visible. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/gu, " ").trim());
}

/** At most so many columns; what is cut off is an ellipsis. */
export function shortened(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = "";
  let width = 1;
  for (const { text: sign } of graphemes(text)) {
    width += displayWidth(sign);
    if (width > columns) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

/** The first of the lines, and how many more there are. */
export function atMost(lines: readonly string[], most: number): readonly string[] {
  // That one more is left out takes as much room as that one.
  if (lines.length <= most + 1) return lines;
  return [...lines.slice(0, most), `and ${lines.length - most} more`];
}

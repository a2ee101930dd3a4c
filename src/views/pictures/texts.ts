/* Texts in a picture: each line an element of its own, set where the metrics say. */
import type { Row } from "./cards.ts";
import { hasWide, lineHeight, textWidth, wrappedText, type Lettering } from "./metrics.ts";
import { element, type Element } from "./xml.ts";

/** The lines of a card around `x`, seen from its `top`. */
export function rowsAround(rows: readonly Row[], x: number, top: number): readonly Element[] {
  return rows.map((row) => lineOf(row, { x, top, middle: true }));
}

/** The lines of a card from `x` on. */
export function rowsFrom(rows: readonly Row[], x: number, top: number): readonly Element[] {
  return rows.map((row) => lineOf(row, { x, top, middle: false }));
}

function lineOf(
  { text, y, size, strong }: Row,
  { x, top, middle }: { readonly x: number; readonly top: number; readonly middle: boolean },
): Element {
  const classes = [
    ...(middle ? ["middle"] : []),
    ...(strong ? ["strong"] : []),
    ...(hasWide(text) ? ["east"] : []),
  ];
  return element(
    "text",
    { class: classes.length > 0 ? classes.join(" ") : undefined, x, y: top + y, "font-size": size },
    text,
  );
}

/** A paragraph, and how wide and high it is. */
export interface Paragraph {
  readonly elements: readonly Element[];
  readonly width: number;
  readonly height: number;
}

export function paragraph(
  text: string,
  { x, top, width, ...lettering }: Lettering & { x: number; top: number; width: number },
): Paragraph {
  const { size, strong = false } = lettering;
  const lines = text === "" ? [] : wrappedText(text, lettering, width, { compounds: true });
  const rows = lines.map((line, index) => ({
    text: line,
    size,
    strong,
    y: size * (1.02 + index * lineHeight),
  }));
  return {
    elements: rowsFrom(rows, x, top),
    width: Math.max(0, ...lines.map((line) => textWidth(line, lettering))),
    height: lines.length * size * lineHeight,
  };
}

/** Paragraphs below one another. */
export function paragraphs(
  texts: readonly string[],
  { top, ...where }: Lettering & { x: number; top: number; width: number },
): Paragraph {
  const elements: Element[] = [];
  let [width, height] = [0, 0];
  for (const text of texts) {
    const one = paragraph(text, { ...where, top: top + height });
    elements.push(...one.elements);
    width = Math.max(width, one.width);
    height += one.height + 3;
  }
  return { elements, width, height };
}

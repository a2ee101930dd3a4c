/* What stands below a picture: what its forms, lines and signs mean, and the findings that it numbers. */
import { visible } from "../../base/visible.ts";
import { arrowOf } from "./arrows.ts";
import type { Graph, LegendEntry } from "./graph.ts";
import { sizes } from "./metrics.ts";
import { badgeOf, type FindingOf } from "./marks.ts";
import { shapeOf } from "./shapes.ts";
import { paragraph, type Paragraph } from "./texts.ts";
import { element, type Element } from "./xml.ts";

const sample = { width: 38, height: 20, gap: 8 };
const column = { gap: 24, text: 260 };
const lettering = { size: sizes.line };

/** Entries side by side, as many as fit into the width. */
export function legendOf({ legend }: Graph, { top, width }: { top: number; width: number }): Paragraph {
  const elements: Element[] = [];
  let [x, y, height, right] = [0, top, 0, 0];
  for (const entry of legend) {
    const at = x + sample.width + sample.gap;
    let text = paragraph(visible(entry.text), { x: at, top: y + 3, width: column.text, ...lettering });
    if (x > 0 && at + text.width > width) {
      y += height + 8;
      [x, height] = [0, 0];
      text = paragraph(visible(entry.text), {
        x: sample.width + sample.gap,
        top: y + 3,
        width: column.text,
        ...lettering,
      });
    }
    elements.push(element("g", {}, ...sampleOf(entry, x, y), ...text.elements));
    x += sample.width + sample.gap + text.width + column.gap;
    right = Math.max(right, x - column.gap);
    height = Math.max(height, sample.height, text.height + 3);
  }
  return { elements, width: right, height: legend.length === 0 ? 0 : y + height - top };
}

function sampleOf({ of }: LegendEntry, x: number, y: number): readonly Element[] {
  const [middle, height] = [x + sample.width / 2, y + sample.height / 2];
  if ("node" in of)
    return shapeOf(of.node, { x: middle, y: height, width: sample.width, height: sample.height });
  if ("edge" in of) {
    const point = (part: number) => ({ x: x + part * sample.width, y: height });
    return arrowOf(of.edge, {
      points: [point(0), point(0.3), point(0.5), point(0.8)],
      tip: point(1),
    });
  }
  return badgeOf(of.mark === "finding" ? "warning" : of.mark, { x: middle, y: height });
}

/** The findings in words, by the numbers that they have in the picture. */
export function findingsOf(
  findings: readonly FindingOf[],
  { top, width }: { top: number; width: number },
): Paragraph {
  const elements: Element[] = [];
  let [y, right] = [top, 0];
  for (const { severity, texts, number } of findings) {
    const at = 30;
    const text = texts.map((one) => visible(one)).join("  ·  ");
    const words = paragraph(text, { x: at, top: y + 2, width: Math.max(width - at, 240), ...lettering });
    elements.push(element("g", {}, ...badgeOf(severity, { x: 12, y: y + 9 }, number), ...words.elements));
    y += Math.max(words.height, 20) + 6;
    right = Math.max(right, at + words.width);
  }
  return { elements, width: right, height: y - top };
}

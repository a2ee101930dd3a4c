/* What a mark says in words, for the forms that have no other signs than words and strokes. */
import { wrapped } from "../../diagnostics/show/wrap.ts";
import type { Mark } from "./graph.ts";
import { oneLine } from "./wording.ts";

const widestLine = 44;

export function markLines(mark: Mark | undefined): readonly string[] {
  const compared = mark && comparedLines[mark.kind];
  if (compared !== undefined) return [compared];
  if (mark?.kind !== "finding") return [];
  return mark.texts.flatMap((text) => wrapped(`${mark.severity}: ${oneLine(text)}`, widestLine));
}

/** Signs and words for what is in one of two models alone. */
const comparedLines: Readonly<Partial<Record<Mark["kind"], string>>> = {
  removed: "− only in the first",
  added: "+ only in the second",
  changed: "~ otherwise in each",
};

/** A word for each look that a mark can have: `finding` by its severity. */
export type Look =
  "way" | "circle" | "bottleneck" | "error" | "warning" | "hint" | "removed" | "added" | "changed";

export const looks: readonly Look[] = [
  "way",
  "circle",
  "bottleneck",
  "error",
  "warning",
  "hint",
  "removed",
  "added",
  "changed",
];

export function lookOf(mark: Mark): Look {
  return mark.kind === "finding" ? mark.severity : mark.kind;
}

/** Stroke and fill; all of them also differ in the width of their stroke or in their words from what has no mark. */
export const lookColours: Readonly<Record<Look, { readonly stroke: string; readonly fill: string }>> = {
  way: { stroke: "#0b5394", fill: "#dbe9f6" },
  circle: { stroke: "#6a3d9a", fill: "#eadff5" },
  bottleneck: { stroke: "#8a4b00", fill: "#fbe5c8" },
  error: { stroke: "#b00020", fill: "#fbdfe3" },
  warning: { stroke: "#8a5a00", fill: "#fdf0cf" },
  hint: { stroke: "#00695c", fill: "#d9f0ec" },
  removed: { stroke: "#9a3412", fill: "#fdeadb" },
  added: { stroke: "#0b57d0", fill: "#dbe9f6" },
  changed: { stroke: "#6d28c9", fill: "#f0e6fa" },
};

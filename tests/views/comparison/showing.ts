/* Comparisons as they are shown in tests. */
import type { Comparison } from "../../../src/runs/comparison/compare.ts";
import { renderComparison, type ComparisonTextOptions } from "../../../src/views/comparison/text.ts";
import { compare } from "../../../src/runs/comparison/compare.ts";
import { example } from "../../runs/comparison/comparing.ts";

export const files = { first: "old.sys", second: "new.sys" };

export function shown(comparison: Comparison, options: Partial<ComparisonTextOptions> = {}): string {
  return renderComparison(comparison, { files, all: false, colour: false, ascii: false, ...options });
}

/** The lines under a title of the text. */
export function under(text: string, title: string): readonly string[] {
  const rows = text.split("\n");
  const at = rows.indexOf(title);
  if (at === -1) return [];
  const end = rows.indexOf("", at);
  return rows.slice(at + 1, end === -1 ? undefined : end);
}

export function governance(): Comparison {
  return compare(example("governance/old_governance.sys"), example("governance/governance.sys"));
}

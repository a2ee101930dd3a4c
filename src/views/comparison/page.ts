/*
 * A comparison as a page: what it says, in which order, before anybody has decided whether it becomes text or Markdown. First
 * comes what a reader of society asks first: what came of the same events, what leads where, at which point the two part; then the
 * institutions, and what the systems say of themselves last.
 */
import type { Comparison } from "../../runs/comparison/compare.ts";
import { couplingSection, detailSections, renamingSection } from "./details.ts";
import {
  experimentSection,
  findingSection,
  ownScenarioSection,
  propertySection,
  sameScenarioSection,
} from "./outcomes.ts";
import {
  sidesOf,
  type Line,
  type PageOptions,
  type Part,
  type Section,
  type Sides,
  type Telling,
} from "./parts.ts";
import { cascadeSection, runSection } from "./runs_of_one.ts";
import { summaryLines } from "./summary.ts";
import { waySection } from "./ways.ts";
import { wordsLine, wordSection } from "./words.ts";

export interface Page {
  readonly sides: Sides;
  readonly summary: readonly Line[];
  readonly sections: readonly Section[];
}

export function pageOf(comparison: Comparison, options: PageOptions): Page {
  const sides = sidesOf(comparison, options.files);
  const told: Telling = { comparison, sides, ...options };
  const sections = [
    renamingSection(told),
    sameScenarioSection(told),
    waySection(told),
    runSection(told),
    cascadeSection(told),
    couplingSection(told),
    ownScenarioSection(told),
    propertySection(told),
    findingSection(told),
    ...detailSections(told),
    wordSection(told),
    experimentSection(told),
  ].filter(({ parts }) => parts.some(isTold));
  return { sides, summary: [...summaryLines(told), ...wordsLine(told)], sections };
}

function isTold(part: Part): boolean {
  return part.kind === "lines" ? part.lines.length > 0 : part.rows.length > 0;
}

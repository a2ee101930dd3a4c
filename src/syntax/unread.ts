import type { Place, Span } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import { beginOfLine, endOfWriting } from "./layout.ts";
import type { SyntaxErrorFacts, SyntaxProblem } from "./problems.ts";

/**
 * The lines that have not been read for sure, in order: what else seems to be wrong in them most likely follows from
 * what has been reported. Where there is no doubt of what is meant, a line counts as read.
 */
export function unreadLines({ text }: Source, problems: readonly SyntaxProblem[]): readonly Span[] {
  const lines: Span[] = [];
  const doubtful = problems.filter(
    (problem) => problem.check === "syntax_error" && isDoubtful(problem.facts),
  );
  for (const { place } of doubtful.toSorted((a, b) => a.place.start - b.place.start)) {
    if (place.start <= (lines.at(-1)?.end ?? -1)) continue;
    lines.push({ start: beginOfLine(text, place.start), end: endOfWriting(text, place.end) });
  }
  return lines;
}

function isDoubtful(facts: SyntaxErrorFacts): boolean {
  switch (facts.kind) {
    // These say where a body ends, not what a line says.
    case "unclosed":
    case "unopened":
    case "missing brace":
    case "unclosed comment":
    // These can be read, and are only not as they should be.
    case "foreign signs":
    case "unknown escape":
    case "whole number":
    case "wrong item":
    case "late header":
    case "missing part":
    case "second part":
      return false;
    default:
      return !("repair" in facts && facts.repair?.certain === true);
  }
}

/** Whether a place lies in one of the stretches, which are in order. */
export function isIn(stretches: readonly Span[], { start }: Place): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low];
  return found !== undefined && found.start <= start;
}

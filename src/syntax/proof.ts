import type { Source } from "../base/source.ts";
import type { Edit, Fix } from "../diagnostics/diagnostic.ts";
import { applyEdits } from "../diagnostics/edits.ts";
import type { SyntaxErrorFacts, SyntaxProblem } from "./problems.ts";

/** So many edits are tried one by one; what is wrong with more of them at once is not worth the time. */
const mostTried = 12;

/**
 * Of the edits that are held for certain only those stay so that make the text better: they are made, and the text is
 * read again. `problemsIn` counts what is wrong with a text.
 */
export function proved(
  { name, text }: Source,
  problems: readonly SyntaxProblem[],
  problemsIn: (source: Source) => number,
): readonly SyntaxProblem[] {
  const fixes = new Set(problems.flatMap((problem) => certainFix(problem) ?? []));
  // Of more mistakes than are shown nobody knows whether they have become fewer.
  if (fixes.size === 0 || problems.some(({ check }) => check === "too_many")) return problems;
  const chosen = compatible([...fixes]);
  if (after(chosen) <= problems.length - chosen.length) return problems;
  const good = new Set(
    fixes.size > mostTried ? [] : [...fixes].filter((fix) => after([fix]) < problems.length),
  );
  return problems.map((problem) => {
    const fix = certainFix(problem);
    return fix === undefined || good.has(fix) ? problem : doubted(problem, fix);
  });

  function after(made: readonly Fix[]): number {
    const edits = made.flatMap((fix) => fix.edits);
    return problemsIn({ name, text: applyEdits(text, edits) });
  }
}

function certainFix({ check, facts }: SyntaxProblem): Fix | undefined {
  if (check !== "syntax_error" || !("repair" in facts)) return undefined;
  return facts.repair?.certain === true ? facts.repair : undefined;
}

function doubted(problem: SyntaxProblem, fix: Fix): SyntaxProblem {
  if (problem.check !== "syntax_error") return problem;
  // The facts are those of before but for the certainty of their edit.
  const facts = { ...problem.facts, repair: { ...fix, certain: false } } as SyntaxErrorFacts;
  return { ...problem, facts };
}

/** The fixes that can be made together: of two that touch each other the first. */
function compatible(fixes: readonly Fix[]): readonly Fix[] {
  const chosen: Fix[] = [];
  const edits: Edit[] = [];
  for (const fix of fixes) {
    if (fix.edits.some(({ place: a }) => edits.some(({ place: b }) => a.start <= b.end && b.start <= a.end)))
      continue;
    chosen.push(fix);
    edits.push(...fix.edits);
  }
  return chosen;
}

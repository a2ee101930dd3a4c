import type { Span } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import type { Edit, Fix } from "../diagnostics/diagnostic.ts";
import { applyEdits } from "../diagnostics/edits.ts";
import { bodySpecs, isStarter } from "./bodies.ts";
import type { SyntaxErrorFacts, SyntaxProblem } from "./problems.ts";

/** So many edits are tried one by one; what is wrong with more of them at once is not worth the time. */
const mostTried = 12;

/**
 * Of the edits that are held for certain only those stay so that make the text better: they are made, and the text is
 * read again. `problemsIn` counts what is wrong with a text.
 */
export function proved(
  source: Source,
  problems: readonly SyntaxProblem[],
  problemsIn: (source: Source) => number,
): readonly SyntaxProblem[] {
  const fixes = new Set(problems.flatMap((problem) => certainFix(problem) ?? []));
  // Of more mistakes than are shown nobody knows whether they have become fewer.
  if (fixes.size === 0 || problems.some(({ check }) => check === "too_many")) return problems;
  const after = counting(source, problems, problemsIn);
  const chosen = compatible([...fixes]);
  if (after(chosen) <= problems.length - chosen.length) return problems;
  const good = new Set(
    fixes.size > mostTried ? [] : [...fixes].filter((fix) => after([fix]) < problems.length),
  );
  return problems.map((problem) => {
    const fix = certainFix(problem);
    return fix === undefined || good.has(fix) ? problem : doubted(problem, fix);
  });
}

/**
 * Counts what is wrong with a text after fixes. It reads again only the declarations in which they are made, as long as
 * these read by themselves have the mistakes that they have in the text: else the text as a whole.
 */
function counting(
  { name, text }: Source,
  problems: readonly SyntaxProblem[],
  problemsIn: (source: Source) => number,
): (made: readonly Fix[]) => number {
  /** By where a declaration begins, if it is read by itself as it is in the text: how much is wrong in it. */
  const known = new Map<number, number | undefined>();

  function problemsOf({ start, end }: Span): number | undefined {
    if (!known.has(start)) {
      const inside = problems.filter(({ place }) => place.start >= start && place.start < end).length;
      const alone = problemsIn({ name, text: text.slice(start, end) });
      known.set(start, alone === inside ? inside : undefined);
    }
    return known.get(start);
  }

  return (made) => {
    const edits = made.flatMap((fix) => fix.edits);
    let count = problems.length;
    for (const [stretch, within] of byStretch(text, edits)) {
      const before = problemsOf(stretch);
      if (before === undefined) return problemsIn({ name, text: applyEdits(text, edits) });
      const { start, end } = stretch;
      const moved = within.map(({ place, ...edit }): Edit => {
        return { ...edit, place: { ...place, start: place.start - start, end: place.end - start } };
      });
      count += problemsIn({ name, text: applyEdits(text.slice(start, end), moved) }) - before;
    }
    return count;
  };
}

/** The edits by the stretches of declarations that they are made in. */
function byStretch(text: string, edits: readonly Edit[]): readonly (readonly [Span, readonly Edit[]])[] {
  const stretches: [Span, Edit[]][] = [];
  for (const edit of edits.toSorted((a, b) => a.place.start - b.place.start)) {
    const { place } = edit;
    const last = stretches.at(-1);
    // What is put between two declarations may belong to either.
    if (last !== undefined && place.start <= last[0].end) {
      last[1].push(edit);
      if (place.end > last[0].end) last[0] = { start: last[0].start, end: declarationAfter(text, place.end) };
    } else {
      const stretch = {
        start: declarationBefore(text, place.start),
        end: declarationAfter(text, place.end),
      };
      stretches.push([stretch, [edit]]);
    }
  }
  return stretches;
}

/** Where the declaration begins that stands before an offset; a file's first begins with the file. */
function declarationBefore(text: string, offset: number): number {
  let line = offset;
  do line = line < 2 ? 0 : text.lastIndexOf("\n", line - 2) + 1;
  while (line > 0 && !beginsDeclaration(text, line));
  return line;
}

function declarationAfter(text: string, offset: number): number {
  for (let end = text.indexOf("\n", offset); end >= 0; end = text.indexOf("\n", end + 1))
    if (beginsDeclaration(text, end + 1)) return end + 1;
  return text.length;
}

function beginsDeclaration(text: string, line: number): boolean {
  return isStarter(bodySpecs.ModelFile, /^\w+/.exec(text.slice(line, line + 20))?.[0]);
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

/* Signs that are not ours: what is meant by them, where that can be told, and what is reported. */
import { contains, placeIn, type Span } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import { continuesName } from "./characters.ts";
import { beginOfLine, endOfLine } from "./layout.ts";
import type { ForeignSign, SyntaxErrorFacts, SyntaxProblem, UnknownSign } from "./problems.ts";
import type { Sign } from "./tokens.ts";

/** So far behind a sign is looked for what tells its meaning. */
const sight = 300;

/** What `=>` at an offset stands for: in a condition for `>=`, behind one for `->`. */
export function arrowMeant(text: string, offset: number): Sign {
  const before = text.slice(Math.max(beginOfLine(text, offset), offset - sight), offset);
  const behind = text.slice(offset + 2, Math.min(endOfLine(text, offset), offset + sight));
  const isCondition =
    /->|=>|→/.test(behind) ||
    /^\s*[-\d]/.test(behind) ||
    /^\s*(?:expect|aim|always|never|eventually|run)\b/.test(before);
  return isCondition ? ">=" : "->";
}

/** Where a name ends that goes on at an offset. */
export function endOfName(text: string, offset: number): number {
  let end = offset;
  for (let point = text.codePointAt(end) ?? 0; continuesName(point); point = text.codePointAt(end) ?? 0)
    end += point > 0xffff ? 2 : 1;
  return end;
}

export function apostropheInName({ name, text }: Source, span: Span, meant: string): SyntaxProblem {
  const place = placeIn(name, span);
  const repair = { title: `write \`${meant}\``, certain: false, edits: [{ place, text: meant }] };
  const facts = {
    kind: "apostrophe in name",
    found: text.slice(span.start, span.end),
    meant,
    repair,
  } as const;
  return { check: "syntax_error", place, facts };
}

/** A comment in the form of another language that begins at an offset: `# …` to the end of the line, `<!-- … -->`. */
export function foreignCommentAt(
  { name, text }: Source,
  offset: number,
): { readonly end: number; readonly problem: SyntaxProblem } | undefined {
  const lineEnd = endOfLine(text, offset);
  const line = text.slice(offset, Math.min(lineEnd, offset + sight));
  // Behind something else it may be meant for a sign, and what follows it is not to be lost.
  const isAlone = text.slice(beginOfLine(text, offset), offset).trim() === "";
  const [opener] = /^<!--/.exec(line) ?? /^#+/.exec(line) ?? [];
  if (opener === undefined || !(isAlone || opener === "<!--" || /^#[#\s][^{}]*$/.test(line)))
    return undefined;
  const close = opener === "<!--" ? text.indexOf("-->", offset) : -1;
  const end = close < 0 ? lineEnd : close + "-->".length;
  const place = placeIn(name, { start: offset, end: offset + opener.length });
  const closer = placeIn(name, { start: close - (text.charAt(close - 1) === " " ? 1 : 0), end });
  const edits = [{ place, text: "//" }, ...(close < 0 ? [] : [{ place: closer, text: "" }])];
  // A comment of several lines would have to begin anew on each.
  const repair = { title: "write `//`", certain: end <= lineEnd, edits };
  return { end, problem: { check: "syntax_error", place, facts: { kind: "foreign comment", repair } } };
}

/** The signs of each line together. */
function byLine<S extends UnknownSign>({ text }: Source, signs: readonly S[]): readonly (readonly S[])[] {
  const lines: S[][] = [];
  let lineEnd = -1;
  for (const found of signs) {
    if (found.place.start > lineEnd) {
      lineEnd = endOfLine(text, found.place.start);
      lines.push([]);
    }
    lines.at(-1)?.push(found);
  }
  return lines;
}

/** One problem for all the signs of a line that mean nothing. */
export function unknownByLine(source: Source, signs: readonly UnknownSign[]): SyntaxProblem[] {
  return byLine(source, signs).flatMap((line): SyntaxProblem[] => {
    const [first] = line;
    if (first === undefined) return [];
    return [{ check: "syntax_error", place: first.place, facts: { kind: "unknown signs", signs: line } }];
  });
}

/** One problem for all the foreign signs of a line. */
export function foreignByLine(source: Source, signs: readonly ForeignSign[]): SyntaxProblem[] {
  return byLine(source, signs).flatMap((line): SyntaxProblem[] => {
    const [first] = line;
    return first === undefined
      ? []
      : [{ check: "syntax_error", place: first.place, facts: foreignFacts(line) }];
  });
}

function foreignFacts(signs: readonly ForeignSign[]): SyntaxErrorFacts {
  const title = signs.length === 1 ? "write the sign that is meant" : "write the signs that are meant";
  const edits = signs.map(({ place, meant }) => ({ place, text: meant }));
  return { kind: "foreign signs", signs, repair: { title, certain: true, edits } };
}

/** What has been found in scanning, without the signs in stretches of which more has been said than of one sign. */
export function withoutExplained(
  problems: readonly SyntaxProblem[],
  explained: readonly Span[],
): readonly SyntaxProblem[] {
  if (explained.length === 0) return problems;
  const isOpen = ({ place }: UnknownSign) => !explained.some((stretch) => contains(stretch, place));
  return problems.flatMap((problem): readonly SyntaxProblem[] => {
    if (problem.check !== "syntax_error") return [problem];
    const { facts } = problem;
    if (facts.kind === "unknown signs") {
      const signs = facts.signs.filter(isOpen);
      const [first] = signs;
      return first === undefined ? [] : [{ ...problem, place: first.place, facts: { ...facts, signs } }];
    }
    if (facts.kind !== "foreign signs") return [problem];
    const signs = facts.signs.filter(isOpen);
    const [first] = signs;
    return first === undefined ? [] : [{ ...problem, place: first.place, facts: foreignFacts(signs) }];
  });
}

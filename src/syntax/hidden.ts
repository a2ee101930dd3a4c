import { placeIn, type Span } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import { hiddenAnywhere } from "./characters.ts";
import type { SyntaxProblem } from "./problems.ts";

/** Finds invisible and direction-changing characters, one problem for each line that has any. */
export function findHidden({ name, text }: Source, comments: readonly Span[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  let line: number[] = [];
  let lineEnd = -1;
  const report = (): void => {
    const [first] = line;
    if (first === undefined) return;
    const edits = line.map((offset) => {
      const point = text.codePointAt(offset) ?? 0;
      return { place: placeIn(name, { start: offset, end: offset + (point > 0xffff ? 2 : 1) }), text: "" };
    });
    const inComment = comments.some((comment) => comment.start <= first && first < comment.end);
    const where = inComment ? "comment" : insideText(text, first) ? "text" : "code";
    problems.push({
      check: "hidden_character",
      place: edits[0]?.place ?? placeIn(name, { start: first, end: first }),
      facts: {
        characters: line.map((offset) => text.codePointAt(offset) ?? 0),
        where,
        repair: { title: line.length === 1 ? "remove it" : "remove them", certain: true, edits },
      },
    });
  };
  for (const { index } of text.matchAll(hiddenAnywhere)) {
    if (index === 0 && text.charCodeAt(0) === 0xfeff) continue;
    if (index > lineEnd) {
      report();
      line = [];
      const end = text.indexOf("\n", index);
      lineEnd = end < 0 ? text.length : end;
    }
    line.push(index);
  }
  report();
  return problems;
}

/** Whether an odd number of quotation marks stands before an offset on its line: good enough to word a message. */
function insideText(text: string, offset: number): boolean {
  const start = text.lastIndexOf("\n", offset) + 1;
  return (text.slice(start, offset).match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1;
}

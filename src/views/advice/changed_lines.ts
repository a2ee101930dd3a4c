/* What edits change in a text, line by line, as it is shown to people who are to type it over. */
import { inOrder } from "../../diagnostics/edits.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";

export interface ChangedLine {
  readonly sign: "removed" | "added";
  /** From 1: of a line that goes, its own number; of one that comes, that of the line before which it stands now. */
  readonly line: number;
  readonly text: string;
}

/** A stretch of lines that change together. */
export type Hunk = readonly ChangedLine[];

/** The edits are of this text and do not overlap. */
export function changedLines(text: string, edits: readonly Edit[]): readonly Hunk[] {
  const groups: { start: number; end: number; edits: Edit[] }[] = [];
  for (const edit of inOrder(edits)) {
    const start = lineStart(text, edit.place.start);
    const end = lineEnd(text, edit.place.end);
    const last = groups.at(-1);
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else groups.push({ start, end, edits: [edit] });
  }
  return groups.flatMap((group) => {
    const before = text.slice(group.start, group.end);
    const after = applied(text, group);
    const hunk = differing(before.split("\n"), after.split("\n"), lineNumber(text, group.start));
    return hunk.length === 0 ? [] : [hunk];
  });
}

function applied(
  text: string,
  { start, end, edits }: { readonly start: number; readonly end: number; readonly edits: readonly Edit[] },
): string {
  let result = "";
  let from = start;
  for (const { place, text: replacement } of edits) {
    result += text.slice(from, place.start) + replacement;
    from = place.end;
  }
  return result + text.slice(from, end);
}

/** Without the lines that are the same at the beginning and at the end. */
function differing(before: readonly string[], after: readonly string[], first: number): Hunk {
  let same = 0;
  while (same < Math.min(before.length, after.length) && before[same] === after[same]) same += 1;
  let behind = 0;
  while (
    behind < Math.min(before.length, after.length) - same &&
    before[before.length - 1 - behind] === after[after.length - 1 - behind]
  )
    behind += 1;
  const removed = before.slice(same, before.length - behind);
  const added = after.slice(same, after.length - behind);
  return [
    ...removed.map((text, number): ChangedLine => ({ sign: "removed", line: first + same + number, text })),
    ...added.map((text): ChangedLine => ({ sign: "added", line: first + same + removed.length, text })),
  ].map((line) => ({ ...line, text: line.text.replace(/\r$/u, "") }));
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

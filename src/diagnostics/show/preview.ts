import { positionAt } from "../../base/source.ts";
import { visible } from "../../base/visible.ts";
import type { Fix } from "../diagnostic.ts";
import { applyEdits } from "../edits.ts";
import type { Locator } from "../locate.ts";
import { displayWidth } from "../width.ts";
import { lineOf } from "./marks.ts";

/** What a fix does to one line. */
export interface Preview {
  /** Nothing, if the fix only adds lines. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Previews of longer lines, or of more new lines, would hide the finding itself. */
const widest = 100;
const mostLines = 6;

/** What a fix does, if all of it happens in one line and can be shown briefly. */
export function previewOf(fix: Fix, locator: Locator, ascii: boolean): Preview | undefined {
  const [first] = fix.edits;
  const indexed = first && locator.text(first.place.file);
  if (first === undefined || indexed === undefined) return undefined;
  const { line } = positionAt(indexed.lines, first.place.start);
  const begin = indexed.lines[line - 1] ?? 0;
  const next = indexed.lines[line] ?? indexed.text.length;
  const before = lineOf(indexed, line);
  if (before.length > 4 * widest) return undefined;
  const inLine = fix.edits.every(
    ({ place }) =>
      place.file === first.place.file &&
      begin <= place.start &&
      place.start <= place.end &&
      place.end <= next,
  );
  if (!inLine) return undefined;
  const moved = fix.edits.map(({ place, text }) => ({
    place: { file: place.file, start: place.start - begin, end: place.end - begin },
    text,
  }));
  const after = applyEdits(indexed.text.slice(begin, next), moved)
    .split(/\r\n|\r|\n/)
    .map((text) => text.trimEnd());
  if (after.at(-1) === "" && next > begin + before.length) after.pop();
  const removed = [before.trimEnd()];
  if (after[0] === removed[0]) {
    removed.shift();
    after.shift();
  } else if (after.at(-1) === removed[0]) {
    removed.pop();
    after.pop();
  }
  const kept = [removed, after].map((lines) =>
    lines
      .filter((text) => text.trim() !== "")
      .map((text) => visible(text.replaceAll("\t", "    "), { ascii })),
  );
  const indent = Math.min(...kept.flat().map((text) => text.length - text.trimStart().length));
  const [shownBefore = [], shownAfter = []] = kept.map((lines) => lines.map((text) => text.slice(indent)));
  const preview = { before: shownBefore, after: shownAfter };
  const all = [...preview.before, ...preview.after];
  const brief =
    all.length > 0 && all.length <= mostLines && all.every((text) => displayWidth(text) <= widest);
  return brief ? preview : undefined;
}

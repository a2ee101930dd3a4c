/* A body can be folded at the line in which it begins: what stands between its braces. */
import { matchBrackets, syntaxTree } from "@codemirror/language";

type EditorState = Parameters<typeof matchBrackets>[0];

/** Whoever folds a longer body than this waits too long for its end to be found. */
const farthest = 500_000;

/** The stretch to fold at a line, which is the last body that begins in it and goes on behind it. */
export function foldAt(
  state: EditorState,
  lineStart: number,
  lineEnd: number,
): { readonly from: number; readonly to: number } | null {
  const line = state.doc.sliceString(lineStart, lineEnd);
  for (let index = line.lastIndexOf("{"); index >= 0; index = line.lastIndexOf("{", index - 1)) {
    const at = lineStart + index;
    if (isColoured(state, at)) continue;
    const found = matchBrackets(state, at, 1, { brackets: "{}", maxScanDistance: farthest });
    const end = found?.matched === true ? found.end?.from : undefined;
    if (end !== undefined && end > lineEnd) return { from: at + 1, to: end };
    if (index === 0) break;
  }
  return null;
}

/** Whether a brace is part of a comment or a string; elsewhere it has no colour. */
function isColoured(state: EditorState, at: number): boolean {
  return !syntaxTree(state).resolveInner(at, 1).type.isTop;
}

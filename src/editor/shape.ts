/* The shape of a text: what can be folded, and what is selected when a selection grows. */
import { lineStartsOf, positionAt } from "../base/source.ts";
import type { Span } from "../base/place.ts";
import type { Parsed } from "../syntax/parse.ts";
import { bodySpec } from "../syntax/bodies.ts";
import { childrenOf, walk } from "../syntax/walk.ts";
import type { Node } from "../syntax/tree.ts";

export interface Fold extends Span {
  readonly kind: "body" | "comment" | "imports";
}

/** Stretches of more than one line, in the order of the text. */
export function foldsOf({ tree, comments, source }: Parsed): readonly Fold[] {
  const starts = lineStartsOf(source.text);
  const lineOf = (offset: number): number => positionAt(starts, offset).line;
  const folds: Fold[] = [];
  const add = (kind: Fold["kind"], { start, end }: Span): void => {
    if (lineOf(start) < lineOf(end)) folds.push({ kind, start, end });
  };
  walk(tree, (node) => {
    if (node.kind !== "ModelFile" && (bodySpec(node.kind) !== undefined || node.kind === "EnumerationValues"))
      add("body", node);
  });
  const imports = tree.items.filter(({ kind }) => kind === "ImportFile" || kind === "ImportNames");
  const [first, last] = [imports[0], imports.at(-1)];
  if (first !== undefined && last !== undefined) add("imports", { start: first.start, end: last.end });
  // Comments on lines that follow each other are one.
  let run: Span | undefined;
  for (const comment of comments) {
    const follows = run !== undefined && lineOf(comment.start) === lineOf(run.end) + 1;
    if (run !== undefined && !follows) add("comment", run);
    run = follows && run !== undefined ? { start: run.start, end: comment.end } : comment;
  }
  if (run !== undefined) add("comment", run);
  return folds.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What lies around an offset, the smallest first; the last is the whole text. */
export function selectionsAt({ tree }: Parsed, offset: number): readonly Span[] {
  const around: Span[] = [];
  let node: Node | undefined = tree;
  while (node !== undefined) {
    const { start, end }: Span = node;
    const last = around.at(-1);
    if (last === undefined || last.start !== start || last.end !== end) around.push({ start, end });
    node = childrenOf(node).find(
      (child) => child.start <= offset && offset <= child.end && child.start < child.end,
    );
  }
  return around.reverse();
}

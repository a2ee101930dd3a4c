/* What can be done about what is found: the fixes of the findings, and to silence them with a reason. */
import { contains, placeIn, type Place, type Span } from "../base/place.ts";
import type { Diagnostic, Edit } from "../diagnostics/diagnostic.ts";
import { quoted } from "../base/words.ts";
import { knownChecks } from "../index.ts";
import { beginOfLine } from "../syntax/layout.ts";
import { childrenOf } from "../syntax/walk.ts";
import type * as tree from "../syntax/tree.ts";
import { textOf, type Study } from "./study.ts";

export interface Action {
  readonly title: string;
  /** The finding that it is about. */
  readonly diagnostic: Diagnostic;
  readonly edits: readonly Edit[];
  /** The one to take without looking. */
  readonly preferred: boolean;
}

/** What can be done about these findings. */
export function actionsFor(study: Study, diagnostics: readonly Diagnostic[]): readonly Action[] {
  return diagnostics.flatMap((diagnostic): Action[] => {
    const first = diagnostic.fixes.find(({ certain }) => certain);
    const fixes = diagnostic.fixes.map((fix) => ({
      title: fix.title,
      diagnostic,
      edits: fix.edits,
      preferred: fix === first,
    }));
    const silence = silencing(study, diagnostic);
    return silence === undefined ? fixes : [...fixes, silence];
  });
}

/** Findings that a stretch touches. */
export function touching(
  diagnostics: readonly Diagnostic[],
  { file, start, end }: Place,
): readonly Diagnostic[] {
  return diagnostics.filter(({ place }) => place.file === file && place.start <= end && start <= place.end);
}

/** The kinds that can hold an `allow` in their body, which then covers all of them. */
const holders: ReadonlySet<tree.Kind> = new Set([
  "Society",
  "System",
  "Extend",
  "Program",
  "Environment",
  "Population",
  "Coupling",
  "Regulation",
  "Scenario",
  "Property",
  "Experiment",
]);

function silencing(study: Study, diagnostic: Diagnostic): Action | undefined {
  const { check, place } = diagnostic;
  if (knownChecks.ofLanguage.has(check) || !knownChecks.names.has(check)) return undefined;
  const parsed = study.resolved.parsed.get(place.file);
  const holder = parsed && holderOf(parsed.tree, place);
  if (holder === undefined || !("body" in holder)) return undefined;
  const allow = `allow ${check} "why this is meant"`;
  const { body } = holder;
  const edit =
    body === undefined
      ? insertion(place.file, holder.end, ` { ${allow} }`)
      : // A property says first what it claims.
        holder.kind === "Property"
        ? insertion(place.file, body.end - 1, ` ${allow} `)
        : insertion(place.file, body.start + 1, inBody(textOf(study, place.file), holder, body, allow));
  return {
    title: `Silence ${quoted(check)} here, with a reason`,
    diagnostic,
    edits: [edit],
    preferred: false,
  };
}

/** The smallest that holds a place, and in which something can be allowed. */
function holderOf(tree: tree.Node, place: Span): tree.Node | undefined {
  let holder: tree.Node | undefined;
  let node: tree.Node | undefined = tree;
  while (node !== undefined) {
    if (holders.has(node.kind)) holder = node;
    node = childrenOf(node).find((child) => contains(child, place));
  }
  return holder;
}

/** The line after the brace, or the words after it where all is on one line. */
function inBody(text: string, holder: Span, body: Span, allow: string): string {
  const inside = text.slice(body.start + 1, body.end);
  const begin = beginOfLine(text, holder.start);
  const indent = /^[ \t]*/.exec(text.slice(begin, holder.start))?.[0] ?? "";
  return inside.includes("\n") ? `\n${indent}  ${allow}` : ` ${allow}`;
}

function insertion(file: string, offset: number, text: string): Edit {
  return { place: placeIn(file, { start: offset, end: offset }), text };
}

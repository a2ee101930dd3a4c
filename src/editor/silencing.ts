/* The words that silence a finding, and where they stand. */
import { contains, placeIn, type Span } from "../base/place.ts";
import type { Diagnostic, Edit } from "../diagnostics/diagnostic.ts";
import { knownChecks } from "../index.ts";
import { beginOfLine } from "../syntax/layout.ts";
import { childrenOf } from "../syntax/walk.ts";
import type * as tree from "../syntax/tree.ts";
import { textOf, type Study } from "./study.ts";

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

/** The edit that silences a finding as near to it as can be; undefined for one that cannot be silenced. */
export function silencingEdit(
  study: Study,
  { check, place }: Pick<Diagnostic, "check" | "place">,
  reason: string,
): Edit | undefined {
  if (knownChecks.ofLanguage.has(check) || !knownChecks.names.has(check)) return undefined;
  const parsed = study.resolved.parsed.get(place.file);
  const holder = parsed && holderOf(parsed.tree, place);
  if (holder === undefined || !("body" in holder)) return undefined;
  const allow = `allow ${check} "${escaped(reason)}"`;
  const { body } = holder;
  return body === undefined
    ? insertion(place.file, holder.end, ` { ${allow} }`)
    : // A property says first what it claims.
      holder.kind === "Property"
      ? insertion(place.file, body.end - 1, ` ${allow} `)
      : insertion(place.file, body.start + 1, inBody(textOf(study, place.file), holder, body, allow));
}

/** As it stands in a string. */
function escaped(text: string): string {
  return text.replace(/["\\]/gu, "\\$&");
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

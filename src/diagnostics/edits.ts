import { comparePlaces, contains } from "../base/place.ts";
import type { Diagnostic, Edit, Fix } from "./diagnostic.ts";
import { sourceIn, type Sources } from "./locate.ts";

/** A fix that was applied, and the finding it mends. */
export interface AppliedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

export interface FixOutcome {
  /** The new text of each file that changes, in the order in which the files were first changed. */
  readonly texts: ReadonlyMap<string, string>;
  readonly applied: readonly AppliedFix[];
  /** Findings with a certain fix that had to wait, since it touches what another fix changes. */
  readonly waiting: readonly Diagnostic[];
}

/**
 * The text after the edits, which are all of this text and do not overlap. Edits that are the same count once;
 * insertions at one place stand in the order given.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let from = 0;
  for (const { place, text: replacement } of inOrder(edits)) {
    result += text.slice(from, place.start) + replacement;
    from = place.end;
  }
  return result + text.slice(from);
}

/**
 * Applies, for each finding in the order given, its first certain fix, whole or not at all. A fix waits if it would
 * touch what one chosen before it changes, unless both make the same edit; check again and apply again to get to it.
 * A fix whose places do not lie in the texts, or whose own edits overlap, is never applied.
 */
export function applyCertainFixes(diagnostics: readonly Diagnostic[], sources: Sources): FixOutcome {
  /** By file, ordered and without overlap. */
  const chosen = new Map<string, Edit[]>();
  const applied: AppliedFix[] = [];
  const waiting: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find(({ certain }) => certain);
    if (fix === undefined || !isApplicable(fix, sources)) continue;
    const edits = inOrder(fix.edits);
    if (edits.some((edit) => meets(edit, chosen.get(edit.place.file) ?? []))) {
      waiting.push(diagnostic);
      continue;
    }
    for (const edit of edits) {
      const others = chosen.get(edit.place.file);
      if (others === undefined) chosen.set(edit.place.file, [edit]);
      else others.splice(placeAmong(edit, others), 0, edit);
    }
    applied.push({ diagnostic, fix });
  }
  const texts = new Map<string, string>();
  for (const [file, edits] of chosen) texts.set(file, applyEdits(sourceIn(sources, file)?.text ?? "", edits));
  return { texts, applied, waiting };
}

function isApplicable(fix: Fix, sources: Sources): boolean {
  const edits = inOrder(fix.edits);
  return (
    edits.length > 0 &&
    edits.every(({ place }, index) => {
      const text = sourceIn(sources, place.file)?.text;
      const before = edits[index - 1]?.place;
      return (
        text !== undefined &&
        place.start <= place.end &&
        contains({ start: 0, end: text.length }, place) &&
        (before === undefined || before.file !== place.file || before.end <= place.start)
      );
    })
  );
}

/** Whether an edit touches one of the others without being the same; these are in order and do not overlap. */
function meets(edit: Edit, others: readonly Edit[]): boolean {
  const from = firstFrom(edit.place.start, others);
  for (let index = from; index < others.length; index += 1) {
    const other = others[index];
    if (other === undefined || other.place.start > edit.place.end) break;
    if (touches(edit, other)) return true;
  }
  for (let index = from - 1; index >= 0; index -= 1) {
    const other = others[index];
    if (other === undefined || other.place.end < edit.place.start) break;
    if (touches(edit, other)) return true;
  }
  return false;
}

/** Whether two different edits overlap, or meet where one of them inserts: what comes first would be a guess. */
function touches(a: Edit, b: Edit): boolean {
  if (keyOf(a) === keyOf(b)) return false;
  const inserts = a.place.start === a.place.end || b.place.start === b.place.end;
  return inserts
    ? a.place.start <= b.place.end && b.place.start <= a.place.end
    : a.place.start < b.place.end && b.place.start < a.place.end;
}

/** The index of the first edit that begins at `start` or after it. */
function firstFrom(start: number, edits: readonly Edit[]): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.place.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where an edit belongs among others that are in order: behind those that begin with it and end before it. */
function placeAmong(edit: Edit, others: readonly Edit[]): number {
  let index = firstFrom(edit.place.start, others);
  for (let other = others[index]; other !== undefined; other = others[index]) {
    if (other.place.start > edit.place.start || other.place.end > edit.place.end) break;
    index += 1;
  }
  return index;
}

/** The edits by place, each once. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  const distinct = new Map(edits.map((edit) => [keyOf(edit), edit]));
  return [...distinct.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

function keyOf({ place, text }: Edit): string {
  return JSON.stringify([place.file, place.start, place.end, text]);
}

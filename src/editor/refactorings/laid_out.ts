/* The same edits, with what is new laid out as `niklas fmt` would do it. */
import { placeIn, type Span } from "../../base/place.ts";
import type { Source } from "../../base/source.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import { applyEdits, inOrder } from "../../diagnostics/edits.ts";
import { layoutEdits } from "../layout_edits.ts";

/** A stretch of the old text, and the stretch of the new one that stands for it. */
interface Changed {
  readonly old: Span;
  readonly now: Span;
}

/**
 * The edits of one text, with the space that must change for the layout. A text that was in the canonical layout stays
 * so; of any other, what the edits touch is laid out and the rest left as it is.
 */
export function laidOut(source: Source, edits: readonly Edit[]): readonly Edit[] {
  const { name, text } = source;
  const after = applyEdits(text, edits);
  const spaces = layoutEdits({ name, text: after }, { spacesAtEnds: true });
  if (spaces.length === 0) return edits;
  const changed = changedBy(inOrder(edits));
  const canonical = layoutEdits(source, { spacesAtEnds: true }).length === 0;
  const wanted = canonical
    ? spaces
    : spaces.filter(({ place }) =>
        changed.some(({ now }) => place.start <= now.end && now.start <= place.end),
      );
  const stretches = united([...changed.map(({ now }) => now), ...wanted.map(({ place }) => place)]);
  const toOld = oldOffsets(changed);
  return stretches.map((stretch) => {
    const inside = wanted
      .filter(({ place }) => stretch.start <= place.start && place.end <= stretch.end)
      .map((edit) => ({
        ...edit,
        place: placeIn(name, {
          start: edit.place.start - stretch.start,
          end: edit.place.end - stretch.start,
        }),
      }));
    return {
      place: placeIn(name, { start: toOld(stretch.start, "first"), end: toOld(stretch.end, "last") }),
      text: applyEdits(after.slice(stretch.start, stretch.end), inside),
    };
  });
}

function changedBy(edits: readonly Edit[]): readonly Changed[] {
  let by = 0;
  return edits.map(({ place: { start, end }, text }) => {
    const now = { start: start + by, end: start + by + text.length };
    by += text.length - (end - start);
    return { old: { start, end }, now };
  });
}

/** Stretches that overlap or touch are one. */
function united(stretches: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = found.at(-1);
    if (last === undefined || last.end < start) found.push({ start, end });
    else found[found.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return found;
}

/**
 * Where an offset of the new text lies in the old one; it lies within no changed stretch. Where stretches begin or end at
 * it, `first` is before all of them and `last` behind all.
 */
function oldOffsets(changed: readonly Changed[]): (offset: number, side: "first" | "last") => number {
  return (offset, side) => {
    const at = changed.filter(({ now }) => now.start <= offset && offset <= now.end);
    const touching = side === "first" ? at[0] : at.at(-1);
    if (touching !== undefined) {
      if (side === "first" && offset === touching.now.start) return touching.old.start;
      if (offset === touching.now.end) return touching.old.end;
    }
    let by = 0;
    for (const { old, now } of changed) if (now.end <= offset) by = now.end - old.end;
    return offset - by;
  };
}

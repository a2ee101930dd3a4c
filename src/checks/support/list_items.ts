import type { Place } from "../../base/place.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { CheckContext } from "../context.ts";
import { textAfter, textBefore } from "./around.ts";

/** Removes an item of a list together with the comma before it, or, of the first item, the one after it. */
export function itemRemoval(place: Place, context: CheckContext): Edit {
  const before = /,\s*$/u.exec(textBefore(place, context));
  if (before !== null) return { place: { ...place, start: place.start - before[0].length }, text: "" };
  const after = /^\s*,\s*/u.exec(textAfter(place, context));
  return { place: { ...place, end: place.end + (after?.[0].length ?? 0) }, text: "" };
}

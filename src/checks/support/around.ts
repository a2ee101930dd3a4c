/* What stands close to a place. Only so much of the text is looked at, so that many findings stay cheap. */
import type { Place } from "../../base/place.ts";
import type { CheckContext } from "../context.ts";

const nearby = 500;

/** The text before a place. */
export function textBefore(place: Place, context: CheckContext): string {
  const text = context.source(place.file)?.text ?? "";
  return text.slice(Math.max(0, place.start - nearby), place.start);
}

/** The text after a place. */
export function textAfter(place: Place, context: CheckContext): string {
  return context.source(place.file)?.text.slice(place.end, place.end + nearby) ?? "";
}

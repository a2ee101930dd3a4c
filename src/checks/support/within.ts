import type { Place } from "../../base/place.ts";
import type { System } from "../../model/model.ts";
import type { Ref } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";

/**
 * The stretch of text without which a system is no longer `within` the given ones, which are among its own:
 * `within a, b` altogether, or one of several with its comma. Undefined where that is not plainly what is written.
 */
export function withinRemoval(
  system: System,
  given: readonly Ref[],
  context: CheckContext,
): Place | undefined {
  const [first] = system.within;
  const last = system.within.at(-1);
  const [only, ...others] = given;
  if (first === undefined || last === undefined || only === undefined) return undefined;
  const { file } = first.place;
  const text = context.source(file)?.text ?? "";
  if (given.length === system.within.length) {
    const word = /\s+within\s+$/u.exec(text.slice(0, first.place.start));
    return word === null ? undefined : { file, start: word.index, end: last.place.end };
  }
  if (others.length > 0) return undefined;
  const before = /\s*,\s*$/u.exec(text.slice(0, only.place.start));
  if (before !== null) return { file, start: before.index, end: only.place.end };
  const after = /^\s*,\s*/u.exec(text.slice(only.place.end));
  return after === null
    ? undefined
    : { file, start: only.place.start, end: only.place.end + after[0].length };
}

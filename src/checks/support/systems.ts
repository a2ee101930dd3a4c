import type { Place } from "../../base/place.ts";
import { contains } from "../../base/place.ts";
import type { System } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";

/** So far back from a brace or a name is looked for what stands before it. */
const longestHead = 600;

/** The name, dotted or not, that ends a text: `law` in `extend law`. */
const lastName = /[^\s{}/]+$/u;

/**
 * Whether the modeller has written something about this system: declared it, or extended one of the canon.
 * A canonical system that is only imported is nobody's work here, and no check asks it for programs or openness.
 */
export function isModelled(system: System): boolean {
  return !system.canonical || system.bodies.length > 1;
}

/**
 * Where a finding about the whole system belongs: at its name, or, for a canonical one, at the name in the
 * modeller's first `extend`. Precondition for the latter: `isModelled(system)`; else it is the canon's own name.
 */
export function whereWritten(system: System, context: CheckContext): Place {
  if (!system.canonical) return system.namePlace;
  const body = system.bodies.find((place) => !isCanonicalFile(place.file, context));
  if (body === undefined) return system.namePlace;
  const start = Math.max(0, body.start - longestHead);
  const before = context.source(body.file)?.text.slice(start, body.start).trimEnd() ?? "";
  const name = lastName.exec(before);
  if (name === null) return { file: body.file, start: body.start, end: body.start + 1 };
  return { file: body.file, start: start + name.index, end: start + before.length };
}

/** `place` itself, or where the system is written if `place` lies in a file of the canon. */
export function placeInModel(place: Place, system: System, context: CheckContext): Place {
  return isCanonicalFile(place.file, context) ? whereWritten(system, context) : place;
}

/**
 * Whether a part of the system is written in it or in an `extend` of it. What `like` has copied is not:
 * a finding there belongs to the system that it was copied from, and is reported once, there.
 */
export function isWrittenIn({ bodies }: System, { place }: { readonly place: Place }): boolean {
  const [own, second] = bodies;
  if (own === undefined) return false;
  if (own.file === place.file && contains(own, place)) return true;
  return second !== undefined && isInExtension(bodies, place);
}

/** Whether a place lies in a body after the first. Those stand file by file, and in a file in the order of the text. */
function isInExtension(bodies: readonly Place[], place: Place): boolean {
  let start = 1;
  while (start < bodies.length) {
    const file = bodies[start]?.file;
    const end = firstIndex(start, bodies.length, (index) => bodies[index]?.file !== file);
    if (file === place.file) {
      const after = firstIndex(start, end, (index) => (bodies[index]?.start ?? 0) > place.start);
      const body = bodies[after - 1];
      if (after > start && body !== undefined && contains(body, place)) return true;
    }
    start = end;
  }
  return false;
}

/** The first index from `low` on of which the condition holds; `high` if it holds of none. It holds of all after one. */
function firstIndex(low: number, high: number, holds: (index: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

export function isCanonicalFile(file: string, context: CheckContext): boolean {
  return context.shared.canonicalFiles().has(file);
}

/** The body of the system that the modeller wrote last: where an edit may add a member. */
export function writtenBody(system: System, context: CheckContext): Place | undefined {
  return system.bodies.findLast((body) => !isCanonicalFile(body.file, context));
}

/** The words `function system` before the system's name; undefined in a canon file, or if a comment parts them from it. */
export function kindPlace(system: System, context: CheckContext): Place | undefined {
  const { file, start } = system.namePlace;
  if (isCanonicalFile(file, context)) return undefined;
  const from = Math.max(0, start - longestHead);
  const words = /function\s+system\s+$/u.exec(context.source(file)?.text.slice(from, start) ?? "");
  if (words === null) return undefined;
  return { file, start: from + words.index, end: from + words.index + words[0].trimEnd().length };
}

import type { Place } from "./place.ts";
import { contains } from "./place.ts";

/** A stretch of text and what belongs to exactly this stretch, in the order given. */
export interface Stretch<Item> {
  readonly place: Place;
  readonly items: readonly Item[];
}

interface Nested<Item> extends Stretch<Item> {
  readonly items: Item[];
  /** The next larger one around it. */
  readonly outer: Nested<Item> | undefined;
}

/**
 * Finds the stretches around a place, the smallest first. The stretches of a file must nest, as bodies and blocks do:
 * of two, one contains the other, or they have nothing in common. Prepared in O(n log n); a look takes O(log n) and
 * the depth to which they nest.
 */
export function enclosing<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => Place,
): (place: Place) => readonly Stretch<Item>[] {
  const files = new Map<string, Nested<Item>[]>();
  for (const item of inOrder(items, placeOf)) {
    const place = placeOf(item);
    let stretches = files.get(place.file);
    if (stretches === undefined) files.set(place.file, (stretches = []));
    let outer = stretches.at(-1);
    while (outer !== undefined && !contains(outer.place, place)) outer = outer.outer;
    if (outer?.place.start === place.start && outer.place.end === place.end) outer.items.push(item);
    else stretches.push({ place, items: [item], outer });
  }
  return (place) => {
    const stretches = files.get(place.file) ?? [];
    const around: Stretch<Item>[] = [];
    let next = stretches[lastBeginningBefore(place.start, stretches)];
    for (; next !== undefined; next = next.outer) if (contains(next.place, place)) around.push(next);
    return around;
  };
}

/** By where they begin, the larger before the smaller. */
function inOrder<Item>(items: readonly Item[], placeOf: (item: Item) => Place): readonly Item[] {
  return [...items].sort((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    return one.start - other.start || other.end - one.end;
  });
}

/** The index of the last stretch that begins at the offset or before it; -1 if there is none. */
function lastBeginningBefore(offset: number, stretches: readonly Stretch<unknown>[]): number {
  let low = -1;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.place.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/*
 * Sets that only grow, one from another, as the steps of a scenario are gone through: each step may have one of its
 * own, and yet all of them take no more room than what was added. Items stand in lines; a set is the beginning of a
 * line with all that the line has grown from. Where two sets grow from one, the second gets a line of its own.
 */

interface Line<Item> {
  /** Each item of the line and its position in it. */
  readonly items: Map<Item, number>;
  readonly from: Growing<Item> | undefined;
}

export interface Growing<Item> {
  readonly line: Line<Item>;
  /** How many items of the line belong to the set. */
  readonly size: number;
}

/** The empty set. */
export function nothingYet<Item>(): Growing<Item> {
  return { line: { items: new Map(), from: undefined }, size: 0 };
}

function isEmpty({ line, size }: Growing<unknown>): boolean {
  return size === 0 && line.from === undefined;
}

/** Whether the set holds the item. Takes a look for each line: as many as alternatives nest, or follow each other. */
export function holds<Item>(set: Growing<Item>, item: Item): boolean {
  for (let part: Growing<Item> | undefined = set; part !== undefined; part = part.line.from) {
    const position = part.line.items.get(item);
    if (position !== undefined && position < part.size) return true;
  }
  return false;
}

/** The set with one more item. */
export function grown<Item>(set: Growing<Item>, item: Item): Growing<Item> {
  if (holds(set, item)) return set;
  const { line, size } = set;
  // What begins with the empty set is nobody else's: the line of that one stays as it is.
  if (isEmpty(set) || line.items.size > size) {
    return { line: { items: new Map([[item, 0]]), from: isEmpty(set) ? undefined : set }, size: 1 };
  }
  line.items.set(item, size);
  return { line, size: size + 1 };
}

/** All that any of the sets holds, in their order. */
export function union<Item>(sets: readonly Growing<Item>[]): Growing<Item> {
  const [first = nothingYet<Item>(), ...others] = sets;
  const largest = others.reduce((most, set) => (includes(set, most) ? set : most), first);
  if (sets.every((set) => includes(largest, set))) return largest;
  let joined = first;
  for (const other of others) for (const item of itemsBeyond(other, first)) joined = grown(joined, item);
  return joined;
}

/** The first items of a set, in the order in which they were added. */
export function firstItems<Item>(set: Growing<Item>, most: number): readonly Item[] {
  const first: Item[] = [];
  for (const { line, size } of partsOf(set)) {
    for (const [item, position] of line.items) {
      if (first.length === most) return first;
      if (position === size) break;
      first.push(item);
    }
  }
  return first;
}

/** Whether `other` is a beginning of the set. */
function includes<Item>(set: Growing<Item>, other: Growing<Item>): boolean {
  if (isEmpty(other)) return true;
  for (let part: Growing<Item> | undefined = set; part !== undefined; part = part.line.from) {
    if (part.line === other.line) return part.size >= other.size;
  }
  return false;
}

/** The items of a set that may not be in another: those after the last part that both have grown from. */
function itemsBeyond<Item>(set: Growing<Item>, other: Growing<Item>): readonly Item[] {
  const items: Item[] = [];
  for (const part of partsOf(set)) {
    if (includes(other, part)) continue;
    for (const [item, position] of part.line.items) {
      if (position >= part.size) break;
      items.push(item);
    }
  }
  return items;
}

/** The set as beginnings of lines, from the first line on. */
function partsOf<Item>(set: Growing<Item>): readonly Growing<Item>[] {
  const parts = [set];
  for (let from = set.line.from; from !== undefined; from = from.line.from) parts.push(from);
  return parts.reverse();
}

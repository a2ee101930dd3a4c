/** Names longer than this (in UTF-16 units) are neither looked up nor proposed. */
const longestName = 256;

/** So many candidates of a fitting length are weighed; what comes after them is not looked at. */
const mostWeighed = 2000;

/**
 * The candidates that `name` may have been meant for, nearest first, at most `limit` (default 3).
 *
 * Case and `_` do not count: a candidate that differs in nothing else comes first. Others are near if no more than
 * a third of the letters (at least one) would have to be added, dropped, changed or swapped with a neighbour, and if
 * something is left in common. Equally near ones stand in the order of their code units. `name` itself is never
 * proposed. Which kinds of names are worth proposing is for the caller to choose.
 *
 * The cost is bounded whatever the names are; the order of `candidates` matters only when there are very many.
 */
export function nearest(
  name: string,
  candidates: Iterable<string>,
  options: { readonly limit?: number } = {},
): string[] {
  const limit = options.limit ?? 3;
  if (name.length === 0 || name.length > longestName || limit < 1) return [];
  const wanted = folded(name);
  const threshold = Math.max(1, Math.floor(wanted.length / 3));
  const distances = new Map<string, number>();
  let weighed = 0;
  for (const candidate of candidates) {
    if (candidate.length > longestName || candidate.length < wanted.length - threshold) continue;
    if (candidate === name || distances.has(candidate)) continue;
    const given = folded(candidate);
    if (Math.abs(given.length - wanted.length) > threshold) continue;
    weighed += 1;
    if (weighed > mostWeighed) break;
    const distance = distanceWithin(wanted, given, threshold);
    if (distance === undefined || (distance > 0 && distance >= Math.max(wanted.length, given.length)))
      continue;
    distances.set(candidate, distance);
  }
  return [...distances]
    .sort(([a, near], [b, far]) => near - far || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([candidate]) => candidate);
}

/** The code points of a name without what does not count. */
function folded(name: string): readonly string[] {
  return [...name.toLowerCase().replaceAll("_", "")];
}

/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to get from `a` to `b`
 * (Damerau–Levenshtein in the form that edits no stretch twice), or `undefined` if more than `limit`.
 * Only the diagonal band that can stay within `limit` is computed.
 */
function distanceWithin(a: readonly string[], b: readonly string[], limit: number): number | undefined {
  const beyond = limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, beyond));
  let lastLeast = 0;
  for (let row = 1; row <= a.length; row += 1) {
    const current = new Array<number>(b.length + 1).fill(beyond);
    if (row <= limit) current[0] = row;
    let least = current[0] ?? beyond;
    for (let column = Math.max(1, row - limit); column <= Math.min(b.length, row + limit); column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? beyond) + 1,
        (current[column - 1] ?? beyond) + 1,
        (last[column - 1] ?? beyond) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? beyond) + 1);
      }
      current[column] = Math.min(cost, beyond);
      least = Math.min(least, cost);
    }
    if (least > limit && lastLeast > limit) return undefined;
    beforeLast = last;
    last = current;
    lastLeast = least;
  }
  const distance = last[b.length] ?? beyond;
  return distance > limit ? undefined : distance;
}

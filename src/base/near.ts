/** Names longer than this (in UTF-16 units) are neither looked up nor proposed. */
const longestName = 256;

/** So many candidates of a fitting length are weighed; what comes after them is not looked at. */
const mostWeighed = 2000;

/** However long a name is, nobody mistypes more of it. */
const mostChanges = 16;

/**
 * The candidates that `name` may have been meant for, nearest first, at most `limit` (default 3).
 *
 * Case and `_` do not count: a candidate that differs in nothing else comes first. Others are near if no more than
 * a third of the letters (at least one, at most 16) would have to be added, dropped, changed or swapped with a neighbour, and if
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
  const threshold = Math.min(mostChanges, Math.max(1, Math.floor(wanted.length / 3)));
  const found: { readonly candidate: string; readonly distance: number }[] = [];
  const weighed = new Set<string>();
  for (const candidate of candidates) {
    if (candidate.length > longestName || candidate.length < wanted.length - threshold) continue;
    if (candidate === name || weighed.has(candidate)) continue;
    const given = folded(candidate);
    if (Math.abs(given.length - wanted.length) > threshold) continue;
    if (weighed.size === mostWeighed) break;
    weighed.add(candidate);
    // Whoever is further off than the last of a full list does not get in.
    const distance = distanceWithin(wanted, given, found[limit - 1]?.distance ?? threshold);
    if (distance === undefined || (distance > 0 && distance >= Math.max(wanted.length, given.length)))
      continue;
    const place = found.findIndex(
      (other) => distance < other.distance || (distance === other.distance && candidate < other.candidate),
    );
    found.splice(place === -1 ? found.length : place, 0, { candidate, distance });
    found.length = Math.min(found.length, limit);
  }
  return found.map(({ candidate }) => candidate);
}

/** The code points of a name without what does not count. */
function folded(name: string): readonly number[] {
  const letters: number[] = [];
  for (const letter of name.toLowerCase()) if (letter !== "_") letters.push(letter.codePointAt(0) ?? 0);
  return letters;
}

/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to get from `a` to `b`
 * (Damerau–Levenshtein in the form that edits no stretch twice), or `undefined` if more than `limit`.
 * Only the diagonal band that can stay within `limit` is computed.
 */
function distanceWithin(a: readonly number[], b: readonly number[], limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  const beyond = limit + 1;
  let beforeLast: number[] = [];
  let last: number[] = [];
  for (let column = 0; column <= b.length; column += 1) last.push(Math.min(column, beyond));
  let lastLeast = 0;
  for (let row = 1; row <= a.length; row += 1) {
    const first = Math.max(1, row - limit);
    const final = Math.min(b.length, row + limit);
    const current = last.map(() => beyond);
    // What lies beside the band is further off than the limit, except the first column near the top.
    current[first - 1] = first === 1 ? Math.min(row, beyond) : beyond;
    let least = current[first - 1] ?? beyond;
    for (let column = first; column <= final; column += 1) {
      const changed = (last[column - 1] ?? beyond) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let cost = Math.min(changed, (last[column] ?? beyond) + 1, (current[column - 1] ?? beyond) + 1);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? beyond) + 1);
      }
      current[column] = Math.min(cost, beyond);
      if (cost < least) least = cost;
    }
    if (least > limit && lastLeast > limit) return undefined;
    beforeLast = last;
    last = current;
    lastLeast = least;
  }
  const distance = last[b.length] ?? beyond;
  return distance > limit ? undefined : distance;
}

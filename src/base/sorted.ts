/* Looking things up in a list of numbers that rise. */

/** How many of them are below a number: the index of the first that is not. */
export function countBelow(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of them that is below a number. */
export function lastBelow(rising: readonly number[], limit: number): number | undefined {
  return rising[countBelow(rising, limit) - 1];
}

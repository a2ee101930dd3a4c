/*
 * Sobol's sequence of points that fill a cube evenly (Sobol 1967), with the direction numbers of Joe and Kuo 2008. A point is a
 * function of its number.
 */

/** By dimension from the second on: the polynomial's coefficients as one number, and the first direction numbers. */
const directions: readonly (readonly [coefficients: number, first: readonly number[]])[] = [
  [0, [1]],
  [1, [1, 3]],
  [1, [1, 3, 1]],
  [2, [1, 1, 1]],
  [1, [1, 1, 3, 3]],
  [4, [1, 3, 5, 13]],
  [2, [1, 1, 5, 5, 17]],
  [4, [1, 1, 5, 5, 5]],
  [7, [1, 1, 7, 11, 19]],
  [11, [1, 1, 5, 1, 1]],
  [13, [1, 1, 1, 3, 11]],
  [14, [1, 3, 5, 5, 31]],
  [1, [1, 3, 3, 9, 7, 49]],
  [13, [1, 1, 1, 15, 21, 21]],
  [16, [1, 3, 1, 13, 27, 49]],
  [19, [1, 1, 1, 15, 7, 5]],
  [22, [1, 3, 1, 15, 13, 25]],
  [25, [1, 1, 5, 5, 19, 61]],
  [1, [1, 3, 7, 11, 23, 15, 103]],
  [4, [1, 3, 7, 13, 13, 15, 69]],
];

export const mostDimensions = directions.length + 1;

const bits = 32;

/** The number of one dimension at a point of the sequence, between 0 and 1, both excluded; `shift` is XORed into its bits. */
export function sobolNumber(dimension: number, point: number, shift = 0): number {
  let number = shift >>> 0;
  // The order of Gray's code has the same points in each stretch of a power of two, and is what is usual.
  let rest = (point ^ (point >>> 1)) >>> 0;
  for (let bit = 0; rest !== 0; bit += 1, rest >>>= 1) {
    if ((rest & 1) === 1) number = (number ^ direction(dimension, bit)) >>> 0;
  }
  return (number + 0.5) / 2 ** bits;
}

/** The direction number for a bit of the point, as a fraction of 32 bits. */
function direction(dimension: number, bit: number): number {
  const known = dimension === 0 ? undefined : directions[dimension - 1];
  if (known === undefined) return (1 << (bits - 1 - bit)) >>> 0;
  const [coefficients, first] = known;
  const degree = first.length;
  const made: number[] = [];
  for (let index = 0; index <= bit; index += 1) {
    if (index < degree) {
      made.push(((first[index] ?? 1) << (bits - 1 - index)) >>> 0);
      continue;
    }
    const before = made[index - degree] ?? 0;
    let next = (before ^ (before >>> degree)) >>> 0;
    for (let term = 1; term < degree; term += 1) {
      if (((coefficients >>> (degree - 1 - term)) & 1) === 1) next = (next ^ (made[index - term] ?? 0)) >>> 0;
    }
    made.push(next);
  }
  return made[bit] ?? 0;
}

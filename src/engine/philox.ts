/*
 * Random numbers by counting: Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, Parallel random numbers: as easy as
 * 1, 2, 3). What comes out is a function of a key and a counter and of nothing else, so that any draw of any run can be
 * had without those before it. The known answers of the authors' library are tests.
 */

/** The low and the high half of a product of two unsigned numbers of 32 bits, without a type of 64. */
function highOf(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const low = Math.imul(aLow, bLow) >>> 0;
  const middle = Math.imul(aHigh, bLow) + (low >>> 16);
  const carried = Math.imul(aLow, bHigh) + (middle & 0xffff);
  return Math.imul(aHigh, bHigh) + (middle >>> 16) + (carried >>> 16);
}

const firstFactor = 0xd2511f53;
const secondFactor = 0xcd9e8d57;
/** Weyl sequences: the golden ratio, and the root of three less one. */
const firstStride = 0x9e3779b9;
const secondStride = 0xbb67ae85;
const rounds = 10;

/** Fills `out` with the four words that stand at a counter of four words under a key of two; all unsigned, 32 bits. */
export function philox4x32(
  out: Uint32Array,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
): void {
  let [x0, x1, x2, x3] = [c0 | 0, c1 | 0, c2 | 0, c3 | 0];
  let key0 = k0 | 0;
  let key1 = k1 | 0;
  for (let round = 0; round < rounds; round += 1) {
    const high0 = highOf(firstFactor, x0);
    const low0 = Math.imul(firstFactor, x0);
    const high1 = highOf(secondFactor, x2);
    const low1 = Math.imul(secondFactor, x2);
    x0 = high1 ^ x1 ^ key0;
    x1 = low1;
    x2 = high0 ^ x3 ^ key1;
    x3 = low0;
    key0 = (key0 + firstStride) | 0;
    key1 = (key1 + secondStride) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

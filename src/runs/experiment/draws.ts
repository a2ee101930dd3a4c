/*
 * Random numbers of an experiment: the streams of its runs, and what its own designs and intervals draw. All are functions of the
 * scenario's seed and of numbers that say what is drawn for, so that nothing depends on who draws, or in which order.
 */
import { philox4x32 } from "../../engine/philox.ts";
import { rootOf, type Root } from "../../engine/streams.ts";

/** What is drawn for. Each has draws of its own. */
const purposes = { runs: 0x72756e73, design: 0x64657369, intervals: 0x696e7465 } as const;
export type Purpose = keyof typeof purposes;

/**
 * The root of all streams of one run. `group`: the number of the combination; points of a design that are to be compared on the
 * same random numbers have the same one.
 */
export function rootOfRun(seed: number, group: number, run: number): Root {
  const out = new Uint32Array(4);
  drawInto(out, rootOf(seed), "runs", group, run);
  return { low: out[0] ?? 0, high: out[1] ?? 0 };
}

/** Numbers from 0 up to and without 1, in steps of 2^-53; each a function of the seed, the purpose and two numbers. */
export function drawsFor(seed: number, purpose: Purpose): (one: number, other: number) => number {
  const root = rootOf(seed);
  const out = new Uint32Array(4);
  return (one, other) => {
    drawInto(out, root, purpose, one, other);
    return ((out[0] ?? 0) * 2 ** 21 + ((out[1] ?? 0) >>> 11)) / 2 ** 53;
  };
}

/** Two numbers of up to 2^53 are counted in three words: what goes beyond 32 bits of either shares one. */
function drawInto(out: Uint32Array, { low, high }: Root, purpose: Purpose, one: number, other: number): void {
  const beyond = Math.floor(one / 2 ** 32) * 2 ** 11 + Math.floor(other / 2 ** 32);
  philox4x32(out, one >>> 0, other >>> 0, beyond, purposes[purpose], low, high);
}

/** The numbers from 0 up to and without `count`, in an order that is drawn; `stream` tells several from one another. */
export function shuffled(
  draw: (one: number, other: number) => number,
  stream: number,
  count: number,
): Uint32Array {
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) order[index] = index;
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(draw(stream, last) * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

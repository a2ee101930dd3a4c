/*
 * Which points are run to see what depends on what. Points stand for parts of ranges, from 0 to 1. What is compared is run on the same random
 * numbers: otherwise what differs by chance alone would be taken for an effect.
 */
import { drawsFor, shuffled } from "./draws.ts";
import { mostDimensions, sobolNumber } from "./sobol_sequence.ts";

export interface PointsBetween {
  readonly points: number;
  /** Parts of ranges from 0 to 1, by factor. */
  readonly at: (point: number) => readonly number[];
  readonly group: (point: number) => number;
}

/** A step of Morris goes over two thirds of a range, between four levels: 0 to 2/3, 1/3 to 1, and back. */
const levels = 4;
export const morrisStep = levels / (2 * (levels - 1));

/** The factor that changes at each step of a walk, and by how much of its range. */
export interface Walk {
  readonly start: readonly number[];
  readonly order: Uint32Array;
  /** By factor. */
  readonly steps: readonly number[];
}

export function morrisWalk(walk: number, factors: number, seed: number): Walk {
  const draw = drawsFor(seed, "design");
  const start = Array.from(
    { length: factors },
    (_, factor) => Math.floor(draw(2 * walk, factor) * levels) / (levels - 1),
  );
  return {
    start,
    order: shuffled(draw, 2 * walk + 1, factors),
    steps: start.map((part) => (part < 0.5 ? morrisStep : -morrisStep)),
  };
}

/** So many walks of as many points as there are factors, and the one where they start. */
export function morrisDesign(walks: number, factors: number, seed: number): PointsBetween {
  const length = factors + 1;
  return {
    points: walks * length,
    at(point) {
      const { start, order, steps } = morrisWalk(Math.floor(point / length), factors, seed);
      const changed = new Set(order.subarray(0, point % length));
      // What is reached by adding may miss an end of the range by the last bit.
      return start.map((part, factor) =>
        Math.min(1, Math.max(0, changed.has(factor) ? part + (steps[factor] ?? 0) : part)),
      );
    },
    group: (point) => Math.floor(point / length),
  };
}

/** What stands in a row of Saltelli's: A, B, A with one factor of B for each factor, and A with the chance of B. */
export function rowLength(factors: number, chance: boolean): number {
  return factors + 2 + (chance ? 1 : 0);
}

/**
 * Rows of two independent points A and B and their crossings. Chance is treated as one factor more: A has its own random numbers, B others,
 * and what is crossed has those of A, but the last, which has the values of A and the random numbers of B.
 */
export function saltelliDesign(rows: number, factors: number, seed: number, chance: boolean): PointsBetween {
  const draw = drawsFor(seed, "design");
  const length = rowLength(factors, chance);
  // Beyond the dimensions that the sequence is known for, all is drawn.
  const even = 2 * factors <= mostDimensions;
  const part = (row: number, dimension: number): number =>
    even ? sobolNumber(dimension, row, Math.floor(draw(dimension, 0) * 2 ** 32)) : draw(dimension, row + 1);
  return {
    points: rows * length,
    at(point) {
      const row = Math.floor(point / length);
      const place = point % length;
      return Array.from({ length: factors }, (_, factor) =>
        part(row, place === 1 || place === factor + 2 ? factors + factor : factor),
      );
    },
    group(point) {
      const row = Math.floor(point / length);
      const place = point % length;
      return 2 * row + (place === 1 || place === factors + 2 ? 1 : 0);
    },
  };
}

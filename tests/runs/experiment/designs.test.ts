/* Which combinations a design has. */
import { expect, test } from "vitest";
import { designOf } from "../../../src/runs/experiment/design.ts";
import type { Factor } from "../../../src/runs/experiment/manifest.ts";
import { morrisDesign, saltelliDesign } from "../../../src/runs/experiment/sensitivity_designs.ts";
import { mostDimensions, sobolNumber } from "../../../src/runs/experiment/sobol_sequence.ts";

function range(low: number, high: number): Factor {
  return { name: "a.b", values: [low, high], range: { low, high }, reading: {} };
}

function listed(...values: readonly number[]): Factor {
  return { name: "a.c", values, reading: {} };
}

test.each([
  // scipy.stats.qmc.Sobol(21, scramble=False, bits=32).random(4096), which has the numbers of Joe and Kuo, at these places.
  [1, Array(21).fill(0.5)],
  [2, [3, 1, 1, 1, 3, 3, 1, 3, 3, 3, 3, 3, 1, 1, 3, 1, 3, 1, 3, 1, 1].map((part) => part / 4)],
  [
    37,
    [59, 41, 37, 59, 49, 19, 11, 51, 39, 11, 1, 5, 37, 55, 7, 31, 51, 27, 3, 9, 61].map((part) => part / 64),
  ],
  [
    4000,
    [
      0.054931640625, 0.120849609375, 0.435791015625, 0.784423828125, 0.682373046875, 0.680419921875,
      0.004150390625, 0.851806640625, 0.652587890625, 0.722900390625, 0.421142578125, 0.188720703125,
      0.782958984375, 0.230712890625, 0.918212890625, 0.190185546875, 0.835693359375, 0.632568359375,
      0.071044921875, 0.810302734375, 0.905517578125,
    ],
  ],
])("point %i of the Sobol sequence is where others have it", (point, parts) => {
  const half = 0.5 / 2 ** 32;
  expect(
    Array.from({ length: mostDimensions }, (_, dimension) => sobolNumber(dimension, point) - half),
  ).toEqual(parts);
});

test("a shifted Sobol sequence has in each stretch of a power of two one point in each part", () => {
  const design = designOf({ kind: "sobol", points: 256 }, [range(0, 1), range(0, 1), range(0, 1)], 7, false);
  for (let factor = 0; factor < 3; factor += 1) {
    const parts = Array.from({ length: 64 }, (_, point) =>
      Math.floor((design.at(64 + point)[factor] ?? 0) * 64),
    );
    expect(new Set(parts).size).toBe(64);
  }
});

test("a Latin hypercube has each part of each range once", () => {
  const factors = [range(-5, 15), range(0, 1)];
  const { points, at } = designOf({ kind: "lhs", points: 50 }, factors, 3, false);
  const all = Array.from({ length: points }, (_, point) => at(point));
  const parts = (factor: number, low: number, width: number): Set<number> =>
    new Set(all.map((values) => Math.floor((((values[factor] ?? 0) - low) / width) * 50)));
  expect(parts(0, -5, 20)).toEqual(new Set(Array(50).keys()));
  expect(parts(1, 0, 1)).toEqual(new Set(Array(50).keys()));
  // Another seed has others.
  expect(designOf({ kind: "lhs", points: 50 }, factors, 4, false).at(0)).not.toEqual(all[0]);
});

test("of listed values each has an equal part", () => {
  const { at } = designOf({ kind: "lhs", points: 30 }, [listed(60, 70, 80)], 1, false);
  const counts = new Map<number, number>();
  for (let point = 0; point < 30; point += 1) {
    const [value = 0] = at(point);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  expect([...counts].sort()).toEqual([
    [60, 10],
    [70, 10],
    [80, 10],
  ]);
});

test("all combinations are run with the last `vary` fastest", () => {
  const { points, at } = designOf({ kind: "factorial" }, [listed(1, 2), listed(7, 8, 9)], 1, false);
  expect(Array.from({ length: points }, (_, point) => at(point))).toEqual([
    [1, 7],
    [1, 8],
    [1, 9],
    [2, 7],
    [2, 8],
    [2, 9],
  ]);
});

test("on a walk of Morris every part changes once, by two thirds, and stays within its range", () => {
  const { points, at, group } = morrisDesign(30, 4, 9);
  expect(points).toBe(150);
  for (let walk = 0; walk < 30; walk += 1) {
    const along = Array.from({ length: 5 }, (_, step) => at(walk * 5 + step));
    const changed = along.slice(1).map((values, step) =>
      values.flatMap((value, factor) => {
        const by = Math.abs(value - (along[step]?.[factor] ?? 0));
        return by < 1e-12 ? [] : [{ factor, by: Math.round(by * 1e9) }];
      }),
    );
    expect(changed.flat().map(({ by }) => by)).toEqual(Array(4).fill(666_666_667));
    expect(new Set(changed.flat().map(({ factor }) => factor)).size).toBe(4);
    expect(along.flat().every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(new Set([0, 1, 2, 3, 4].map((step) => group(walk * 5 + step))).size).toBe(1);
  }
});

test("a row of Saltelli has two points and their crossings, on the random numbers of the first but where chance is crossed", () => {
  const { points, at, group } = saltelliDesign(8, 3, 1, true);
  expect(points).toBe(8 * 6);
  for (let row = 0; row < 8; row += 1) {
    const [a = [], b = [], ...crossed] = [0, 1, 2, 3, 4, 5].map((place) => at(row * 6 + place));
    expect(crossed).toEqual([[b[0], a[1], a[2]], [a[0], b[1], a[2]], [a[0], a[1], b[2]], a]);
    const groups = [0, 1, 2, 3, 4, 5].map((place) => group(row * 6 + place) === group(row * 6));
    expect(groups).toEqual([true, false, true, true, true, false]);
  }
});

/* What depends on what, of functions of which it is known. */
import { describe, expect, test } from "vitest";
import { morrisEffects, sobolIndices } from "../../../src/runs/experiment/sensitivity.ts";
import { morrisDesign, saltelliDesign } from "../../../src/runs/experiment/sensitivity_designs.ts";

/** Ishigami and Homma 1990, with the usual 7 and 0.1; its parameters go from -π to π. */
function ishigami([a = 0, b = 0, c = 0]: readonly number[]): number {
  const [x, y, z] = [a, b, c].map((part) => Math.PI * (2 * part - 1));
  return Math.sin(x ?? 0) + 7 * Math.sin(y ?? 0) ** 2 + 0.1 * (z ?? 0) ** 4 * Math.sin(x ?? 0);
}

describe("the shares of the variance of Ishigami's function", () => {
  const { points, at } = saltelliDesign(4096, 3, 1, false);
  const numbers = Float64Array.from({ length: points }, (_, point) => ishigami(at(point)));
  const found = sobolIndices(numbers, 3, 1, false) ?? [];

  test.each([
    // Known in closed form: 0.3139, 0.4424, 0 alone; 0.5576, 0.4424, 0.2437 in total.
    [0, 0.3139, 0.5576],
    [1, 0.4424, 0.4424],
    [2, 0, 0.2437],
  ])("of parameter %i are %f alone and %f with others", (factor, alone, total) => {
    expect(Math.abs((found[factor]?.first ?? 0) - alone)).toBeLessThan(0.02);
    expect(Math.abs((found[factor]?.total ?? 0) - total)).toBeLessThan(0.02);
    const { firstInterval, totalInterval } = found[factor] ?? {};
    expect(firstInterval?.low).toBeLessThan(alone);
    expect(firstInterval?.high).toBeGreaterThan(alone);
    expect(totalInterval?.low).toBeLessThan(total);
    expect(totalInterval?.high).toBeGreaterThan(total);
  });
});

test("the intervals of shares hold what is known in about 95 of 100 experiments", () => {
  let held = 0;
  for (let seed = 1; seed <= 100; seed += 1) {
    const { points, at } = saltelliDesign(100, 1, seed, true);
    // Half of the variance is that of the parameter, half that of what stands for chance: each place of a row that has its own.
    const chance = (point: number): number => [0, 1, 0, 1][point % 4] ?? 0;
    const { at: other } = saltelliDesign(100, 2, seed + 1000, false);
    const numbers = Float64Array.from({ length: points }, (_, point) => {
      const row = Math.floor(point / 4);
      return (at(point)[0] ?? 0) + (other(row * 4 + chance(point))[1] ?? 0);
    });
    const interval = sobolIndices(numbers, 1, seed, true)?.[0]?.totalInterval;
    if (interval !== undefined && interval.low <= 0.5 && interval.high >= 0.5) held += 1;
  }
  expect(held).toBeGreaterThanOrEqual(88);
});

test("effects along a straight line are its slopes, all the same", () => {
  const { points, at } = morrisDesign(10, 3, 5);
  const numbers = Float64Array.from({ length: points }, (_, point) => {
    const [x = 0, y = 0] = at(point);
    return 3 * x - 2 * y + 1;
  });
  const [x, y, z] = morrisEffects(numbers, 3, 5);
  expect(x).toMatchObject({ walks: 10, interval: undefined });
  expect(x?.strength).toBeCloseTo(3, 12);
  expect(x?.direction).toBeCloseTo(3, 12);
  expect(x?.spread).toBeCloseTo(0, 12);
  expect(y?.strength).toBeCloseTo(2, 12);
  expect(y?.direction).toBeCloseTo(-2, 12);
  expect(z).toMatchObject({ strength: 0, direction: 0, spread: 0 });
});

test("what depends on the others shows in the spread", () => {
  const { points, at } = morrisDesign(200, 2, 5);
  const numbers = Float64Array.from({ length: points }, (_, point) => {
    const [x = 0, y = 0] = at(point);
    return x * y;
  });
  const [x] = morrisEffects(numbers, 2, 5);
  // The effect of the one is the other, which stands at 0, 1/3, 2/3 and 1 equally often: 1/2, with the deviation √(5/36).
  expect(x?.strength).toBeCloseTo(0.5, 1);
  expect(x?.spread).toBeCloseTo(Math.sqrt(5 / 36), 1);
  expect(x?.interval?.low).toBeLessThan(0.5);
  expect(x?.interval?.high).toBeGreaterThan(0.5);
});

test("walks and rows in which something was not measured are left out", () => {
  const { points, at } = morrisDesign(10, 2, 1);
  const numbers = Float64Array.from({ length: points }, (_, point) => at(point)[0] ?? 0);
  numbers[4] = NaN;
  expect(morrisEffects(numbers, 2, 1)[0]).toMatchObject({ walks: 9 });
  const rows = Float64Array.from({ length: 40 }, (_, index) => (index * 7) % 11);
  rows[5] = NaN;
  expect(sobolIndices(rows, 2, 1, false)?.[0]?.rows).toBe(9);
});

test("where nothing varies there are no shares", () => {
  expect(sobolIndices(new Float64Array(40).fill(2), 2, 1, false)).toBeUndefined();
});

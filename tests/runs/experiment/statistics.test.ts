/* Estimates and intervals, held against what others have published or calculated. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { meanOf, quantileOf, shareOf, studentInterval } from "../../../src/runs/experiment/statistics.ts";

test.each([
  // Newcombe 1998, Two-sided confidence intervals for the single proportion, table I, method 3.
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("a share of %i in %i has the interval that Newcombe gives", (held, count, low, high) => {
  const { value, interval } = shareOf(held, count);
  expect(value).toBe(held / count);
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

test("a share of none or all has that end exactly", () => {
  expect(shareOf(0, 20).interval?.low).toBe(0);
  expect(shareOf(20, 20).interval?.high).toBe(1);
  // scipy.stats.binomtest(20, 20).proportion_ci(method="wilson")
  expect(shareOf(20, 20).interval?.low).toBeCloseTo(0.8388748419471808, 9);
});

test("Student's interval of the sleep data of Student 1908 is that of R", () => {
  const drug = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const other = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const { value, interval } = meanOf(Float64Array.from(drug, (hours, index) => hours - (other[index] ?? 0)));
  // t.test(extra ~ group, data = sleep, paired = TRUE)
  expect(value).toBeCloseTo(-1.58, 12);
  expect(interval?.low).toBeCloseTo(-2.4598858, 7);
  expect(interval?.high).toBeCloseTo(-0.7001142, 7);
});

test.each([
  // Quantiles at 97.5%, as any table has them.
  [1, 12.7062],
  [2, 4.3027],
  [5, 2.5706],
  [10, 2.2281],
  [30, 2.0423],
  [100, 1.984],
  [1000, 1.9623],
])("with %i degrees of freedom Student's interval is %f errors wide to either side", (freedom, wide) => {
  const interval = studentInterval(10, 2, freedom);
  expect(((interval?.high ?? 0) - 10) / 2).toBeCloseTo(wide, 4);
  expect((10 - (interval?.low ?? 0)) / 2).toBeCloseTo(wide, 4);
});

test.each([
  // Altman, Machin, Bryant and Gardner 2000, Statistics with Confidence, ranks for the interval of a median; the others by scipy.stats.binom.
  [6, 0.5, 1, 6],
  [10, 0.5, 2, 9],
  [20, 0.5, 6, 15],
  [30, 0.5, 10, 21],
  [50, 0.5, 18, 33],
  [100, 0.5, 40, 61],
  [1000, 0.5, 469, 532],
  [20, 0.25, 2, 10],
  [50, 0.25, 7, 20],
  [100, 0.25, 17, 35],
])("of %i values the quantile at %f lies between the values of ranks %i and %i", (count, part, low, high) => {
  const sorted = Float64Array.from({ length: count }, (_, index) => index + 1);
  expect(quantileOf(sorted, part).interval).toEqual({ low, high });
});

test("where even the smallest and the largest value do not suffice, a quantile has no interval", () => {
  expect(quantileOf(Float64Array.of(1, 2, 3, 4, 5), 0.5).interval).toBeUndefined();
  expect(quantileOf(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), 0.25).interval).toBeUndefined();
});

test("quantiles are those of R, of the seventh kind", () => {
  const sorted = Float64Array.of(2.5, 3.1, 4.7, 5, 9.9, 10.2, 11.8);
  expect([0.25, 0.5, 0.75].map((part) => quantileOf(sorted, part).value)).toEqual([
    3.9000000000000004, 5, 10.05,
  ]);
});

test("of one value, of the same values, and of none there is no interval", () => {
  expect(meanOf(Float64Array.of(3))).toEqual({ value: 3, interval: undefined });
  expect(meanOf(Float64Array.of(3, 3, 3))).toEqual({ value: 3, interval: undefined });
  expect(meanOf(new Float64Array(0)).value).toBeNaN();
  expect(shareOf(1, 1).interval).toBeUndefined();
  expect(shareOf(0, 0).value).toBeNaN();
});

test("a mean of what lies far from nothing keeps its digits", () => {
  const { value, interval } = meanOf(Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 3));
  expect(value).toBe(1e9 + 2);
  // The standard error of 1, 2, 3 is 0.57735, and Student's quantile 4.302653.
  expect((interval?.high ?? 0) - value).toBeCloseTo(2.484138, 6);
});

test("intervals hold the estimate, and a share's stays between none and all", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (count, part) => {
        const held = Math.round(part * count);
        const { value, interval } = shareOf(held, count);
        expect(interval?.low).toBeLessThanOrEqual(value);
        expect(interval?.high).toBeGreaterThanOrEqual(value);
        expect(interval?.low).toBeGreaterThanOrEqual(0);
        expect(interval?.high).toBeLessThanOrEqual(1);
      },
    ),
  );
});

import { describe, expect, it } from "vitest";
import { stepTicks, ticksOf, tickText } from "../../../../src/views/pictures/run/ticks.ts";

describe("the marks of an axis", () => {
  it("stand at round numbers around what there is", () => {
    expect(ticksOf(100, 146.3, 4).at).toEqual([100, 120, 140, 160]);
    expect(ticksOf(0, 0.1, 4).at).toEqual([0, 0.05, 0.1]);
    expect(ticksOf(-3, 4, 4).at).toEqual([-4, -2, 0, 2, 4]);
    expect(ticksOf(0.1, 0.3, 4).at.map((tick) => tickText(tick, true))).toEqual([
      "10%",
      "15%",
      "20%",
      "25%",
      "30%",
    ]);
  });

  it("are few and finite for any numbers", () => {
    for (const [low, high] of [
      [5, 5],
      [0, 0],
      [1e300, 1e301],
      [-1e308, 1e308],
      [1e-300, 2e-300],
      [1, 1 + 1e-13],
      [-7, -7],
    ] as const) {
      const { at, low: first, high: last } = ticksOf(low, high, 4);
      expect(at.length).toBeGreaterThan(1);
      expect(at.length).toBeLessThan(12);
      expect(at.every(Number.isFinite)).toBe(true);
      expect(first).toBeLessThan(last);
    }
  });

  it("are whole steps", () => {
    expect(stepTicks(10, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(stepTicks(1000, 6)).toEqual([0, 200, 400, 600, 800, 1000]);
    expect(stepTicks(0, 6)).toEqual([0]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp, ln, modulo, normalQuantile, power, round } from "../../src/engine/mathematics.ts";

/** The bits of a number: a difference in the last place shows. */
function bits(value: number): string {
  const words = new DataView(new ArrayBuffer(8));
  words.setFloat64(0, value);
  return words.getBigUint64(0).toString(16).padStart(16, "0");
}

describe("mathematics is the same to the last bit everywhere", () => {
  // Known values, computed to 40 digits; how far they may be off is said in units of the last place.
  it.each<[string, number, number, number]>([
    ["exp(1)", exp(1), Math.E, 1],
    ["exp(-0.5)", exp(-0.5), 0.6065306597126334, 1],
    ["ln(2)", ln(2), Math.LN2, 1],
    ["ln(10)", ln(10), Math.LN10, 1],
    ["2^0.5", power(2, 0.5), Math.SQRT2, 1],
    ["9^1.15", power(9, 1.15), 12.513502532843182, 8],
    ["quantile of 0.975", normalQuantile(0.975), 1.959963984540054, 4],
    ["quantile of 0.5", normalQuantile(0.5), 0, 1],
    ["quantile of 0.001", normalQuantile(0.001), -3.090232306167813, 4],
  ])("%s", (_name, value, expected, units) => {
    const unit = Math.max(Math.abs(expected), 1) * 2 ** -52;
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(units * unit);
  });

  it("has the bits that it had", () => {
    const values = [exp(1), exp(0.1), ln(3), ln(0.7), power(1.1, 7.3), power(9, 1.15), normalQuantile(0.3)];
    expect(values.map(bits)).toMatchInlineSnapshot(`
      [
        "4005bf0a8b14576a",
        "3ff1aec7b35a00d4",
        "3ff193ea7aad030a",
        "bfd6d3c324e13f50",
        "40000abbdb22bbdf",
        "402906e9cdd1f303",
        "bfe0c7e39582c5fc",
      ]
    `);
  });
});

describe("rounding and division", () => {
  it("round takes halves away from zero, and leaves whole numbers as they are", () => {
    expect([0.5, -0.5, 1.5, -2.5, 0.49999999999999994, 4503599627370497].map(round)).toEqual([
      1, -1, 2, -3, 0, 4503599627370497,
    ]);
  });

  it("mod has the sign of the divisor, and what it leaves is smaller than it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: -1e3, max: 1e3 }).filter((divisor) => divisor !== 0),
        (value, divisor) => {
          const rest = modulo(value, divisor);
          expect(Math.abs(rest)).toBeLessThan(Math.abs(divisor));
          expect(rest === 0 || rest < 0 === divisor < 0).toBe(true);
          expect((value - rest) % divisor === 0).toBe(true);
        },
      ),
    );
  });
});

/*
 * The law of size of examples/urban_scaling. What is held against it was calculated by hand or is what the sources say, and comes from
 * no power function: a size to the power 5/4 is the size times the square root of its square root.
 */
import { describe, expect, it } from "vitest";
import { check, memoryHost, prepare, run } from "../../src/index.ts";
import { readBibliography } from "../../src/model/bibliography.ts";
import { exampleFiles } from "../support/examples.ts";

const path = "urban_scaling/urban_scaling.sys";
const host = memoryHost(exampleFiles);
const text = exampleFiles.get(path) ?? "";

/** What the city has at the end, with these values at the beginning. */
function cityWith(given: Readonly<Record<string, number>>): { innovation: number; crime: number } {
  const assumptions = Object.entries(given).map(([name, value]) => `  given city.${name} = ${value}\n`);
  const scenario = `scenario tried {\n${assumptions.join("")}  run\n}\n`;
  const model = prepare(check({ name: path, text: `${text}\n${scenario}` }, { host, readBibliography }));
  const { values } = run(model, { scenario: "tried", traced: false });
  const valueOf = (name: string) =>
    Number(values.find((value) => value.owner === "city" && value.name === name)?.value);
  return { innovation: valueOf("innovation"), crime: valueOf("crime") };
}

const innovationOf = (size: number, exponent: number) => cityWith({ size, exponent }).innovation;

describe("the ratios of the law of size", () => {
  it.each([
    [1, 9, "9.0"],
    [1, 10, "10.0"],
    [1, 50, "50.0"],
    [1.15, 9, "12.5"],
    [1.15, 10, "14.1"],
    [1.15, 50, "89.9"],
    [1.27, 9, "16.3"],
    [1.27, 10, "18.6"],
    [1.27, 50, "143.8"],
    [1.25, 9, "15.6"],
    [1.25, 10, "17.8"],
    [1.25, 50, "133.0"],
    [1.23, 9, "14.9"],
    [1.23, 10, "17.0"],
    [1.23, 50, "123.0"],
  ])(
    "with the exponent %f makes of %i times the size %s times the innovation",
    (exponent, size, innovation) => {
      expect(innovationOf(size, exponent).toFixed(1)).toBe(innovation);
    },
  );

  it.each([9, 10, 50])("is for %i times the size and five quarters its root's root times as much", (size) => {
    expect(innovationOf(size, 1.25)).toBeCloseTo(size * Math.sqrt(Math.sqrt(size)), 9);
  });
});

describe("what is told of cities", () => {
  const exponents = Array.from({ length: 101 }, (_, index) => (1200 + index) / 1000);

  /** The exponents, in thousandths, with which a size comes to what is told, rounded to the digits it is told with. */
  function exponentsFor(size: number, told: number, digit: number): readonly number[] {
    return exponents.filter((exponent) => Math.round(innovationOf(size, exponent) / digit) * digit === told);
  }
  const nine = exponentsFor(9, 16, 1);
  const ten = exponentsFor(10, 17, 1);
  const fifty = exponentsFor(50, 130, 10);
  const both = (one: readonly number[], other: readonly number[]) =>
    one.filter((exponent) => other.includes(exponent));

  it("needs one exponent for exactly 9 to 16, and another for exactly 50 to 130", () => {
    // ln 16 / ln 9 and ln 130 / ln 50, from a table of logarithms: 2.772589 / 2.197225, 4.867534 / 3.912023.
    expect(innovationOf(9, 2.772589 / 2.197225)).toBeCloseTo(16, 4);
    expect(innovationOf(50, 4.867534 / 3.912023)).toBeCloseTo(130, 3);
    expect((2.772589 / 2.197225).toFixed(3)).toBe("1.262");
    expect((4.867534 / 3.912023).toFixed(3)).toBe("1.244");
  });

  it("comes to 16 and to 130 with five quarters, as they are rounded", () => {
    expect(both(nine, fifty)).toEqual([1.248, 1.249, 1.25, 1.251, 1.252, 1.253]);
  });

  it("comes to 17 and to 130 with less, and never to 16 and 17 at once", () => {
    expect(both(ten, fifty)).toEqual([1.235, 1.236, 1.237, 1.238, 1.239, 1.24, 1.241, 1.242, 1.243]);
    expect(both(nine, ten)).toEqual([]);
  });

  it("is not what was measured, but for 9 to 16 of patents", () => {
    const agree = (exponent: number) => [nine, ten, fifty].map((fits) => fits.includes(exponent));
    expect(agree(1.2)).toEqual([false, false, false]);
    expect(agree(1.27)).toEqual([true, false, false]);
  });

  it("has the limits that the README gives", () => {
    const limits = [nine, ten, fifty].map((fits) => `${fits[0]} to ${fits.at(-1)}`);
    expect(limits).toEqual(["1.248 to 1.275", "1.218 to 1.243", "1.235 to 1.253"]);
    for (const limit of limits) expect(exampleFiles.get("urban_scaling/README.md")).toContain(limit);
  });
});

it("leaves a city in fifty parts 37.6 % of its innovation, and what a town has of crime", () => {
  const whole = cityWith({ size: 50 });
  const parts = cityWith({ size: 50, wards: 50 });
  expect(((100 * parts.innovation) / whole.innovation).toFixed(1)).toBe("37.6");
  expect(parts.innovation).toBeCloseTo(50, 9);
  expect(parts.crime).toBeCloseTo(50, 9);
  expect(whole.crime).toBeGreaterThan(50);
});

import { expect, it } from "vitest";
import { parse } from "../../src/syntax/parse.ts";
import { outline } from "../support/outline.ts";

function expression(text: string): string {
  const { tree, problems } = parse({ name: "m.sys", text: `property p { always ${text} }` });
  expect(problems).toEqual([]);
  const [property] = tree.items;
  if (property?.kind !== "Property") throw new Error("a property was written");
  const claim = property.body?.items[0];
  if (claim?.kind !== "Always") throw new Error("a claim was written");
  return outline(claim.condition);
}

const readings: readonly [string, string][] = [
  ["a or b and c", "(a or (b and c))"],
  ["a and b or c and d", "((a and b) or (c and d))"],
  ["not a and b", "(Not(a) and b)"],
  ["not a = b", "Not((a = b))"],
  ["not not a", "Not(Not(a))"],
  ["a + b * c", "(a + (b * c))"],
  ["a - b - c", "(a - b - c)"],
  ["a * b + c / d - e", "((a * b) + (c / d) - e)"],
  ["a + b < c * 2", "((a + b) < (c * 2))"],
  ["-2^2", "Negative((2 ^ 2))"],
  ["2^3^2", "(2 ^ (3 ^ 2))"],
  ["2^-1", "(2 ^ Negative(1))"],
  ["-a * b", "(Negative(a) * b)"],
  ["a - -b", "(a - Negative(b))"],
  ["(a + b) * c", "(Group((a + b)) * c)"],
  ["20%", "0.2"],
  ["1_000.5 >= -3", "(1000.5 >= Negative(3))"],
  ["min(a, b.c, 3)", "Call(min ExpressionList(a b.c 3))"],
  ["count(law.judgment) > 0", "(Call(count ExpressionList(law.judgment)) > 0)"],
  ["canon.law.price = true", "(canon.law.price = true)"],
  ["code = step", "(code = step)"],
];

for (const [text, tree] of readings) {
  it(`reads ${text} as ${tree}`, () => {
    expect(expression(text)).toBe(tree);
  });
}

it("keeps a sum of ten thousand terms flat", () => {
  expect(expression(Array.from({ length: 10_000 }, () => "a").join(" + ")).length).toBeGreaterThan(20_000);
});

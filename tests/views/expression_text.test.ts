import { describe, expect, it } from "vitest";
import { check } from "../../src/index.ts";
import { expressionText } from "../../src/model/expression_text.ts";

/** A condition as it is written, read and written again. */
function writtenAgain(condition: string): string {
  const { model } = check(`
    organization one { operation go(a: number, b: number, share: number in 0..100%, ready: boolean, word: one of (yes, no)) }
    organization two { sensitive to came }
    coupling c between one and two { one.go -> two.came when ${condition} }`);
  const when = model.couplings[0]?.channels[0]?.when;
  return when === undefined ? "nothing" : expressionText(when);
}

describe("an expression", () => {
  it.each([
    "a > 0",
    "a + b - 2 > a - (b - 2)",
    "a * (b + 1) / 2 <= -a",
    "(a - b) / (a / b) = 1",
    "not (a > 1 or b > 2) and ready",
    "ready or a > 1 and b < 2",
    "not ready",
    "(2^a)^b > 2^a^b",
    "-a^2 < 2^-1",
    "share >= 80%",
    "share > 7%",
    "word = yes",
    "max(a, b, 3) != 0",
    "chance(0.5)",
    "step >= 3",
  ])("`%s` is written as it was", (condition) => {
    expect(writtenAgain(condition)).toBe(condition);
  });

  it("loses the brackets that say nothing", () => {
    expect(writtenAgain("((a) + (b * 2)) > (1)")).toBe("a + b * 2 > 1");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runnableModel } from "../engine/generated_models.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";
import { faultOf, gapOf, laidOut, strewn } from "../support/layout.ts";
import { choices, sentence } from "../support/sentence.ts";

/* Laid out, a text says the same; it keeps its comments in their places; and laid out again it does not change. */

/** 1 in the tests; `npm run campaign:format` takes more models, and more widths. */
const effort = Number(process.env["NIKLAS_FUZZ"] ?? "1");
const widths = [1, 40, 80, 110, 200];

function holds(text: string): void {
  expect(faultOf(text, widths)).toBeUndefined();
}

it.each(exampleModels)("%s is as it is laid out", (path) => {
  const text = exampleFiles.get(path) ?? "";
  expect(laidOut(text)).toBe(text);
  holds(text);
});

describe("whatever is drawn from the grammar", () => {
  it("with comments between any two words, says the same", { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(choices, fc.integer({ min: 0, max: 3 }), (choose, rarity) => {
        const words = sentence({ kind: "rule", name: "model" }, choose, 0);
        holds(words.map((word) => word + gapOf(choose, rarity)).join(""));
      }),
      { numRuns: 60 * effort },
    );
  });

  it("and models that can be run do so too", { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(runnableModel, choices, (text, choose) => holds(strewn(text, choose, 20))),
      { numRuns: 10 * effort },
    );
  });
});

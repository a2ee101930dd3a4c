import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format } from "../../src/format/format.ts";
import { parse } from "../../src/syntax/parse.ts";
import { scan } from "../../src/syntax/scan.ts";
import { runnableModel } from "../engine/generated_models.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";
import { outline } from "../support/outline.ts";
import { choices, sentence } from "../support/sentence.ts";

/* Laid out, a text says the same; it keeps its comments in their places; and laid out again it does not change. */

/** 1 in the tests; `npm run fuzz` sets it higher. */
const effort = Number(process.env["NIKLAS_FUZZ"] ?? "1");
const widths = [1, 40, 80, 100, 200];

function laidOut(text: string, width: number): string {
  const formatted = format({ name: "m.sys", text }, { width });
  if (formatted.kind === "broken")
    throw new Error(`not laid out: ${JSON.stringify(formatted.problems[0])}\n${text}`);
  return formatted.text;
}

/** The tokens and comments in their order, without the white space between them. */
function said(text: string): readonly string[] {
  const { tokens, comments } = scan({ name: "m.sys", text });
  return [
    ...tokens.map(({ startOffset, end }) => ({ start: startOffset, text: text.slice(startOffset, end) })),
    ...comments.map(({ start, end }) => ({ start, text: text.slice(start, end).trimEnd() })),
  ]
    .sort((a, b) => a.start - b.start)
    .map((each) => each.text.replaceAll("\r\n", "\n"));
}

function holds(text: string): void {
  for (const width of widths) {
    const once = laidOut(text, width);
    expect(said(once)).toEqual(said(text));
    expect(outline(parse({ name: "m.sys", text: once }).tree)).toBe(
      outline(parse({ name: "m.sys", text }).tree),
    );
    expect(laidOut(once, width)).toBe(once);
    expect(once).not.toMatch(/[ \t]+$|\n\n\n|\t/m);
  }
}

it.each(exampleModels)("%s is as it is laid out", (path) => {
  const text = exampleFiles.get(path) ?? "";
  expect(laidOut(text, 100)).toBe(text);
  holds(text);
});

const gaps = [
  " ",
  "\n",
  "  ",
  "\n\n\n",
  " // x\n",
  "\n// y \n",
  " /* z */ ",
  "\n/* a\n   b */\n",
  "\n/// d\n",
  " //\n",
];

describe("whatever is drawn from the grammar", () => {
  it("with comments between any two words, says the same", { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(choices, fc.integer({ min: 0, max: 3 }), (choose, rarity) => {
        const words = sentence({ kind: "rule", name: "model" }, choose, 0);
        const text = words
          .map((word) => word + (choose(rarity * 4 + 1) === 0 ? (gaps[choose(gaps.length)] ?? " ") : " "))
          .join("");
        holds(text);
      }),
      { numRuns: 60 * effort },
    );
  });

  it("and models that can be run do so too", { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(runnableModel, (text) => holds(text)),
      { numRuns: 10 * effort },
    );
  });
});

import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { displayWidth, graphemes } from "../../src/diagnostics/width.ts";

test("a column each for what is narrow or ambiguous, two for what is wide, none for marks", () => {
  for (const [text, width] of [
    ["", 0],
    ["law", 3],
    ["e\u0301", 1],
    ["漢字", 4],
    ["＠", 2],
    ["ｱ", 1],
    ["한", 2],
    ["\u1112\u1161\u11ab", 2],
    ["שלום", 4],
    ["α→─…", 4],
    ["👩‍👩‍👧", 2],
    ["👍🏽", 2],
    ["🇩🇪", 2],
    ["❤️", 2],
  ] as const) {
    expect([text, displayWidth(text)]).toEqual([text, width]);
  }
});

test("graphemes are what a reader takes for one character", () => {
  expect(graphemes("ae\u0301漢👩‍👩‍👧.")).toEqual([
    { text: "a", start: 0 },
    { text: "e\u0301", start: 1 },
    { text: "漢", start: 3 },
    { text: "👩‍👩‍👧", start: 4 },
    { text: ".", start: 12 },
  ]);
});

test("graphemes make up the text again, each from where it begins", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const all = graphemes(text);
      expect(all.map((one) => one.text).join("")).toBe(text);
      for (const { text: letter, start } of all) expect(text.startsWith(letter, start)).toBe(true);
    }),
  );
});

test("signs of which no tables are needed take a column and are a grapheme each, as by the tables", () => {
  const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
  const different = [];
  for (let point = 0x20; point < 0x10000; point += 1) {
    const sign = String.fromCharCode(point);
    const text = `a${sign}${sign}b`;
    const looked = [stringWidth(sign), [...segmenter.segment(text)].length];
    const found = [displayWidth(sign), graphemes(text).length];
    if (found.join() !== looked.join()) different.push([point.toString(16), found, looked]);
  }
  expect(different).toEqual([]);
});

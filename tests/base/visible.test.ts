import fc from "fast-check";
import { expect, test } from "vitest";
import { escapedJson, hasHidden, visible } from "../../src/base/visible.ts";
import { harmful, hostileText } from "../support/hostile.ts";

test("control characters become their pictures", () => {
  expect(visible("a\u001b[2Jb\u0007\u0000\u007f")).toBe("a␛[2Jb␇␀␡");
  expect(visible("\u001b\u007f", { ascii: true })).toBe(String.raw`\u{1B}\u{7F}`);
});

test("other hidden characters become their code points", () => {
  expect(visible("a\u202eb\u200bc\u00add\u009b31m")).toBe(String.raw`a\u{202E}b\u{200B}c\u{AD}d\u{9B}31m`);
  expect(visible("\u2066\u2069\u200e\u200f\u061c\u3164\u{e0041}\ufeff")).toBe(
    String.raw`\u{2066}\u{2069}\u{200E}\u{200F}\u{61C}\u{3164}\u{E0041}\u{FEFF}`,
  );
});

test("half a surrogate pair becomes its code point, a whole pair stays", () => {
  expect(visible("\ud83d \u{1f600}")).toBe(String.raw`\u{D83D} 😀`);
});

test("line feeds and tabs stay only where they are asked for", () => {
  expect(visible("a\r\nb\n\tc\rd")).toBe("a␍␊b␊␉c␍d");
  expect(visible("a\r\nb\n\tc\rd", { newlines: true, tabs: true })).toBe("a\nb\n\tc␍d");
});

test("what is shown as it is without a closer look is shown as it is after one", () => {
  for (let unit = 0; unit < 0x10000; unit += 1) {
    const sign = String.fromCharCode(unit);
    expect(visible(`${sign}\u202e`)).toBe(`${visible(sign)}\\u{202E}`);
  }
});

test("names in any script and pictures stay as they are", () => {
  for (const text of ["法律 Rechtsgrundsatz_ä שלום नीति ﷺ", "👩‍👩‍👧 ❤️ 👍🏽 🇩🇪", "e\u0301"]) {
    expect(visible(text)).toBe(text);
  }
});

test("what joins pictures is shown where it joins none", () => {
  expect(visible("a\u200db\ufe0f")).toBe(String.raw`a\u{200D}b\u{FE0F}`);
});

test("marks stacked on a letter end with the eighth", () => {
  expect(visible(`a${"\u0301".repeat(10_000)}b`)).toBe(`a${"\u0301".repeat(8)}…b`);
});

test("nothing that could be obeyed or not be seen is left of any text", () => {
  fc.assert(
    fc.property(fc.oneof(hostileText, fc.string({ unit: "binary" })), (text) => {
      expect(harmful(visible(text))).toEqual([]);
      expect(visible(text)).not.toContain("\n");
    }),
    { numRuns: 500 },
  );
});

test("a visible text is not changed again", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(visible(visible(text))).toBe(visible(text));
    }),
  );
});

test("JSON with hidden characters escaped reads the same", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const json = escapedJson(JSON.stringify({ [text]: text }));
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ [text]: text })));
      expect(hasHidden(json)).toBe(false);
    }),
  );
});

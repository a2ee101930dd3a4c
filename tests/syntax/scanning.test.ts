import { expect, it } from "vitest";
import { scan } from "../../src/syntax/scan.ts";

function words(text: string): string[] {
  const { tokens, problems } = scan({ name: "m.sys", text });
  expect(problems).toEqual([]);
  return tokens.map((token) => token.image);
}

function problemsOf(text: string): string[] {
  return scan({ name: "m.sys", text }).problems.map(
    ({ check, facts, place }) => `${place.start}-${place.end} ${"kind" in facts ? facts.kind : check}`,
  );
}

it("reads names of any script, in NFC", () => {
  expect(words("法律 Prüfung Pru\u0308fung _x x1 наука 𠮷野")).toEqual([
    "法律",
    "Prüfung",
    "Prüfung",
    "_x",
    "x1",
    "наука",
    "𠮷野",
  ]);
});

it("reads escapes, and a line break in a text as \\n whatever the file has", () => {
  expect(words('"a\\"b\\\\c\\n\\t\\u{1F600}" "x\r\ny\rz"')).toEqual(['a"b\\c\n\t😀', "x\ny\nz"]);
});

it("does not know other escapes", () => {
  expect(problemsOf('"\\q"')).toEqual(["1-3 unknown escape"]);
  expect(problemsOf('"\\u{110000}"')).toEqual(["1-11 unknown escape"]);
  expect(problemsOf('"\\u{D800}"')).toEqual(["1-9 unknown escape"]);
});

it("takes the longer of two signs", () => {
  expect(words("->:=..!=<=>=- > : = . ! ".replace("! ", ""))).toEqual([
    "->",
    ":=",
    "..",
    "!=",
    "<=",
    ">=",
    "-",
    ">",
    ":",
    "=",
    ".",
  ]);
});

it("reads numbers with a digit on both sides of the point and of each underscore", () => {
  expect(words("0..5 3.5 1_000 20%")).toEqual(["0", "..", "5", "3.5", "1_000", "20", "%"]);
  expect(problemsOf("1__0")).toEqual(["0-4 malformed number"]);
  expect(problemsOf("1_")).toEqual(["0-2 malformed number"]);
  expect(problemsOf("9".repeat(399))).toEqual(["0-399 malformed number"]);
  expect(problemsOf("9".repeat(500))).toEqual(["0-500 too_large"]);
});

it("passes over a byte order mark at the start, and nowhere else", () => {
  expect(words("\uFEFFmodel")).toEqual(["model"]);
  expect(problemsOf("a \uFEFF b")).toEqual(["2-3 hidden_character"]);
});

it("finds characters that cannot be seen, in code, texts and comments", () => {
  expect(problemsOf("a\u200Bb")).toEqual(["1-2 hidden_character"]);
  expect(problemsOf('"a\u202Eb"')).toEqual(["2-3 hidden_character"]);
  expect(problemsOf("// \u2066 x")).toEqual(["3-4 hidden_character"]);
  expect(problemsOf("a\u200Db")).toEqual(["1-2 hidden_character"]);
  expect(problemsOf("a\u0000b")).toEqual(["1-2 hidden_character"]);
});

it("lets joiners stand in texts, where emoji and Persian words are made with them", () => {
  expect(words('"👩‍👩‍👧 می\u200Cخواهم ❤️"').length).toBe(1);
});

it("does not take invisible letters for letters", () => {
  expect(problemsOf("a\u3164b")).toEqual(["1-2 hidden_character"]);
});

it("keeps comments, and tells doc comments from others", () => {
  const { comments } = scan({ name: "m.sys", text: "/// doc\n// line\n//// no doc\n/* block /* */ a" });
  expect(comments.map((comment) => comment.kind)).toEqual(["doc", "line", "line", "block"]);
});

it("leaves only white space between tokens and comments", () => {
  const text = 'model m "M" // x\r\n/* y */ system 1 .. 2 "z\nz"';
  const { tokens, comments } = scan({ name: "m.sys", text });
  const spans = [...tokens.map((token) => ({ start: token.startOffset, end: token.end })), ...comments].sort(
    (a, b) => a.start - b.start,
  );
  let from = 0;
  for (const { start, end } of spans) {
    expect(text.slice(from, start).trim()).toBe("");
    from = end;
  }
  expect(text.slice(from).trim()).toBe("");
});

it("reports a comment that is never closed once, at its beginning", () => {
  expect(problemsOf("a /* b /* c")).toEqual(["2-4 unclosed comment"]);
});

it("reads a comment of five million characters, and a hundred thousand openers", () => {
  expect(words(`/*${"x".repeat(5_000_000)}*/ a`)).toEqual(["a"]);
  expect(problemsOf("/* ".repeat(100_000)).length).toBe(1);
});

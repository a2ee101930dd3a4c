import {
  ensureSyntaxTree,
  foldable,
  getIndentation,
  indentUnit,
  IndentContext,
  syntaxTree,
} from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { highlightTree, tagHighlighter } from "@lezer/highlight";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { niklas, niklasLanguage } from "../../src/codemirror/mode.ts";
import { tags } from "../../src/codemirror/tags.ts";
import { scan } from "../../src/syntax/scan.ts";
import { NumberToken, TextToken, wordTypes } from "../../src/syntax/tokens.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";
import { scopes } from "../support/generate/grammar/textmate.ts";
import { textmateScopes } from "../support/textmate.ts";

/* The mode agrees with the grammar for TextMate, run by the engine that editors use, and with the scanner. */

let scopesOf: (text: string) => readonly string[];
beforeAll(async () => {
  scopesOf = await textmateScopes();
});

const highlighter = tagHighlighter(Object.entries(tags).map(([colour, tag]) => ({ tag, class: colour })));

/** The colour at each offset of a text, as an editor shows it; nothing where it has none. */
function coloursOf(text: string): readonly string[] {
  const colours = Array.from({ length: text.length }, () => "");
  highlightTree(niklasLanguage.parser.parse(text), highlighter, (from, to, colour) =>
    colours.fill(colour, from, to),
  );
  return colours;
}

const colourOfScope = new Map<string, string>(
  Object.entries(scopes).map(([colour, scope]) => [scope, colour]),
);

/** The same by the grammar for TextMate. */
function wantedFor(text: string): readonly string[] {
  return scopesOf(text)
    .slice(0, text.length)
    .map((all) => colourOfScope.get(all.split(" ").at(-1) ?? "") ?? "");
}

/** Texts are compared by lines, so that a difference is shown where it is. A line break has no colour to be seen. */
function byLines(text: string, colours: readonly string[]): readonly string[] {
  let offset = 0;
  return text.split("\n").map((line) => {
    const shown = [...Array(line.length).keys()].map((index) => `${line[index]}${colours[offset + index]}`);
    offset += line.length + 1;
    return shown.join(" ");
  });
}

describe.each(exampleModels)("%s", (path) => {
  const text = exampleFiles.get(path) ?? "";

  test("is coloured as by the grammar for TextMate, line by line", () => {
    expect(byLines(text, coloursOf(text))).toEqual(byLines(text, wantedFor(text)));
  });

  test("is what the scanner sees in it", () => {
    const colours = coloursOf(text);
    const { tokens, comments } = scan({ name: path, text });
    for (const { start, end } of comments)
      expect(new Set(colours.slice(start, end))).toHaveProperty("size", 1);
    for (const { start, kind } of comments) expect(colours[start]).toBe(`${kind}Comment`);
    for (const { tokenType, image, startOffset, end } of tokens) {
      const colour = colours[startOffset];
      if (tokenType === TextToken) expect(colour).toBe("text");
      else if (tokenType === NumberToken) expect(colour).toBe("number");
      // Comments and strings apart, a token has one colour from beginning to end.
      else expect(new Set(colours.slice(startOffset, end)).size).toBe(1);
      if (["and", "or", "not"].includes(image) && wordTypes.get(image) === tokenType)
        expect(colour).toBe("wordOperator");
    }
  });
});

/** Pieces of models, whole and broken, with what can go wrong between them. */
const pieces = [
  ...[
    "model ",
    "extend law ",
    "function system x ",
    "operation run",
    "emit ",
    "code a / b",
    "when a > 5 -> b ",
  ],
  ...["{", "}", "(", ")", '"', "\\", '\\"', "\\u{1F600}", "/*", "*/", "//", "///", "////", "\n", "  ", "\t"],
  ...["12", "3.5", "20%", "3steps", "0..5", "1_0", ":=", "->", "..", "!=", ":", ",", ".", "=", "-", "/", "*"],
  ...[
    "and ",
    "not",
    "true",
    "x: number",
    'x "y": number',
    "medium: ",
    "法律",
    "é",
    "e\u0301",
    "𝒳",
    "：",
    "“",
    "；",
  ],
];
const brokenText = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: "grapheme", maxLength: 4 }),
    ),
  )
  .map((parts) => parts.join("").replace(/[\r\u2028\u2029\u0085\u000b\u000c\ufeff]/g, ""));

test("broken text is coloured as by the grammar for TextMate", () => {
  fc.assert(
    fc.property(brokenText, (text) => {
      expect(byLines(text, coloursOf(text))).toEqual(byLines(text, wantedFor(text)));
    }),
    { numRuns: 500 },
  );
});

test("whatever the text, it is read to its end, and edits lead to what a fresh reading finds", () => {
  fc.assert(
    fc.property(brokenText, brokenText, fc.nat(), fc.nat(), (text, insert, one, other) => {
      const [from = 0, to = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
      const begun = EditorState.create({ doc: text, extensions: [niklas()] });
      ensureSyntaxTree(begun, text.length, 10_000);
      const { state } = begun.update({ changes: { from, to, insert } });
      const tree = ensureSyntaxTree(state, state.doc.length, 10_000);
      expect(tree?.length).toBe(state.doc.length);
      expect(tree?.toString()).toBe(niklasLanguage.parser.parse(state.doc.toString()).toString());
      for (let line = 1; line <= state.doc.lines; line += 1) {
        const { from: start, to: end } = state.doc.line(line);
        const fold = foldable(state, start, end);
        if (fold !== null) expect(state.doc.sliceString(fold.from - 1, fold.to + 1)).toMatch(/^\{[^]*\}$/);
        expect(getIndentation(new IndentContext(state), start) ?? 0).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 300 },
  );
});

test("long lines and brackets without end are no trouble", () => {
  for (const text of [
    "{".repeat(200_000),
    '"'.repeat(50_001),
    "a".repeat(300_000),
    "/*\n".repeat(50_000),
    "a ".repeat(9_000),
  ])
    expect(niklasLanguage.parser.parse(text).length).toBe(text.length);
});

const model = `extend law {
  // no brace: {
  sensitive to enacted(limit: number)
  program legislation conditional on enacted {
    otherwise -> lawful
  }
}
`;
const stateOf = (doc: string) => EditorState.create({ doc, extensions: [niklas(), indentUnit.of("  ")] });

test("a body is folded at the line in which it begins, and no brace of a comment begins one", () => {
  const state = stateOf(model);
  ensureSyntaxTree(state, state.doc.length, 10_000);
  const folds = [...Array(state.doc.lines).keys()].map((index) => {
    const { from, to } = state.doc.line(index + 1);
    const fold = foldable(state, from, to);
    return fold === null ? null : state.doc.sliceString(fold.from - 1, fold.to + 1);
  });
  expect(folds.map((fold) => fold !== null)).toEqual([true, false, false, true, false, false, false, false]);
  expect(folds[0]).toBe(model.slice("extend law ".length).trimEnd());
  expect(folds[3]).toBe("{\n    otherwise -> lawful\n  }");
});

test("each line of a model in its layout is indented as it is", () => {
  for (const path of exampleModels) {
    const text = exampleFiles.get(path) ?? "";
    const state = stateOf(text);
    ensureSyntaxTree(state, text.length, 10_000);
    const wrong = [...Array(state.doc.lines).keys()]
      .map((index) => state.doc.line(index + 1))
      .filter(({ text: line }) => /^\s*(?:[})]|expect|when|otherwise|sensitive|operation|program)/.test(line))
      .filter(({ from, text: line }) => {
        const wanted = getIndentation(new IndentContext(state), from);
        return wanted !== null && wanted !== line.search(/\S/);
      });
    expect(wrong.map(({ number, text: line }) => `${path}:${number} ${line}`)).toEqual([]);
  }
});

test("an editor is told what a comment is, and which brackets to close", () => {
  const [data] = stateOf(model).languageDataAt<{ line: string }>("commentTokens", 0);
  expect(data).toEqual({ line: "//", block: { open: "/*", close: "*/" } });
  const [close] = stateOf(model).languageDataAt<{ brackets: readonly string[] }>("closeBrackets", 0);
  expect(close?.brackets).toEqual(["{", "(", '"']);
});

test("it is one language for an editor and for a text that holds models", () => {
  expect(niklas().language).toBe(niklasLanguage);
  expect(syntaxTree(stateOf("model a")).type.isTop).toBe(true);
});

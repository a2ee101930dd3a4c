import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar } from "vscode-textmate";
import { scan } from "../../src/syntax/scan.ts";
import { keyword, NumberToken, TextToken } from "../../src/syntax/tokens.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";

/* The grammar for editors, run by the engine that editors use, agrees with the scanner on what a stretch of text is. */

let grammar: IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  const { buffer } = new Uint8Array(readFileSync(wasm));
  await oniguruma.loadWASM(buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => {
      const path = fileURLToPath(new URL("../../grammar/niklas.tmLanguage.json", import.meta.url));
      return textmate.parseRawGrammar(readFileSync(path, "utf8"), path);
    },
  });
  const loaded = await registry.loadGrammar("source.niklas");
  if (loaded === null) throw new Error("the grammar was not loaded");
  grammar = loaded;
});

/** The innermost scope at each offset of a text. */
function scopesOf(text: string): string[] {
  const scopes: string[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    for (const { startIndex, endIndex, scopes: names } of tokens) {
      for (let index = startIndex; index < Math.min(endIndex, line.length); index += 1)
        scopes.push(names.join(" "));
    }
    scopes.push("newline");
    stack = ruleStack;
  }
  return scopes;
}

for (const path of exampleModels) {
  it(`sees in ${path} what the scanner sees`, () => {
    const text = exampleFiles.get(path) ?? "";
    const scopes = scopesOf(text);
    const { tokens, comments } = scan({ name: path, text });
    for (const { start } of comments) expect(scopes[start]).toContain("comment.");
    for (const token of tokens) {
      const scope = scopes[token.startOffset] ?? "";
      if (token.tokenType === TextToken) expect(scope).toContain("string.");
      else expect(scope).not.toMatch(/comment\.|string\./);
      if (token.tokenType === NumberToken) expect(scope).toContain("constant.numeric");
      if (
        token.tokenType === keyword.and ||
        token.tokenType === keyword.or ||
        token.tokenType === keyword.not
      ) {
        expect(scope).toContain("keyword.operator.word");
      }
    }
  });
}

it("colours a keyword as a name where it is one", () => {
  const text = "machine code { operation program expectation medium: number = 1 }";
  const scopes = scopesOf(text);
  expect(scopes[text.indexOf("code")]).toContain("entity.name.type");
  expect(scopes[text.indexOf("program")]).toContain("entity.name.function");
  expect(scopes[text.indexOf("medium")]).toContain("variable.parameter");
  expect(scopes[text.indexOf("machine")]).toContain("keyword.declaration");
});

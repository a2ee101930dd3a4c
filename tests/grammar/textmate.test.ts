import { beforeAll, expect, it } from "vitest";
import { scan } from "../../src/syntax/scan.ts";
import { keyword, NumberToken, TextToken } from "../../src/syntax/tokens.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";
import { textmateScopes } from "../support/textmate.ts";

/* The grammar for editors, run by the engine that editors use, agrees with the scanner on what a stretch of text is. */

let scopesOf: (text: string) => readonly string[];
beforeAll(async () => {
  scopesOf = await textmateScopes();
});

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

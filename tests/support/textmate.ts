/* The grammar for editors, run by the engine that editors use. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

/** Gives the scopes at each offset of a text, the innermost last, separated by spaces. */
export async function textmateScopes(): Promise<(text: string) => readonly string[]> {
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
  const grammar = await registry.loadGrammar("source.niklas");
  if (grammar === null) throw new Error("the grammar was not loaded");
  return (text) => {
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
  };
}

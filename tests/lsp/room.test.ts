/*
 * Of an open text, which is kept with room in it, everything is answered that is answered of the same text on the disk: no
 * position, no edit and no word is another.
 */
import { expect, test } from "vitest";
import { exampleFiles } from "../support/examples.ts";
import { folderWith } from "../cli/folder.ts";
import { server, type Client } from "./client.ts";

const start = server();

const names = ["house_prices/price_cap.sys", "danwei/megacity.sys", "beginner/beginner.sys"].filter((name) =>
  exampleFiles.has(name),
);

/** Places spread over a text. */
function positions(text: string): readonly { readonly line: number; readonly character: number }[] {
  return text.split("\n").flatMap((line, number) => {
    const words = [...line.matchAll(/[\p{L}_]+/gu)].filter((_, index) => (number + index) % 5 === 0);
    return words.map(({ index }) => ({ line: number, character: index + 1 }));
  });
}

async function answers(client: Client, name: string, text: string): Promise<unknown> {
  const textDocument = { uri: client.uri(name) };
  const lines = text.split("\n").length;
  const range = { start: { line: 0, character: 0 }, end: { line: lines, character: 0 } };
  const options = { tabSize: 2, insertSpaces: true };
  const about: readonly (readonly [method: string, params: object])[] = [
    ["textDocument/diagnostic", {}],
    ["textDocument/documentSymbol", {}],
    ["textDocument/foldingRange", {}],
    ["textDocument/documentLink", {}],
    ["textDocument/codeLens", {}],
    ["textDocument/inlayHint", { range }],
    ["textDocument/semanticTokens/full", {}],
    ["textDocument/formatting", { options }],
    ["textDocument/codeAction", { range, context: { diagnostics: [] } }],
  ];
  const told: unknown[] = [];
  for (const [method, params] of about)
    told.push([method, await client.ask(method, { textDocument, ...params })]);
  for (const position of positions(text)) {
    const at = { textDocument, position };
    const point = { start: position, end: position };
    told.push([
      position,
      await client.ask("textDocument/hover", at),
      await client.ask("textDocument/definition", at),
      await client.ask("textDocument/references", { ...at, context: { includeDeclaration: true } }),
      await client.ask("textDocument/documentHighlight", at),
      await client.ask("textDocument/selectionRange", { textDocument, positions: [position] }),
      await client.ask("textDocument/signatureHelp", at),
      await client.ask("textDocument/linkedEditingRange", at),
      await client.ask("textDocument/completion", at),
      await client.ask("textDocument/prepareRename", at).catch(String),
      await client.ask("textDocument/rename", { ...at, newName: "quite_another" }).catch(String),
      await client.ask("textDocument/codeAction", {
        textDocument,
        range: point,
        context: { diagnostics: [] },
      }),
    ]);
  }
  return told;
}

test.each(names)(
  "of %s the same is answered, open or not",
  async (name) => {
    const text = exampleFiles.get(name) ?? "";
    const client = await start(folderWith(Object.fromEntries(exampleFiles)));
    const closed = await answers(client, name, text);
    client.open(name, text);
    const open = await answers(client, name, text);
    expect(JSON.parse(withoutVersions(open))).toEqual(JSON.parse(withoutVersions(closed)));
  },
  600_000,
);

/** Of an open text edits name the version that they are for. */
function withoutVersions(answer: unknown): string {
  return JSON.stringify(answer, (key, value: unknown) => (key === "version" ? null : value));
}

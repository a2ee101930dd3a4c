/* After whatever edits: what the server says is what a fresh check says of the same text. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { linesOf } from "../../src/lsp/positions.ts";
import { toProtocol } from "../../src/lsp/diagnostics.ts";
import { check, memoryHost } from "../../src/index.ts";
import { folderWith } from "../cli/folder.ts";
import { exampleFiles } from "../support/examples.ts";
import { server } from "./client.ts";

const start = server();
const scripts = Number(process.env.NIKLAS_FUZZ ?? 5);
const editsOfScript = Number(process.env.NIKLAS_FUZZ === undefined ? 40 : 200);

const texts = [...exampleFiles].filter(([name]) => name.endsWith(".sys")).map(([, text]) => text);
const pieces = [
  "{",
  "}",
  "\n",
  "\r\n",
  "\r",
  '"',
  "/*",
  "*/",
  "///",
  "法律",
  "😀",
  "\u0000",
  "when",
  " -> ",
  "import ",
];

const edit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(400)),
  text: fc.oneof(
    fc.constantFrom("", ...pieces),
    fc.string({ maxLength: 6 }),
    fc
      .tuple(fc.nat(texts.length - 1), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(200))
      .map(([index, where, length]) => {
        const text = texts[index] ?? "";
        const begin = Math.floor(where * text.length);
        return text.slice(begin, begin + length);
      }),
  ),
});

test(`${scripts} scripts of ${editsOfScript} edits`, async () => {
  const client = await start(folderWith({}));
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...texts),
      fc.array(edit, { minLength: editsOfScript, maxLength: editsOfScript }),
      fc.array(fc.nat(9), { minLength: editsOfScript, maxLength: editsOfScript }),
      async (begin, edits, asked) => {
        number += 1;
        const name = `script${number}.sys`;
        const uri = client.uri(name);
        const document = TextDocument.create(uri, "niklas", 1, begin);
        client.open(name, begin);
        for (const [index, { from, length, text }] of edits.entries()) {
          const whole = document.getText();
          const offset = Math.floor(from * whole.length);
          const range = {
            start: document.positionAt(offset),
            end: document.positionAt(Math.min(whole.length, offset + length)),
          };
          const version = index + 2;
          TextDocument.update(document, [{ range, text }], version);
          client.tell("textDocument/didChange", {
            textDocument: { uri, version },
            contentChanges: [{ range, text }],
          });
          if (asked[index] === 0 || index === edits.length - 1) await compare(name, document.getText());
        }
        client.tell("textDocument/didClose", { textDocument: { uri } });
      },
    ),
    { numRuns: scripts, endOnFailure: process.env.NIKLAS_FUZZ !== undefined },
  );

  async function compare(name: string, text: string): Promise<void> {
    const { items } = await client.ask<{
      items: readonly { code: string; range: object; message: string }[];
    }>("textDocument/diagnostic", { textDocument: { uri: client.uri(name) } });
    const lines = linesOf(text);
    const locations = { lines: () => lines, uri: () => client.uri(name) };
    const fresh = check({ name, text }, { host: memoryHost(new Map([[name, text]])) }).diagnostics;
    const wanted = fresh.map((one) => toProtocol(one, locations, undefined));
    const shown = items.map(({ code, range, message }) => ({ code, range, message }));
    const inMemory = wanted.map(({ code, range, message }) => ({ code, range, message }));
    expect(shown.map(withoutFiles)).toEqual(inMemory.map(withoutFiles));
  }
}, 3_600_000);

/** What a host says of files that are not there is its own. */
function withoutFiles<One extends { readonly code?: unknown; readonly message: unknown }>(one: One): object {
  return one.code === "import_not_found" || one.code === "import_outside_root"
    ? { ...one, code: "an import that leads nowhere", message: "" }
    : one;
}

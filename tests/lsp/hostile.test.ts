import { expect, test } from "vitest";
import { folderWith } from "../cli/folder.ts";
import { wrong } from "../cli/command_line.ts";
import { server } from "./client.ts";

const start = server();

function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

test.each([
  ["broken JSON", framed('{"jsonrpc": "2.0", "method": ')],
  ["JSON that is no message", framed("[1, null, {}]") + framed("7") + framed("null")],
  ["bytes that are no text", Buffer.from([...Buffer.from("Content-Length: 4\r\n\r\n"), 255, 254, 0, 128])],
  ["an unknown notification", framed('{"jsonrpc":"2.0","method":"no/such","params":{}}')],
  ["an unknown request", framed('{"jsonrpc":"2.0","id":"x","method":"no/such","params":{}}')],
  ["a message without an end", "Content-Length: 999999999999\r\n\r\n{}"],
  ["a message of an impossible length", "Content-Length: 99999999999999999999999999\r\n\r\n{}"],
  ["a negative length", "Content-Length: -5\r\n\r\n{}"],
  ["a length that is no number", "Content-Length: many\r\n\r\n{}"],
  ["two lengths", "Content-Length: 2\r\nContent-Length: 999\r\n\r\n{}"],
  ["a header without a length", "Content-Type: text\r\n\r\n{}"],
  ["a header that goes on for ever", "Content-Length: " + "1".repeat(100_000)],
  ["noise", "x".repeat(70_000) + "\r\n\r\n\0\0content-len"],
  ["a request without what it needs", framed('{"jsonrpc":"2.0","id":"y","method":"textDocument/hover"}')],
  [
    "a request about nothing",
    framed('{"jsonrpc":"2.0","id":"z","method":"textDocument/diagnostic","params":{"textDocument":null}}'),
  ],
  [
    "changes that make no sense",
    framed(
      JSON.stringify({
        jsonrpc: "2.0",
        method: "textDocument/didChange",
        params: {
          textDocument: { uri: "file:///nowhere", version: 1 },
          contentChanges: [{ range: { start: -1, end: null }, text: 7 }, null],
        },
      }),
    ),
  ],
])("after %s the server still hears and answers", async (_what, bytes) => {
  const client = await start(folderWith({ "wrong.sys": wrong }));
  client.write(bytes);
  client.open("wrong.sys", wrong);
  const found = await client.published("wrong.sys");
  expect(found.map(({ code }) => code)).toEqual(["code_not_binary"]);
});

test("changes that make no sense leave a text as it is", async () => {
  const client = await start(folderWith({ "wrong.sys": wrong }));
  client.open("wrong.sys", wrong);
  expect(await client.published("wrong.sys")).toHaveLength(1);
  const textDocument = { uri: client.uri("wrong.sys"), version: 2 };
  for (const change of [
    { range: { start: { line: -1, character: 0 }, end: { line: 1e9, character: 0 } }, text: "" },
    { range: { start: { line: 0.5, character: 0 }, end: { line: 1, character: 0 } }, text: "" },
    { range: { start: { line: 0, character: 0 } }, text: "" },
    { text: null },
    null,
  ]) {
    client.tell("textDocument/didChange", { textDocument, contentChanges: [change] });
  }
  const { items } = await client.ask<{ items: readonly unknown[] }>("textDocument/diagnostic", {
    textDocument,
  });
  expect(items).toHaveLength(1);
});

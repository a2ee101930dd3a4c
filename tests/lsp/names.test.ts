import { expect, test } from "vitest";
import type {
  CallHierarchyItem,
  CodeLens,
  InlayHint,
  SemanticTokens,
  SignatureHelp,
} from "vscode-languageserver";
import { folderWith } from "../cli/folder.ts";
import { exampleFiles } from "../support/examples.ts";
import { server } from "./client.ts";

const start = server();
const cap = exampleFiles.get("house_prices/price_cap.sys") ?? "";

function behind(found: string) {
  const lines = cap.slice(0, cap.indexOf(found) + found.length).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

test("a scenario is run from the editor, and nothing runs before", async () => {
  const client = await start(folderWith({}));
  client.open("cap.sys", cap);
  const textDocument = { uri: client.uri("cap.sys") };
  const lenses = () => client.ask<readonly CodeLens[]>("textDocument/codeLens", { textDocument });
  const [first, second, ...others] = await lenses();
  expect(others).toEqual([]);
  expect(first?.command?.title).toBe("Run");
  const story = await client.ask<string>("workspace/executeCommand", second?.command);
  expect(story).toContain("effective");
  const titles = (await lenses()).map(({ command }) => command?.title);
  expect(titles).toContain("✓ as expected");
  const asked = (await lenses()).find(({ command }) => command?.title === "Why");
  expect(await client.ask<string>("workspace/executeCommand", asked?.command)).toContain("economy");
  const hints = await client.ask<readonly InlayHint[]>("textDocument/inlayHint", {
    textDocument,
    range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
  });
  expect(hints.map(({ label }) => label)).toEqual(["effective"]);
  client.tell("textDocument/didChange", {
    textDocument: { ...textDocument, version: 2 },
    contentChanges: [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "\n" },
    ],
  });
  expect((await lenses()).map(({ command }) => command?.title)).toEqual(["Run", "Run"]);
});

test("colours, arguments and what irritates what are told", async () => {
  const client = await start(folderWith({}));
  client.open("cap.sys", cap);
  const textDocument = { uri: client.uri("cap.sys") };
  const { data } = await client.ask<SemanticTokens>("textDocument/semanticTokens/full", { textDocument });
  expect(data.length % 5).toBe(0);
  expect(data.length).toBeGreaterThan(200);
  const help = await client.ask<SignatureHelp>("textDocument/signatureHelp", {
    textDocument,
    position: behind("-> law.enacted("),
  });
  expect(help.signatures[0]?.label).toBe("enacted(limit: number)");
  const [item] = await client.ask<readonly CallHierarchyItem[]>("textDocument/prepareCallHierarchy", {
    textDocument,
    position: behind("-> law.enacted"),
  });
  expect(item?.name).toBe("law.enacted");
  const incoming = await client.ask<readonly { from: CallHierarchyItem }[]>("callHierarchy/incomingCalls", {
    item,
  });
  expect(incoming.map(({ from }) => from.name)).toEqual(["politics.bill"]);
  const outgoing = await client.ask<readonly { to: CallHierarchyItem }[]>("callHierarchy/outgoingCalls", {
    item,
  });
  expect(outgoing.map(({ to }) => to.name)).toEqual(["law.judgment"]);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { CodeAction, Diagnostic } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { folderWith } from "../cli/folder.ts";
import { server } from "../lsp/client.ts";

/* The walkthrough, walked: its five steps with the server, in a text that was never saved, as they are in the editor. */

const start = server();
const page = (name: string) =>
  readFileSync(new URL(`../../src/vscode/walkthrough/${name}.md`, import.meta.url), "utf8");
const fence = (name: string) => /^```\S+.*\n([^]*?)^```$/m.exec(page(name))?.[1] ?? "";

test("each step leads to what the page of the next one shows", async () => {
  const first = readFileSync(new URL("../../src/vscode/first_model.sys", import.meta.url), "utf8");
  expect(first).toBe(fence("1_a_model"));

  const client = await start(folderWith());
  const uri = "untitled:Untitled-1";
  const open = (text: string, version: number) =>
    client.tell("textDocument/didOpen", { textDocument: { uri, languageId: "niklas", version, text } });
  open(first, 1);
  const pull = async () =>
    (await client.ask<{ items: readonly Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } }))
      .items;
  const [found, ...others] = await pull();
  expect(others).toEqual([]);
  expect(found?.code).toBe("uncoupled_perturbation");
  const [said] = String(found?.message).split("\n");
  expect(page("2_a_finding")).toContain(`> ${said}`);

  const actions = await client.ask<readonly CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: found?.range,
    context: { diagnostics: [found] },
  });
  const fix = actions.find(({ edit }) => JSON.stringify(edit).includes("coupling public_opinion"));
  const document = TextDocument.create(uri, "niklas", 1, first);
  const coupled = TextDocument.applyEdits(document, [...(fix?.edit?.changes?.[uri] ?? [])]);
  expect(coupled).toBe(fence("3_a_coupling"));

  const contentChanges = [{ text: coupled }];
  client.tell("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges });
  expect((await pull()).map(({ code }) => code)).toEqual(["one_way_coupling"]);
  const carry = (command: string, ...rest: readonly string[]) =>
    client.ask<string>("workspace/executeCommand", { command, arguments: [uri, "published", ...rest] });
  expect((await carry("niklas.run")).trim()).toBe(fence("4_a_run").trim());
  expect((await carry("niklas.why", "politics")).trim()).toBe(fence("5_why").trim());
});

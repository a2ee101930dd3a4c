import { expect, test } from "vitest";
import { check } from "../../src/index.ts";
import { folderWith } from "../cli/folder.ts";
import { right, wrong } from "../cli/command_line.ts";
import { server } from "./client.ts";

const start = server();

test("a file with a mistake is opened: the mistake is told, with its place, its check and the check's page", async () => {
  const client = await start(folderWith({ "wrong.sys": wrong }));
  client.open("wrong.sys", wrong);
  const [found, ...others] = await client.published("wrong.sys");
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    code: "code_not_binary",
    severity: 1,
    source: "niklas",
    range: { start: { line: 2 } },
    codeDescription: { href: expect.stringMatching(/^file:.*docs\/checks\/code_not_binary\.md$/) },
  });
  const [same] = check({ name: "wrong.sys", text: wrong }).diagnostics;
  expect(String(found?.message).split("\n")[0]).toBe(same?.message);
});

test("what is mended while it is written is told no longer", async () => {
  const client = await start(folderWith({ "wrong.sys": wrong }));
  client.open("wrong.sys", wrong);
  expect(await client.published("wrong.sys")).toHaveLength(1);
  const line = 2;
  client.tell("textDocument/didChange", {
    textDocument: { uri: client.uri("wrong.sys"), version: 2 },
    contentChanges: [
      {
        range: { start: { line, character: 0 }, end: { line, character: 100 } },
        text: "  code sorted / unsorted",
      },
    ],
  });
  expect(await client.published("wrong.sys")).toEqual([]);
});

test("an editor that asks is answered, and not told besides", async () => {
  const client = await start(folderWith({ "wrong.sys": wrong }), { textDocument: { diagnostic: {} } });
  client.open("wrong.sys", wrong);
  const report = await client.ask<{ kind: string; items: readonly { code: string }[] }>(
    "textDocument/diagnostic",
    { textDocument: { uri: client.uri("wrong.sys") } },
  );
  expect(report.kind).toBe("full");
  expect(report.items.map(({ code }) => code)).toEqual(["code_not_binary"]);
});

test("what is written in one file counts in those that import it before it is saved", async () => {
  const user = `import court_computer from "./part"\ncoupling none between court_computer and missing {}\n`;
  const client = await start(folderWith({ "part.sys": "", "user.sys": user }));
  client.open("user.sys", user);
  const codes = async () => (await client.published("user.sys")).map(({ code }) => code);
  expect(await codes()).toContain("unknown_name");
  const before = await client.ask<{ items: readonly { message: string }[] }>("textDocument/diagnostic", {
    textDocument: { uri: client.uri("user.sys") },
  });
  expect(before.items.some(({ message }) => message.includes("court_computer"))).toBe(true);
  client.open("part.sys", right);
  const after = await client.ask<{ items: readonly { code: string; message: string }[] }>(
    "textDocument/diagnostic",
    { textDocument: { uri: client.uri("user.sys") } },
  );
  const unknown = after.items.filter(({ code }) => code === "unknown_name");
  expect(unknown).toHaveLength(1);
  expect(unknown[0]?.message).toContain("missing");
});

test("the severities of the project file hold", async () => {
  const settings = JSON.stringify({ severity: { code_not_binary: "off" } });
  const client = await start(folderWith({ "wrong.sys": wrong, "niklas.json": settings }));
  client.open("wrong.sys", wrong);
  expect(await client.published("wrong.sys")).toEqual([]);
});

test("the server ends as it is told to", async () => {
  const client = await start(folderWith({}));
  await client.ask("shutdown", null);
  client.tell("exit", null);
  expect(await client.ended).toBe(0);
});

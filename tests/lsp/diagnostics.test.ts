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

test("what is only a part of other models is told with these, as a check of the folder tells it", async () => {
  const part = `machine bell { function "ring" code loud / still operation ring sensitive to knock
  program p conditional on knock { when chance(1 / 2) -> loud { emit ring } otherwise -> still } }
machine cat { function "purr" code awake / asleep operation purr }
environment door { knocks: number = 1 }
coupling street between door and bell { door.knocks -> bell.knock }
`;
  const whole = `import "./part"
extend cat { sensitive to noise program p conditional on noise { otherwise -> awake { emit purr } } }
coupling air between bell and cat { bell.ring -> cat.noise cat.purr -> bell.knock }
scenario s { bell emits ring run 2 steps expect cat resonates }
`;
  const codes = async (files: Readonly<Record<string, string>>) => {
    const client = await start(folderWith(files));
    client.open("part.sys", part);
    return (await client.published("part.sys")).map(({ code }) => code);
  };
  const alone = await codes({ "part.sys": part });
  expect(alone).toContain("unheard_operation");
  expect(alone).toContain("isolated_system");
  const together = await codes({ "part.sys": part, "whole.sys": whole });
  expect(together).not.toContain("unheard_operation");
  expect(together).not.toContain("isolated_system");
});

test("what the project file excludes is no part of the folder", async () => {
  const settings = JSON.stringify({ exclude: ["old"] });
  const client = await start(
    folderWith({
      "niklas.json": settings,
      "old/a.sys": "machine old_one {}\n",
      "new.sys": "machine new_one {}\n",
    }),
  );
  const symbols = await client.ask<readonly { name: string }[]>("workspace/symbol", { query: "_one" });
  expect(symbols.map(({ name }) => name)).toEqual(["new_one"]);
});

test("the canon can be looked at by editors that show what is no file", async () => {
  const text = 'import law from "canon"\nextend law {}\n';
  const client = await start(folderWith({}), { workspace: { textDocumentContent: {} } });
  client.open("a.sys", text);
  const definition = await client.ask<{ uri: string }>("textDocument/definition", {
    textDocument: { uri: client.uri("a.sys") },
    position: { line: 1, character: 8 },
  });
  expect(definition.uri).toBe("niklas:canon/law.sys");
  const { text: canon } = await client.ask<{ text: string }>("workspace/textDocumentContent", definition);
  expect(canon).toContain("function system law");
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

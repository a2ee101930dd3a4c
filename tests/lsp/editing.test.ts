import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { format } from "../../src/format/format.ts";
import { folderWith } from "../cli/folder.ts";
import { mendable, wrong } from "../cli/command_line.ts";
import { server } from "./client.ts";

const start = server();

const part = `machine engine {
  function "run"
  code on_ / off
  sensitive to key(turn: number)
  operation roar
  program start conditional on key { when turn > 1 -> on_ { emit roar } otherwise -> off }
}
`;
const user = (name: string) => `import engine from "./part"
machine ${name} {
  function "listen"
  code loud / still
  sensitive to noise
  operation nod
  program hear conditional on noise { otherwise -> loud { emit nod } }
}
coupling air between engine and ${name} { engine.roar -> ${name}.noise }
coupling hand between ${name} and engine { ${name}.nod -> engine.key(turn: 2) }
`;
const files = { "part.sys": part, "one.sys": user("ear"), "two.sys": user("dog") };

/** The position just behind a text. */
function behind(text: string, found: string) {
  const lines = text.slice(0, text.indexOf(found) + found.length).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function edited(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create("", "", 0, text), [...edits]);
}

test("the target of a channel is completed in a text that cannot be read yet", async () => {
  const folder = folderWith(files);
  const client = await start(folder);
  const text = `${user("ear")}coupling more between engine and ear { engine.roar -> ear.`;
  client.open("one.sys", text);
  const items = await client.ask<readonly CompletionItem[]>("textDocument/completion", {
    textDocument: { uri: client.uri("one.sys") },
    position: behind(text, "-> ear."),
  });
  expect(items.map(({ label }) => label)).toEqual(["noise"]);
});

test("a system is renamed across three files of which one is open", async () => {
  const folder = folderWith(files);
  const client = await start(folder);
  client.open("part.sys", part);
  const at = { textDocument: { uri: client.uri("part.sys") }, position: behind(part, "machine eng") };
  const prepared = await client.ask<{ placeholder: string }>("textDocument/prepareRename", at);
  expect(prepared.placeholder).toBe("engine");
  const { changes = {} } = await client.ask<WorkspaceEdit>("textDocument/rename", {
    ...at,
    newName: "motor",
  });
  expect(Object.keys(changes).sort()).toEqual(["one.sys", "part.sys", "two.sys"].map(client.uri));
  for (const [name, text] of Object.entries(files)) {
    const after = edited(text, changes[client.uri(name)] ?? []);
    expect(after).toBe(text.replaceAll("engine", "motor"));
    expect(readFileSync(join(folder, name), "utf8")).toBe(text);
  }
  await expect(client.ask("textDocument/rename", { ...at, newName: "ear" })).rejects.toThrow(
    "cannot be the name",
  );
});

test("a name leads to where it is given, and to where it is used", async () => {
  const client = await start(folderWith(files));
  const text = files["one.sys"];
  client.open("one.sys", text);
  const at = { textDocument: { uri: client.uri("one.sys") }, position: behind(text, "engine.ro") };
  const definition = await client.ask<Location>("textDocument/definition", at);
  expect(definition).toMatchObject({
    uri: client.uri("part.sys"),
    range: { start: { line: 4, character: 12 } },
  });
  const references = await client.ask<readonly Location[]>("textDocument/references", {
    ...at,
    context: { includeDeclaration: true },
  });
  expect(references.map(({ uri }) => uri)).toEqual(
    ["one.sys", "part.sys", "part.sys", "two.sys"].map(client.uri),
  );
  const hover = await client.ask<Hover>("textDocument/hover", at);
  expect(JSON.stringify(hover.contents)).toContain("operation roar");
  const highlights = await client.ask<readonly unknown[]>("textDocument/documentHighlight", at);
  expect(highlights).toHaveLength(1);
});

test("outline, symbols of the folder, folds and selections are there", async () => {
  const client = await start(folderWith(files));
  client.open("part.sys", part);
  const textDocument = { uri: client.uri("part.sys") };
  const outline = await client.ask<readonly DocumentSymbol[]>("textDocument/documentSymbol", {
    textDocument,
  });
  expect(outline[0]?.children?.map(({ name }) => name)).toEqual(["on_ / off", "key", "roar", "start"]);
  const symbols = await client.ask<readonly { name: string }[]>("workspace/symbol", { query: "EA" });
  expect(symbols.map(({ name }) => name).sort()).toEqual([
    "ear",
    "ear.nod -> engine.key",
    "engine.roar -> ear.noise",
    "hear",
    "hear",
  ]);
  const folds = await client.ask<readonly object[]>("textDocument/foldingRange", { textDocument });
  expect(folds).toEqual([{ startLine: 0, endLine: 5 }]);
  const selections = await client.ask<readonly object[]>("textDocument/selectionRange", {
    textDocument,
    positions: [{ line: 1, character: 3 }],
  });
  expect(selections).toHaveLength(1);
});

test("a text is laid out as the command line does it", async () => {
  const client = await start(folderWith(files));
  const shaken = part.replaceAll("\n  ", "\n      ");
  client.open("part.sys", shaken);
  const edits = await client.ask<readonly TextEdit[]>("textDocument/formatting", {
    textDocument: { uri: client.uri("part.sys") },
    options: { tabSize: 8, insertSpaces: false },
  });
  expect(edits.length).toBeGreaterThan(3);
  const [range] = await client.ask<readonly TextEdit[]>("textDocument/rangeFormatting", {
    textDocument: { uri: client.uri("part.sys") },
    range: { start: { line: 0, character: 0 }, end: { line: 1, character: 7 } },
    options: { tabSize: 8, insertSpaces: false },
  });
  expect(range).toEqual(edits[0]);
  const wanted = format({ name: "part.sys", text: part });
  expect(wanted).toEqual({ kind: "formatted", text: edited(shaken, edits) });
});

test("fixes and silences are offered where something is found", async () => {
  const client = await start(folderWith({ "wrong.sys": wrong, "mendable.sys": mendable }));
  client.open("mendable.sys", mendable);
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const [fix] = await client.ask<readonly CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: client.uri("mendable.sys") },
    range,
    context: { diagnostics: [] },
  });
  expect(fix?.isPreferred).toBe(true);
  expect(edited(mendable, fix?.edit?.changes?.[client.uri("mendable.sys")] ?? [])).toBe(
    mendable.replace("／", "/"),
  );
  client.open("wrong.sys", wrong);
  const actions = await client.ask<readonly CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: client.uri("wrong.sys") },
    range,
    context: { diagnostics: [] },
  });
  expect(actions.map(({ title }) => title)).toContain("Silence `code_not_binary` here, with a reason");
});

const steered = `import politics, economy from "canon"

extend politics {
  operation bill(limit: number)
}

extend economy {
  sensitive to credit_cost(amount: number)
  expectation price: number = 60
  program investment conditional on credit_cost {
    when amount > 20 -> non_payment { price := price * 90% }
    otherwise -> payment
  }
}

coupling taxes between politics and economy {
  politics.bill -> economy.credit_cost(amount: limit) when limit > 0
}

scenario decree {
  steer economy.price to 50 by politics
  expect violation direct_steering
  run
}
`;

test.each([
  ["with the offer", {}],
  [
    "when the editor asks for them",
    { textDocument: { codeAction: { resolveSupport: { properties: ["edit"] } } } },
  ],
])("a refactoring is offered where the cursor stands, and its edits come %s", async (_, capabilities) => {
  const client = await start(folderWith({ "city.sys": steered }), capabilities);
  client.open("city.sys", steered);
  const cursor = behind(steered, "steer econ");
  const asked = (only?: readonly string[]) =>
    client.ask<readonly CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: client.uri("city.sys") },
      range: { start: cursor, end: cursor },
      context: { diagnostics: [], ...(only !== undefined && { only }) },
    });
  const actions = await asked();
  expect(actions.map(({ title, kind }) => [title, kind])).toEqual([
    ["Regulate by way of `taxes` instead", "refactor.rewrite"],
  ]);
  expect(await asked(["refactor"])).toEqual(actions);
  expect(await asked(["quickfix"])).toEqual([]);
  const [action] = actions;
  const resolved =
    action?.edit === undefined ? await client.ask<CodeAction>("codeAction/resolve", action) : action;
  expect(action?.edit === undefined).toBe("textDocument" in capabilities);
  const after = edited(steered, resolved.edit?.changes?.[client.uri("city.sys")] ?? []);
  expect(after).toContain("  apply price_rules\n  run\n");
  expect(format({ name: "city.sys", text: after })).toEqual({ kind: "formatted", text: after });
  expect(await client.ask("codeAction/resolve", { title: "nothing", data: 7 })).toEqual({
    title: "nothing",
    data: 7,
  });
});

test("behind a brace and on a new line the server lays out what has ended", async () => {
  const client = await start(folderWith(files));
  const text = "machine   ear{code loud/still}";
  client.open("one.sys", text);
  const document = {
    textDocument: { uri: client.uri("one.sys") },
    options: { tabSize: 2, insertSpaces: true },
  };
  const at = (character: number, ch: string, line = 0) =>
    client.ask<readonly TextEdit[]>("textDocument/onTypeFormatting", {
      ...document,
      position: { line, character },
      ch,
    });
  expect(edited(text, await at(text.length, "}"))).toBe("machine ear { code loud / still }");
  client.tell("textDocument/didChange", {
    textDocument: { uri: client.uri("one.sys"), version: 2 },
    contentChanges: [{ text: "machine ear {\n" }],
  });
  expect(edited("machine ear {\n", await at(0, "\n", 1))).toBe("machine ear {\n  ");
});

test("the sides of a coupling are edited together with the ends of its channels", async () => {
  const client = await start(folderWith(files));
  const text = user("ear");
  client.open("one.sys", text);
  const ask = (found: string) =>
    client.ask<{ ranges: readonly TextEdit["range"][] } | null>("textDocument/linkedEditingRange", {
      textDocument: { uri: client.uri("one.sys") },
      position: behind(text, found),
    });
  const { ranges } = (await ask("air between eng")) ?? { ranges: [] };
  expect(
    edited(
      text,
      ranges.map((range) => ({ range, newText: "motor" })),
    ),
  ).toBe(text.replace("between engine and ear { engine", "between motor and ear { motor"));
  expect(await ask("machine ea")).toBeNull();
});

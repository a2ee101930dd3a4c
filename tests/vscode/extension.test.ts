import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { extensionFiles, type Files } from "../../src/cli/package/extension.ts";
import { startOf } from "../../src/vscode/start.ts";
import { folderWith } from "../cli/folder.ts";
import { createEditor, load, type Editor } from "./editor.ts";

/* The extension as it is packed, in something that passes for VS Code: its client talks with its server, a process. */

let files: Files;
beforeAll(async () => {
  files = await extensionFiles();
}, 120_000);

const model = `model affair
import politics, mass_media from "canon"
extend mass_media { operation report(weight: number) }
extend politics {
  sensitive to headline(weight: number)
  program crisis conditional on headline { when weight > 5 -> opposition otherwise -> government }
}
coupling public_opinion between mass_media and politics {
  mass_media.report -> politics.headline(weight: weight) when weight > 0
}
scenario small { mass_media emits report(weight: 2) run expect politics designates government }
scenario large { mass_media emits report(weight: 8) run expect politics designates opposition }
`;

interface Started {
  readonly editor: Editor;
  readonly folder: string;
}

/** The extension where VS Code would have unpacked it, and activated with a model open. */
async function started(before: (editor: Editor) => void = () => {}): Promise<Started> {
  const place = folderWith();
  for (const [path, contents] of files) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), contents);
  }
  const folder = folderWith({ "affair.sys": model });
  const editor = createEditor(folder);
  editor.open("affair.sys", model);
  before(editor);
  const subscriptions: { dispose: () => unknown }[] = [];
  onTestFinished(async () => {
    for (const one of subscriptions) await one.dispose();
  });
  await load(join(place, "dist/extension.cjs"), editor.module).activate({
    subscriptions,
    extensionPath: place,
    asAbsolutePath: (path: string) => join(place, path),
  });
  return { editor, folder };
}

test("what is found is shown, and shown anew when the text changes", async () => {
  const { editor } = await started();
  expect(await editor.findings("affair.sys", 1)).toEqual([expect.stringContaining("nothing leads back")]);
  editor.write("machine mill { code grinding / still / broken }");
  expect((await editor.findings("affair.sys", 3)).join()).toContain("has 3 values");
});

test("a scenario that is chosen is run, and its story is shown", async () => {
  const { editor } = await started();
  editor.answer("large");
  await editor.command("niklas.runScenario");
  expect(editor.told).toEqual([]);
  expect(editor.shown.map(({ title }) => title)).toEqual(["large in affair.sys"]);
  expect(editor.shown[0]?.text).toContain("✓ expect politics designates opposition");
});

test("what is asked is answered in a text of its own", async () => {
  const { editor, folder } = await started();
  await editor.command("niklas.why", `file://${folder}/affair.sys`, "small", "politics");
  expect(editor.shown.map(({ title }) => title)).toEqual(["why politics in small"]);
  expect(editor.shown[0]?.text).toContain("politics decides government, by crisis");
  editor.answer("small");
  await editor.command("niklas.askWhy");
  expect(editor.shown.at(-1)?.text).toContain("small");
});

test("a server that is started again answers as before", async () => {
  const { editor } = await started();
  await Promise.all([editor.command("niklas.restartServer"), editor.command("niklas.restartServer")]);
  editor.answer("small");
  await editor.command("niklas.runScenario");
  expect(editor.told).toEqual([]);
  expect(editor.shown[0]?.text).toContain("✓ expect politics designates government");
});

test("what the manifest promises is registered", async () => {
  const { editor } = await started();
  const manifest = JSON.parse(new TextDecoder().decode(files.get("package.json")));
  const promised = manifest.contributes.commands.map(({ command }: { command: string }) => command);
  expect([...editor.commands()].sort()).toEqual([...promised, "niklas.run", "niklas.why"].sort());
  expect([...editor.providers.keys()]).toEqual(
    expect.arrayContaining(["HoverProvider", "RenameProvider", "CodeLensProvider", "InlayHintsProvider"]),
  );
  await editor.command("niklas.newModel");
  expect(editor.shown[0]?.text).toContain("model affair");
});

test("a server that does not start is no secret", async () => {
  const { editor } = await started((one) => one.setting("niklas.server.path", "/nowhere/niklas"));
  expect(editor.told.at(-1)).toContain("use the server of /nowhere/niklas, as the setting");
  await editor.command("niklas.runScenario");
  expect(editor.told.at(-1)).toContain("does not run");
});

test("a niklas of one's own is started as what it is", () => {
  expect(startOf("", "/extension", "linux")).toEqual({ module: join("/extension", "dist/cli/server.cjs") });
  expect(startOf("/a/niklas.cjs", "", "linux")).toEqual({ module: "/a/niklas.cjs", args: ["lsp"] });
  expect(startOf(" /a/niklas ", "", "linux")).toEqual({ command: "/a/niklas", args: ["lsp", "--stdio"] });
  expect(startOf("C:\\my tools\\niklas.cmd", "", "win32")).toEqual({
    command: '"C:\\my tools\\niklas.cmd"',
    args: ["lsp", "--stdio"],
    options: { shell: true },
  });
});

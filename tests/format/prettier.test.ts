import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, expect, it } from "vitest";
import { format } from "../../src/format/format.ts";
import { folderWith } from "../cli/folder.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";
import { root } from "../support/generate/sources.ts";

/* The plugin, in Prettier's own command line. */

let plugin: string;

beforeAll(async () => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["src/format/prettier_plugin.ts"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  plugin = outputFiles[0]?.text ?? "";
}, 60_000);

function prettier(folder: string, args: readonly string[]) {
  mkdirSync(join(folder, "plugin"), { recursive: true });
  writeFileSync(join(folder, "plugin/plugin.mjs"), plugin);
  return spawnSync(
    process.execPath,
    [join(root, "node_modules/prettier/bin/prettier.cjs"), "--plugin", "./plugin/plugin.mjs", ...args],
    { cwd: folder, encoding: "utf8" },
  );
}

/** A text that says the same in another layout. */
const untidy = (text: string): string => text.replace(/^ +/gm, "\t").replaceAll("{ ", "{   ");

it("lays out a folder of models as `niklas fmt` does", () => {
  const files = exampleModels.map((path): [string, string] => [path, untidy(exampleFiles.get(path) ?? "")]);
  const folder = folderWith(Object.fromEntries(files));
  const before = prettier(folder, ["--check", "**/*.sys"]);
  expect(before.status).toBe(1);
  const { status, stderr } = prettier(folder, ["--write", "**/*.sys"]);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  for (const [path, text] of files) {
    const ours = format({ name: path, text });
    expect(ours.kind === "formatted" && ours.text).toBe(readFileSync(join(folder, path), "utf8"));
  }
  expect(prettier(folder, ["--check", "**/*.sys"]).status).toBe(0);
});

it("lays out models in Markdown", () => {
  const folder = folderWith({ "a.md": "# A\n\n```sys\nmachine m {\n code a/b }\n```\n" });
  prettier(folder, ["--write", "a.md"]);
  expect(readFileSync(join(folder, "a.md"), "utf8")).toBe(
    "# A\n\n```sys\nmachine m {\n  code a / b\n}\n```\n",
  );
});

it("honours what Prettier is told", () => {
  const text = "machine m { code a / b operation o(first: number, second: number) }\n";
  const folder = folderWith({ "a.sys": text });
  const { stdout } = prettier(folder, [
    "--print-width",
    "30",
    "--use-tabs",
    "--end-of-line",
    "crlf",
    "a.sys",
  ]);
  expect(stdout).toBe(
    "machine m {\r\n\tcode a / b\r\n\toperation o(\r\n\t\tfirst: number,\r\n\t\tsecond: number\r\n\t)\r\n}\r\n",
  );
});

it("leaves a model alone that cannot be read, and says where", () => {
  const folder = folderWith({ "a.sys": "machine m {\n  code a b\n}\n" });
  const { status, stderr } = prettier(folder, ["--write", "a.sys"]);
  expect(status).toBe(2);
  expect(stderr).toContain("this cannot be read; `niklas check` says what is wrong here");
  expect(stderr).toContain("> 2 |   code a b");
  expect(readFileSync(join(folder, "a.sys"), "utf8")).toBe("machine m {\n  code a b\n}\n");
});

import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createContext, Script } from "node:vm";
import { transform } from "esbuild";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { right, wrong } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const project = resolve(import.meta.dirname, "../..");
const place = mkdtempSync(join(tmpdir(), "niklas-package-"));
const dist = join(place, "dist");

beforeAll(() => {
  copyFileSync(join(project, "package.json"), join(place, "package.json"));
  execFileSync(process.execPath, ["--import", "tsx", "src/cli/package/build.ts", dist], {
    cwd: project,
    stdio: ["ignore", "ignore", "inherit"],
  });
}, 180_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

function niklas(args: readonly string[], folder: string, from = dist) {
  const env = { PATH: process.env.PATH };
  const ended = spawnSync(process.execPath, [join(from, "cli/niklas.cjs"), ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
    timeout: 120_000,
  });
  return { status: ended.status, output: ended.stdout, errors: ended.stderr };
}

test("the command line that is built checks, explains, and knows its version", () => {
  const folder = folderWith({ "right.sys": right, "wrong.sys": wrong });
  expect(niklas(["check", "right.sys"], folder)).toEqual({
    status: 0,
    output: "nothing found in 1 file\n",
    errors: "",
  });
  expect(niklas(["check", "wrong.sys"], folder)).toMatchObject({ status: 1, errors: "" });
  expect(niklas(["check", "-f", "sarif", "wrong.sys"], folder)).toMatchObject({ status: 1, errors: "" });
  expect(niklas(["explain", "code_not_binary"], folder)).toMatchObject({ status: 0, errors: "" });
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  expect(niklas(["--version"], folder).output).toBe(`${version}\n`);
});

/** The lines of the README that call the command line, with what is to be typed behind its name. */
const readmeCommands = [
  ...readFileSync(join(project, "README.md"), "utf8").matchAll(/\bnpx niklas ([^`#\n]+)/g),
].map((match) => (match[1] ?? "").trim());

test("the README has commands to try, of which the first runs a model", () => {
  expect(readmeCommands.length).toBeGreaterThan(6);
  expect(readmeCommands[0]).toBe("run examples/house_prices/price_cap.sys");
});

/** One goes on until it is ended, and has tests of its own. */
const endingCommands = readmeCommands.filter((command) => command !== "play");

test.each(endingCommands)("niklas %s, as the README has it, does its job", (command) => {
  const readme = readFileSync(join(project, "README.md"), "utf8");
  const [, first = ""] = /```sys[^\n]*\n([^]*?)```/.exec(readme) ?? [];
  const folder = folderWith({ "first.sys": first });
  cpSync(join(project, "examples"), join(folder, "examples"), { recursive: true });
  cpSync(join(project, "README.md"), join(folder, "README.md"));
  const { status, output, errors } = niklas(command.split(/\s+/), folder);
  expect(errors).toBe("");
  expect(status).toBeLessThan(2);
  expect(output).not.toBe("");
});

test("all examples are checked in the same way with and without options", () => {
  const plain = niklas(["check", "examples"], project);
  expect(plain).toMatchObject({ status: 0, errors: "" });
  expect(niklas(["check", "--fail-level", "error", "examples"], project)).toEqual(plain);
});

test("the bundles are ASCII, as the launcher reads them, and say in ASCII what the sources say", () => {
  const bundles = readdirSync(join(dist, "cli")).filter((name) =>
    /^niklas\.(plain_check|plain_run|program)\.cjs$/.test(name),
  );
  expect(bundles).toHaveLength(3);
  for (const name of bundles) expect(readFileSync(join(dist, "cli", name), "utf8")).not.toMatch(/[^\0-\x7f]/);
  // No unit of this model has signs of its own beyond ASCII.
  const { output } = niklas(["run", "examples/contract/contract.sys", "--ascii"], project);
  expect(output).toContain("economy.loan -contract-> suit(rate: 20%)");
  expect(output).not.toMatch(/[^\0-\x7f]/);
});

test("it has caches, makes them anew where there are none, and does without where it must", () => {
  const folder = folderWith({ "wrong.sys": wrong });
  const caches = (from: string) => readdirSync(join(from, "cli")).filter((name) => name.endsWith(".cache"));
  const expected = niklas(["check"], folder);
  const all = caches(dist);
  expect(all.map((name) => name.split("-")[0])).toEqual([
    "niklas.plain_check",
    "niklas.plain_run",
    "niklas.program",
  ]);
  const copy = join(place, "copy/dist");
  cpSync(dist, copy, { recursive: true });
  copyFileSync(join(project, "package.json"), join(place, "copy/package.json"));
  const [cache = ""] = all;
  rmSync(join(copy, "cli", cache));
  expect(niklas(["check"], folder, copy)).toEqual(expected);
  expect(caches(copy)).toEqual(all);
  writeFileSync(join(copy, "cli", cache), "not a cache");
  expect(niklas(["check"], folder, copy)).toEqual(expected);
  rmSync(join(copy, "cli", cache));
  mkdirSync(join(copy, "cli", cache));
  chmodSync(join(copy, "cli"), 0o555);
  expect(niklas(["check"], folder, copy)).toEqual(expected);
  chmodSync(join(copy, "cli"), 0o755);
});

test("the language server that is built answers an editor, and ends when it leaves", async () => {
  const body = JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  const child = spawn(process.execPath, [join(dist, "cli/niklas.cjs"), "lsp", "--stdio"], {
    cwd: folderWith({}),
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = new Promise((done) => child.once("exit", done));
  let said = "";
  child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes("serverInfo")) child.stdin.end();
  }
  expect(said).toContain('"serverInfo":{"name":"niklas"');
  // It was not told to shut down.
  expect(await ended).toBe(1);
});

test("the library runs where there is nothing of Node", () => {
  const text = readFileSync(join(dist, "index.js"), "utf8");
  expect(/\bfrom\s*"node:|\brequire\(|\beval\(|\bFunction\(/.exec(text)?.[0]).toBeUndefined();
  // A script cannot import and needs not: nothing is left to import, and of the exports one is called.
  const script = text.replace(/^export \{[^]*?\};?\s*$/m, "");
  const bare = createContext({ TextDecoder, TextEncoder });
  const found: unknown = new Script(
    `${script}\n;JSON.stringify(check(${JSON.stringify(wrong)}).diagnostics.map((one) => one.check));`,
  ).runInContext(bare);
  expect(found).toBe('["code_not_binary"]');
});

test("the types of the library can be used and are checked", () => {
  const folder = folderWith({
    "use.ts": `import { check, type Diagnostic } from "niklas";
      const found: readonly Diagnostic[] = check("model a").diagnostics;
      // @ts-expect-error -- a diagnostic is no number
      const wrong: number = found[0];
      export { wrong };`,
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({
      compilerOptions: { module: "NodeNext", target: "ES2022", strict: true, noEmit: true, types: [] },
      files: ["use.ts"],
    }),
    "node_modules/niklas/package.json": JSON.stringify({
      name: "niklas",
      type: "module",
      exports: { ".": { types: "./dist/types/index.d.ts", default: "./dist/index.js" } },
    }),
  });
  cpSync(dist, join(folder, "node_modules/niklas/dist"), { recursive: true });
  const tsc = join(project, "node_modules/typescript/bin/tsc");
  const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
  expect(stdout).toBe("");
  expect(status).toBe(0);
}, 60_000);

test("whatever can be imported from the package is there, with its types", () => {
  const { exports }: { exports: Readonly<Record<string, string | { types: string; default: string }>> } =
    JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  const paths = Object.values(exports).flatMap((entry) =>
    typeof entry === "string" ? [] : Object.values(entry),
  );
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths) expect(existsSync(join(place, path)), path).toBe(true);
});

test("what draws and reports from the package gives what the sources give, with its types, and leaves Graphviz for later", async () => {
  const folder = folderWith({
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        module: "NodeNext",
        target: "ES2023",
        strict: true,
        noEmit: true,
        types: ["node"],
        typeRoots: [join(project, "node_modules/@types")],
      },
      files: ["draw.ts"],
    }),
  });
  const installed = join(folder, "node_modules/niklas");
  cpSync(dist, join(installed, "dist"), { recursive: true });
  copyFileSync(join(project, "package.json"), join(installed, "package.json"));
  copyFileSync(join(project, "examples/embedding/draw.ts"), join(folder, "draw.ts"));
  const types = spawnSync(
    process.execPath,
    [join(project, "node_modules/typescript/bin/tsc"), "-p", folder],
    {
      encoding: "utf8",
    },
  );
  expect(types.stdout).toBe("");

  const { code } = await transform(readFileSync(join(folder, "draw.ts"), "utf8"), { loader: "ts" });
  writeFileSync(join(folder, "draw.js"), code);
  const env = { PATH: process.env.PATH };
  const fromPackage = execFileSync(process.execPath, ["draw.js", "packed"], {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  const fromSources = execFileSync(
    process.execPath,
    ["--import", "tsx", "examples/embedding/draw.ts", join(folder, "sources")],
    { cwd: project, encoding: "utf8" },
  );
  expect(fromPackage).toBe(fromSources);
  const made = (name: string) => readFileSync(join(folder, name), "utf8");
  for (const name of ["map.svg", "map.mmd", "noon.svg"])
    expect(made(`packed/${name}`)).toBe(made(`sources/${name}`));
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  // Only what is built knows its version.
  expect(made("packed/report.html")).toBe(
    made("sources/report.html").replaceAll("from its sources", version),
  );

  for (const name of ["pictures.js", "report.js"]) {
    const text = readFileSync(join(dist, name), "utf8");
    const imported = [...text.matchAll(/^(?:import|export) [^;]*?from "([^"]+)"/gm)].map(([, from]) => from);
    expect(imported).toEqual(imported.map(() => expect.stringMatching(/^\.\/parts\/chunk-/)));
    expect(/\brequire\(|\beval\(|\bFunction\(/.exec(text)?.[0]).toBeUndefined();
    expect(text.length).toBeLessThan(200_000);
  }
}, 60_000);

test("the mode for CodeMirror carries nothing of CodeMirror's", () => {
  const text = readFileSync(join(dist, "codemirror.js"), "utf8");
  const imported = [...text.matchAll(/from "([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(imported)).toEqual(new Set(["@codemirror/language", "@lezer/highlight"]));
  expect(text.length).toBeLessThan(40_000);
});

test("the licences of what is bundled go with it", () => {
  const licenses = readFileSync(join(dist, "LICENSES.txt"), "utf8");
  expect(licenses).toMatch(/^chevrotain 11\.[\d.]+ \(Apache-2\.0\)$/m);
  expect(licenses).toMatch(/^commander 14\.[\d.]+ \(MIT\)$/m);
  expect(licenses).toMatch(/^@viz-js\/viz 3\.[\d.]+ \(MIT\)$/m);
  expect(licenses).toContain("Eclipse Public License - v 2.0");
});

test("the command line that is built draws, as SVG, and as PNG where it can", () => {
  const folder = folderWith({ "right.sys": right });
  expect(niklas(["draw", "right.sys", "-o", "right.svg"], folder)).toMatchObject({ status: 0, errors: "" });
  expect(readFileSync(join(folder, "right.svg"), "utf8")).toMatch(/^<svg [^]*graphics-symbol/);
  // What is built stands apart from the packages of the project, as it does where somebody has no others.
  expect(niklas(["draw", "right.sys", "-o", "right.png"], folder)).toMatchObject({
    status: 2,
    errors: expect.stringContaining("`@resvg/resvg-js` is not installed"),
  });
  symlinkSync(join(project, "node_modules"), join(place, "node_modules"));
  onTestFinished(() => rmSync(join(place, "node_modules")));
  expect(niklas(["draw", "right.sys", "-o", "right.png"], folder)).toMatchObject({ status: 0, errors: "" });
  expect(readFileSync(join(folder, "right.png")).subarray(1, 4).toString()).toBe("PNG");
});

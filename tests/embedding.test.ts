/*
 * The programs of docs/embedding.md and of examples/embedding, compiled as a user would compile them and run. A fence
 * `ts` is a program, `ts file=NAME.ts` a file beside the others; the fence `text printed` after a program is what it
 * prints.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "./support/generate/sources.ts";
import { check, memoryHost } from "../src/index.ts";
import { exampleFiles, exampleModels } from "./support/examples.ts";
import { fencesOf } from "./support/pages.ts";

interface Program {
  readonly name: string;
  readonly text: string;
  /** Undefined for a file that others use. */
  readonly prints: string | undefined;
}

const page = readFileSync(join(root, "docs/embedding.md"), "utf8");
const fences = fencesOf(page);
const programs = fences.flatMap((fence, index): Program[] => {
  if (fence.language !== "ts") return [];
  if (fence.file !== undefined) return [{ name: fence.file, text: fence.text, prints: undefined }];
  const next = fences[index + 1];
  const prints = next?.language === "text" && next.words.includes("printed") ? next.text : "";
  return [{ name: `program_${index + 1}.ts`, text: fence.text, prints }];
});

const folder = realpathSync(mkdtempSync(join(tmpdir(), "niklas-embedding-")));
/** The entries of the package, as package.json says, in the sources. */
const entries = {
  niklas: join(root, "src/index.ts"),
  "niklas/bibliography": join(root, "src/model/bibliography.ts"),
  "niklas/files": join(root, "src/cli/files.ts"),
  "niklas/pages": join(root, "src/checks/explain.ts"),
};

beforeAll(async () => {
  for (const { name, text } of programs) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  mkdirSync(join(folder, "built"));
  await build({
    absWorkingDir: folder,
    entryPoints: programs.map(({ name }) => name),
    outdir: join(folder, "built"),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    alias: entries,
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("knows every entry that package.json exports", () => {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { exports: object };
  const exported = Object.keys(exports).filter((entry) => entry !== "./package.json");
  expect(exported.map((entry) => entry.replace(/^\./, "niklas")).sort()).toEqual(Object.keys(entries).sort());
  const { compilerOptions } = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8")) as {
    compilerOptions: { paths: Record<string, readonly string[]> };
  };
  const paths = Object.entries(compilerOptions.paths).map(([name, [path = ""]]) => [name, join(root, path)]);
  expect(Object.fromEntries(paths)).toEqual(entries);
});

it("documents programs that compile", () => {
  const compilerOptions = {
    paths: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, [path]])),
    typeRoots: [join(root, "node_modules/@types")],
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: join(root, "tsconfig.json"),
      compilerOptions,
      include: [],
      files: [...programs.map(({ name }) => name), join(root, "src/model/citation-js.d.ts")],
    }),
  );
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
  });
  // What is wrong in the sources themselves is for other tests to say.
  const own = stdout.split("\n").filter((line) => programs.some(({ name }) => line.startsWith(`${name}(`)));
  expect(own).toEqual([]);
}, 60_000);

describe("docs/embedding.md", () => {
  for (const { name, text, prints } of programs) {
    if (prints === undefined) continue;
    it(`shows what this prints: ${titleOf(text)}`, () => {
      expect(run(join(folder, "built", name.replace(/\.ts$/, ".js")))).toBe(prints);
    });
  }
});

it("has an example that shows what is wrong and mends it, as its README says", async () => {
  const path = join(root, "examples/embedding/check-string.ts");
  const built = join(folder, "built", basename(path).replace(/\.ts$/, ".js"));
  await build({
    entryPoints: [path],
    outfile: built,
    bundle: true,
    format: "esm",
    platform: "node",
    alias: entries,
  });
  const printed = run(built).trimEnd().split("\n");
  const [shown] = fencesOf(exampleFiles.get("embedding/README.md") ?? "").filter(
    ({ language }) => language === "text",
  );
  expect(`${printed[0]}\n`).toBe(shown?.text);
  expect(printed.at(-1)).toBe("nothing found in 2 files");
});

it("answers with plain data, which can be cloned and so be posted by a worker", () => {
  for (const name of exampleModels) {
    const result = check({ name, text: exampleFiles.get(name) ?? "" }, { host: memoryHost(exampleFiles) });
    expect(structuredClone(result)).toEqual(result);
  }
});

it("ends where the checkpoint throws, and asks it before each file and each check", () => {
  const files = new Map([
    ["a.sys", 'import "b"\nimport law from "canon"\n'],
    ["b.sys", "machine b { code c / d }"],
  ]);
  const options = { host: memoryHost(files) };
  const entry = { name: "a.sys", text: files.get("a.sys") ?? "" };
  let calls = 0;
  const counted = check(entry, { ...options, checkpoint: () => void (calls += 1) });
  expect(counted).toEqual(check(entry, options));
  expect(calls).toBeGreaterThan(50);
  for (const last of [1, 2, 3, calls]) {
    let left = last;
    const checkpoint = () => {
      left -= 1;
      if (left === 0) throw new Error(`stopped at ${last}`);
    };
    expect(() => check(entry, { ...options, checkpoint })).toThrow(`stopped at ${last}`);
  }
  // Nothing is left over from the checks that were ended.
  expect(check(entry, options)).toEqual(counted);
});

function run(path: string): string {
  return execFileSync(process.execPath, [path], { cwd: folder, encoding: "utf8" });
}

/** The line of a program that tells it from the others: the last call of something of ours. */
function titleOf(text: string): string {
  const line = text.split("\n").find((candidate) => /^import .* from "niklas/.test(candidate));
  return (line ?? "").replace(/^import (?:type )?\{ | \} from .*$/g, "");
}

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

it("shows in examples/README.md what the example prints", async () => {
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
  const printed = run(built);
  expect(printed).toContain("fix: write `temperature`");
  expect(printed.trimEnd().split("\n").at(-1)).toBe("nothing found in 2 files");
});

function run(path: string): string {
  return execFileSync(process.execPath, [path], { cwd: folder, encoding: "utf8" });
}

/** The line of a program that tells it from the others: the last call of something of ours. */
function titleOf(text: string): string {
  const line = text.split("\n").find((candidate) => /^import .* from "niklas/.test(candidate));
  return (line ?? "").replace(/^import (?:type )?\{ | \} from .*$/g, "");
}

/*
 * The programs of docs/embedding.md, docs/editors.md and of examples/embedding, compiled as a user would compile them and run. A fence
 * `ts` is a program, `ts file=NAME.ts` a file beside the others; the fence `text printed` after a program is what it
 * prints.
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
const fences = [...fencesOf(page), ...fencesOf(readFileSync(join(root, "docs/editors.md"), "utf8"))];
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
  "niklas/codemirror": join(root, "src/codemirror/mode.ts"),
  "niklas/bibliography": join(root, "src/model/bibliography.ts"),
  "niklas/files": join(root, "src/cli/files.ts"),
  "niklas/pages": join(root, "src/checks/explain.ts"),
  "niklas/format": join(root, "src/format/format.ts"),
  "niklas/pictures": join(root, "src/embedding/pictures.ts"),
  "niklas/report": join(root, "src/embedding/report.ts"),
  "niklas/prettier": join(root, "src/format/prettier_plugin.ts"),
};

beforeAll(async () => {
  for (const { name, text } of programs) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  mkdirSync(join(folder, "built"));
  // What whoever uses the mode for CodeMirror has.
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(root, "node_modules/@lezer"), join(folder, "node_modules/@lezer"), "dir");
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
  const { compilerOptions } = JSON.parse(
    readFileSync(join(root, "tsconfig.json"), "utf8").replace(/^\s*\/\/.*$/gm, ""),
  ) as {
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

describe("docs/embedding.md and docs/editors.md", () => {
  for (const { name, text, prints } of programs) {
    if (prints === undefined) continue;
    it(`shows what this prints: ${titleOf(text)}`, () => {
      expect(run(join(folder, "built", name.replace(/\.ts$/, ".js")))).toBe(prints);
    });
  }
});

describe("examples/embedding", () => {
  const fencesOfText = fencesOf(exampleFiles.get("embedding/README.md") ?? "").filter(
    ({ language }) => language === "text",
  );

  it("has a program that shows what is wrong and mends it, as its README says", async () => {
    const printed = run(await builtExample("check-string.ts"))
      .trimEnd()
      .split("\n");
    expect(`${printed[0]}\n`).toBe(fencesOfText[0]?.text);
    expect(printed.at(-1)).toBe("nothing found in 2 files");
  });

  it("has a program that listens to a run, as its README says", async () => {
    const shown = fencesOfText.find(({ words }) => words.includes("listen.ts"))?.text;
    expect(run(await builtExample("listen.ts"))).toBe(shown);
  });

  it("has a program that draws and reports, as its README says", async () => {
    const shown = fencesOfText.find(({ words }) => words.includes("draw.ts"))?.text;
    expect(run(await builtExample("draw.ts"))).toBe(shown);
  });

  describe("serve.ts", () => {
    let server: ChildProcess | undefined;
    let address = "";

    beforeAll(async () => {
      const variables = { PATH: process.env.PATH, PORT: "0", MOST_BYTES: "20000", MOST_MILLISECONDS: "1500" };
      const child = spawn(process.execPath, [await builtExample("serve.ts")], { env: variables });
      server = child;
      address = await new Promise<string>((resolve, reject) => {
        let said = "";
        child.stdout.on("data", (piece: Buffer) => {
          said += piece.toString();
          const found = /http:\S+/.exec(said)?.[0];
          if (found !== undefined) resolve(found);
        });
        child.once("exit", () => reject(new Error(`it has ended: ${said}`)));
      });
    }, 60_000);
    afterAll(() => void server?.kill());

    async function sent(body: string | Uint8Array, signal?: AbortSignal) {
      const response = await fetch(address, { method: "POST", body, ...(signal && { signal }) });
      return { status: response.status, text: await response.text() };
    }

    const good = exampleFiles.get("house_prices/price_cap.sys") ?? "";
    /** A clock that ticks: nothing in it ever rests. `ticks` operations in each step, in so many steps. */
    const clock = (ticks: number, steps: number) => `model clock
machine clock {
  function "tell the time"
  code tick / tock
  operation strike
  program ticking conditional on every step {
    when step > 0 -> tick { ${"emit strike ".repeat(ticks)}}
    otherwise -> tock
  }
}
scenario for_ever {
  run ${steps} steps
}
`;

    it("answers with the stories of a model", async () => {
      const { status, text } = await sent(good);
      expect(status).toBe(200);
      expect(text).toContain("politics.decree for economy: nothing couples the two");
      expect(text).toContain("credit_rules is effective");
    });

    it("says what is wrong with a model, and of a text that is none", async () => {
      const wrong = await sent("machine desk { code sorted }");
      expect(wrong.status).toBe(422);
      expect(wrong.text).toContain("error[code_not_binary]");
      expect((await sent(new Uint8Array([0xff, 0xfe, 0, 1]))).status).toBe(422);
      expect(await sent("")).toEqual({ status: 200, text: "no scenario, no story\n" });
      expect((await sent('import "/etc/passwd"\n')).text).toContain("import_");
    });

    it("takes models by POST alone", async () => {
      expect((await fetch(address)).status).toBe(405);
    });

    it("refuses a model that is too large, and reads no more of it", async () => {
      expect(await sent(" ".repeat(20_001))).toEqual({
        status: 413,
        text: "a model has at most 20000 bytes here\n",
      });
      expect((await sent(" ".repeat(5_000_000)).catch(() => ({ status: 413 }))).status).toBe(413);
    });

    it("breaks off a run that would go on for ever, always at the same step", async () => {
      const { status, text } = await sent(clock(1, 1_000_000));
      expect(status).toBe(200);
      expect(text).toContain("error[budget_exceeded]");
      expect(text).toContain("broken off");
      expect(await sent(clock(1, 1_000_000))).toEqual({ status, text });
    });

    it("breaks off a run in which more and more happens", async () => {
      const growing = clock(1, 1_000).replace(
        "scenario",
        `extend clock {
  program echo conditional on own strike { otherwise -> tock { emit strike emit strike } }
}
scenario`,
      );
      const { status, text } = await sent(growing);
      expect(status).toBe(200);
      expect(text).toContain("error[budget_exceeded]");
    });

    it("ends what takes too long, and goes on answering others meanwhile", async () => {
      const scenarios = Array.from({ length: 400 }, (_, index) => `scenario s${index} { run 9_999 steps }`);
      const slow = sent(`${clock(9, 1).split("scenario")[0] ?? ""}${scenarios.join("\n")}\n`);
      const quick = await Promise.race([slow.then(() => "slow"), sent(good).then(({ status }) => status)]);
      expect(quick).toBe(200);
      expect(await slow).toEqual({ status: 503, text: "it took longer than 1500 milliseconds\n" });
    });

    it("goes on after somebody has gone away", async () => {
      const leaving = new AbortController();
      const left = sent(clock(9, 9_999), leaving.signal).catch(() => "gone");
      leaving.abort();
      expect(await left).toBe("gone");
      expect((await sent(good)).status).toBe(200);
    });
  });
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

/** A program of examples/embedding, bundled; gives its path. */
async function builtExample(name: string): Promise<string> {
  const built = join(folder, "built", name.replace(/\.ts$/, ".js"));
  await build({
    entryPoints: [join(root, "examples/embedding", name)],
    outfile: built,
    bundle: true,
    format: "esm",
    platform: "node",
    alias: entries,
  });
  return built;
}

function run(path: string): string {
  return execFileSync(process.execPath, [path], { cwd: folder, encoding: "utf8" });
}

/** The line of a program that tells it from the others: the last call of something of ours. */
function titleOf(text: string): string {
  const line = text.split("\n").find((candidate) => /^import .* from "niklas/.test(candidate));
  return (line ?? "").replace(/^import (?:type )?\{ | \} from .*$/g, "");
}

/*
 * The library where there is no Node: bundled as for a browser, and run in a context that has nothing but what the
 * language itself has, and forbids code that is made from strings, as a strict content security policy does.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { build, type BuildResult } from "esbuild";
import { beforeAll, expect, it } from "vitest";
import { explain } from "../src/checks/explain.ts";
import {
  check,
  memoryHost,
  prepare,
  renderJson,
  renderRun,
  renderText,
  run,
  summarize,
  traceLines,
} from "../src/index.ts";
import { exampleFiles, exampleModels } from "./support/examples.ts";
import { root } from "./support/generate/sources.ts";

/** A page of a browser as a user of the library would write it. */
const page = `
  import { check, memoryHost, prepare, renderJson, renderRun, renderText, run, summarize, traceLines } from "niklas";
  import { explain } from "niklas/pages";
  export function play(name, files) {
    const texts = new Map(files);
    const prepared = prepare(check({ name, text: texts.get(name) ?? "" }, { host: memoryHost(texts) }));
    return prepared.checked.model.scenarios.map(({ name: scenario }) => {
      const result = run(prepared, { scenario });
      return { trace: [...traceLines(result)].join(""), story: renderRun(result) };
    });
  }
  export function report(name, files) {
    const texts = new Map(files);
    const { diagnostics, silenced, sources } = check(
      { name, text: texts.get(name) ?? "" },
      { host: memoryHost(texts) },
    );
    const summary = summarize(diagnostics, { files: 1, silenced: silenced.length });
    return {
      text: renderText(diagnostics, sources, { width: 90 }),
      json: renderJson(diagnostics, sources, { summary, silenced }),
    };
  }
  export { explain };
`;

interface Page {
  readonly report: (name: string, files: string) => string;
  readonly explain: (name: string) => unknown;
  readonly play: (name: string, files: string) => string;
}

let bundled: BuildResult<{ metafile: true; write: false }>;
let inPage: Page;

beforeAll(async () => {
  bundled = await build({
    stdin: { contents: page, resolveDir: root },
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: "iife",
    globalName: "page",
    target: "es2023",
    minify: true,
    alias: {
      niklas: "./src/index.ts",
      "niklas/pages": "./src/checks/explain.ts",
      // As in the package that is built.
      "lodash-es": "./src/cli/package/lodash.ts",
    },
    absWorkingDir: root,
    logLevel: "warning",
  });
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  new Script(bundled.outputFiles[0]?.text ?? "").runInContext(context);
  // What goes in and out of the context is text, as with a worker.
  const called = (name: string, model: string, files: string): string =>
    String(
      new Script(
        `JSON.stringify(page.${name}(${JSON.stringify(model)}, JSON.parse(${JSON.stringify(files)})))`,
      ).runInContext(context),
    );
  inPage = {
    report: (name, files) => called("report", name, files),
    play: (name, files) => called("play", name, files),
    explain: (name) => new Script(`page.explain(${JSON.stringify(name)})`).runInContext(context),
  };
}, 60_000);

it("is bundled for a browser without anything of Node, and leaves nothing to be loaded", () => {
  const inputs = Object.values(bundled.metafile.inputs).flatMap(({ imports }) => imports);
  expect(inputs.filter(({ external }) => external).map(({ path }) => path)).toEqual([]);
  expect(
    Object.keys(bundled.metafile.inputs).filter((path) => /^src\/cli\/(?!package\/lodash)/.test(path)),
  ).toEqual([]);
});

it.each(exampleModels)("finds in %s what it finds in Node", (name) => {
  const result = check({ name, text: exampleFiles.get(name) ?? "" }, { host: memoryHost(exampleFiles) });
  const { diagnostics, silenced, sources } = result;
  const summary = summarize(diagnostics, { files: 1, silenced: silenced.length });
  expect(JSON.parse(inPage.report(name, JSON.stringify([...exampleFiles])))).toEqual({
    text: renderText(diagnostics, sources, { width: 90 }),
    json: renderJson(diagnostics, sources, { summary, silenced }),
  });
});

it.each(exampleModels)("plays %s as it is played in Node, to the byte", (name) => {
  // Citations make no difference to a run; in the page there is nobody to read them.
  const prepared = prepare(
    check({ name, text: exampleFiles.get(name) ?? "" }, { host: memoryHost(exampleFiles) }),
    { evaluate: (text) => new Function(`return ${text}`)() },
  );
  const expected = prepared.checked.model.scenarios.map(({ name: scenario }) => {
    const result = run(prepared, { scenario });
    return { trace: [...traceLines(result)].join(""), story: renderRun(result) };
  });
  expect(JSON.parse(inPage.play(name, JSON.stringify([...exampleFiles])))).toEqual(expected);
});

it("says of a text full of mistakes what it says in Node", () => {
  const text =
    "machine 机器 { code a, b / “c”\n operation é(x: number\n}\nscenario s { perturb 机器 fro x }\n\u202e";
  const { diagnostics, sources } = check(text);
  expect(diagnostics.length).toBeGreaterThan(2);
  const answer: { text: string } = JSON.parse(
    inPage.report("model.sys", JSON.stringify([["model.sys", text]])),
  );
  expect(answer.text).toBe(renderText(diagnostics, sources, { width: 90 }));
});

it("has the pages of the checks there", () => {
  const path = join(root, "src/checks/uncoupled_perturbation.md");
  expect(inPage.explain("uncoupled_perturbation")).toBe(readFileSync(path, "utf8"));
  expect(inPage.explain("__proto__")).toBeUndefined();
  expect(explain("constructor")).toBeUndefined();
});

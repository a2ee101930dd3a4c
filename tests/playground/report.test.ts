/* Reports as the page makes them: the one worker lays out, the other writes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { version } from "../../src/cli/version.ts";
import { check } from "../../src/index.ts";
import { readBibliography } from "../../src/model/bibliography.ts";
import { createBench } from "../../src/playground/bench.ts";
import { drawn } from "../../src/playground/drawing.ts";
import type { Picture } from "../../src/playground/picture.ts";
import { workOf, type Work } from "../../src/playground/work.ts";
import { commandLine } from "../cli/command_line.ts";
import { exampleFiles } from "../support/examples.ts";
import { exampleWork } from "./works.ts";

const { niklas } = commandLine();
const thermostat = exampleFiles.get("thermostat/thermostat.sys") ?? "";

async function reportOn(work: Work, seed?: number): Promise<string> {
  const bench = createBench(readBibliography);
  const begun = bench.beginReport({ work });
  if (begun.kind === "refused") throw new Error(begun.reason);
  const pictures: (readonly [string, Picture])[] = [];
  for (const [name, graph] of begun.graphs) pictures.push([name, await drawn(structuredClone(graph))]);
  return bench.report({ work, seed, version: version(), pictures });
}

test.each([
  ["governance/governance.sys", "governance"],
  ["gene_editing/gene_editing.sys", "gene_editing"],
])("the report on %s is the one that the command line makes", async (example, model) => {
  const work = exampleWork(example);
  const folder = mkdtempSync(join(tmpdir(), "niklas-report-"));
  for (const { name, text } of work) writeFileSync(join(folder, name), text);
  const made = niklas(["report", `${model}.sys`, "-o", `${model}.html`], { in: folder });
  const written = readFileSync(join(folder, `${model}.html`), "utf8");
  rmSync(folder, { recursive: true });
  expect(made).toMatchObject({ status: 0, errors: "" });
  expect(await reportOn(work)).toBe(written);
});

test("the only file is called after its model in a report, and the seed is said", async () => {
  const page = await reportOn(workOf(thermostat), 7);
  expect(page).toContain("niklas report thermostat.sys -o thermostat.html --seed 7");
  expect(page).not.toContain("model.sys");
});

test("what the theory objects to is reported, and what cannot be read is refused", async () => {
  const bench = createBench();
  const refused = bench.beginReport({ work: workOf(`${thermostat}\nexpct`) });
  expect(refused).toMatchObject({ kind: "refused", reason: expect.stringContaining("expct") });
  const objected = workOf(
    'model m "M"\nimport law, economy from "canon"\nextend law { operation o }\nextend economy { expectation e: number = 1\n sensitive to s }\ncoupling c between law and economy { law.o -> economy.e }\n',
  );
  const errors = check(objected[0].text).diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ check: name }) => name)).toEqual(["transfer"]);
  expect(await reportOn(objected)).toMatch(/\btransfer\b/);
});

test("a run that would never end is broken off in a report, too", async () => {
  const page = await reportOn(workOf(thermostat.replace("run 3 steps", "run 1000000 steps")));
  expect(page.length).toBeLessThan(30_000_000);
  expect(page).toContain("broken off");
});

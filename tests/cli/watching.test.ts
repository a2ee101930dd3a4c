/* What `--watch` tells, and what it watches. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { exampleFiles } from "../support/examples.ts";
import { root } from "../support/generate/sources.ts";
import { commandLine } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const { started } = commandLine();
const thermostat = exampleFiles.get("thermostat/thermostat.sys") ?? "";
/** The same, made to keep the room at 22 degrees. */
const warmer = thermostat.replace("target: number = 20", "target: number = 22");

const difference = "otherwise than the last time";

it("tells of a run what docs/command-line.md shows", async () => {
  const page = readFileSync(join(root, "docs/command-line.md"), "utf8");
  const [, shown = ""] = /^```text watched\n([\s\S]*?)^```$/m.exec(page) ?? [];
  const folder = folderWith({ "thermostat.sys": thermostat });
  const watching = started(["run", "--watch", "thermostat.sys", "cold_morning"], folder);
  await watching.says("watching 1 file", "errors");
  writeFileSync(join(folder, "thermostat.sys"), warmer);
  await watching.says(shown.trimEnd().split("\n").at(-1) ?? "", "output");
  const output = watching.output();
  expect(output.slice(output.indexOf(difference))).toBe(shown);
  expect(await watching.interrupted()).toBe(1);
});

it("watches a model whatever it is called", async () => {
  const folder = folderWith({ "model.txt": thermostat });
  const watching = started(["run", "--watch", "model.txt", "cold_morning"], folder);
  await watching.says("niklas: watching", "errors");
  writeFileSync(join(folder, "model.txt"), warmer);
  await watching.says(difference, "output");
  await watching.interrupted();
});

it("watches for models that are new in a folder", async () => {
  const folder = folderWith({ "thermostat.sys": thermostat });
  const watching = started(["test", "--watch", "."], folder);
  await watching.says("niklas: watching", "errors");
  writeFileSync(join(folder, "another.sys"), thermostat);
  await watching.says("  + another.sys cold_morning: passes\n", "output");
  await watching.interrupted();
});

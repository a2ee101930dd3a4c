import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { elementsOf } from "../views/pictures/svg_parts.ts";
import { exampleFiles } from "../support/examples.ts";
import { commandLine, right, wrong } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const { niklas } = commandLine();

const model = `model ‹the town›

function system law {
  code lawful / unlawful
  sensitive to suit
  operation judgment
  program adjudication conditional on suit { otherwise -> lawful { emit judgment } }
}
`;
const town = model.replace("‹the town›", "town");

test("a map goes to standard output, and is the same in a file", () => {
  const folder = folderWith({ "town.sys": town });
  const { status, output } = niklas(["draw", "town.sys"], { in: folder });
  expect(output).toMatch(/^<svg /);
  expect(niklas(["draw", "town.sys", "-o", "town.svg"], { in: folder })).toMatchObject({
    status,
    output: "",
  });
  expect(readFileSync(join(folder, "town.svg"), "utf8")).toBe(output);
  const symbols = elementsOf(output).filter(({ attributes }) => attributes.role === "graphics-symbol");
  expect(symbols.map(({ attributes }) => attributes["aria-label"])).toContainEqual(
    expect.stringContaining("law"),
  );
});

test("it is read from standard input as well", () => {
  expect(niklas(["draw", "-"], { input: town }).output).toMatch(/^<svg /);
});

test.each(["dot", "mermaid", "graphml", "json"])("it can be had as %s", (format) => {
  const folder = folderWith({ "town.sys": town });
  const { output, errors } = niklas(["draw", "town.sys", "--format", format], { in: folder });
  expect(output).toContain("law");
  expect(errors).not.toContain("mistake in Niklas");
});

test("the ending of a file says in which form it is wanted", () => {
  const folder = folderWith({ "town.sys": town });
  niklas(["draw", "town.sys", "-o", "town.gv"], { in: folder });
  const { output } = niklas(["draw", "town.sys", "--format", "dot"], { in: folder });
  expect(readFileSync(join(folder, "town.gv"), "utf8")).toBe(output);
});

test("every view draws", () => {
  const folder = folderWith({ "town.sys": town });
  for (const view of ["map", "flow", "check"])
    expect(niklas(["draw", "town.sys", "--view", view], { in: folder }).output).toMatch(/^<svg /);
});

test("a model with errors is drawn as far as it is understood, and that is said", () => {
  const folder = folderWith({ "right.sys": right, "wrong.sys": wrong });
  expect(niklas(["draw", "right.sys"], { in: folder })).toMatchObject({ status: 0, errors: "" });
  const { status, output, errors } = niklas(["draw", "wrong.sys"], { in: folder });
  expect(status).toBe(1);
  expect(output).toMatch(/^<svg /);
  expect(errors).toMatch(/^niklas: wrong\.sys has \d+ errors?, and is drawn as far as it is understood/);
});

test("where what draws PNGs is missing, that is said, and nothing is written", () => {
  // The script stands in a folder without packages.
  const folder = folderWith({ "town.sys": town });
  expect(niklas(["draw", "town.sys", "-o", "town.png"], { in: folder })).toEqual({
    status: 2,
    output: "",
    errors:
      "niklas: a PNG cannot be drawn here: the package `@resvg/resvg-js` is not installed\n" +
      "        `npm install @resvg/resvg-js` beside Niklas brings it; an SVG can be had without\n",
  });
  expect(existsSync(join(folder, "town.png"))).toBe(false);
});

test.each<[readonly string[], string, string]>([
  [["draw"], "it is not said which model to draw", "for example: `niklas draw city.sys -o city.svg`"],
  [
    ["draw", "town.sys", "--view", "mpa"],
    "`--view` does not take `mpa`",
    "a word like it that it takes: `map`",
  ],
  [["draw", "town.sys", "--format", "gif"], "`--format` does not take `gif`", "`svg`, `png`, `dot`"],
  [
    ["draw", "town.sys", "-o", "town.pdf"],
    "the name `town.pdf` does not say in which form",
    "it can end in `.svg`",
  ],
  [["draw", "town.sys", "-o", "town"], "the name `town` does not say in which form", "`--format` says it"],
  [
    ["draw", "town.sys", "--focus", "lwa"],
    "there is nothing named `lwa` to be drawn",
    "a name like it: `law`",
  ],
  [
    ["draw", "town.sys", "--depth", "1"],
    "it is not said from where on `--depth` counts",
    "`--focus NAME` says it",
  ],
  [
    ["draw", "town.sys", "--depth", "far", "--focus", "law"],
    "`--depth` does not take `far`",
    "a whole number",
  ],
  [["draw", "town.sys", "--from", "law"], "the view `map` does not take `--from`", "it is for `--view flow`"],
  [
    ["draw", "town.sys", "--view", "flow", "--depth", "1"],
    "the view `flow` does not take `--depth`",
    "`--view map`",
  ],
  [["draw", "nothing.sys"], "`nothing.sys`", ""],
  [["draw", "."], "`.` is a folder", "name a model in it"],
  [["draw", "town.sys", "-o", "nowhere/town.svg"], "cannot write `nowhere/town.svg`: it does not exist", ""],
])("%j is answered with what is wrong and what to do", (args, message, help) => {
  const folder = folderWith({ "town.sys": town });
  const { status, output, errors } = niklas(args, { in: folder });
  expect({ status, output }).toEqual({ status: 2, output: "" });
  expect(errors).toContain(message);
  expect(errors).toContain(help);
});

const played = exampleFiles.get("house_prices/price_cap.sys") ?? "";

test.each(["run", "lanes", "series"])("the view %s draws what came of a scenario", (view) => {
  const folder = folderWith({ "cap.sys": played });
  const args = ["draw", "cap.sys", "--view", view, "--scenario", "reflexive_law"];
  const { status, output, errors } = niklas(args, { in: folder });
  expect({ status, errors }).toEqual({ status: 0, errors: "" });
  expect(output).toMatch(/^<svg /);
  expect(output).toContain("economy");
  expect(niklas(args, { in: folder }).output).toBe(output);
});

test("a run can be had as a table, and its course for Mermaid", () => {
  const folder = folderWith({ "cap.sys": played });
  const args = ["draw", "cap.sys", "--scenario", "reflexive_law"];
  niklas([...args, "--view", "series", "-o", "cap.csv"], { in: folder });
  expect(readFileSync(join(folder, "cap.csv"), "utf8")).toContain("economy.price");
  const { output } = niklas([...args, "--view", "run", "--format", "mermaid"], { in: folder });
  expect(output).toMatch(/^sequenceDiagram\n/);
  expect(niklas([...args, "--view", "lanes", "--format", "dot"], { in: folder })).toEqual({
    status: 2,
    output: "",
    errors:
      "niklas: this picture is not a graph of nodes and arrows, which that form is for\n" +
      "        `--view map`, `--view flow` or `--view check` can be had so\n",
  });
});

test("of several scenarios one must be named, and one that there is", () => {
  const folder = folderWith({ "cap.sys": played, "town.sys": town });
  expect(niklas(["draw", "cap.sys", "--view", "run"], { in: folder })).toEqual({
    status: 2,
    output: "",
    errors:
      "niklas: there are 2 scenarios in `cap.sys`, and a picture shows one\n" +
      "        `--scenario NAME` says which: `decree` or `reflexive_law`\n",
  });
  expect(niklas(["draw", "cap.sys", "--view", "run", "--scenario", "decre"], { in: folder }).errors).toBe(
    "niklas: there is no scenario `decre` in `cap.sys`\n        a name like it: `decree`\n",
  );
  expect(niklas(["draw", "town.sys", "--view", "series"], { in: folder }).errors).toBe(
    "niklas: there is no scenario in `town.sys`\n        a picture of a run needs one\n",
  );
  expect(niklas(["draw", "cap.sys", "--scenario", "decree"], { in: folder }).status).toBe(2);
});

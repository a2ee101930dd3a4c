import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parseByHand } from "../../bench/hand-parser.ts";
import { largeModel } from "../../bench/large-model.ts";
import { parse } from "../../src/syntax/parse.ts";

const folders = ["../../examples", "../../src/model/canon"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

function modelsBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? modelsBelow(path) : name.endsWith(".sys") ? [path] : [];
  });
}

/** The yardstick of the benchmark is fair only if it does the same work. */
for (const path of folders.flatMap(modelsBelow)) {
  it(`reads ${path.split("/").slice(-2).join("/")} into the same tree by hand`, () => {
    const source = { name: "m.sys", text: readFileSync(path, "utf8") };
    const { tree, comments, problems } = parse(source);
    if (problems.length > 0) return;
    expect(parseByHand(source)).toEqual({ tree, comments });
  });
}

it("reads the model of the benchmark into the same tree by hand", () => {
  const source = { name: "m.sys", text: largeModel(2_000) };
  const { tree, comments, problems } = parse(source);
  expect(problems).toEqual([]);
  expect(parseByHand(source)).toEqual({ tree, comments });
});

import { expect, it } from "vitest";
import { parseByHand } from "../../bench/hand-parser.ts";
import { largeModel } from "../../bench/large-model.ts";
import { canonFiles } from "../../src/model/canon/texts.ts";
import { parse } from "../../src/syntax/parse.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";

const models: ReadonlyMap<string, string> = new Map([
  ...exampleModels.map((path): [string, string] => [path, exampleFiles.get(path) ?? ""]),
  ...canonFiles,
]);

/** The yardstick of the benchmark is fair only if it does the same work. */
for (const [path, text] of models) {
  it(`reads ${path} into the same tree by hand`, () => {
    const source = { name: "m.sys", text };
    const { tree, comments, problems } = parse(source);
    expect(problems).toEqual([]);
    expect(parseByHand(source)).toEqual({ tree, comments });
  });
}

it("reads the model of the benchmark into the same tree by hand", () => {
  const source = { name: "m.sys", text: largeModel(2_000) };
  const { tree, comments, problems } = parse(source);
  expect(problems).toEqual([]);
  expect(parseByHand(source)).toEqual({ tree, comments });
});

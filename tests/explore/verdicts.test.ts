import { describe, expect, it } from "vitest";
import { explore, renderExplored, renderExploredJson, run } from "../../src/index.ts";
import { exploreValidator } from "../support/json-schema.ts";
import { ready } from "../support/running.ts";

/** Politics raises a levy in a year; it is heard with a chance, twice as high where it is raised twice. */
const levy = (course: string) => `import politics, economy from "canon"
extend politics { operation levy(rate: number) }
extend economy {
  sensitive to cost(rate: number)
  expectation price: number = 60
  program budget conditional on cost {
    when chance(25%) -> payment { price := price - rate }
    otherwise -> non_payment { price := price + 1 }
  }
}
coupling taxes between politics and economy { politics.levy -> economy.cost(rate: rate) }
regulation mild { by politics of economy starts with politics.levy(rate: 4) through taxes aim economy.price <= 57 }
scenario year { ${course} }
`;

const probabilities = (text: string) => {
  const [mild] = explore(ready(text)).verdicts;
  return {
    always: mild?.always,
    ...Object.fromEntries(
      (mild?.occurring ?? []).map(({ verdict, likelihood }) => [
        verdict,
        [likelihood?.least, likelihood?.most],
      ]),
    ),
  };
};

describe("how likely a verdict is", () => {
  it("is exact where every run was played", () => {
    expect(probabilities(levy("apply mild run"))).toEqual({
      always: true,
      effective: [0.25, 0.25],
      backfiring: [0.75, 0.75],
    });
  });

  it("agrees with runs by chance", () => {
    const prepared = ready(levy("apply mild run"));
    let effective = 0;
    for (let seed = 1; seed <= 2_000; seed += 1)
      if (run(prepared, { seed, traced: false }).verdicts[0]?.verdict === "effective") effective += 1;
    // Five standard deviations of a share of a quarter.
    expect(Math.abs(effective / 2_000 - 0.25)).toBeLessThan(5 * Math.sqrt((0.25 * 0.75) / 2_000));
  });

  it("depends on the branches that are taken", () => {
    // In one branch nothing is applied; in the other it is, and is heard by a quarter.
    expect(probabilities(levy("either { apply mild run } or { run }"))).toEqual({
      always: false,
      effective: [0, 0.25],
      backfiring: [0, 0.75],
    });
  });

  it("is nothing where nothing is left to chance", () => {
    expect(probabilities(levy("apply mild run").replace("chance(25%)", "rate > 0"))).toEqual({
      always: true,
      effective: [undefined, undefined],
    });
  });

  it("is that of an expectation and of a property about it, too", () => {
    const text = `${levy("apply mild run expect mild is effective")}property helps { eventually mild is effective }`;
    const result = explore(ready(text));
    expect(result.expectations).toMatchObject([{ by: "runs", likelihood: { least: 0.75, most: 0.75 } }]);
    expect(result.properties).toMatchObject([{ by: "runs", likelihood: { least: 0.75, most: 0.75 } }]);
  });

  it("is told in words and as data", () => {
    const told = (text: string) =>
      renderExplored(explore(ready(text)), {
        colour: false,
        ascii: false,
        width: undefined,
        where: () => "here",
        again: ({ choices }) => `again ${choices?.join(",") ?? ""}`,
      });
    const always = told(levy("apply mild run"));
    expect(always).toContain("mild  is effective or backfiring, by the run\n");
    expect(always).toContain("effective, with probability 0.25: again 0\n");
    expect(always).toContain("backfiring, with probability 0.75: again 1\n");
    const sometimes = told(levy("either { apply mild run } or { run }").replace("chance(25%)", "rate > 0"));
    expect(sometimes).toContain("mild  is effective wherever it is applied\n      again 0\n");
    const half = levy("either { apply mild run } or { run }");
    expect(told(half)).toContain("by the run; not every run applies it\n");
    const report: unknown = JSON.parse(
      renderExploredJson([{ name: "levy.sys", results: [explore(ready(half))] }]),
    );
    expect(exploreValidator()(report)).toEqual([]);
    expect(report).toMatchObject({
      files: [
        {
          scenarios: [
            { verdicts: [{ always: false, occurring: [{ probability: { least: 0, most: 0.25 } }, {}] }] },
          ],
        },
      ],
    });
  });
});

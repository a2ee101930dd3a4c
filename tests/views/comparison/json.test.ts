/* Comparisons as JSON, against the schema that is published. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../../../src/runs/comparison/compare.ts";
import { renderComparisonJson } from "../../../src/views/comparison/json.ts";
import { compared, example, market } from "../../runs/comparison/comparing.ts";
import { everything } from "../../runs/comparison/every_kind.ts";
import { exampleModels } from "../../support/examples.ts";
import { comparisonValidator } from "../../support/json-schema.ts";
import { runnableModel } from "../../engine/generated_models.ts";
import { files, governance, shown } from "./showing.ts";

const valid = comparisonValidator();

describe("a comparison as JSON", () => {
  it.each(exampleModels.map((name, index) => [name, exampleModels[index + 1] ?? exampleModels[0] ?? ""]))(
    "is as its schema says: %s and %s",
    (one, other) => {
      const comparison = compare(example(one), example(other), { runs: 3 });
      expect(valid(JSON.parse(renderComparisonJson(comparison, files)))).toEqual([]);
    },
  );

  it.each([
    ["with everything there is", everything, market()],
    ["with chance", market({ decides: "chance(50%)" }), market({ decides: "chance(60%)" })],
    ["with errors", market(), "model x { {"],
    ["with nothing", "", market()],
  ])("is so %s", (_, one, other) => {
    const parsed: unknown = JSON.parse(renderComparisonJson(compared(one, other, { runs: 5 }), files));
    expect(valid(parsed)).toEqual([]);
  });

  it("says where things stand, and what was done to find a run", () => {
    const parsed = JSON.parse(renderComparisonJson(governance(), files)) as Record<string, unknown>;
    expect(parsed).toMatchObject({
      version: 1,
      verdict: "different",
      first: { file: "old.sys", name: "old_governance", errors: 0 },
      shortest: {
        scenarios: ["three_novelties"],
        first: { seed: 1, then: { step: 2 }, again: { scenario: "old_way", seed: 1 } },
        looked: { first: { runs: 1, all: true, broken: 0, longer: 0 } },
      },
    });
    const differences = parsed.differences as readonly Record<string, unknown>[];
    expect(differences.find(({ name }) => name === "residents_committee")).toMatchObject({
      change: "removed",
      of: "organization",
      first: { file: "governance/old_governance.sys", line: 10 },
    });
  });

  it("is so of any two models that can be run, and each is the same as itself", () => {
    fc.assert(
      fc.property(runnableModel, runnableModel, (one, other) => {
        const comparison = compared(one, other, { runs: 2 });
        expect(valid(JSON.parse(renderComparisonJson(comparison, files)))).toEqual([]);
        expect(compared(one, one, { runs: 2 }).verdict).toBe("same");
        // Nothing is said that is not, whatever stands in the models.
        expect(shown(comparison)).not.toMatch(/\bundefined\b|\[object/u);
      }),
      { numRuns: 25 },
    );
  });

  it("is the same each time", () => {
    expect(renderComparisonJson(governance(), files)).toBe(renderComparisonJson(governance(), files));
  });
});

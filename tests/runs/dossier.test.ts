/*
 * The numbers of the dossier's traces: computed there by hand and by other programs, so that they are something to hold the
 * engine against.
 */
import { describe, expect, it } from "vitest";
import { run, start, type Prepared, type RunResult } from "../../src/index.ts";
import { readyExample } from "../support/running.ts";

/** What a part is at the end of these steps. */
function series(prepared: Prepared, scenario: string, name: string, steps: readonly number[]): number[] {
  const stepping = start(prepared, { scenario });
  const found = new Map<number, number>();
  do found.set(stepping.step, Number(stepping.value(name)));
  while (stepping.advance());
  return steps.map((step) => Number(found.get(step)?.toFixed(2)));
}

/** The decisions of a run: in which step, of which system, for which value. */
function decisions(result: RunResult): string[] {
  return result
    .trace()
    .entries.flatMap((entry) =>
      entry.kind === "decision" ? `${entry.step} ${entry.owner.split("/").at(-1) ?? ""} ${entry.value}` : [],
    );
}

describe("T2, house prices: announced, anticipated, evaded", () => {
  // The example goes on to month 40, as the dossier's table does.
  const longer = ["untouched", "surprise", "in_the_long_run", "half_evaded", "evaded", "alarmed"].map(
    (name) => `scenario ${name}_40 like ${name} {\n  run ${name === "surprise" ? 30 : 20} steps\n}\n`,
  );
  const prepared = readyExample("house_prices/house_prices.sys", (text) => `${text}\n${longer.join("\n")}`);
  const months = [5, 7, 8, 10, 12, 16, 20, 40];
  it.each([
    ["base", "untouched_40", [105.17, 107.31, 108.41, 110.62, 112.89, 117.56, 122.43, 149.99]],
    ["A", "surprise_40", [105.17, 101.49, 99.21, 94.12, 88.64, 77.54, 67.12, 31.3]],
    ["B", "in_the_long_run_40", [105.17, 108.4, 111.55, 112.47, 110.59, 101.88, 90.49, 43.23]],
    ["C", "half_evaded_40", [105.17, 108.4, 111.55, 115.89, 118.11, 118.1, 114.66, 87.39]],
    ["D", "evaded_40", [105.17, 108.4, 111.55, 119.39, 126.16, 137.28, 146.33, 183.84]],
    ["E", "alarmed_40", [105.17, 109.48, 114.73, 124.66, 131.22, 136.6, 135.4, 105.39]],
  ])("column %s is the price in `%s`", (_column, scenario, prices) => {
    expect(series(prepared, scenario, "economy.price", months)).toEqual(prices);
  });

  it("the price falls below that without a curb in month 12 at the earliest, 17, 26, or never", () => {
    const all = Array.from({ length: 41 }, (_, step) => step);
    const base = series(prepared, "untouched_40", "economy.price", all);
    const first = ["in_the_long_run_40", "half_evaded_40", "alarmed_40", "evaded_40"].map((scenario) =>
      series(prepared, scenario, "economy.price", all).findIndex((price, step) => price < (base[step] ?? 0)),
    );
    expect(first).toEqual([12, 17, 26, -1]);
  });
});

describe("T5, pollution", () => {
  const prepared = readyExample("pollution/pollution.sys");
  it("science, politics, law and the economy decide in steps 1 to 4, each in its code", () => {
    expect(decisions(run(prepared, { scenario: "translated" })).slice(0, 4)).toEqual([
      "1 science true",
      "2 politics government",
      "3 law lawful",
      "4 economy payment",
    ]);
  });

  it("without a price of emissions the last operation is law's, in step 3", () => {
    const result = run(prepared, { scenario: "untranslated" });
    expect(decisions(result)).toEqual(["1 science true", "2 politics government", "3 law lawful"]);
    expect(result.trace().entries.findLast(({ kind }) => kind === "operation")).toMatchObject({
      step: 3,
      name: "emission_right",
    });
  });
});

describe("T6, contracts", () => {
  const prepared = readyExample("contract/contract.sys");
  const trusts = (result: RunResult): number[] =>
    result
      .trace()
      .entries.flatMap((entry) =>
        entry.kind === "value" && entry.name === "trust" ? Number(Number(entry.to).toFixed(3)) : [],
      );

  it("with a standard of 36 per cent two contracts are lawful, the third is not, and the fourth is none", () => {
    const result = run(prepared, { scenario: "standard_36" });
    expect(decisions(result).map((each) => each.replace(/^\d+ /, ""))).toEqual([
      "law lawful",
      "economy payment",
      "law lawful",
      "economy payment",
      "law unlawful",
      "economy non_payment",
    ]);
    expect(trusts(result)).toEqual([0.93, 0.951, 0.666]);
    const noise = result.trace().entries.filter(({ kind }) => kind === "noise");
    expect(noise).toMatchObject([{ name: "suit", reason: "condition" }]);
  });

  it("with a standard of 24 per cent only the first is lawful", () => {
    const result = run(prepared, { scenario: "standard_24" });
    expect(decisions(result).map((each) => each.replace(/^\d+ /, ""))).toEqual([
      "law lawful", // its own interpretation
      "law lawful",
      "economy payment",
      "law unlawful",
      "economy non_payment",
      "law unlawful",
      "economy non_payment",
    ]);
    expect(trusts(result)).toEqual([0.93, 0.651, 0.456]);
  });
});

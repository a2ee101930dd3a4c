/* Whether verdicts hold where numbers that rest on no source are otherwise. */
import { describe, expect, it } from "vitest";
import { check, prepare, robustness, run, test } from "../../../src/index.ts";
import { pointsAround } from "../../../src/runs/robustness/neighbourhood.ts";
import type { LooseNumber } from "../../../src/runs/robustness/loose_numbers.ts";
import { renderTestJson } from "../../../src/views/test_json.ts";
import { renderRobustness } from "../../../src/views/robustness_text.ts";
import { exampleFiles } from "../../support/examples.ts";
import { testValidator } from "../../support/json-schema.ts";

const text = exampleFiles.get("house_prices/price_cap.sys") ?? "";
const checked = (source: string) => check({ name: "price_cap.sys", text: source });
const robust = (source: string) => robustness(checked(source), { scenario: "reflexive_law" });
const found = robust(text);
const [verdict] = found.verdicts;

function numberAt(source: string): LooseNumber | undefined {
  const start = text.indexOf(source);
  return verdict?.numbers.find(({ number }) => number.place.start === start + source.search(/[\d]/u))?.number;
}

/** What becomes of the regulation if the text says something else. */
function verdictOf(from: string, to: string): string | undefined {
  expect(text).toContain(from);
  return run(prepare(checked(text.replace(from, to))), { scenario: "reflexive_law" }).verdicts[0]?.verdict;
}

describe("the short model of the price cap", () => {
  it("has its unsourced numbers found, each with its name, and neither aims nor noughts nor bounds among them", () => {
    expect(verdict?.numbers.map(({ number }) => [number.name, number.value])).toEqual([
      ["law.lending_limit", 100],
      ["law.legislation", 100],
      ["economy.price", 60],
      ["economy.investment", 20],
      ["economy.investment", 0.9],
      ["credit_rules", 70],
    ]);
    expect(numberAt("aim economy.price <= 55")).toBeUndefined();
  });

  it("has a flip for the price at which the aim is just missed: 55 / 0.9", () => {
    const price = verdict?.numbers.find(({ number }) => number.name === "economy.price");
    const above = price?.flips.find(({ direction }) => direction === "above");
    expect(above?.verdict).toBe("ineffective");
    expect(above?.last).toBeLessThanOrEqual(55 / 0.9);
    expect(above?.first).toBeGreaterThan(55 / 0.9);
    expect((above?.first ?? 0) - (above?.last ?? 0)).toBeLessThan(0.07);
  });

  it("comes to each flip if its values are written into the file", () => {
    for (const { number, flips } of verdict?.numbers ?? []) {
      const written = text.slice(number.place.start, number.place.end);
      const shown = (value: number) => (number.percent ? `${value * 100}%` : String(value));
      for (const flip of flips) {
        const put = (value: number) => {
          const changed = text.slice(0, number.place.start) + shown(value) + text.slice(number.place.end);
          const { verdicts } = run(prepare(checked(changed)), { scenario: "reflexive_law" });
          return verdicts[0]?.verdict;
        };
        expect([put(flip.last), put(flip.first)], `${number.name} ${written}`).toEqual([
          "effective",
          flip.verdict,
        ]);
      }
    }
  });

  it("holds for some numbers alone and not for others, as the file with these numbers does", () => {
    const price = verdict?.numbers.find(({ number }) => number.name === "economy.price");
    expect([price?.less, price?.more]).toEqual([
      verdictOf('"1000 CNY/m²" = 60', '"1000 CNY/m²" = 54'),
      verdictOf('"1000 CNY/m²" = 60', '"1000 CNY/m²" = 66'),
    ]);
    expect(verdict?.holdsAlone).toBe(false);
  });

  it("counts the runs in which all vary together, each once", () => {
    const { runs, same, others, numbers } = verdict?.together ?? {
      runs: 0,
      same: 0,
      others: new Map(),
      numbers: 0,
    };
    expect([runs, numbers]).toEqual([40, 6]);
    expect([...others.values()].reduce<number>((sum, times) => sum + Number(times), same)).toBe(runs);
  });

  it("is found to be the same each time", () => {
    expect(JSON.stringify(robust(text))).toBe(JSON.stringify(found));
  });

  it("is told with a line for each number that matters, and how it was found", () => {
    const told = renderRobustness(found, {
      where: ({ file, start }) => `${file}:${text.slice(0, start).split("\n").length}`,
    });
    expect(told).toContain("it holds for 3 of 6 unsourced numbers");
    expect(told).toMatch(
      /the 90% in economy\.investment: ineffective from 91\.\d+% up, at 91\.\d+% not yet {2}price_cap\.sys:24\n/u,
    );
    expect(told).toContain(`found in ${found.runs} runs with seed 1`);
  });
});

it("leaves numbers alone that a declaration, a program or a body gives a source for", () => {
  const sourced = text
    .replace("program legislation conditional on enacted amends lending_limit {", "$&\n    cite luhmann")
    .replace("extend economy {", "$&\n  cite pan")
    .replace("regulation credit_rules {", "$&\n  cite somebody");
  const names = robust(sourced).verdicts[0]?.numbers.map(({ number }) => number.name);
  expect(names).toEqual(["law.lending_limit"]);
});

it("keeps numbers within the bounds of their type", () => {
  const bounded = text.replace('in 0..1000 "1000 CNY/m²" = 60', "in 59..61 = 60");
  const price = robust(bounded).verdicts[0]?.numbers.find(({ number }) => number.name === "economy.price");
  expect(price).toMatchObject({ less: "ineffective", more: "ineffective", number: { low: 59, high: 61 } });
});

it("says of a scenario without a regulation nothing", () => {
  expect(robustness(checked(text), { scenario: "decree" }).verdicts).toEqual([]);
});

it("takes each part of a number's range once among the points around it", () => {
  const number: LooseNumber = {
    place: { file: "a.sys", start: 0, end: 2 },
    value: 10,
    name: "a.b",
    isInitial: true,
    percent: false,
    unit: undefined,
    low: undefined,
    high: undefined,
  };
  const points = pointsAround([number], 20, 0.1).map((point) => point.get(number) ?? 0);
  const parts = points.map((value) => Math.floor((value - 9) / 0.1));
  expect([...parts].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, part) => part));
});

it("stands in the report of tests where it is asked for, by the schema", () => {
  const prepared = prepare(checked(text));
  const tested = test(prepared, { robust: true });
  const file = { name: "price_cap.sys", items: tested.items, errors: [], coverage: undefined };
  const report: unknown = JSON.parse(
    renderTestJson([file], (name) => prepared.checked.sources.get(name), tested),
  );
  expect(testValidator()(report)).toEqual([]);
  expect(JSON.stringify(report)).toContain('"holdsAlone":false');
  expect(JSON.stringify(test(prepared))).not.toContain("robustness");
});

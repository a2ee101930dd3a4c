/* What is drawn is what the trace says, no more and no less. */
import { describe, expect, it } from "vitest";
import type { RunResult, TraceEntry } from "../../../../src/index.ts";
import { valuesOverTime, valuesWithout, valueAtStep } from "../../../../src/runs/values_over_time.ts";
import { drawLanes } from "../../../../src/views/pictures/run/lanes.ts";
import { cascadeOf } from "../../../../src/views/pictures/run/cascade.ts";
import { drawSequence } from "../../../../src/views/pictures/run/sequence.ts";
import { drawSeries } from "../../../../src/views/pictures/run/series.ts";
import { runText } from "../../../support/running.ts";
import { drawnRuns, partsOf, runOf, textsOf, withClass } from "./pictures.ts";

function times(result: RunResult, ...kinds: readonly TraceEntry["kind"][]): number {
  return result.trace().entries.filter(({ kind }) => kinds.includes(kind)).length;
}

/** Runs in which no step is folded. */
const unfolded = drawnRuns.filter(
  ([example]) => !example.startsWith("house_prices/house") && !example.startsWith("thermostat"),
);

it("lanes without a band say that nothing was designated, and others do not", () => {
  const silent = runText(`
    environment river { level: number = 1 }
    scenario spring { change river.level to 2 run 2 steps }
  `);
  expect(textsOf(partsOf(drawLanes(silent))).join(" ")).toContain("no system designated anything in it");
  const heard = drawLanes(runOf("house_prices/price_cap.sys", "reflexive_law"));
  expect(textsOf(partsOf(heard)).join(" ")).not.toContain("no system designated anything");
});

describe("a sequence diagram", () => {
  it.each(unfolded)("has a mark, an arrow or a band for each entry of %s, %s", (example, scenario) => {
    const result = runOf(example, scenario);
    const parts = partsOf(drawSequence(result));
    expect(withClass(parts, "operation").length).toBe(times(result, "operation"));
    expect(withClass(parts, "carried").length).toBe(times(result, "irritation", "arrival"));
    expect(withClass(parts, "decision").length).toBe(times(result, "decision"));
    expect(withClass(parts, "blocked").length).toBe(times(result, "blocked"));
    expect(withClass(parts, "violation").length).toBe(times(result, "violation"));
    const lanes = new Set(result.trace().entries.flatMap((entry) => ("owner" in entry ? [entry.owner] : [])));
    expect(withClass(parts, "lane").length).toBeGreaterThanOrEqual(lanes.size);
  });

  it("ends a decree at the boundary of the economy, and says why", () => {
    const parts = partsOf(drawSequence(runOf("house_prices/price_cap.sys", "decree")));
    expect(withClass(parts, "noise").length).toBe(1);
    expect(withClass(parts, "carried").length).toBe(0);
    expect(textsOf(parts)).toContain("decree: no coupling");
    const [arrow] = withClass(parts, "noise");
    const lives = withClass(parts, "life").map(({ attributes }) => Number(attributes.x1));
    // Before the life line of whom it does not reach, and not at any.
    expect(lives).not.toContain(Number(arrow?.attributes.x2));
  });

  it("ends an attempt to steer at the boundary, too", () => {
    const texts = textsOf(partsOf(drawSequence(runOf("contract/contract.sys", "decree")))).join(" ");
    expect(texts).toContain("trust: no system determines another");
  });

  it("leads what is carried from the lane of its source to the lane of its goal", () => {
    const parts = partsOf(drawSequence(runOf("pollution/pollution.sys", "translated")));
    const lanes = withClass(parts, "life").map(({ attributes }) => Number(attributes.x1));
    // river, science, politics, law, economy: each irritates the next, and the last the first.
    expect(lanes.length).toBe(5);
    const arrows = withClass(parts, "carried").map(({ attributes }) => {
      const nearest = (x: number): number => lanes.findIndex((lane) => Math.abs(lane - x) < 10);
      return `${nearest(Number(attributes.x1))} ${nearest(Number(attributes.x2))}`;
    });
    expect(arrows).toEqual(["0 1", "1 2", "2 3", "3 4", "4 0", "0 1"]);
    const down = withClass(parts, "carried").map(({ attributes }) => Number(attributes.y1));
    expect(down).toEqual([...down].sort((a, b) => a - b));
  });

  it("tells values of the code with the program that decided, and the code's other side by another filling", () => {
    const parts = partsOf(drawSequence(runOf("contract/contract.sys", "standard_36")));
    const fills = withClass(parts, "decision").map(({ attributes }) => attributes.fill);
    // lawful, payment, lawful, payment, unlawful, non_payment
    const other = "url(#niklas-run-second)";
    expect(fills).toEqual([undefined, undefined, undefined, undefined, other, other]);
    expect(textsOf(parts)).toContain("by adjudication");
  });

  it("says what a limit blocks, and what a system leaves undecided", () => {
    const parts = partsOf(
      drawSequence(
        runText(`
import economy, law from "canon"
extend economy {
  sensitive to verdict(sum: number)
  operation claim(sum: number)
  limit prudence blocks claim when sum > 10
  program paying conditional on verdict { when sum > 5 -> payment }
}
extend law { sensitive to suit(sum: number) operation judgment(sum: number)
  program trial conditional on suit { when sum > 0 -> lawful { emit judgment(sum: sum) } otherwise -> unlawful } }
coupling contract between economy and law {
  economy.claim -> law.suit(sum: sum)
  law.judgment -> economy.verdict(sum: sum)
}
scenario one { economy emits claim(sum: 20) economy emits claim(sum: 2) run }
`),
      ),
    );
    expect(withClass(parts, "blocked").length).toBe(1);
    expect(textsOf(parts).join(" ")).toContain("blocked by its limit prudence");
    expect(withClass(parts, "undecided").length).toBe(1);
    expect(textsOf(parts)).toContain("no clause decides");
  });

  it("draws equal steps together as the story does, and says how many it leaves out", () => {
    const result = runOf("house_prices/house_prices.sys", "evaded");
    const all = textsOf(partsOf(drawSequence(result)));
    expect(all).toContain("steps 3–4");
    expect(all.join(" ")).toContain("the same with other numbers");
    const few = textsOf(partsOf(drawSequence(result, { steps: 4 })));
    expect(few.length).toBeLessThan(all.length);
    expect(few.filter((text) => /left out of the picture/.test(text)).length).toBeGreaterThan(0);
  });
});

describe("a long sequence diagram", () => {
  const longTurns = (steps: number): RunResult =>
    runText(`
import economy, politics from "canon"
extend politics { operation tax(rate: number) sensitive to yield(sum: number)
  program levy conditional on yield { when sum > 0 -> government { emit tax(rate: sum + 1) } otherwise -> opposition } }
extend economy { sensitive to burden(rate: number) operation paid(sum: number)
  program paying conditional on burden { when rate > 0 -> payment { emit paid(sum: rate + 1) } otherwise -> non_payment } }
coupling taxes between politics and economy {
  politics.tax -> economy.burden(rate: rate)
  economy.paid -> politics.yield(sum: sum) }
scenario turns { politics emits tax(rate: 1) run ${steps} steps }
`);

  it("tells steps that take turns in one line, by the steps that they are like", () => {
    const texts = textsOf(partsOf(drawSequence(longTurns(80)))).join(" ");
    expect(texts).toMatch(/steps \d+–\d+ the same as in steps \d+ and \d+ in turn, with other numbers/u);
    expect(texts).toContain("all that happened is in niklas draw --view run --format csv");
  });

  it("has every step in its rows, once, in their order", () => {
    for (const [result, limit] of [
      [longTurns(80), 40],
      [longTurns(80), 3],
      [runOf("house_prices/house_prices.sys", "evaded"), 40],
      [runOf("house_prices/house_prices.sys", "evaded"), 5],
    ] as const) {
      const titles = cascadeOf(result, { steps: limit, rows: 60 }).rows.flatMap((row) =>
        row.kind === "step" ? [row.title] : [],
      );
      const steps = titles.flatMap((title) => {
        const [from = NaN, to = from] = (/\d+(?:–\d+)?$/u.exec(title)?.[0] ?? "").split("–").map(Number);
        return [...Array(to - from + 1).keys()].map((at) => from + at);
      });
      expect(steps).toEqual([...Array(result.steps + 1).keys()]);
    }
  });

  it("never tells what the scenario does, or what broke a limit, as being like something else", () => {
    const result = runOf("house_prices/house_prices.sys", "evaded");
    const { rows } = cascadeOf(result, { steps: 40, rows: 60 });
    const acts = result.trace().entries.filter(({ kind }) => kind === "act").length;
    expect(rows.filter(({ kind }) => kind === "act").length).toBeGreaterThanOrEqual(Math.min(acts, 2));
    const told = rows.flatMap((row) => (row.kind === "step" && row.text !== undefined ? [row.text] : []));
    expect(told.some((text) => /the same as in step 10, with other numbers; economy\.rise/u.test(text))).toBe(
      true,
    );
  });

  it("is whole where it is short, and says nothing of what is left out", () => {
    const texts = textsOf(partsOf(drawSequence(runOf("contract/contract.sys", "standard_36")))).join(" ");
    expect(texts).not.toContain("with other numbers");
    expect(texts).not.toContain("--format csv");
  });
});

describe("lanes", () => {
  it.each(drawnRuns)(
    "have a band for each stretch of one value, and an arrow for each irritation, of %s, %s",
    (example, scenario) => {
      const result = runOf(example, scenario);
      const last = new Map<string, string>();
      let stretches = 0;
      for (const entry of result.trace().entries) {
        if (entry.kind !== "decision" || last.get(entry.owner) === entry.value) continue;
        last.set(entry.owner, entry.value);
        stretches += 1;
      }
      const parts = partsOf(drawLanes(result));
      expect(withClass(parts, "band").length).toBe(stretches);
      expect(withClass(parts, "irritation").length).toBe(times(result, "irritation", "arrival"));
    },
  );

  it("name every value of the code that occurs", () => {
    const texts = textsOf(partsOf(drawLanes(runOf("danwei/megacity.sys", "辞退"))));
    for (const word of ["经济", "支付", "不支付", "在册", "患病", "更好"]) expect(texts).toContain(word);
  });

  it("draw what changes too often to be told apart as one band", () => {
    const result = runText(`
import economy from "canon"
extend economy { program beat conditional on every step { when mod(step, 2) = 0 -> payment otherwise -> non_payment } }
scenario long { run 2000 steps }
`);
    const parts = partsOf(drawLanes(result));
    expect(withClass(parts, "band").length).toBeLessThan(5);
    expect(withClass(parts, "mixed").length).toBe(1);
  });
});

describe("series", () => {
  it("have a line for each value that changes, and one for each run that is compared", () => {
    for (const [example, scenario] of drawnRuns) {
      const result = runOf(example, scenario);
      const changing = valuesOverTime(result).filter(
        ({ type, changes }) => type.kind === "number" && changes.length > 1,
      );
      const parts = partsOf(drawSeries(result));
      expect(withClass(parts, "series").length).toBe(changing.length * (1 + result.verdicts.length));
    }
  });

  it("say units, and what does not change", () => {
    const texts = textsOf(partsOf(drawSeries(runOf("pollution/pollution.sys", "priced"))));
    expect(texts).toContain("river.cadmium");
    expect(texts).toContain("in µg/l");
    expect(texts).toContain("step (quarter)");
    expect(texts.join(" ")).toContain("Unchanged: science.tolerable 5 µg/l");
  });

  it("go up and down at steps, never slanting", () => {
    const lines = withClass(partsOf(drawSeries(runOf("house_prices/house_prices.sys", "evaded"))), "series");
    for (const { attributes } of lines) expect(attributes.d).toMatch(/^M[\d.]+,[\d.]+([HV][\d.]+)+$/);
  });

  it("of a very long run keep few points, and the extremes", () => {
    const result = runText(`
environment town { noise: number = 0 becomes mod(step * 7, 13) }
scenario long { run 20000 steps }
`);
    const [line] = withClass(partsOf(drawSeries(result)), "series");
    expect(line?.attributes.d?.length).toBeLessThan(100_000);
  });
});

describe("the run without a regulation", () => {
  it("ends as the verdict says, for every regulation of the examples drawn", () => {
    for (const [example, scenario] of drawnRuns) {
      const result = runOf(example, scenario);
      const others = valuesWithout(result);
      expect(others.map(({ regulation }) => regulation)).toEqual(
        result.verdicts.map(({ regulation }) => regulation),
      );
    }
    const [curb] = valuesWithout(runOf("house_prices/house_prices.sys", "evaded"));
    const price = curb?.values.find(({ called }) => called === "economy.price");
    expect(price && valueAtStep(price, 20)).toBeCloseTo(122.4308, 4);
  });

  it("is the course of a scenario that never applies it, at every step", () => {
    const [curb] = valuesWithout(runOf("house_prices/house_prices.sys", "evaded"));
    const untouched = valuesOverTime(runOf("house_prices/house_prices.sys", "untouched"));
    const named = (called: string) => (value: { readonly called: string }) => value.called === called;
    for (const called of ["economy.price", "economy.growth"])
      expect(curb?.values.find(named(called))?.changes).toEqual(untouched.find(named(called))?.changes);
  });

  it("keeps what the scenario assumes from the first step on", () => {
    const [curb] = valuesWithout(runOf("house_prices/house_prices.sys", "evaded"));
    const willing = curb?.values.find(({ called }) => called === "couples.willing");
    expect(willing?.changes).toEqual([{ step: 0, value: 1 }]);
  });
});

/*
 * Three readings of the logistic equation (Leydesdorff 2005) in examples/anticipation, against solutions in closed form, in which nothing is
 * repeated step by step.
 */
import { describe, expect, it } from "vitest";
import { check, memoryHost, prepare, run, start } from "../../src/index.ts";
import { readBibliography } from "../../src/model/bibliography.ts";
import { exampleFiles } from "../support/examples.ts";

const path = "anticipation/anticipation.sys";
const host = memoryHost(exampleFiles);
const text = exampleFiles.get(path) ?? "";

/** The values of a part in each step from 0 on, in a scenario of these lines. */
function seriesOf(part: string, lines: string, steps: number): readonly number[] {
  const scenario = `scenario tried { ${lines} run ${steps} steps }`;
  const model = prepare(check({ name: path, text: `${text}\n${scenario}\n` }, { host, readBibliography }));
  const going = start(model, { scenario: "tried" });
  const values = [Number(going.value(part))];
  for (let step = 1; step <= steps; step += 1) {
    going.advance();
    values.push(Number(going.value(part)));
  }
  return values;
}

const furthest = (values: readonly number[], solution: (step: number) => number) =>
  Math.max(...values.map((value, step) => Math.abs(value - solution(step))));

describe("read from behind", () => {
  it("is at a = 4 the sine of an angle that doubles", () => {
    const angle = Math.asin(Math.sqrt(0.1));
    const values = seriesOf("course.recursive", "given course.growth = 4", 20);
    // Chaos doubles a small error in each step.
    expect(furthest(values, (step) => Math.sin(2 ** step * angle) ** 2)).toBeLessThan(1e-8);
  });

  it("comes to the rest of the equation below a = 3, and to two values in turn above", () => {
    const last = (growth: number) =>
      seriesOf("course.recursive", `given course.growth = ${growth}`, 900).slice(-2);
    for (const value of last(2.9)) expect(value).toBeCloseTo(1.9 / 2.9, 9);
    const [low = 0, high = 0] = [...last(3.2)].sort((one, other) => one - other);
    expect(low).toBeCloseTo((4.2 - Math.sqrt(0.84)) / 6.4, 9);
    expect(high).toBeCloseTo((4.2 + Math.sqrt(0.84)) / 6.4, 9);
  });
});

describe("read level", () => {
  it.each([1.5, 2, 3.2, 4])(
    "comes at a = %f to rest at (a - 1) / a, by a solution known for each step",
    (growth) => {
      const values = seriesOf("course.incursive", `given course.growth = ${growth}`, 60);
      // One over x is one over its predecessor, divided by a, and one: a geometric series.
      const rest = growth / (growth - 1);
      expect(furthest(values, (step) => 1 / (rest + (10 - rest) * growth ** -step))).toBeLessThan(1e-12);
      expect(values.at(-1)).toBeCloseTo((growth - 1) / growth, 8);
    },
  );
});

describe("read from ahead", () => {
  const begun = "persons emits utterance";
  const angle = Math.asin(Math.sqrt(0.1));

  it("halves the angle with each rejection", () => {
    const values = seriesOf("conversation.meaning", `given conversation.readiness = 0 ${begun}`, 12);
    expect(furthest(values, (step) => Math.sin(angle / 2 ** step) ** 2)).toBeLessThan(1e-12);
  });

  it("turns half the angle about with each acceptance, and comes to three quarters", () => {
    const values = seriesOf("conversation.meaning", `given conversation.readiness = 100% ${begun}`, 40);
    const solution = (step: number) => Math.sin(Math.PI / 3 + (angle - Math.PI / 3) * (-1 / 2) ** step) ** 2;
    expect(furthest(values, solution)).toBeLessThan(1e-12);
    expect(values.at(-1)).toBeCloseTo(0.75, 9);
  });

  it("comes by the toss of a coin below a quarter in a third of the runs", () => {
    const model = prepare(check({ name: path, text }, { host, readBibliography }));
    const runs = 1_500;
    let below = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      const { values } = run(model, { scenario: "sometimes", seed, traced: false });
      const meaning = Number(
        values.find(({ owner, name }) => owner === "conversation" && name === "meaning")?.value,
      );
      if (meaning < 1 / 4) below += 1;
    }
    // Within three standard errors.
    expect(Math.abs(below / runs - 1 / 3)).toBeLessThan(3 * Math.sqrt(2 / 9 / runs));
  });
});

/*
 * The populations of Dittrich, Kron and Banzhaf (2003) in examples/double_contingency: what the paper publishes of them, held within what differs
 * from seed to seed.
 */
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { createPopulation, type Setting } from "../../examples/double_contingency/agents.ts";
import { activitySystems, measured } from "../../examples/double_contingency/measures.ts";
import { exampleFiles } from "../support/examples.ts";
import { root } from "../support/generate/sources.ts";
import { fencesOf } from "../support/pages.ts";
import { example } from "./worked_example.ts";

it("has a program whose README shows what it prints", () => {
  const readme = exampleFiles.get("double_contingency/README.md") ?? "";
  const shown = fencesOf(readme).find(({ words }) => words.includes("population.ts"))?.text;
  const program = ["--import", "tsx", "examples/double_contingency/population.ts"];
  expect(execFileSync(process.execPath, program, { cwd: root, encoding: "utf8" })).toBe(shown);
});

describe("from two to many", () => {
  const usual: Omit<Setting, "agents" | "seed"> = {
    ...example,
    signs: 10,
    meeting: "by lot",
    needForCertainty: 0,
    learning: 0.5,
    forgetting: 0.001,
    whim: 0.01,
  };
  const watched = { ...usual, expectedBy: "memory of others", observers: 3 } as const;

  function mean(setting: Omit<Setting, "seed">, steps: number) {
    const results = [1, 2, 3, 4].map((seed) => measured({ ...setting, seed }, steps));
    const of = (measure: keyof (typeof results)[number]) =>
      results.reduce((sum, result) => sum + result[measure], 0) / results.length;
    return { order: of("order"), certain: of("certaintyOfActing"), signs: of("differentSigns") };
  }

  it.each([
    [10, 0.23],
    [20, 0.11],
  ])(
    "leaves %i agents certain of themselves and their observer uncertain, if each knows himself alone (fig. 7)",
    (agents, published) => {
      const { order, certain, signs } = mean({ ...usual, agents }, 4_000);
      expect(Math.abs(order - published)).toBeLessThan(0.1);
      expect(certain).toBeGreaterThan(0.7);
      expect(signs).toBeGreaterThan(9);
    },
  );

  it.each([5, 10, 20])("gives order to %i agents if they learn by watching (fig. 9)", (agents) => {
    const { order, certain, signs } = mean({ ...watched, agents }, 1_000);
    expect(order).toBeGreaterThan(0.95);
    expect(certain).toBeGreaterThan(0.8);
    expect(signs).toBeLessThan(6);
  });

  it.each([0.5, 1])("gives none to ten agents for whom certainty counts (α = %f, fig. 9)", (weight) => {
    expect(mean({ ...watched, agents: 10, needForCertainty: weight }, 1_000).order).toBeLessThan(0.6);
  });

  it("gives less to more agents if nobody watches, at first; and all of it to twenty later (fig. 8)", () => {
    const unwatched = { ...watched, observers: 0 };
    const six = mean({ ...unwatched, agents: 6 }, 1_000).order;
    const ten = mean({ ...unwatched, agents: 10 }, 1_000).order;
    const twenty = mean({ ...unwatched, agents: 20 }, 1_000).order;
    expect(six).toBeGreaterThan(ten);
    expect(ten).toBeGreaterThan(twenty);
    expect(twenty).toBeLessThan(0.3);
    expect(mean({ ...unwatched, agents: 20 }, 8_000).order).toBeGreaterThan(0.95);
  });

  it("lets two agents order twenty signs, the more sharply they prefer the better (fig. 5)", () => {
    const dyad = { ...usual, agents: 2, signs: 20, meeting: "in turns", learning: 0.2 } as const;
    const proportional = mean({ ...dyad, sharpness: 1 }, 1_000);
    expect(Math.abs(proportional.signs - 15)).toBeLessThan(3);
    expect(Math.abs(proportional.certain - 0.58)).toBeLessThan(0.13);
    const quadratic = mean({ ...dyad, sharpness: 2 }, 1_000);
    expect(quadratic.certain).toBeGreaterThan(0.9);
    expect(quadratic.signs).toBeLessThan(proportional.signs / 2);
  });

  it("is the same for the same seed, and another for another", () => {
    const setting = { ...usual, agents: 6 };
    expect(measured({ ...setting, seed: 3 }, 600)).toEqual(measured({ ...setting, seed: 3 }, 600));
    expect(measured({ ...setting, seed: 3 }, 600)).not.toEqual(measured({ ...setting, seed: 4 }, 600));
  });
});

describe("activity systems (section 7.6)", () => {
  /** Agents of whom each answers each sign with one alone. */
  function answering(answers: readonly number[]) {
    const signs = answers.length;
    const row = (answer: number) =>
      Float64Array.from({ length: signs }, (_, sign) => (sign === answer ? 1 : 0));
    const own = answers.map(row);
    const setting = { ...example, signs, needForCertainty: 0, whim: 0 };
    const agents = [0, 1].map((shown) => ({ shown, own, others: own }));
    return { setting, agents, step: () => expect.unreachable() };
  }

  it("are what is answered by nothing else, and is itself an answer", () => {
    expect(activitySystems(answering([1, 0, 2, 0]), 0.1)).toEqual([[0, 1], [2]]);
    expect(activitySystems(answering([1, 2, 3, 0]), 0.1)).toEqual([[0, 1, 2, 3]]);
    expect(activitySystems(answering([3, 3, 3, 3]), 0.1)).toEqual([[3]]);
    expect(activitySystems(answering([3, 3, 3, 3]), 1)).toEqual([]);
  });

  it("come to be shared by ten agents, of a few of the ten signs, and mostly one alone (fig. 11)", () => {
    const found = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const setting = { ...example, signs: 10, meeting: "by lot", expectedBy: "memory of others" } as const;
      const learnt = { needForCertainty: 0, learning: 0.2, forgetting: 0.001, whim: 0.01 };
      const population = createPopulation({ ...setting, ...learnt, agents: 10, seed });
      for (let step = 0; step < 4_000; step += 1) population.step();
      return activitySystems(population, 0.1);
    });
    expect(found.filter((systems) => systems.length === 1).length).toBeGreaterThan(6);
    for (const systems of found) expect(systems.flat().length).toBeGreaterThan(0);
    for (const systems of found) expect(systems.flat().length).toBeLessThan(7);
  });
});

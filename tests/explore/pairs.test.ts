import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnFor } from "../../src/engine/explore/choosing.ts";
import { play, type Played } from "../../src/engine/play.ts";
import { runProperties } from "../../src/engine/properties.ts";
import {
  check,
  explore,
  prepare,
  renderExplored,
  run,
  type Prepared,
  type RunResult,
} from "../../src/index.ts";
import type { Scenario } from "../../src/model/model.ts";
import { comparePairs } from "../../src/runs/pairs.ts";
import { runnableModel } from "../engine/generated_models.ts";
import { ready } from "../support/running.ts";
import { yearsOfLevy } from "./years.ts";

/* Verdicts of all runs, explored as pairs, and the same found by playing every pair of runs from its beginning to its end. */

const models = Number(process.env["NIKLAS_AGREE"] ?? "60");
const seed = Number(process.env["NIKLAS_SEED"] ?? "1");
const mostRuns = 256;

interface OnePair {
  readonly played: Played;
  readonly probability: number;
  readonly branches: string;
}

/** Undefined if there are too many, or one draws something of which there are infinitely many outcomes. */
function everyPair(prepared: Prepared, scenario: Scenario): readonly OnePair[] | undefined {
  const pairs: OnePair[] = [];
  let said: readonly number[] = [];
  for (;;) {
    const made: { readonly of: number; readonly branch: number; readonly likely: number }[] = [];
    let branches = "";
    let endless = false;
    const decided = (of: number, likely: (branch: number) => number): number => {
      const branch = said[made.length] ?? 0;
      made.push({ of, branch, likely: likely(branch) });
      return branch;
    };
    /** What is known of the number that is drawn by a place, for a time in a step: between what it lies. */
    const known = new Map<string, readonly [number, number]>();
    const drawing = () => {
      const counts = new Map<string, number>();
      return (place: number, step: number, probability: number | undefined): number => {
        if (probability === undefined) endless = true;
        const bound = Math.max(0, Math.min(1, probability ?? 0));
        const time = counts.get(`${place} ${step}`) ?? 0;
        counts.set(`${place} ${step}`, time + 1);
        const key = `${place} ${step} ${time}`;
        const [low, high] = known.get(key) ?? [0, 1];
        let comes = bound >= high;
        if (bound > low && bound < high) {
          const likely = (bound - low) / (high - low);
          comes = decided(2, (branch) => (branch === 0 ? likely : 1 - likely)) === 0;
          known.set(key, comes ? [low, bound] : [bound, high]);
        }
        return drawnFor(comes, bound);
      };
    };
    const played = play(prepared.compiled(), prepared.compiledScenario(scenario), {
      traced: false,
      properties: runProperties(prepared.checked.model),
      choose(_, of) {
        const branch = decided(of, () => 1);
        branches += `${branch} `;
        return branch;
      },
      decide: drawing(),
      decideBeside: drawing,
    });
    if (endless || played.broken || pairs.length >= mostRuns) return undefined;
    pairs.push({ played, probability: made.reduce((product, { likely }) => product * likely, 1), branches });
    const last = made.findLastIndex(({ branch, of }) => branch + 1 < of);
    if (last < 0) return pairs;
    said = [...made.slice(0, last).map(({ branch }) => branch), (made[last]?.branch ?? 0) + 1];
  }
}

function shortest(steps: readonly number[]): number | undefined {
  return steps.length === 0 ? undefined : Math.min(...steps);
}

it(`verdicts of ${models} generated models are those of all their runs`, { timeout: 7_200_000 }, () => {
  let [compared, several, weighed] = [0, 0, 0];
  fc.assert(
    fc.property(runnableModel, (generated) => {
      // Of these there are infinitely many outcomes.
      const text = generated.replaceAll("uniform(", "max(").replaceAll("normal(", "min(");
      const prepared = prepare(check({ name: "generated.sys", text }));
      const { model } = prepared.checked;
      for (const scenario of model.scenarios) {
        const applied = model.regulations.filter(({ id }) =>
          prepared.compiledScenario(scenario).applied.has(id),
        );
        const [regulation] = applied;
        if (regulation === undefined || applied.length > 1) continue;
        const all = everyPair(prepared, scenario);
        if (all === undefined) continue;
        const found = comparePairs(prepared, scenario, applied, runProperties(model), { states: 100_000 });
        expect(found).toBeDefined();
        compared += 1;
        const runsWith = (verdict: string | undefined): readonly OnePair[] =>
          all.filter(
            ({ played }) =>
              played.verdicts.find((each) => each.regulation === regulation)?.verdict === verdict,
          );
        const [verdict] = found?.verdicts ?? [];
        const { occurring = [], never = [] } = verdict ?? {};
        if (occurring.length > 1) several += 1;
        for (const { verdict: each, shown } of occurring) {
          const steps = shortest(runsWith(each).map(({ played }) => played.course.state.step));
          expect([each, shown.steps]).toEqual([each, steps]);
        }
        for (const each of never) expect([each, runsWith(each).length]).toEqual([each, 0]);
        expect(verdict?.always ?? false).toBe(runsWith(undefined).length === 0);
        for (const [step, { held, failed }] of found?.expectations ?? []) {
          const looked = all.flatMap(({ played }) =>
            played.expectations.filter((each) => each.step.place === step.place),
          );
          const stepsOf = (holds: boolean) =>
            shortest(looked.filter((each) => each.holds === holds).map(({ at }) => at));
          expect([held?.steps, failed?.steps]).toEqual([stepsOf(true), stepsOf(false)]);
        }
        for (const [property, { violated }] of found?.properties ?? []) {
          const steps = all.flatMap(({ played }) =>
            played.properties.filter((each) => each.property === property).map(({ step }) => step),
          );
          expect([property.name, violated?.steps]).toEqual([property.name, shortest(steps)]);
        }
        if (all.some(({ branches }) => branches !== "")) continue;
        for (const { verdict: each, likelihood } of occurring) {
          if (likelihood === undefined) continue;
          weighed += 1;
          const sum = runsWith(each).reduce((total, { probability }) => total + probability, 0);
          expect(likelihood.least).toBeCloseTo(sum, 12);
          expect(likelihood.most).toBeCloseTo(sum, 12);
        }
      }
    }),
    { numRuns: models, seed },
  );
  expect(compared).toBeGreaterThan(models / 10);
  expect(several).toBeGreaterThan(0);
  expect(weighed).toBeGreaterThan(models / 10);
});

const isViolatedIn = ({ diagnostics }: RunResult): boolean =>
  diagnostics.some((each) => each.check === "property_violated");

describe("of runs that are too many to be played one by one", () => {
  const prepared = ready(yearsOfLevy);
  const result = explore(prepared);
  const [mild] = result.verdicts;

  it("verdicts, expectations and properties are decided all the same", () => {
    expect(result.played).toBeUndefined();
    expect(result.pairs).toBeGreaterThan(1_000);
    expect(mild).toMatchObject({ by: "pairs", always: true, never: ["indifferent", "disintegrating"] });
    expect(result.expectations[0]).toMatchObject({ by: "pairs", sampled: undefined });
    expect(result.properties[0]).toMatchObject({ by: "pairs", sampled: undefined });
    const sum = mild?.occurring.reduce((total, { likelihood }) => total + (likelihood?.least ?? 0), 0);
    expect(sum).toBeCloseTo(1, 12);
    const effective = mild?.occurring.find(({ verdict }) => verdict === "effective")?.likelihood?.least ?? 0;
    expect(result.expectations[0]?.likelihood?.least).toBeCloseTo(1 - effective, 12);
  });

  it("the runs that are shown show it", () => {
    for (const { verdict, shown } of mild?.occurring ?? []) {
      const { choices, seed: drawn } = shown;
      const { verdicts } = run(prepared, { choices, seed: drawn, traced: false });
      expect(verdicts.map((each) => each.verdict)).toEqual([verdict]);
    }
    const violated = result.properties[0]?.violated;
    const again = run(prepared, { choices: violated?.choices, seed: violated?.seed, traced: false });
    expect(isViolatedIn(again)).toBe(true);
  });

  it("probabilities agree with runs by chance", () => {
    const runs = 2_000;
    const counted = new Map<string, number>();
    let helpless = 0;
    for (let drawn = 1; drawn <= runs; drawn += 1) {
      const played = run(prepared, { choices: [], seed: drawn, traced: false });
      const verdict = played.verdicts[0]?.verdict ?? "";
      counted.set(verdict, (counted.get(verdict) ?? 0) + 1);
      if (isViolatedIn(played)) helpless += 1;
    }
    const agree = (count: number, probability: number): void => {
      // Five standard deviations of the share.
      const bound = 5 * Math.sqrt((probability * (1 - probability)) / runs);
      expect(Math.abs(count / runs - probability)).toBeLessThan(bound);
    };
    for (const { verdict, likelihood } of mild?.occurring ?? [])
      agree(counted.get(verdict) ?? 0, likelihood?.least ?? NaN);
    agree(helpless, result.properties[0]?.likelihood?.least ?? NaN);
  });

  it("beyond the bound of states some runs are played, and it is said so", () => {
    const bounded = explore(prepared, { states: 5_000, runs: 100 });
    expect(bounded.done).toMatchObject({ kind: "exhausted", states: 415 });
    expect(bounded.pairs).toBeUndefined();
    expect(bounded.verdicts[0]).toMatchObject({ by: "some runs" });
    const told = renderExplored(bounded, {
      colour: false,
      ascii: false,
      width: undefined,
      where: () => "here",
      again: ({ seed: drawn }) => `with seed ${drawn}`,
    });
    expect(told).toContain("A verdict compares two runs, so runs with seeds from 1 on were played to their end: 100. There are too many states of two to explore all of them; `--states` allows more.\n"); // prettier-ignore
  });
});

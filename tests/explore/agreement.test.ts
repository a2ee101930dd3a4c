import fc from "fast-check";
import { expect, it } from "vitest";
import { check, explore, prepare, type ExploreResult, type Prepared } from "../../src/index.ts";
import { runnableModel } from "../engine/generated_models.ts";
import { everyRun, tookPart, type OneRun } from "./every_run.ts";

/* Every run played one after another is the oracle: exploring says the same of all of them together. */

const models = Number(process.env["NIKLAS_AGREE"] ?? "60");
const seed = Number(process.env["NIKLAS_SEED"] ?? "1");
const mostRuns = 128;

function shortest(steps: readonly number[]): number | undefined {
  return steps.length === 0 ? undefined : Math.min(...steps);
}

/** What all runs together say, in the words of exploring. */
function told(prepared: Prepared, runs: readonly OneRun[], result: ExploreResult): unknown {
  const clauses = new Set(runs.flatMap((run) => [...tookPart(run).clauses]));
  const channels = new Set(runs.flatMap((run) => [...tookPart(run).channels]));
  const compiled = prepared.compiled();
  return {
    properties: result.properties.map(({ name }) => ({
      name,
      steps: shortest(
        runs.flatMap(({ played }) =>
          played.properties.filter(({ property }) => property.name === name).map(({ step }) => step),
        ),
      ),
    })),
    expectations: result.expectations.map(({ place }) => {
      const looked = runs.flatMap(({ played }) =>
        played.expectations.filter(
          ({ step }) => step.place.start === place.start && step.place.file === place.file,
        ),
      );
      return {
        held: shortest(looked.filter(({ holds }) => holds).map(({ at }) => at)),
        failed: shortest(looked.filter(({ holds }) => !holds).map(({ at }) => at)),
      };
    }),
    clauses: [...compiled.clauses.keys()].filter((number) => clauses.has(number)),
    channels: [...compiled.channels.keys()].filter((number) => channels.has(number)),
    depth: Math.max(...runs.map(({ played }) => played.course.state.step)),
  };
}

function found(result: ExploreResult): unknown {
  const { properties, expectations, sightings, done } = result;
  const numbers = (seen: Uint8Array): readonly number[] =>
    [...seen.keys()].filter((number) => seen[number] === 1);
  return {
    properties: properties.map(({ name, violated }) => ({ name, steps: violated?.steps })),
    expectations: expectations.map(({ held, failed }) => ({ held: held?.steps, failed: failed?.steps })),
    clauses: numbers(sightings.clauses),
    channels: numbers(sightings.channels),
    depth: "depth" in done ? done.depth : -1,
  };
}

it(`exploring says of ${models} generated models what all their runs say`, { timeout: 7_200_000 }, () => {
  let [compared, open, weighed] = [0, 0, 0];
  fc.assert(
    fc.property(runnableModel, (generated) => {
      // Of these there are infinitely many outcomes.
      const text = generated.replaceAll("uniform(", "max(").replaceAll("normal(", "min(");
      const prepared = prepare(check({ name: "generated.sys", text }));
      for (const scenario of prepared.checked.model.scenarios) {
        const runs = everyRun(prepared, scenario, mostRuns);
        // Properties look at verdicts, and runs break off, in ways of their own.
        if (runs === undefined || runs.some(({ played }) => played.broken)) continue;
        const result = explore(prepared, { scenario: scenario.name });
        compared += 1;
        if (runs.length > 1) open += 1;
        expect(result.done.kind).toBe("exhausted");
        expect(found(result)).toEqual(told(prepared, runs, result));
        if (result.alternatives || !result.chances) continue;
        weighed += 1;
        for (const { name, likelihood } of result.properties) {
          if (likelihood === undefined) continue;
          const failing = runs.filter(({ played }) =>
            played.properties.some(({ property }) => property.name === name),
          );
          const sum = failing.reduce((total, { probability }) => total + probability, 0);
          expect(likelihood.least).toBeCloseTo(sum, 9);
          expect(likelihood.most).toBeCloseTo(sum, 9);
        }
      }
    }),
    { numRuns: models, seed, endOnFailure: true },
  );
  // What was generated leaves enough open for this to say something.
  expect(compared).toBeGreaterThan(models);
  expect(open).toBeGreaterThan(models / 2);
  expect(weighed).toBeGreaterThan(models / 8);
});

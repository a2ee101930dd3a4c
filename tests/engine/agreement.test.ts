import fc from "fast-check";
import { expect, it } from "vitest";
import { disagreement } from "./agreement.ts";
import { runnableModel } from "./generated_models.ts";

/* The plain interpreter, written from the contract alone, is the oracle: the engine says the same of every model. */

/** So many models; `npm run agree` takes 20,000, and `NIKLAS_SEED` others than the usual ones. */
const models = Number(process.env["NIKLAS_AGREE"] ?? "150");
const seed = Number(process.env["NIKLAS_SEED"] ?? "1");

it(`the engine and the plain interpreter agree on ${models} generated models`, { timeout: 7_200_000 }, () => {
  let compared = 0;
  fc.assert(
    fc.property(runnableModel, (text) => {
      compared += 1;
      expect(disagreement(text)).toBeUndefined();
    }),
    // To look for the smallest counterexample would take as long again for each attempt.
    { numRuns: models, seed, endOnFailure: models > 1_000 },
  );
  expect(compared).toBe(models);
});

it.each(["=", "!=", "<", "<=", ">", ">="])(
  "both sides of a `%s` are computed in their order: where the first has no result the second draws nothing",
  (operator) => {
    const text = `model order
machine m {
  code yes / no
  sensitive to heard(n: number)
  operation speak(n: number)
  program p conditional on own speak {
    when 1 / n ${operator} uniform(0, 2) -> yes
    otherwise -> no
  }
}
environment e { event storm }
coupling c between e and m { e.storm -> m.heard(n: 1) }
scenario s {
${"  m emits speak(n: 0)\n  m emits speak(n: 1)\n".repeat(20)}  run 1 step
}
`;
    expect(disagreement(text)).toBeUndefined();
  },
);

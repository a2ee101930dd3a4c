import { expect, test } from "vitest";
import { digestOfModel } from "../../../src/runs/experiment/manifest.ts";
import { measureBlock } from "../../../src/runs/experiment/measure.ts";
import { planOf, type ExperimentRequest, type Plan } from "../../../src/runs/experiment/plan.ts";
import { run, type Prepared } from "../../../src/index.ts";
import { ready, readyExample } from "../../support/running.ts";

function planned(prepared: Prepared, request: Partial<ExperimentRequest>): Plan {
  return planOf(
    { prepared, digest: digestOfModel(prepared.checked) },
    { design: { kind: "factorial" }, niklas: "0", ...request },
  );
}

function numbersOf(plan: Plan): readonly number[] {
  return Array.from({ length: plan.manifest.blocks }, (_, block) => [...measureBlock(plan, block)]).flat();
}

test("the house-price experiment measures what single runs come to", () => {
  const prepared = readyExample("house_prices/house_prices.sys");
  const plan = planned(prepared, { experiment: "willingness" });
  const alone = run(prepared, { scenario: "evaded", traced: false });
  const price = alone.values.find(({ name }) => name === "price")?.value;
  expect(numbersOf(plan).slice(-3)).toEqual([price, 1, 0]);
});

const dice = `
environment die { face: number = 0 becomes uniform(0, 6) }
machine watcher "" { function "watch" code seen / unseen sensitive to face(face: number)
  program watch conditional on face { otherwise -> seen } }
coupling sight between die and watcher { die.face -> watcher.face(face: face) }
scenario thrown { run 3 steps }
experiment throws of thrown { vary die.face over (0, 1) runs 40 measure face = die.face }
`;

test("each combination and run has random numbers of its own, whoever runs it", () => {
  const numbers = numbersOf(planned(ready(dice), {}));
  const faces = numbers.filter((_, index) => index % 2 === 0);
  expect(new Set(faces).size).toBe(80);
  const again = planned(ready(dice), {});
  const { blocks } = again.manifest;
  const backwards = Array.from({ length: blocks }, (_, block) => blocks - 1 - block)
    .map((block) => [...measureBlock(again, block)])
    .reverse();
  expect(backwards.flat()).toEqual(numbers);
});

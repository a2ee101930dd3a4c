import { describe, expect, it } from "vitest";
import { run, test as testModel } from "../../src/index.ts";
import { ready } from "../support/running.ts";
import { storyOf } from "../support/told.ts";

const forbidden = `
import economy, politics from "canon"
extend economy {
  sensitive to bid(price: number)
  operation sale
  expectation price: number in 0..10 = 3
  program market conditional on every step { otherwise -> payment { emit sale } }
}
extend politics { operation decree }
scenario decreed {
  steer economy.price to 10 by politics
  expect violation direct_steering
  change economy.price to 4
  expect violation direct_steering
  run
  expect violation endless_run
  run 2 steps
  expect economy.price = 3
  repeat 2 times {
    expect violation uncoupled_perturbation
    perturb economy from politics with decree
  }
}
`;

describe("what the modeller expects to go wrong", () => {
  const story = storyOf(forbidden);

  it("is told as what it is: nothing happens", () => {
    expect(story).toContain("steer economy.price to 10 by politics: direct_steering, nothing changes");
    expect(story).toContain("change economy.price to 4: direct_steering, nothing changes");
    expect(story).toContain("run: endless_run, no step is taken");
  });

  it("stands among the outcomes, each once, where the scenario says it", () => {
    expect(story.match(/✓ expect .*/gu)).toEqual([
      "✓ expect violation direct_steering",
      "✓ expect violation direct_steering",
      "✓ expect violation endless_run",
      "✓ expect economy.price = 3",
      "✓ expect violation uncoupled_perturbation",
    ]);
  });

  it("counts as an expectation", () => {
    const { items } = testModel(ready(forbidden));
    expect(items[0]).toMatchObject({ passed: true, expectations: 5 });
  });

  it("is disappointed where it does not go wrong", () => {
    const text = forbidden.replace("run 2 steps", "run 2 steps expect violation out_of_bounds");
    const { expectations } = run(ready(text));
    expect(expectations.filter(({ holds }) => !holds)).toMatchObject([
      { text: "violation out_of_bounds", step: 2, holds: false },
    ]);
  });
});

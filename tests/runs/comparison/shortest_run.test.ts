/* Whether the shortest run that one of two models has alone is one, and whether it can be had again. */
import { describe, expect, it } from "vitest";
import { run, type Prepared } from "../../../src/index.ts";
import { compare } from "../../../src/runs/comparison/compare.ts";
import type { Moment } from "../../../src/runs/comparison/moments.ts";
import type { ShortestRun } from "../../../src/runs/comparison/shortest_run.ts";
import { compared, example, market, preparedText } from "./comparing.ts";

function textsOf(moments: readonly Moment[]): readonly (readonly string[])[] {
  return moments.map(({ happenings }) => happenings.map(({ text }) => text));
}

/** What occurs in the run by which one is said to be had again, step by step, as far as it is told. */
function operationsAgain(prepared: Prepared, { again, before, then }: ShortestRun): readonly string[] {
  const { entries } = run(prepared, again).trace();
  const told = [...before, then].flatMap(({ happenings }) => happenings.map(({ text }) => text));
  return entries
    .filter(({ step }) => step <= then.step)
    .flatMap((entry) => (entry.kind === "operation" ? [entry.name] : []))
    .filter((name) => told.some((text) => text.includes(`.${name}`)));
}

describe("the shortest run that is possible in one alone", () => {
  it("ends where the two do something else", () => {
    const { shortest } = compared(market(), market({ strictness: "30" }));
    expect(shortest).toMatchObject({ scenarios: ["lively"], seeds: undefined });
    expect(textsOf(shortest?.first?.before ?? [])).toEqual([["politics.bill(limit: 40)"]]);
    expect(textsOf([shortest?.first?.then, shortest?.second?.then].flatMap((one) => one ?? []))).toEqual([
      ["law designates lawful", "law.judgment(cost: 40)"],
      ["law designates unlawful"],
    ]);
    expect(textsOf(shortest?.first?.instead ?? [])).toEqual([["law designates unlawful"]]);
    expect(textsOf([shortest?.first?.next].flatMap((one) => one ?? []))).toEqual([
      ["economy designates non_payment", "economy.price 60 → 59"],
    ]);
  });

  it("is none where all do the same, however long it takes", () => {
    const slow = market({
      channel: "law.judgment -> economy.cost(amount: cost) when cost > 0 after 3 steps",
    });
    const { shortest, outcomes } = compared(market(), slow);
    expect(shortest).toMatchObject({ first: undefined, second: undefined });
    expect(outcomes?.otherwise[0]).toMatchObject({ values: [], steps: { first: 2, second: 4 } });
  });

  it("is looked for in every branch, and is the one with the fewest moments", () => {
    const late = "politics emits bill(limit: 10)\n  run\n  politics emits bill(limit: 40)\n  run";
    const steps = `either { ${late} } or { politics emits bill(limit: 40)\n  run }`;
    const [one, other] = [market({ steps }), market({ steps, refuses: "amount > 45" })];
    const { shortest } = compared(one, other);
    expect(shortest?.looked.first).toMatchObject({ runs: 2, all: true, broken: 0, longer: 0 });
    expect(shortest?.first).toMatchObject({ branches: [1] });
    expect(textsOf(shortest?.first?.before ?? [])).toEqual([
      ["politics.bill(limit: 40)"],
      ["law designates lawful", "law.judgment(cost: 40)"],
    ]);
    // The seed by which it is had again takes that branch by itself.
    const { first } = shortest ?? {};
    expect(first?.again?.scenario).toBe("lively");
    expect(first && operationsAgain(preparedText(one), first)).toEqual(["bill", "judgment"]);
    const choices = run(preparedText(one), first?.again)
      .trace()
      .entries.filter(({ kind }) => kind === "choice");
    expect(choices).toMatchObject([{ branch: 1 }]);
  });

  it("is one that the other does not have by any branch", () => {
    const bill = (limit: number): string => `politics emits bill(limit: ${limit})\n  run`;
    const [two, three] = [
      market({ steps: `either { ${bill(10)} } or { ${bill(40)} }` }),
      market({ steps: `either { ${bill(40)} } or { ${bill(30)} } or { ${bill(10)} }` }),
    ];
    const { shortest } = compared(two, three);
    // Whatever the first can do, the second can as well: in another order.
    expect(shortest?.first).toBeUndefined();
    expect(textsOf([shortest?.second?.then].flatMap((one) => one ?? []))).toEqual([
      ["politics.bill(limit: 30)"],
    ]);
    expect(shortest?.second).toMatchObject({ before: [], branches: [1] });
    expect(
      textsOf(shortest?.second?.instead ?? [])
        .flat()
        .sort(),
    ).toEqual(["politics.bill(limit: 10)", "politics.bill(limit: 40)"]);
  });

  it("is held against the run with the same seed where chance has a part in it", () => {
    const [one, other] = [
      market({ decides: "limit < strictness and chance(50%)" }),
      market({ decides: "limit < strictness and chance(60%)" }),
    ];
    const { shortest } = compared(one, other, { runs: 40 });
    expect(shortest).toMatchObject({ seeds: 40, looked: { first: { runs: 40 }, second: { runs: 40 } } });
    // What is drawn below a half is below six tenths as well, so that only the second goes on where the first does not.
    const then = (found: ShortestRun | undefined) =>
      textsOf([found?.then].flatMap((each) => each ?? [])).flat();
    expect(then(shortest?.first)).toEqual(["law designates unlawful"]);
    expect(then(shortest?.second)).toEqual(["law designates lawful", "law.judgment(cost: 40)"]);
    const seeds = [shortest?.first?.again?.seed, shortest?.second?.again?.seed];
    expect(seeds[0]).toBe(seeds[1]);
    const designated = [one, other].map(
      (text) =>
        run(preparedText(text), { scenario: "lively", seed: seeds[0] }).values.find(
          ({ name }) => name === "price",
        )?.value,
    );
    expect(designated).toEqual([60, 59]);
  });

  it("counts the same that happens twice in a moment", () => {
    const steps = "politics emits bill(limit: 60)\n  politics emits bill(limit: 70)\n  run";
    const { shortest } = compared(market({ steps }), market({ steps, strictness: "65" }));
    expect(textsOf([shortest?.first?.then].flatMap((one) => one ?? []))).toEqual([
      ["law designates unlawful", "law designates unlawful"],
    ]);
  });

  it("is had again by a scenario of the file, where the one that both have is another file's", () => {
    const [old, renewed] = [example("governance/old_governance.sys"), example("governance/governance.sys")];
    const { shortest } = compare(old, renewed);
    expect(shortest?.scenarios).toEqual(["three_novelties"]);
    expect([shortest?.first?.again, shortest?.second?.again]).toEqual([
      { scenario: "old_way", seed: 1 },
      { scenario: "new_way", seed: 1 },
    ]);
  });

  it("is not said to be had again by a scenario that assumes something else", () => {
    const city = `import "./city"\n`;
    const held = `extend economy { operation sale }\nscenario calm like three_novelties { given economy.required_appeal = 9\n run }`;
    const plain = `extend economy { operation sale }\nscenario quiet like three_novelties { run }`;
    const text = (rest: string, appeal: string): string =>
      `model m\n${city}import economy from "canon"\n${rest}\ncoupling c between residents and economy { residents.deviation -> economy.offer(appeal: ${appeal}, harm: harm) when harm > 0 }`;
    const one = preparedText(text(held, "appeal"), "governance/one.sys");
    const other = preparedText(text(plain, "0"), "governance/two.sys");
    expect([...one.errors, ...other.errors].map(({ message }) => message)).toEqual([]);
    const { shortest } = compare(one, other);
    expect(shortest?.first?.scenario).toBe("three_novelties");
    // Up to the second novelty both go the same way; with the assumption the economy takes no chance at all.
    expect(shortest?.first?.again).toBeUndefined();
    expect(shortest?.second?.again).toEqual({ scenario: "quiet", seed: 1 });
  });
});

describe("the shortest cascade that occurs in one alone", () => {
  it("is found where no scenario is in both, and can be had again", () => {
    const [one, other] = [
      market(),
      market({ strictness: "30" }).replace("scenario lively", "scenario quiet"),
    ];
    const { shortest, cascades } = compared(one, other);
    expect(shortest).toMatchObject({ scenarios: [], first: undefined, second: undefined });
    expect(cascades?.first).toEqual({
      operations: ["politics.bill", "law.judgment"],
      scenario: "lively",
      seed: 1,
      step: 1,
      again: { scenario: "lively", seed: 1 },
    });
    // Whatever the second does, the first does as well.
    expect(cascades?.second).toBeUndefined();
  });

  it("is had again by a seed that takes its branch", () => {
    const steps =
      "either { politics emits bill(limit: 60)\n run } or { politics emits bill(limit: 40)\n run }";
    const other = market({ steps, strictness: "30" }).replace("scenario lively", "scenario quiet");
    const again = compared(market({ steps }), other).cascades?.first?.again;
    expect(again?.scenario).toBe("lively");
    const { entries } = run(preparedText(market({ steps })), again).trace();
    expect(entries.some((entry) => entry.kind === "operation" && entry.name === "judgment")).toBe(true);
  });
});

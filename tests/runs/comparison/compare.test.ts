/* What leads where, what comes of it and what is found, in one of two models alone. */
import { describe, expect, it } from "vitest";
import { compare } from "../../../src/runs/comparison/compare.ts";
import { exampleModels } from "../../support/examples.ts";
import { compared, example, market, preparedText } from "./comparing.ts";

describe("each example", () => {
  it.each(exampleModels.map((name) => [name]))("is the same as itself: %s", (name) => {
    const comparison = compare(example(name), example(name), { runs: 2 });
    expect(comparison).toMatchObject({
      verdict: "same",
      differences: [],
      findings: [],
      renamings: [],
      properties: [],
      ways: { reached: [], otherwise: [], ofOneOnly: [] },
      outcomes: { otherwise: [], alone: [] },
      shortest: { first: undefined, second: undefined },
      cascades: { first: undefined, second: undefined },
    });
  });
});

describe("the old and the new governance", () => {
  const comparison = compare(example("governance/old_governance.sys"), example("governance/governance.sys"));

  it("come to other ends on the same events", () => {
    const [same, ...more] = comparison.outcomes?.otherwise ?? [];
    expect(more).toEqual([]);
    expect(same).toMatchObject({ scenario: "three_novelties", paired: undefined });
    expect(same?.values.map(({ name, first, second }) => `${name} ${first} → ${second}`)).toEqual([
      "economy.required_appeal 10 → 3",
      "residents.innovation 12 → 24",
      "residents.damage 0 → 5",
      "residents.conflicts 6 → 0",
      "economy designates payment → non_payment",
      "politics designates opposition → government",
    ]);
  });

  it("let the economy irritate law and politics, and be irritated by what it did, in the new alone", () => {
    const { reached, otherwise, pairs } = comparison.ways;
    expect(pairs).toBe(9);
    expect(reached.map(({ from, to, first }) => [from, to, first])).toEqual([
      ["economy", "economy", undefined],
      ["economy", "politics", undefined],
      ["economy", "law", undefined],
      ["law", "law", undefined],
    ]);
    expect(reached[0]?.second?.line).toBe(
      "economy.investment ─property→ law.suit → law.damages ─property→ economy.liability",
    );
    expect(otherwise.find(({ from, to }) => from === "politics" && to === "economy")).toMatchObject({
      first: { couplings: ["instructions", "licences"] },
      second: { couplings: ["constitution", "property"] },
    });
  });

  it("have scenarios and a verdict of their own", () => {
    expect(
      comparison.outcomes?.alone.map(({ in: where, scenario, held, disappointed, verdicts }) => [
        where,
        scenario,
        held,
        disappointed.length,
        verdicts.map(({ regulation, verdict }) => `${regulation} ${verdict}`),
      ]),
    ).toEqual([
      ["first", "old_way", 6, 0, []],
      ["first", "command", 2, 0, []],
      ["second", "new_way", 5, 0, []],
      ["second", "reform", 3, 0, ["liability_reform effective"]],
      ["second", "zero_tolerance", 3, 0, []],
    ]);
  });
});

describe("what comes of it", () => {
  const cap = `regulation cap { by politics of economy starts with politics.bill(limit: 40) through constitution, contract aim economy.price < 60 }`;
  const steps = "apply cap\n  run\n  expect economy designates non_payment";

  it("is an expectation and a verdict that are so in one alone", () => {
    const [one, other] = [{ steps }, { steps, refuses: "amount > 45" }].map(
      (chosen) => `${market(chosen)}${cap}`,
    );
    const [lively] = compared(one ?? "", other ?? "").outcomes?.otherwise ?? [];
    expect(lively?.expectations).toEqual([{ text: "economy designates non_payment", holds: "first" }]);
    expect(lively?.verdicts).toMatchObject([
      { regulation: "cap", first: { verdict: "effective" }, second: { verdict: "ineffective" } },
    ]);
  });

  it("is a property that holds in one alone, whether runs or the graph decide it", () => {
    const properties = `property cheap { always economy.price >= 60 }
property bound { politics reaches economy only through law }`;
    const way = `extend politics { operation price_order }
extend economy { sensitive to order }
coupling office between politics and economy { politics.price_order -> economy.order when nothing_less }`;
    const { properties: told } = compared(
      `${market()}${properties}`,
      `${market({ refuses: "amount > 45" })}${properties}`,
    );
    expect(told).toEqual([
      {
        property: "cheap",
        label: undefined,
        first: { holds: false, runs: 1, all: true },
        second: { holds: true, runs: 1, all: true },
      },
    ]);
    const around = `${market()}${properties}${way.replace(" when nothing_less", "")}`;
    const graph = compared(`${market()}${properties}`, around);
    expect(graph.properties).toMatchObject([
      { property: "bound", first: { holds: true, runs: 0 }, second: { holds: false, runs: 0 } },
    ]);
    // That one does not hold is an error, and what has errors does not run.
    expect(graph.second.errors).toBe(1);
    expect(graph).toMatchObject({ outcomes: undefined, shortest: undefined, cascades: undefined });
  });

  it("is told in numbers of runs where chance has a part in it, pair by pair", () => {
    const decides = (probability: number): string => `limit < strictness and chance(${probability}%)`;
    const text = (probability: number): string => market({ decides: decides(probability), steps });
    const rule = (probability: number): string => `${text(probability)}${cap}`;
    const { outcomes } = compared(rule(30), rule(80), { runs: 50, seed: 11 });
    const paired = outcomes?.otherwise[0]?.paired;
    expect(paired).toMatchObject({ runs: 50, seeds: { from: 11, to: 60 }, broken: { first: 0, second: 0 } });
    // What is drawn below three tenths is below eight tenths as well: prices are lower, or the same.
    const [price, ...more] = paired?.numbers ?? [];
    expect(more).toEqual([]);
    expect(price).toMatchObject({ name: "economy.price", higher: 0 });
    const [held, effective] = [paired?.expectations[0], paired?.verdicts[0]];
    expect(price?.lower).toBe((held?.second ?? 0) - (held?.first ?? 0));
    expect(price?.lower).toBeGreaterThan(5);
    expect(effective?.first.effective).toBe(held?.first);
    expect(effective?.second.effective).toBe(held?.second);
    // As many as a price is lower in the mean.
    expect(50 * ((price?.first.mean ?? 0) - (price?.second.mean ?? 0))).toBeCloseTo(price?.lower ?? -1);
    expect(compared(rule(30), rule(80), { runs: 1 }).outcomes?.otherwise[0]?.paired).toBeUndefined();
  });

  it("refuses a number of runs that is none", () => {
    for (const runs of [0, -1, 1.5, Infinity])
      expect(() => compared(market(), market(), { runs })).toThrow(RangeError);
  });

  it("can be ended early", () => {
    const reason = new Error("enough");
    const checkpoint = (): void => {
      throw reason;
    };
    expect(() => compared(market(), market(), { checkpoint })).toThrow(reason);
  });
});

describe("what is found", () => {
  it("is told of one alone, with the reason for which the other allows it", () => {
    const hint = "unheard_operation";
    const allowed = market().replace("operation sale", `operation sale\n  allow ${hint} "as it is"`);
    const { findings } = compared(market(), allowed);
    expect(
      findings.map(({ in: where, check, subject, allowed: why }) => [where, check, subject, why]),
    ).toEqual([["first", hint, "economy.sale", "as it is"]]);
  });

  it("is the same wherever in the file it stands", () => {
    expect(compared(market(), `// moved\n\n\n${market()}`).findings).toEqual([]);
  });

  it("is told where the text cannot be read, and the rest is compared", () => {
    const broken = market().replace("scenario lively {", "scenario lively [");
    const comparison = compared(market(), broken);
    expect(comparison.findings.some(({ check }) => check === "syntax_error")).toBe(true);
    expect(comparison).toMatchObject({ verdict: "different", outcomes: undefined });
    expect(comparison.differences.filter(({ of }) => of !== "scenario")).toEqual([]);
  });
});

it("knows which things of two files of one model are the same, whatever a file calls them", () => {
  const renamed = market()
    .replace("politics, law, economy from", "politics, law as recht, economy from")
    .replaceAll(/\blaw\b(?! as)/gu, "recht")
    .replace("recht as recht", "law as recht");
  const other = preparedText(renamed);
  expect(other.errors.map(({ message }) => message)).toEqual([]);
  expect(compare(preparedText(market()), other).verdict).toBe("same");
});

it("names the experiments that both have, and what one of them measures alone", () => {
  const dear = "experiment dear of lively { runs 5 measure last = economy.price }";
  const more = dear.replace("last =", "first_of_all = economy.price measure last =");
  const models = [dear, more, ""].map((text) => `${market()}${text}`);
  const [one = "", other = "", without = ""] = models;
  expect(compared(one, one).experiments).toEqual([{ name: "dear", unmatched: [] }]);
  expect(compared(one, other).experiments).toEqual([{ name: "dear", unmatched: ["first_of_all"] }]);
  expect(compared(other, one).experiments).toEqual([{ name: "dear", unmatched: [] }]);
  expect(compared(one, without).experiments).toEqual([]);
});

/* The two models of LANGUAGE.md, section 5, behave as written there. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check, fatesIn, renderText } from "../../src/index.ts";
import {
  decisionsOf,
  entriesOf,
  foundIn,
  irritationsOf,
  noiseOf,
  operationsOf,
  outcomes,
  outcomesOf,
  properties,
  run,
  runsOf,
  valueOf,
  verdictOf,
  violationsOf,
} from "../support/both.ts";
import { errorsIn, warningsIn } from "../support/found.ts";

function modelNamed(name: string): string {
  return readFileSync(new URL(`../engine/plain/${name}.sys`, import.meta.url), "utf8");
}

describe("A thermostat is sensitive to temperature alone", () => {
  const text = modelNamed("thermostat");

  it("has no errors; that it is unplugged is a warning", () => {
    expect(errorsIn(text)).toEqual([]);
    expect(warningsIn(text)).toContain("unplugging thermostat");
  });

  it("cold_morning: it heats the room, and then rests", () => {
    const runs = run(text, { scenario: "cold_morning" });
    // 15 is read in step 1; the heat of step 1 arrives in step 2, and what it made of it is read in step 3.
    expect(irritationsOf(runs)).toEqual(
      [15, 16, 17, 18, 19, 20].map((degrees, at) => `${1 + 2 * at} thermostat.reading degrees=${degrees}`),
    );
    expect(operationsOf(runs)).toEqual([1, 3, 5, 7, 9].map((step) => `${step} thermostat.heat`));
    expect(decisionsOf(runs).at(-1)).toBe("11 regulate 1 warm_enough");
    expect(runsOf(runs)).toEqual(["11 rest"]);
    expect(valueOf(runs, "room.temperature")).toBe(20);
    expect(outcomesOf(runs)).toEqual([true, true]);
    expect(foundIn(runs)).toEqual([]);
  });

  it("lights_out: whatever happens to the light, the thermostat does not care", () => {
    const runs = run(text, { scenario: "lights_out" });
    expect(runsOf(runs)).toEqual(["11 rest", "3 count"]);
    expect(irritationsOf(runs).filter((each) => Number(each.split(" ")[0]) > 11)).toEqual([]);
    expect(operationsOf(runs)).toHaveLength(5);
    expect(valueOf(runs, "room.brightness")).toBe(0);
    expect(outcomesOf(runs)).toEqual([true]);
  });

  it("smashed: unplugging it forgoes what it was good for", () => {
    const runs = run(text, { scenario: "smashed" });
    expect(noiseOf(runs)).toEqual(["1 thermostat unplugged"]);
    expect(operationsOf(runs)).toEqual([]);
    expect(runsOf(runs)).toEqual(["1 rest"]);
    expect(valueOf(runs, "room.temperature")).toBe(5);
    expect(outcomesOf(runs)).toEqual([true, true]);
  });
});

describe("A decree on house prices, and the way round through law", () => {
  const text = modelNamed("price_cap");

  it("has no errors, and expects the one that it shows", () => {
    expect(errorsIn(text)).toEqual([]);
    expect(errorsIn(text.replace("expect violation uncoupled_perturbation", ""))).toEqual([
      "uncoupled_perturbation economy",
    ]);
  });

  it("Without the line `expect violation uncoupled_perturbation`, checking this model reports it, with the way round", () => {
    const name = "price_cap.sys";
    const { diagnostics, sources } = check({
      name,
      text: text.replace("  expect violation uncoupled_perturbation\n", ""),
    });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const shown = renderText(errors, sources);
    expect(shown).toContain("error[uncoupled_perturbation]");
    expect(shown).toContain("price_cap.sys:46:11");
    expect(shown).toContain("perturb economy from politics with decree(cap: 50)");
    expect(shown).toContain("politics.bill ─constitution→ law.enacted");
    expect(shown).toContain("─contract→ economy.credit_cost");
    expect(shown).toContain("niklas explain uncoupled_perturbation");
  });

  it("decree: the city decrees a price, and nothing comes of it", () => {
    const runs = run(text, { scenario: "decree" });
    expect(operationsOf(runs)).toEqual(["0 politics.decree cap=50"]);
    expect(irritationsOf(runs)).toEqual([]);
    expect(decisionsOf(runs)).toEqual([]);
    expect(runsOf(runs)).toEqual(["1 rest"]);
    expect(valueOf(runs, "economy.price")).toBe(60);
    expect(outcomesOf(runs)).toEqual([true, true]);
    expect(foundIn(runs)).toEqual([]);
    const [decree] = entriesOf(runs, "operation");
    const fates = fatesIn(runs.result, decree?.id ?? -1);
    expect(
      fates.map((fate) => `${fate.owner} ${fate.kind === "noise" ? fate.reason : fate.kind}`).sort(),
    ).toEqual(["economy no coupling", "law not at issue"]);
  });

  it("reflexive_law: the same city legislates, and the economy answers for itself", () => {
    const runs = run(text, { scenario: "reflexive_law" });
    // 70 < 100, so that the lending limit is 70 and credit costs 30 more; 30 > 20, so that the price is 60 * 90%.
    expect(operationsOf(runs)).toEqual(["0 politics.bill limit=70", "1 law.judgment cost=30"]);
    expect(irritationsOf(runs)).toEqual(["1 law.enacted limit=70", "2 economy.credit_cost amount=30"]);
    expect(decisionsOf(runs)).toEqual(["1 legislation 0 lawful", "2 investment 0 non_payment"]);
    expect(runsOf(runs)).toEqual(["2 rest"]);
    expect(valueOf(runs, "law.lending_limit")).toBe(70);
    expect(valueOf(runs, "economy.price")).toBe(54);
    expect(violationsOf(runs)).toEqual([]);
    expect(outcomesOf(runs)).toEqual([true, true]);
    expect(verdictOf(text, { scenario: "reflexive_law" })).toBe("effective");
  });

  it("reflexive_law: a limit that costs too little is ineffective, and one that law has already does nothing", () => {
    const starting = (limit: number) =>
      verdictOf(text.replace("politics.bill(limit: 70)", `politics.bill(limit: ${limit})`), {
        scenario: "reflexive_law",
      });
    // 100 - 85 is no more than 20: the economy decides, and buys at its price. With 100 law judges nothing.
    expect(starting(85)).toBe("ineffective");
    expect(starting(100)).toBe("indifferent");
  });

  it("rule_of_law: politics reaches economy only through law", () => {
    expect(errorsIn(text).filter((each) => each.startsWith("property_violated"))).toEqual([]);
    const short = `${text}
extend economy { sensitive to fine(sum: number) program fines conditional on fine { otherwise -> non_payment { price := price - sum } } }
coupling taxes between politics and economy { politics.decree -> economy.fine(sum: cap) when cap > 0 }`;
    expect(errorsIn(short)).toContain("property_violated politics reaches economy only through law");
  });

  it("all of it is tested", () => {
    expect(outcomes(text, { scenario: "decree" })).toEqual([true, true]);
    expect(properties(text)).toEqual({ rule_of_law: true });
  });
});

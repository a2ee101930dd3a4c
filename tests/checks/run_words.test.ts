/*
 * The words of what is found only while a scenario runs, on facts as a run gives them. The models are those of the
 * pages; what the interpreter makes of them is tested with it.
 */
import { describe, expect, it } from "vitest";
import type { Place } from "../../src/base/place.ts";
import { check, checks } from "../../src/index.ts";
import { renderText } from "../../src/diagnostics/show/text.ts";
import type {
  BudgetExceededFacts,
  Cause,
  ExpectationFailedFacts,
  NeverSettlesFacts,
  NotANumberFacts,
  OutOfBoundsFacts,
  PropertyViolatedFacts,
  Stage,
  Stopped,
} from "../../src/diagnostics/run_facts.ts";
import type { Check } from "../../src/diagnostics/define.ts";
import type { CheckContext } from "../../src/checks/context.ts";
import { createContext } from "../../src/checks/support/create_context.ts";
import { budget_exceeded } from "../../src/checks/budget_exceeded.ts";
import { expectation_failed } from "../../src/checks/expectation_failed.ts";
import { never_settles } from "../../src/checks/never_settles.ts";
import { not_a_number } from "../../src/checks/not_a_number.ts";
import { out_of_bounds } from "../../src/checks/out_of_bounds.ts";
import { property_violated } from "../../src/checks/property_violated.ts";
import { modelOf, readPage } from "../support/pages.ts";

const needingRun = checks.filter((each) => each.needsRun === true).map(({ name }) => name);

describe.each([...needingRun, "property_violated"])("the page of %s", (name) => {
  const sections = readPage(name).sections;

  it.each(["Wrong", "Right", "More"])("has nothing to find without a run: %s", (heading) => {
    const fences = (sections.get(heading) ?? []).filter(({ words }) => words.includes("run"));
    for (const fence of fences) {
      const found = check(fence.text).diagnostics.map((each) => `${each.check}: ${each.message}`);
      expect(found).toEqual([]);
    }
    if (heading !== "More" && needingRun.includes(name)) expect(fences).toHaveLength(1);
  });
});

/** The model that a page shows as wrong, and where things stand in it. */
function pageModel(name: string, heading = "Wrong") {
  const fences = (readPage(name).sections.get(heading) ?? []).filter(({ words }) => words.includes("run"));
  const text = modelOf(fences)?.entry.text ?? "";
  const placeOf = (part: string): Place => {
    const start = text.indexOf(part);
    expect(start, `${part} stands in the model of ${name}`).toBeGreaterThanOrEqual(0);
    return { file: "model.sys", start, end: start + part.length };
  };
  return { text, placeOf };
}

/** The finding as a reader sees it. */
function rendered<Facts>(one: Check<Facts, CheckContext>, facts: Facts, place: Place, text: string): string {
  const { model, sources } = check({ name: "model.sys", text });
  const context = createContext(model, sources);
  const diagnostic = {
    check: one.name,
    severity: one.severity,
    place,
    facts,
    ...one.words(facts, context, place),
    fixes: one.fixes?.(facts, context, place) ?? [],
  };
  return renderText([diagnostic], (file) => sources.get(file), { colour: false, width: 100 });
}

describe("expectation_failed", () => {
  const { text, placeOf } = pageModel("expectation_failed");
  const expected = "room.temperature = 21";
  const moment = { scenario: "mild_morning", seed: 1, step: 6 };
  const value = (temperature: string, step: number): Cause => ({
    kind: "value",
    name: "room.temperature",
    value: temperature,
    step,
    place: placeOf("temperature := temperature + 1"),
  });

  it("shows what a condition read, how that came about, and the nearest run", async () => {
    const facts: ExpectationFailedFacts = {
      ...moment,
      expected,
      found: { kind: "condition", values: [{ name: "room.temperature", value: "20" }] },
      stopped: [],
      causes: [
        { kind: "operation", operation: "thermostat.heat", args: [], step: 2, place: placeOf("emit heat") },
        value("20", 4),
      ],
      nearest: {
        changes: [{ name: "room.temperature", from: "18", to: "19", place: undefined }],
      },
    };
    const shown = rendered(expectation_failed, facts, placeOf(expected), text);
    await expect(shown).toMatchFileSnapshot("messages_of_runs/expectation_failed_condition.txt");
  });

  const stopped = (stage: Stage): Stopped => ({
    stage,
    step: 3,
    operation: "thermostat.heat",
    args: [{ name: "degrees", value: "2" }],
    target: "boiler",
    coupling: "radiator",
    at: "warmth",
    decided: "warm_enough",
    leading: [{ kind: "rule", condition: "degrees > 5", values: [{ name: "degrees", value: "2" }] }],
    condition: "degrees > 5",
    values: [{ name: "degrees", value: "2" }],
    place: placeOf("thermostat.heat -> room"),
  });

  it("says at which stage an irritation ended", async () => {
    const stages: readonly Stage[] = [
      "not at issue",
      "no coupling",
      "no channel",
      "closed",
      "condition",
      "chance",
      "capacity",
      "out of bounds",
      "unplugged",
      "filtered",
      "undecided",
      "under way",
      "program",
      "limit",
    ];
    const shown = stages.map((stage) => {
      const facts: ExpectationFailedFacts = {
        ...moment,
        expected: "boiler resonates to warmth",
        found: { kind: "resonates", system: "boiler", to: "warmth" },
        stopped: [stopped(stage)],
        causes: [],
        nearest: undefined,
      };
      return rendered(expectation_failed, facts, placeOf(expected), text);
    });
    await expect(shown.join("\n")).toMatchFileSnapshot("messages_of_runs/expectation_failed_stages.txt");
  });

  it("says of each kind of outcome what was found instead", async () => {
    const decision = {
      kind: "decision",
      system: "thermostat",
      program: "regulate",
      value: "too_cold",
      step: 2,
      place: placeOf("when degrees < 20"),
    } as const;
    const holds = { holds: true, values: [] };
    const fails = { holds: false, values: [{ name: "room.temperature", value: "12" }] };
    const outcomes: readonly ExpectationFailedFacts["found"][] = [
      { kind: "stays indifferent", system: "thermostat", sensitivity: "thermostat.reading", decision },
      { kind: "designates", system: "thermostat", wanted: "too_cold", designated: "warm_enough" },
      { kind: "designates", system: "thermostat", wanted: "too_cold", designated: undefined },
      { kind: "occurs", of: "thermostat.heat", bound: "at least", wanted: 3, counted: 2 },
      { kind: "occurs", of: "thermostat.heat", bound: "exactly", wanted: 0, counted: 2 },
      {
        kind: "verdict",
        regulation: "warm_up",
        wanted: "effective",
        verdict: "ineffective",
        aim: "room.temperature > 15",
        withIt: fails,
        without: fails,
      },
      {
        kind: "verdict",
        regulation: "warm_up",
        wanted: "effective",
        verdict: "backfiring",
        aim: "room.temperature > 15",
        withIt: fails,
        without: holds,
      },
    ];
    const shown = outcomes.map((found) =>
      rendered(
        expectation_failed,
        { ...moment, expected, found, stopped: [], causes: [], nearest: undefined },
        placeOf(expected),
        text,
      ),
    );
    await expect(shown.join("\n")).toMatchFileSnapshot("messages_of_runs/expectation_failed_outcomes.txt");
  });
});

it("property_violated shows the step, the values and the causes", async () => {
  const { text, placeOf } = pageModel("property_violated", "More");
  const claim = placeOf("always room.temperature > 0");
  const base = { kind: "run", property: "no_frost", scenario: "winter", seed: 1, step: 0 } as const;
  const facts: readonly PropertyViolatedFacts[] = [
    {
      ...base,
      claim: "always",
      text: "room.temperature > 0",
      occurred: undefined,
      stopped: [],
      values: [{ name: "room.temperature", value: "-5" }],
      causes: [
        {
          kind: "value",
          name: "room.temperature",
          value: "-5",
          step: 0,
          place: placeOf("change room.temperature to -5"),
        },
      ],
    },
    {
      ...base,
      step: 9,
      claim: "after",
      text: "room.temperature > 20",
      occurred: { operation: "thermostat.heat", step: 2 },
      values: [],
      causes: [],
      stopped: [],
    },
  ];
  const shown = facts.map((each) => rendered(property_violated, each, claim, text));
  await expect(shown.join("\n")).toMatchFileSnapshot("messages_of_runs/property_violated.txt");
});

it("out_of_bounds names the clause, the bounds and what is kept", async () => {
  const { text, placeOf } = pageModel("out_of_bounds");
  const assignment = placeOf("temperature := temperature + 70");
  const facts: OutOfBoundsFacts = {
    scenario: "cold_morning",
    seed: 1,
    step: 2,
    bounded: "quantity",
    name: "room.temperature",
    value: "85",
    low: "-50",
    high: "60",
    kept: "15",
    declared: placeOf("number in -50..60"),
    by: { what: "channel", name: "radiator", place: assignment },
    causes: [
      { kind: "operation", operation: "thermostat.heat", args: [], step: 1, place: placeOf("emit heat") },
    ],
  };
  const argument: OutOfBoundsFacts = {
    ...facts,
    bounded: "argument",
    low: undefined,
    kept: undefined,
    causes: [],
  };
  const shown = [facts, argument].map((each) => rendered(out_of_bounds, each, assignment, text));
  await expect(shown.join("\n")).toMatchFileSnapshot("messages_of_runs/out_of_bounds.txt");
});

it("not_a_number shows the expression, what it read and what does not happen", async () => {
  const { text, placeOf } = pageModel("not_a_number");
  const quotient = placeOf("1 / (temperature - 15)");
  const facts: NotANumberFacts = {
    scenario: "cold_morning",
    seed: 1,
    step: 2,
    wanted: "finite number",
    expression: "1 / (temperature - 15)",
    value: "∞",
    values: [{ name: "temperature", value: "15" }],
    prevented: "effect",
    by: { what: "channel", name: "radiator", place: quotient },
    causes: [],
  };
  const probability: NotANumberFacts = {
    ...facts,
    wanted: "probability",
    expression: "temperature / 10",
    value: "1.5",
    prevented: "passage",
  };
  const shown = [facts, probability].map((each) => rendered(not_a_number, each, quotient, text));
  await expect(shown.join("\n")).toMatchFileSnapshot("messages_of_runs/not_a_number.txt");
});

it("never_settles and budget_exceeded name what goes on", async () => {
  const settling = pageModel("never_settles");
  const never: NeverSettlesFacts = {
    scenario: "cold_morning",
    seed: 1,
    step: 1000,
    steps: 1000,
    recurring: [{ name: "thermostat.heat", times: 500, place: settling.placeOf("operation heat") }],
  };
  const growing = pageModel("budget_exceeded");
  const budget: BudgetExceededFacts = {
    scenario: "rumour",
    seed: 1,
    step: 21,
    budget: "operations in one step",
    without: undefined,
    most: 1_000_000,
    recurring: [{ name: "neighbourhood.story", times: 1_048_576, place: growing.placeOf("operation story") }],
  };
  const budgets: readonly BudgetExceededFacts["budget"][] = [
    "operations in one step",
    "irritations under way",
    "steps",
    "length of the trace",
    "numbers in the trace",
    "numbers for verdicts",
    "runs",
  ];
  const shown = [
    rendered(never_settles, never, settling.placeOf("run\n"), settling.text),
    ...budgets.map((each) =>
      rendered(budget_exceeded, { ...budget, budget: each }, growing.placeOf("run 60 steps"), growing.text),
    ),
  ];
  await expect(shown.join("\n")).toMatchFileSnapshot("messages_of_runs/unending.txt");
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  explore,
  judgedOf,
  playShown,
  renderExplored,
  renderExploredJson,
  run,
  UnfittingChoices,
} from "../../src/index.ts";
import type { Course } from "../../src/engine/course.ts";
import { explore as exploreStates } from "../../src/engine/explore/explore.ts";
import { play, startPlaying } from "../../src/engine/play.ts";
import { runProperties } from "../../src/engine/properties.ts";
import type { Prepared } from "../../src/runs/prepared.ts";
import { exploreValidator } from "../support/json-schema.ts";
import { ready, readyExample } from "../support/running.ts";
import { everyRun } from "./every_run.ts";

/** A court of which chance and somebody's choices make more or less. */
const court = (occasions: string) => `function system law {
  function "keep expectations though they are disappointed"
  code lawful / unlawful
  sensitive to case(size: number in 0..3)
  operation ruling(size: number in 0..3)
  expectation load: number in 0..10 = 0
  expectation mode: one of (calm, busy, chaos) = calm
  program judging conditional on case {
    when size >= 2 and chance(10%) -> unlawful { load := min(10, load + 2) mode := busy emit ruling(size: size) }
    when size >= 1 -> lawful { load := max(0, load - 1) }
    when size < 0 -> lawful { mode := chaos }
    otherwise -> undecided
  }
}
environment town { event dispute(size: number in 0..3) }
coupling court between town and law { town.dispute -> law.case(size: size) with chance 0.5 }
scenario year {
  repeat 3 times {
    ${occasions}
    run 1 step
  }
  run
  expect law.load < 4
  expect law.load <= 10
  expect law.load = 9
  expect law resonates
}
property light { always law.load < 6 }
property bounded { always law.load <= 10 }
property heard { after town.dispute eventually law resonates }
property busy { eventually law.mode = busy }
`;

const either = "either { town emits dispute(size: 3) } or { town emits dispute(size: 1) } or { }";
const bench = (name: string, altered: (text: string) => string) =>
  ready(altered(readFileSync(new URL(`../../bench/explore/${name}.sys`, import.meta.url), "utf8")));

function only({ checked }: Prepared) {
  const [scenario] = checked.model.scenarios;
  if (scenario === undefined) throw new Error("a model with a scenario is wanted");
  return scenario;
}

describe("a run that exploring shows", () => {
  const result = explore(ready(court(either)));

  it("shows it when it is played again", () => {
    expect(result.done.kind).toBe("exhausted");
    expect(result.properties.map(({ violated }) => violated?.steps)).toEqual([3, undefined, 4, 4]);
    for (const { name, violated } of result.properties) {
      if (violated === undefined) continue;
      const { played } = playShown(result, violated);
      expect(played.properties.filter(({ property }) => property.name === name)).toMatchObject([
        { step: violated.steps },
      ]);
    }
    for (const [number, { held, failed }] of result.expectations.entries()) {
      if (held) expect(playShown(result, held).expectations[number]?.holds).toBe(true);
      if (failed) expect(playShown(result, failed).expectations[number]?.holds).toBe(false);
    }
    expect(result.expectations.map(judgedOf)).toEqual(["possible", "inevitable", "impossible", "possible"]);
  });

  it("is told what can never be", () => {
    expect(result.never.values).toMatchObject([{ kind: "value", name: "law.mode", value: "chaos" }]);
    expect(result.never.clauses).toHaveLength(2);
    expect(result.never.channels).toEqual([]);
  });

  it("is refused where choices are none, or more than are open", () => {
    const choose = (choices: readonly number[]) => () => run(ready(court(either)), { choices });
    expect(choose([3])).toThrow(UnfittingChoices);
    expect(choose([0, 2])).toThrow(UnfittingChoices);
    expect(choose([2, 2, 2, 0])).toThrow("more choices than the run leaves open: 3");
    expect(choose([2, 2, 2])).not.toThrow();
  });

  it("is written as its schema says, and as text", () => {
    const validate = exploreValidator();
    expect(validate(JSON.parse(renderExploredJson([{ name: "court.sys", results: [result] }])))).toEqual([]);
    const text = renderExplored(result, {
      colour: false,
      ascii: true,
      width: 80,
      where: ({ file }) => file,
      again: ({ choices }) => `again ${choices?.join(",")}`,
    });
    expect(text).toContain("exhausted: ");
    expect(text).toContain("property bounded  holds in every run");
    expect(text).toContain("law.load <= 10  inevitable");
  });
});

describe("the states", () => {
  /** Everything there is, in words of its own. */
  function everything({ state, at, taken, counters, instructions }: Course): string {
    const { values, present, schedule, step, designated } = state;
    const changed = [...state.touched].filter((slot) => values[slot] !== state.offered[slot]);
    return JSON.stringify({
      at: at < 0 ? "beginning" : instructions.list[at]?.kind,
      taken,
      counters: [...counters],
      values: [...values],
      happened: [...present.numbers.slice(0, present.used)],
      due: [...schedule.next.numbers.slice(0, schedule.next.used)],
      later: schedule
        .afterNext()
        .map(([when, { numbers, used }]) => [when - step, ...numbers.slice(0, used)]),
      changed,
      // What a system designated last is read by nothing in these models.
      designated: designated.length,
    });
  }

  it.each([
    ["small", (text: string) => text.replace("960", "5")],
    ["wide", (text: string) => text.replace(/repeat \d+ times/, "repeat 2 times")],
    ["deep", (text: string) => text.replace("12000", "9")],
  ] as const)("of %s are those that a plain search through objects finds", (name, altered) => {
    const prepared = bench(name, altered);
    const scenario = only(prepared);
    const mine = new Set<string>();
    const { states } = exploreStates(prepared.compiled(), prepared.compiledScenario(scenario), {
      states: 100_000,
      depth: Infinity,
      properties: [],
      likelihoods: false,
      visit: (course) => mine.add(everything(course)),
    });
    const plain = new Set<string>();
    const walk = (
      options: Partial<Parameters<typeof startPlaying>[2]>,
      into: (key: string) => void,
    ): void => {
      const playing = startPlaying(prepared.compiled(), prepared.compiledScenario(scenario), {
        traced: false,
        ...options,
      });
      const { course } = playing;
      into(everything(course));
      for (let before = 0; playing.advance(); before = course.state.step)
        if (course.state.step > before) into(everything(course));
    };
    for (const { choices } of everyRun(prepared, scenario, 5_000) ?? []) {
      let met = 0;
      walk(
        {
          choose: () => choices[met++] ?? 0,
          decide: (_place, _step, probability = 0) =>
            choices[met++] === 0 ? probability / 2 : (1 + probability) / 2,
        },
        (key) => plain.add(key),
      );
    }
    expect(plain.size).toBeGreaterThan(20);
    expect(mine.size).toBe(states);
    expect([...mine].sort()).toEqual([...plain].sort());
    for (let seed = 1; seed <= 100; seed += 1) walk({ seed }, (key) => expect(mine).toContain(key));
  });
});

describe("probabilities", () => {
  const prepared = ready(court("town emits dispute(size: 3)"));
  const result = explore(prepared);
  const runs = 3_000;
  const failed = new Map<string, number>();
  for (let seed = 1; seed <= runs; seed += 1) {
    const played = play(prepared.compiled(), prepared.compiledScenario(only(prepared)), {
      seed,
      traced: false,
      properties: runProperties(prepared.checked.model),
    });
    for (const { property } of played.properties)
      failed.set(property.name, (failed.get(property.name) ?? 0) + 1);
  }

  it.each(["light", "bounded", "heard", "busy"])(
    "of a violation of %s lie where sampling finds them",
    (name) => {
      const exact = result.properties.find((each) => each.name === name)?.likelihood;
      const [low, high] = wilson(failed.get(name) ?? 0, runs);
      expect(exact?.least).toBe(exact?.most);
      expect(exact?.most).toBeGreaterThanOrEqual(low);
      expect(exact?.most).toBeLessThanOrEqual(high);
    },
  );

  it("are exact", () => {
    // Nothing comes through three times; and all three times it does and weighs.
    const of = (name: string) => result.properties.find((each) => each.name === name)?.likelihood?.most;
    expect(of("heard")).toBeCloseTo(0.125, 12);
    expect(of("light")).toBeCloseTo(0.05 ** 3, 12);
    expect(of("busy")).toBeCloseTo(0.95 ** 3, 12);
    expect(of("bounded")).toBe(0);
  });
});

/** Wilson's interval for a share, so wide that one in a million would lie outside. */
function wilson(times: number, of: number): readonly [number, number] {
  const z = 4.9;
  const share = times / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return [middle - half, middle + half];
}

describe("what exploring says of what it did", () => {
  const walk = `environment street { place: number = 0 becomes place + step }
scenario far { run 300 steps expect street.place > 0 }
property near { always street.place < 40000 }
`;
  it("is bounded, by what, and what grows; and runs played to their end find what lies beyond", () => {
    const prepared = ready(walk);
    const bounded = explore(prepared, { depth: 12, runs: 5 });
    expect(bounded.done).toMatchObject({ kind: "bounded", bound: "depth", depth: 12 });
    const few = explore(prepared, { states: 100 });
    expect(few.done).toMatchObject({ kind: "bounded", bound: "states", states: 101 });
    expect("growing" in few.done && few.done.growing.map(({ name }) => name)).toContain("street.place");
    // There is but one run, and it was played.
    expect(few.properties).toMatchObject([{ by: "runs", violated: { steps: 283 } }]);
    expect(explore(prepared).properties).toMatchObject([{ by: "states", violated: { steps: 283 } }]);
  });

  it("is bounded where one step leaves more open than can be gone through", () => {
    const numbers = Array.from({ length: 24 }, (_, number) => number);
    const text = `${numbers.map((number) => `machine m${number} { function "f" code yes / no sensitive to word expectation heard: boolean = false program p conditional on word { otherwise -> yes { heard := true } } }`).join("\n")}
environment town { event rumour }
${numbers.map((number) => `coupling c${number} between town and m${number} { town.rumour -> m${number}.word with chance 50% }`).join("\n")}
scenario day { town emits rumour run }
property silence { eventually m0.heard or m23.heard }
`;
    const result = explore(ready(text), { runs: 50 });
    expect(result.done).toMatchObject({ kind: "bounded", bound: "transitions" });
    expect(result.properties).toMatchObject([{ by: "some states", likelihood: undefined }]);
    expect(result.properties[0]?.violated).toBeDefined();
  });

  it("is sampled where a number is drawn", () => {
    const drawn = explore(ready(walk.replace("place + step", "place + uniform(0, 1)")), { runs: 20 });
    expect(drawn.done).toMatchObject({ kind: "sampled", runs: 20 });
    expect(drawn.properties).toMatchObject([
      { by: "some runs", violated: undefined, sampled: { failed: 0, runs: 20 } },
    ]);
  });
});

describe("the miscarriage of justice", () => {
  const prepared = readyExample("miscarriage/miscarriage.sys");

  it("is found by exploring", () => {
    const result = explore(prepared);
    expect(result.done.kind).toBe("exhausted");
    const [corrected] = result.properties;
    expect(corrected).toMatchObject({ name: "corrected", by: "states", violated: { steps: 10 } });
    expect(corrected?.likelihood?.most).toBeLessThan(1 / 400_000);
    expect(corrected?.violated && playShown(result, corrected.violated).diagnostics).toMatchObject([
      { check: "property_violated" },
    ]);
  });

  it("is missed by ten thousand runs", { timeout: 120_000 }, () => {
    const properties = runProperties(prepared.checked.model);
    for (let seed = 1; seed <= 10_000; seed += 1) {
      const played = play(prepared.compiled(), prepared.compiledScenario(only(prepared)), {
        seed,
        traced: false,
        properties,
      });
      expect(played.properties).toEqual([]);
    }
  });
});

import { describe, expect, it } from "vitest";
import { choosing } from "../../src/engine/explore/choosing.ts";
import { tossed } from "../../src/engine/explore/tosses.ts";
import { play, type Played } from "../../src/engine/play.ts";
import { runProperties } from "../../src/engine/properties.ts";
import { explore } from "../../src/runs/explore.ts";
import { judgedOf } from "../../src/runs/judged.ts";
import type { Prepared } from "../../src/runs/prepared.ts";
import { playShown } from "../../src/runs/told.ts";
import { ready } from "../support/running.ts";

/** A court of which chance and somebody's choices make more or less. */
const court = `function system law {
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
    either { town emits dispute(size: 3) } or { town emits dispute(size: 1) } or { }
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

interface OneRun {
  readonly played: Played;
  readonly choices: readonly number[];
  readonly probability: number;
  readonly branches: string;
}

/** Every run there is, played from its beginning to its end, one after another. */
function everyRun(prepared: Prepared): readonly OneRun[] {
  const [scenario] = prepared.checked.model.scenarios;
  if (scenario === undefined) return [];
  const open = choosing();
  const runs: OneRun[] = [];
  open.begin();
  do {
    const { decide, decideBeside } = tossed(open.toss);
    const played = play(prepared.compiled(), prepared.compiledScenario(scenario), {
      traced: false,
      choose: (_, branches) => open.choose(branches),
      decide,
      decideBeside,
      properties: runProperties(prepared.checked.model),
    });
    runs.push({
      played,
      choices: open.made.map(({ branch }) => branch),
      probability: open.made.reduce((product, { probability }) => product * probability, 1),
      branches: open.made.flatMap(({ kind, branch }) => (kind === "either" ? [branch] : [])).join(" "),
    });
  } while (open.next());
  return runs;
}

describe("exploring", () => {
  const prepared = ready(court);
  const runs = everyRun(prepared);
  const result = explore(prepared);

  it("finds the same as all runs played one after another", () => {
    expect(result.done).toMatchObject({ kind: "exhausted", bound: undefined });
    for (const { name, violated } of result.properties) {
      const steps = runs.flatMap(({ played }) =>
        played.properties.filter(({ property }) => property.name === name).map(({ step }) => step),
      );
      expect([name, violated?.steps]).toEqual([name, steps.length === 0 ? undefined : Math.min(...steps)]);
    }
    for (const [number, each] of result.expectations.entries()) {
      const held = new Set(runs.map(({ played }) => played.expectations[number]?.holds));
      expect([each.text, each.held !== undefined, each.failed !== undefined]).toEqual([
        each.text,
        held.has(true),
        held.has(false),
      ]);
    }
    expect(result.expectations.map(judgedOf)).toEqual(["possible", "inevitable", "impossible", "possible"]);
  });

  it("says of each run that shows something what plays it again", () => {
    for (const { name, violated } of result.properties) {
      if (violated === undefined) continue;
      const played = playShown(result, violated);
      expect(played.played.properties.filter(({ property }) => property.name === name)).toMatchObject([
        { step: violated.steps },
      ]);
    }
    for (const [number, { held, failed }] of result.expectations.entries()) {
      if (held) expect(playShown(result, held).expectations[number]?.holds).toBe(true);
      if (failed) expect(playShown(result, failed).expectations[number]?.holds).toBe(false);
    }
  });
});

/* Runs of a scenario played one after another: all that there are, where they are few; else some, each with a seed of its own. */
import type { Place } from "../base/place.ts";
import { verdicts as allVerdicts } from "../checks/support/verdicts.ts";
import type { Verdict } from "../diagnostics/run_facts.ts";
import { choosing } from "../engine/explore/choosing.ts";
import { whatMatters } from "../engine/explore/matters.ts";
import { Sightings } from "../engine/explore/sightings.ts";
import { tossed } from "../engine/explore/tosses.ts";
import { instructionsOf } from "../engine/instructions.ts";
import { play, type Expected, type Played } from "../engine/play.ts";
import type { RunProperty } from "../engine/properties.ts";
import type { Property, Scenario } from "../model/model.ts";
import type {
  ExploredExpectation,
  ExploredProperty,
  ExploredVerdict,
  FoundBy,
  Shown,
  Wrong,
  Sampled,
} from "./explored.ts";
import type { Prepared } from "./prepared.ts";
import { playOptions, type RunOptions } from "./run.ts";

export interface PlayedWays {
  readonly runs: number;
  readonly by: FoundBy;
  readonly properties: readonly ExploredProperty[];
  readonly expectations: ReadonlyMap<
    Expected["step"],
    Pick<ExploredExpectation, "held" | "failed" | "sampled">
  >;
  readonly verdicts: readonly ExploredVerdict[];
  readonly sightings: Sightings;
  readonly wrong: readonly Wrong[];
  /** Where something is drawn that has infinitely many outcomes. */
  readonly continua: readonly Place[];
}

interface Most {
  /** Where there are no more runs than this, all are played; else so many are. */
  readonly ways: number;
  readonly runs: number;
}

export function playWays(
  prepared: Prepared,
  scenario: Scenario,
  properties: readonly RunProperty[],
  options: RunOptions,
  most: Most,
): PlayedWays {
  const compiled = prepared.compiled();
  const ready = prepared.compiledScenario(scenario);
  const { continua } = whatMatters(compiled, ready, instructionsOf(ready).list);
  let gathering = gather(prepared, properties);

  function playOnce(more: Partial<Parameters<typeof play>[2]>): Played {
    return play(compiled, ready, {
      ...playOptions(prepared, { ...options, traced: false }),
      // Short ways tell nothing of what happens.
      shortcuts: undefined,
      recorder: gathering.sightings,
      properties,
      ...more,
    });
  }

  /** Whether all were played. */
  function playAll(): boolean {
    const open = choosing();
    let apart = false;
    open.begin();
    for (let runs = 1; ; runs += 1) {
      const { decide, decideBeside, isApart } = tossed(open.toss);
      const played = playOnce({ choose: (_, branches) => open.choose(branches), decide, decideBeside });
      apart ||= isApart();
      gathering.add(played, { choices: open.made.map(({ branch }) => branch), seed: undefined });
      if (!open.next()) return !apart;
      if (runs >= most.ways) return false;
    }
  }

  const isAll = most.ways > 0 && continua.length === 0 && playAll();
  if (!isAll) {
    gathering = gather(prepared, properties);
    for (let seed = 1; seed <= most.runs; seed += 1)
      gathering.add(playOnce({ seed }), { choices: undefined, seed });
  }
  return { ...gathering.result(isAll ? "runs" : "some runs"), continua };
}

function gather(prepared: Prepared, properties: readonly RunProperty[]) {
  const compiled = prepared.compiled();
  const sightings = new Sightings(compiled);
  const violated = new Map<Property, Shown & { failed: number }>();
  const expectations = new Map<Expected["step"], Looked>();
  const verdicts = new Map<string, { readonly place: Place; readonly shown: Map<Verdict, Shown> }>();
  const wrong = new Map<string, Wrong>();
  let runs = 0;

  function add(played: Played, by: Pick<Shown, "choices" | "seed">): void {
    runs += 1;
    sightings.sees(played.course.initial);
    const end = { steps: played.course.state.step, ...by };
    for (const { property, step } of played.properties) {
      const known = violated.get(property);
      const shown = known !== undefined && known.steps <= step ? known : { steps: step, ...by };
      violated.set(property, { ...shown, failed: (known?.failed ?? 0) + 1 });
    }
    const failedNow = new Set<Looked>();
    for (const { step, holds, at } of played.expectations) {
      let known = expectations.get(step);
      if (known === undefined)
        expectations.set(step, (known = { held: undefined, failed: undefined, times: 0 }));
      const which = holds ? "held" : "failed";
      if (known[which] === undefined || at < known[which].steps) known[which] = { steps: at, ...by };
      if (!holds) failedNow.add(known);
    }
    for (const looked of failedNow) looked.times += 1;
    for (const { regulation, verdict } of played.verdicts) {
      const name = compiled.layout.nameOf(regulation.id);
      let known = verdicts.get(name);
      if (known === undefined)
        verdicts.set(name, (known = { place: regulation.namePlace, shown: new Map() }));
      if (!known.shown.has(verdict)) known.shown.set(verdict, end);
    }
    for (const { violation, expected } of played.course.reporter.reported) {
      const { check, place } = violation;
      const key = `${check} ${place.file} ${place.start} ${place.end}`;
      if (!wrong.has(key)) wrong.set(key, { check, place, expected, shown: end });
    }
  }

  function result(by: FoundBy): Omit<PlayedWays, "continua"> {
    const sampledWith = (failed: number): Sampled | undefined =>
      by === "some runs" ? { failed, runs } : undefined;
    return {
      runs,
      by,
      sightings,
      wrong: [...wrong.values()],
      expectations: new Map(
        [...expectations].map(([step, { held, failed, times }]) => [
          step,
          { held, failed, sampled: sampledWith(times) },
        ]),
      ),
      properties: properties.map((each) => {
        const found = violated.get(each.property);
        return {
          ...headOf(each),
          violated: found && { steps: found.steps, choices: found.choices, seed: found.seed },
          by,
          likelihood: undefined,
          sampled: sampledWith(found?.failed ?? 0),
        };
      }),
      verdicts: [...verdicts].map(([regulation, { place, shown }]) => ({
        regulation,
        place,
        occurring: [...shown].map(([verdict, one]) => ({ verdict, shown: one })),
        never: allVerdicts.filter((verdict) => !shown.has(verdict)),
        by,
      })),
    };
  }

  return { sightings, add, result };
}

/** What is said of a property, whatever came of it. */
export function headOf({ property }: RunProperty) {
  return { property, name: property.name, label: property.label, place: property.namePlace };
}

/** An expectation in the runs in which it was looked at, and in how many of them it failed. */
interface Looked {
  held: Shown | undefined;
  failed: Shown | undefined;
  times: number;
}

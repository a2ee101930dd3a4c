/* Runs of a scenario played one after another: all that there are, where they are few; else some, each with a seed of its own. */
import type { Place } from "../base/place.ts";
import { verdicts as allVerdicts, type Verdict } from "../diagnostics/run_facts.ts";
import { choosing } from "../engine/explore/choosing.ts";
import { whatMatters } from "../engine/explore/matters.ts";
import { Sightings } from "../engine/explore/sightings.ts";
import { tossed } from "../engine/explore/tosses.ts";
import { instructionsOf } from "../engine/instructions.ts";
import { play, type Expected, type Played } from "../engine/play.ts";
import type { RunProperty } from "../engine/properties.ts";
import type { Property, Scenario } from "../model/model.ts";
import type { ExploredExpectation, ExploredProperty, ExploredVerdict, FoundBy, Shown } from "./explore.ts";
import type { Prepared } from "./prepared.ts";
import { playOptions, type RunOptions } from "./run.ts";

export interface PlayedWays {
  readonly runs: number;
  readonly by: FoundBy;
  readonly properties: readonly ExploredProperty[];
  readonly expectations: ReadonlyMap<Expected["step"], Pick<ExploredExpectation, "held" | "failed">>;
  readonly verdicts: readonly ExploredVerdict[];
  readonly sightings: Sightings;
  readonly wrong: readonly { readonly check: string; readonly place: Place; readonly expected: boolean }[];
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
  const violated = new Map<Property, Shown>();
  const expectations = new Map<Expected["step"], { held: Shown | undefined; failed: Shown | undefined }>();
  const verdicts = new Map<string, { readonly place: Place; readonly shown: Map<Verdict, Shown> }>();
  const wrong = new Map<string, PlayedWays["wrong"][number]>();
  let runs = 0;

  function add(played: Played, by: Pick<Shown, "choices" | "seed">): void {
    runs += 1;
    for (const { property, step } of played.properties) {
      const known = violated.get(property);
      if (known === undefined || step < known.steps) violated.set(property, { steps: step, ...by });
    }
    for (const { step, holds, at } of played.expectations) {
      let known = expectations.get(step);
      if (known === undefined) expectations.set(step, (known = { held: undefined, failed: undefined }));
      const which = holds ? "held" : "failed";
      if (known[which] === undefined || at < known[which].steps) known[which] = { steps: at, ...by };
    }
    for (const { regulation, verdict } of played.verdicts) {
      const name = compiled.layout.nameOf(regulation.id);
      let known = verdicts.get(name);
      if (known === undefined)
        verdicts.set(name, (known = { place: regulation.namePlace, shown: new Map() }));
      if (!known.shown.has(verdict)) known.shown.set(verdict, { steps: played.course.state.step, ...by });
    }
    for (const { violation, expected } of played.course.reporter.reported) {
      const { check, place } = violation;
      wrong.set(`${check} ${place.file} ${place.start} ${place.end}`, { check, place, expected });
    }
  }

  return {
    sightings,
    add,
    result: (by: FoundBy): Omit<PlayedWays, "continua"> => ({
      runs,
      by,
      sightings,
      expectations,
      wrong: [...wrong.values()],
      properties: properties.map(({ property }) => ({
        property,
        name: property.name,
        label: property.label,
        place: property.namePlace,
        violated: violated.get(property),
        by,
        likelihood: undefined,
      })),
      verdicts: [...verdicts].map(([regulation, { place, shown }]) => ({
        regulation,
        place,
        occurring: [...shown].map(([verdict, one]) => ({ verdict, shown: one })),
        never: allVerdicts.filter((verdict) => !shown.has(verdict)),
        by,
      })),
    }),
  };
}

/* Runs of a scenario played one after another: all that there are, where they are few; else some, each with a seed of its own. */
import type { Place } from "../base/place.ts";
import { verdicts as allVerdicts, type Verdict } from "../diagnostics/run_facts.ts";
import type { Likelihood } from "../engine/explore/likelihood.ts";
import { choosing, type Choice } from "../engine/explore/choosing.ts";
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
import { likelihoodAmong } from "./ways_likelihood.ts";

/** What came of an expectation in runs that were played, or compared. */
export type ComparedExpectation = Pick<ExploredExpectation, "held" | "failed" | "sampled" | "likelihood">;

export interface PlayedWays {
  readonly runs: number;
  readonly by: FoundBy;
  readonly properties: readonly ExploredProperty[];
  readonly expectations: ReadonlyMap<Expected["step"], ComparedExpectation>;
  readonly verdicts: readonly ExploredVerdict[];
  readonly sightings: Sightings;
  readonly wrong: readonly Wrong[];
  /** Where something is drawn that has infinitely many outcomes. */
  readonly continua: readonly Place[];
}

/** Runs of a scenario, which are not played before they are asked for. */
export interface Ways {
  /** All there are; undefined if there are more than so many, or something is drawn that has infinitely many outcomes. */
  readonly every: (most: number) => PlayedWays | undefined;
  /** So many, with seeds from 1 on. */
  readonly some: (runs: number) => PlayedWays;
}

export function waysOf(
  prepared: Prepared,
  scenario: Scenario,
  properties: readonly RunProperty[],
  options: RunOptions,
): Ways {
  const compiled = prepared.compiled();
  const ready = prepared.compiledScenario(scenario);
  const { continua } = whatMatters(compiled, ready, instructionsOf(ready).list);

  function playOnce({ sightings }: Gathering, more: Partial<Parameters<typeof play>[2]>): Played {
    return play(compiled, ready, {
      ...playOptions(prepared, { ...options, traced: false }),
      // Short ways tell nothing of what happens.
      shortcuts: undefined,
      recorder: sightings,
      properties,
      ...more,
    });
  }

  function every(most: number): PlayedWays | undefined {
    if (continua.length > 0) return undefined;
    const gathering = gather(prepared, properties);
    const open = choosing();
    let apart = false;
    open.begin();
    for (let runs = 1; ; runs += 1) {
      const { decide, decideBeside, isApart } = tossed(open.toss);
      const played = playOnce(gathering, {
        choose: (_, branches) => open.choose(branches),
        decide,
        decideBeside,
      });
      apart ||= isApart();
      gathering.add(played, { choices: open.made.map(({ branch }) => branch), seed: undefined }, open.made);
      const more = open.next();
      if (apart || (more && runs >= most)) return undefined;
      if (!more) return { ...gathering.result("runs"), continua };
    }
  }

  function some(runs: number): PlayedWays {
    const gathering = gather(prepared, properties);
    for (let seed = 1; seed <= runs; seed += 1)
      gathering.add(playOnce(gathering, { seed }), { choices: undefined, seed });
    return { ...gathering.result("some runs"), continua };
  }

  return { every, some };
}

type Gathering = ReturnType<typeof gather>;

function gather(prepared: Prepared, properties: readonly RunProperty[]) {
  const compiled = prepared.compiled();
  const sightings = new Sightings(compiled);
  const violated = new Map<Property, { shown: Shown; readonly runs: Set<number> }>();
  const expectations = new Map<Expected["step"], Looked>();
  const verdicts = new Map<string, { readonly place: Place; readonly occurring: Map<Verdict, Occurring> }>();
  const wrong = new Map<string, Wrong>();
  /** What was chosen in each run; nothing is known of it where a seed chose. */
  const ways: (readonly Choice[])[] = [];
  let runs = 0;

  function add(played: Played, by: Pick<Shown, "choices" | "seed">, made: readonly Choice[] = []): void {
    const run = runs;
    runs += 1;
    ways.push([...made]);
    sightings.sees(played.course.initial);
    const end = { steps: played.course.state.step, ...by };
    for (const { property, step } of played.properties) {
      let known = violated.get(property);
      if (known === undefined)
        violated.set(property, (known = { shown: { steps: step, ...by }, runs: new Set() }));
      if (step < known.shown.steps) known.shown = { steps: step, ...by };
      known.runs.add(run);
    }
    for (const { step, holds, at } of played.expectations) {
      let known = expectations.get(step);
      if (known === undefined)
        expectations.set(step, (known = { held: undefined, failed: undefined, runs: new Set() }));
      const which = holds ? "held" : "failed";
      if (known[which] === undefined || at < known[which].steps) known[which] = { steps: at, ...by };
      if (!holds) known.runs.add(run);
    }
    for (const { regulation, verdict } of played.verdicts) {
      const name = compiled.layout.nameOf(regulation.id);
      let known = verdicts.get(name);
      if (known === undefined)
        verdicts.set(name, (known = { place: regulation.namePlace, occurring: new Map() }));
      const occurring = known.occurring.get(verdict);
      if (occurring === undefined) known.occurring.set(verdict, { shown: end, runs: new Set([run]) });
      else occurring.runs.add(run);
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
    const likelihoodOf = (those: ReadonlySet<number>): Likelihood | undefined =>
      by === "runs" ? likelihoodAmong(ways, those) : undefined;
    return {
      runs,
      by,
      sightings,
      wrong: [...wrong.values()],
      expectations: new Map(
        [...expectations].map(([step, { held, failed, runs: those }]) => [
          step,
          { held, failed, sampled: sampledWith(those.size), likelihood: likelihoodOf(those) },
        ]),
      ),
      properties: properties.map((each) => {
        const found = violated.get(each.property);
        return {
          ...headOf(each),
          violated: found?.shown,
          by,
          likelihood: found && likelihoodOf(found.runs),
          sampled: sampledWith(found?.runs.size ?? 0),
        };
      }),
      verdicts: [...verdicts].map(([regulation, { place, occurring }]) => ({
        regulation,
        place,
        occurring: [...occurring].map(([verdict, { shown, runs: those }]) => ({
          verdict,
          shown,
          likelihood: likelihoodOf(those),
        })),
        always: [...occurring.values()].reduce((sum, each) => sum + each.runs.size, 0) === runs,
        never: allVerdicts.filter((verdict) => !occurring.has(verdict)),
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
  /** The numbers of the runs in which it failed. */
  readonly runs: Set<number>;
}

interface Occurring {
  readonly shown: Shown;
  /** The numbers of the runs in which it occurred. */
  readonly runs: Set<number>;
}

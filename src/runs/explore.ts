/* All runs that a scenario can take, explored, and what came of them in words and places. */
import type { Place } from "../base/place.ts";
import type { Verdict } from "../diagnostics/run_facts.ts";
import { asksForVerdict } from "../engine/explore/claims.ts";
import { explore as exploreStates } from "../engine/explore/explore.ts";
import { Continuum, type Bound, type Explored, type Way } from "../engine/explore/explored.ts";
import type { Likelihood } from "../engine/explore/likelihood.ts";
import type { Sightings } from "../engine/explore/sightings.ts";
import { textAt } from "../engine/inquiry/inquiry.ts";
import { runProperties, type RunProperty } from "../engine/properties.ts";
import type { Property, Scenario } from "../model/model.ts";
import { checkpointOf } from "./interruptible.ts";
import { neverIn, type NeverOccurring } from "./never.ts";
import { scenarioNamed, type Prepared } from "./prepared.ts";
import type { RunOptions } from "./run.ts";
import { growingIn, type Growing } from "./unbounded.ts";
import { headOf, playWays, type PlayedWays, type Sampled } from "./ways.ts";

export interface ExploreOptions extends Omit<RunOptions, "choices" | "traced" | "seed"> {
  /** How many states there may be at most. */
  readonly states?: number | undefined;
  /** After how many steps nothing is gone on with. */
  readonly depth?: number | undefined;
  /** How many runs are played where not all can be. */
  readonly runs?: number | undefined;
}

/** What there is if nothing else is said. */
export const exploring = { states: 2_000_000, depth: Infinity, runs: 1_000, ways: 4_096 } as const;

/** A run that shows something, and what plays it again. */
export interface Shown {
  /** After how many steps it shows it. */
  readonly steps: number;
  /** What is decided of all that is left open, in order; undefined: what the seed gives. */
  readonly choices: readonly number[] | undefined;
  readonly seed: number | undefined;
}

/** How something was found out: of all states; by playing every run; by some states, or some runs, alone. */
export type FoundBy = "states" | "runs" | "some states" | "some runs";

interface Decided {
  readonly place: Place;
  readonly by: FoundBy;
  /** How likely a run is to fail it; undefined where nothing is left to chance, and where it was not computed. */
  readonly likelihood: Likelihood | undefined;
  /** In how many of the runs that were drawn it failed; undefined where none were. */
  readonly sampled: Sampled | undefined;
}

export interface ExploredProperty extends Decided {
  readonly property: Property;
  readonly name: string;
  readonly label: string | undefined;
  /** The shortest run that violates it. */
  readonly violated: Shown | undefined;
}

export interface ExploredExpectation extends Decided {
  /** As written. */
  readonly text: string;
  /** The shortest runs in which it holds, and does not hold, where it stands. Where there is neither, no run comes to it. */
  readonly held: Shown | undefined;
  readonly failed: Shown | undefined;
}

export interface ExploredVerdict {
  readonly regulation: string;
  readonly place: Place;
  /** At the end of runs. */
  readonly occurring: readonly { readonly verdict: Verdict; readonly shown: Shown }[];
  readonly never: readonly Verdict[];
  readonly by: FoundBy;
}

/** What goes wrong in some run: a value outside its bounds, something without a result. */
export interface Wrong {
  readonly check: string;
  readonly place: Place;
  readonly expected: boolean;
  readonly shown: Shown | undefined;
}

/** What was done. */
export type Done =
  | {
      readonly kind: "exhausted" | "bounded";
      readonly states: number;
      readonly transitions: number;
      /** After how many steps the last states are reached. */
      readonly depth: number;
      /** What ended it. */
      readonly bound: Bound | undefined;
      /** What has so many values that there was no end to the states. */
      readonly growing: readonly Growing[];
      /** What the states take, with what is needed to tell how each was reached. */
      readonly bytes: number;
    }
  /** `continua`: where something is drawn of which there are infinitely many outcomes. */
  | { readonly kind: "sampled"; readonly runs: number; readonly continua: readonly Place[] };

export interface ExploreResult {
  readonly scenario: string;
  readonly label: string | undefined;
  readonly place: Place;
  readonly done: Done;
  /** Whether anything was left open: alternatives, and chances. */
  readonly alternatives: boolean;
  readonly chances: boolean;
  readonly properties: readonly ExploredProperty[];
  readonly expectations: readonly ExploredExpectation[];
  readonly verdicts: readonly ExploredVerdict[];
  /** How many runs were played one by one, and whether these were all; undefined if none had to be. */
  readonly played: { readonly runs: number; readonly all: boolean } | undefined;
  readonly sightings: Sightings;
  /** What takes part in none of its runs, as far as they were explored. */
  readonly never: NeverOccurring;
  readonly wrong: readonly Wrong[];
  /** A run that a limit of the tool broke off. */
  readonly broken: Shown | undefined;
  readonly prepared: Prepared;
}

/** Explores the runs of a scenario. Throws as `run` does, and `RangeError` for a bound that is none. */
export function explore(prepared: Prepared, options: ExploreOptions = {}): ExploreResult {
  for (const bound of ["states", "depth", "runs"] as const) {
    const most = options[bound] ?? 1;
    if (!(most >= 1)) throw new RangeError(`a bound of ${most} ${bound} is none`);
  }
  const scenario = scenarioNamed(prepared.checked.model, options.scenario);
  const { label, namePlace: place } = scenario;
  return { scenario: scenario.name, label, place, prepared, ...explored(prepared, scenario, options) };
}

type Found = Omit<ExploreResult, "scenario" | "label" | "place" | "prepared">;

function explored(prepared: Prepared, scenario: Scenario, options: ExploreOptions): Found {
  const compiled = prepared.compiled();
  const ready = prepared.compiledScenario(scenario);
  const all = runProperties(prepared.checked.model);
  const runs = options.runs ?? exploring.runs;
  let found: Explored;
  try {
    found = exploreStates(compiled, ready, {
      states: options.states ?? exploring.states,
      depth: options.depth ?? exploring.depth,
      properties: all.filter((each) => !asksForVerdict(each)),
      likelihoods: true,
      checkpoint: checkpointOf(options),
    });
  } catch (error) {
    if (!(error instanceof Continuum)) throw error;
    return sampled(prepared, scenario, all, options, runs);
  }
  const { bound } = found;
  // Verdicts are found by comparing runs; and what was not explored is looked at in some runs, if all cannot be played.
  const comparing = bound === undefined ? all.filter(asksForVerdict) : all;
  const asks = bound !== undefined || ready.applied.size > 0 || comparing.length > 0;
  const ways = asks ? playWays(prepared, scenario, comparing, options, { ways: exploring.ways, runs }) : undefined; // prettier-ignore
  const by: FoundBy = bound === undefined ? "states" : ways?.by === "runs" ? "runs" : "some states";
  if (ways !== undefined && bound !== undefined) found.sightings.addAllOf(ways.sightings);
  return {
    done: {
      kind: bound === undefined ? "exhausted" : "bounded",
      states: found.states,
      transitions: found.transitions,
      depth: found.depth,
      bound,
      growing: bound === "states" ? growingIn(compiled, found) : [],
      bytes: found.bytes.states,
    },
    alternatives: found.alternatives,
    chances: found.chances,
    properties: all.map((each): ExploredProperty => {
      const ofStates = found.properties.find(({ property }) => property === each);
      const ofRuns = ways?.properties.find(({ property }) => property === each.property);
      const head = headOf(each);
      if (ofStates === undefined) return ofRuns ?? { ...head, violated: undefined, by, likelihood: undefined, sampled: undefined }; // prettier-ignore
      const { violated, likelihood } = ofStates;
      return { ...head, violated: shown(violated) ?? ofRuns?.violated, by, likelihood, sampled: ofRuns?.sampled }; // prettier-ignore
    }),
    expectations: found.expectations.map(({ step, held, failed, likelihood }): ExploredExpectation => {
      const compared = ways?.expectations.get(step);
      const head = { text: textAt(prepared.checked.sources, step.place), place: step.place };
      if (step.outcome.outcome.kind === "verdict")
        return { ...head, held: compared?.held, failed: compared?.failed, sampled: compared?.sampled, by: ways?.by ?? by, likelihood: undefined }; // prettier-ignore
      const more = bound === undefined ? undefined : compared;
      return {
        ...head,
        held: shown(held) ?? more?.held,
        failed: shown(failed) ?? more?.failed,
        sampled: more?.sampled,
        by,
        likelihood,
      };
    }),
    verdicts: ways?.verdicts ?? [],
    played: ways && { runs: ways.runs, all: ways.by === "runs" },
    sightings: found.sightings,
    never: neverIn(compiled, found.sightings),
    wrong: found.violations.map(({ violation, expected, way }) => ({
      check: violation.check,
      place: violation.place,
      expected,
      shown: shown(way),
    })),
    broken: shown(found.broken?.way),
  };
}

function shown(way: Way | undefined): Shown | undefined {
  return way && { steps: way.steps, choices: way.choices.map(({ branch }) => branch), seed: undefined };
}

/** What some runs show, each with a seed of its own, where not all can be had. */
function sampled(
  prepared: Prepared,
  scenario: Scenario,
  properties: readonly RunProperty[],
  options: ExploreOptions,
  runs: number,
): Found {
  const ways: PlayedWays = playWays(prepared, scenario, properties, options, { ways: 0, runs });
  return {
    done: { kind: "sampled", runs, continua: ways.continua },
    alternatives: true,
    chances: true,
    properties: ways.properties,
    expectations: [...ways.expectations].map(([step, each]) => ({
      ...each,
      text: textAt(prepared.checked.sources, step.place),
      place: step.place,
      by: "some runs",
      likelihood: undefined,
    })),
    verdicts: ways.verdicts,
    played: { runs, all: false },
    sightings: ways.sightings,
    never: neverIn(prepared.compiled(), ways.sightings),
    wrong: ways.wrong,
    broken: undefined,
  };
}

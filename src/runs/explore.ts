/* All runs that a scenario can take, explored, and what came of them in words and places. */
import type { Place } from "../base/place.ts";
import type { Verdict } from "../diagnostics/run_facts.ts";
import { asksForVerdict } from "../engine/explore/claims.ts";
import type { Choice } from "../engine/explore/choosing.ts";
import { Continuum, explore as exploreStates, type Explored, type Way } from "../engine/explore/explore.ts";
import type { Likelihood } from "../engine/explore/likelihood.ts";
import { textAt } from "../engine/inquiry/inquiry.ts";
import { runProperties, type RunProperty } from "../engine/properties.ts";
import type { Property, Scenario } from "../model/model.ts";
import { checkpointOf } from "./interruptible.ts";
import { neverIn, type NeverOccurring } from "./never.ts";
import type { Prepared } from "./prepared.ts";
import type { RunOptions } from "./run.ts";
import { growingIn, type Growing } from "./unbounded.ts";
import { playWays, type PlayedWays } from "./ways.ts";

export interface ExploreOptions extends Omit<RunOptions, "choices" | "traced" | "scenario"> {
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

/** How something was found out: of all states; by playing every run; by some runs, or some states, alone. */
export type FoundBy = "states" | "runs" | "some states" | "some runs";

export interface ExploredProperty {
  readonly property: Property;
  readonly name: string;
  readonly label: string | undefined;
  readonly place: Place;
  readonly violated: Shown | undefined;
  readonly by: FoundBy;
  /** How likely a run is not to violate it. */
  readonly likelihood: Likelihood | undefined;
}

export interface ExploredExpectation {
  readonly text: string;
  readonly place: Place;
  /** Runs in which it holds, and does not hold, where it stands. */
  readonly held: Shown | undefined;
  readonly failed: Shown | undefined;
  readonly by: FoundBy;
  readonly likelihood: Likelihood | undefined;
}

export interface ExploredVerdict {
  readonly regulation: string;
  readonly place: Place;
  readonly occurring: readonly { readonly verdict: Verdict; readonly shown: Shown }[];
  readonly never: readonly Verdict[];
  readonly by: FoundBy;
}

/** What was done. */
export type Done =
  | {
      readonly kind: "exhausted" | "bounded";
      readonly states: number;
      readonly transitions: number;
      readonly depth: number;
      /** What ended it. */
      readonly bound: "states" | "depth" | undefined;
      readonly growing: readonly Growing[];
      readonly bytes: number;
    }
  | { readonly kind: "sampled"; readonly runs: number; readonly continua: readonly Place[] };

export interface ExploreResult {
  readonly scenario: string;
  readonly label: string | undefined;
  readonly place: Place;
  readonly done: Done;
  readonly alternatives: boolean;
  readonly chances: boolean;
  readonly properties: readonly ExploredProperty[];
  readonly expectations: readonly ExploredExpectation[];
  readonly verdicts: readonly ExploredVerdict[];
  /** How many runs were played for the verdicts; undefined if none are asked for. */
  readonly played: { readonly runs: number; readonly all: boolean } | undefined;
  readonly never: NeverOccurring;
  /** What goes wrong in some run. */
  readonly wrong: readonly { readonly check: string; readonly place: Place; readonly expected: boolean }[];
  readonly broken: Shown | undefined;
  readonly prepared: Prepared;
}

/** Throws as `run` does. */
export function exploreScenario(
  prepared: Prepared,
  scenario: Scenario,
  options: ExploreOptions = {},
): ExploreResult {
  const compiled = prepared.compiled();
  const ready = prepared.compiledScenario(scenario);
  const all = runProperties(prepared.checked.model);
  const properties = all.filter((each) => !asksForVerdict(each));
  const checkpoint = checkpointOf(options);
  const head = { scenario: scenario.name, label: scenario.label, place: scenario.namePlace, prepared };
  const most = { ways: exploring.ways, runs: options.runs ?? exploring.runs };
  let found: Explored;
  try {
    found = exploreStates(compiled, ready, {
      states: options.states ?? exploring.states,
      depth: options.depth ?? exploring.depth,
      properties,
      likelihoods: true,
      checkpoint,
    });
  } catch (error) {
    if (!(error instanceof Continuum)) throw error;
    return { ...head, ...sampled(prepared, scenario, all, options, most.runs) };
  }
  const comparing = all.filter(asksForVerdict);
  const asks = ready.applied.size > 0 || comparing.length > 0;
  const ways = asks ? playWays(prepared, scenario, comparing, options, most) : undefined;
  const by: FoundBy = found.bound === undefined ? "states" : "some states";
  return {
    ...head,
    done: {
      kind: found.bound === undefined ? "exhausted" : "bounded",
      states: found.states,
      transitions: found.transitions,
      depth: found.depth,
      bound: found.bound,
      growing: found.bound === "states" ? growingIn(compiled, found) : [],
      bytes: found.bytes.states + found.bytes.shared,
    },
    alternatives: found.alternatives,
    chances: found.chances,
    properties: [
      ...found.properties.map(({ property, violated, likelihood }): ExploredProperty => ({
        ...headOf(property),
        violated: shown(violated),
        by,
        likelihood,
      })),
      ...(ways?.properties ?? []),
    ].sort((a, b) => a.place.start - b.place.start),
    expectations: found.expectations.map(({ step, held, failed, likelihood }): ExploredExpectation => {
      const compared = ways?.expectations.get(step);
      const said = { text: textAt(prepared.checked.sources, step.place), place: step.place };
      return step.outcome.outcome.kind === "verdict"
        ? { ...said, ...(compared ?? { held: undefined, failed: undefined }), by: ways?.by ?? by, likelihood: undefined } // prettier-ignore
        : { ...said, held: shown(held), failed: shown(failed), by, likelihood };
    }),
    verdicts: ways?.verdicts ?? [],
    played: ways && { runs: ways.runs, all: ways.by === "runs" },
    never: neverIn(compiled, found.sightings),
    wrong: found.violations.map(({ violation, expected }) => ({
      check: violation.check,
      place: violation.place,
      expected,
    })),
    broken: shown(found.broken?.way),
  };
}

function headOf({ property }: RunProperty) {
  return { property, name: property.name, label: property.label, place: property.namePlace };
}

function shown(way: Way | undefined): Shown | undefined {
  return way && { steps: way.steps, choices: way.choices.map(branchOf), seed: undefined };
}

function branchOf({ branch }: Choice): number {
  return branch;
}

/** What some runs show, each with a seed of its own, where not all can be had. */
function sampled(
  prepared: Prepared,
  scenario: Scenario,
  properties: readonly RunProperty[],
  options: ExploreOptions,
  runs: number,
): Omit<ExploreResult, "scenario" | "label" | "place" | "prepared"> {
  const ways: PlayedWays = playWays(prepared, scenario, properties, options, { ways: 0, runs });
  return {
    done: { kind: "sampled", runs, continua: ways.continua },
    alternatives: true,
    chances: true,
    properties: ways.properties,
    expectations: [...ways.expectations].map(([step, { held, failed }]) => ({
      text: textAt(prepared.checked.sources, step.place),
      place: step.place,
      held,
      failed,
      by: "some runs",
      likelihood: undefined,
    })),
    verdicts: ways.verdicts,
    played: { runs, all: false },
    never: neverIn(prepared.compiled(), ways.sightings),
    wrong: ways.wrong,
    broken: undefined,
  };
}

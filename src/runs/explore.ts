/* All runs that a scenario can take, explored, and what came of them in words and places. */
import { regulationAskedFor } from "../engine/explore/claims.ts";
import { explore as exploreStates } from "../engine/explore/explore.ts";
import { Continuum, type Explored, type Way } from "../engine/explore/explored.ts";
import { textAt } from "../engine/inquiry/inquiry.ts";
import { runProperties, type RunProperty } from "../engine/properties.ts";
import type { CompiledScenario } from "../engine/scenario.ts";
import type { Regulation, Scenario } from "../model/model.ts";
import { checkpointOf } from "./interruptible.ts";
import { neverIn } from "./never.ts";
import { scenarioNamed, type Prepared } from "./prepared.ts";
import { growingIn } from "./unbounded.ts";
import { comparePairs } from "./pairs.ts";
import { headOf, waysOf, type PlayedWays } from "./ways.ts";
import type {
  ExploredExpectation,
  ExploredProperty,
  ExploreOptions,
  ExploreResult,
  FoundBy,
  Shown,
} from "./explored.ts";

/** What there is if nothing else is said. `statesOfPair`: as how many states one counts that is of two runs. */
export const exploring = {
  states: 2_000_000,
  depth: Infinity,
  runs: 1_000,
  ways: 4_096,
  statesOfPair: 10,
} as const;

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
      properties: all.filter((each) => regulationAskedFor(each) === undefined),
      likelihoods: true,
      checkpoint: checkpointOf(options),
    });
  } catch (error) {
    if (!(error instanceof Continuum)) throw error;
    return sampled(prepared, scenario, all, options, runs);
  }
  const { bound } = found;
  // Verdicts are found by comparing runs; and what was not explored is looked at in some runs, if all cannot be played.
  const comparing = bound === undefined ? all.filter((each) => regulationAskedFor(each) !== undefined) : all;
  const asks = bound !== undefined || ready.applied.size > 0 || comparing.length > 0;
  const ofRuns = waysOf(prepared, scenario, comparing, options);
  const every = asks ? ofRuns.every(exploring.ways) : undefined;
  const pairs =
    asks && every === undefined && bound === undefined
      ? comparePairs(prepared, scenario, regulationsIn(prepared, ready, comparing), comparing, {
          ...options,
          states: Math.ceil((options.states ?? exploring.states) / exploring.statesOfPair),
        })
      : undefined;
  const ways = every ?? (asks && pairs === undefined ? ofRuns.some(runs) : undefined);
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
      const ofRuns =
        pairs?.properties.get(each.property) ??
        ways?.properties.find(({ property }) => property === each.property);
      const head = headOf(each);
      if (ofStates === undefined) return ofRuns ?? { ...head, violated: undefined, by, likelihood: undefined, sampled: undefined }; // prettier-ignore
      const { violated } = ofStates;
      // Where not all states were explored, all runs may have been played.
      const likelihood = bound === undefined ? ofStates.likelihood : ofRuns?.likelihood;
      return { ...head, violated: shown(violated) ?? ofRuns?.violated, by, likelihood, sampled: ofRuns?.sampled }; // prettier-ignore
    }),
    expectations: found.expectations.map(({ step, held, failed, likelihood }): ExploredExpectation => {
      const compared = (pairs ?? ways)?.expectations.get(step);
      const head = { text: textAt(prepared.checked.sources, step.place), place: step.place };
      if (step.outcome.outcome.kind === "verdict")
        return { ...head, held: compared?.held, failed: compared?.failed, sampled: compared?.sampled, by: pairs ? "pairs" : (ways?.by ?? by), likelihood: compared?.likelihood }; // prettier-ignore
      const more = bound === undefined ? undefined : compared;
      return {
        ...head,
        held: shown(held) ?? more?.held,
        failed: shown(failed) ?? more?.failed,
        sampled: more?.sampled,
        by,
        likelihood: bound === undefined ? likelihood : more?.likelihood,
      };
    }),
    verdicts: (pairs ?? ways)?.verdicts ?? [],
    played: ways && { runs: ways.runs, all: ways.by === "runs" },
    pairs: pairs?.states,
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

/** Those on which a verdict may be asked for: by the scenario, or by properties. */
function regulationsIn(
  { checked }: Prepared,
  { applied }: CompiledScenario,
  properties: readonly RunProperty[],
): readonly Regulation[] {
  const asked = new Set(properties.map(regulationAskedFor));
  return checked.model.regulations.filter(({ id }) => applied.has(id) || asked.has(id));
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
  const ways: PlayedWays = waysOf(prepared, scenario, properties, options).some(runs);
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
    })),
    verdicts: ways.verdicts,
    played: { runs, all: false },
    pairs: undefined,
    sightings: ways.sightings,
    never: neverIn(prepared.compiled(), ways.sightings),
    wrong: ways.wrong,
    broken: undefined,
  };
}

/* Two models, or two versions of one, held against each other: what they say, what leads where in them, and what comes of it. */
import type { CheckResult } from "../../checks/apply.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { buildFlow } from "../../flow/build.ts";
import type { Flow } from "../../flow/flow.ts";
import { decideReaches } from "../../flow/reaches.ts";
import type { Model } from "../../model/model.ts";
import type { Prepared } from "../prepared.ts";
import type { RunResult } from "../run.ts";
import { test } from "../test.ts";
import { cascadesCompared, cascadesPlayed, type CascadesCompared, type FindCascades } from "./cascades.ts";
import { describeModel, type DescribedModel } from "./describe_model.ts";
import { differenceOf, isOnlyWords, type Difference, type Renaming } from "./difference.ts";
import { findingsInOneOnly, type FindingDifference } from "./findings.ts";
import { outcomesOf, type Outcomes } from "./outcomes.ts";
import { drawsIn, playOnce, scenariosOf, type PlayingOptions } from "./playing.ts";
import { renamingsOf } from "./renamings.ts";
import { shortestRuns, type ShortestRuns } from "./shortest_run.ts";
import { subjectsIn } from "./subjects.ts";
import { waysCompared, type WaysCompared } from "./ways.ts";

export interface CompareOptions extends PlayingOptions {
  /** With how many seeds what both have is played in both, where chance has a part in it; 100 if it is not said. */
  readonly runs?: number | undefined;
  /** Finds the cascades of a model; by playing its scenarios if it is not said. */
  readonly findCascades?: FindCascades | undefined;
}

export interface ModelCompared {
  readonly model: Model;
  readonly checked: CheckResult;
  /** How many errors keep it from being run. */
  readonly errors: number;
}

export interface PropertyDifference {
  readonly property: string;
  readonly label: string | undefined;
  readonly first: PropertyDecided;
  readonly second: PropertyDecided;
}

export interface PropertyDecided {
  readonly holds: boolean;
  /** In how many runs it was held; none, if the graph decides it. */
  readonly runs: number;
  readonly all: boolean;
}

export interface ExperimentOfBoth {
  readonly name: string;
  /** What the second measures and the first does not: for want of it the two cannot be carried out against each other. */
  readonly unmatched: readonly string[];
}

export interface Comparison {
  readonly first: ModelCompared;
  readonly second: ModelCompared;
  /** What is said in one alone or otherwise; the words for readers among it. */
  readonly differences: readonly Difference[];
  readonly renamings: readonly Renaming[];
  readonly ways: WaysCompared;
  readonly findings: readonly FindingDifference[];
  /** Undefined if one of the two has errors, and does not run. */
  readonly outcomes: Outcomes | undefined;
  readonly properties: readonly PropertyDifference[];
  /** Of the scenarios that both have; undefined as the outcomes are. */
  readonly shortest: ShortestRuns | undefined;
  readonly cascades: CascadesCompared | undefined;
  /** The experiments that both have. What they measure is no part of this: `niklas experiment … --against …` carries them out in both. */
  readonly experiments: readonly ExperimentOfBoth[];
  /** `words`: nothing but labels, comments and the like is otherwise. */
  readonly verdict: "same" | "words" | "different";
}

const usualRuns = 100;

/** Compares two models. Throws `RangeError` for a number of runs that is none, and what `checkpoint` throws. */
export function compare(first: Prepared, second: Prepared, options: CompareOptions = {}): Comparison {
  const { runs = usualRuns, seed: firstSeed = 1 } = options;
  if (!Number.isSafeInteger(runs) || runs < 1)
    throw new RangeError(`models are compared in one run or more, not in ${runs}`);
  const [left, right] = [sideOf(first, options), sideOf(second, options)];
  const whole = differenceOf(left.described.whole, right.described.whole);
  const differences: readonly Difference[] = [
    ...(whole === undefined || whole.facts.length + whole.words.length === 0
      ? []
      : [{ ...whole, parts: [] }]),
    ...(whole?.parts ?? []),
  ];
  const seeds = Array.from({ length: runs }, (_, index) => firstSeed + index);
  const outcomes = left.played && right.played && outcomesOf(left.played, right.played, seeds);
  const find = options.findCascades ?? cascadesPlayed;
  const cascades =
    outcomes === undefined
      ? undefined
      : cascadesCompared(
          find(first, left.described.naming.called, options),
          find(second, right.described.naming.called, options),
        );
  const comparison: Omit<Comparison, "verdict"> = {
    first: left.compared,
    second: right.compared,
    differences,
    renamings: renamingsOf(left.described.whole, right.described.whole),
    ways: waysCompared(left.wayfaring, right.wayfaring),
    findings: findingsInOneOnly(left.found, right.found),
    outcomes,
    properties: propertiesOf(left, right),
    shortest: left.played && right.played && shortestRuns(left.played, right.played, seeds, options),
    cascades,
    experiments: experimentsOf(first.checked.model, second.checked.model),
  };
  return { ...comparison, verdict: verdictOf(comparison) };
}

function experimentsOf(first: Model, second: Model): readonly ExperimentOfBoth[] {
  const before = new Map(first.experiments.map((one) => [one.name, one.measures.map(({ name }) => name)]));
  return second.experiments.flatMap(({ name, measures }) => {
    const known = before.get(name);
    if (known === undefined) return [];
    return [{ name, unmatched: measures.map((one) => one.name).filter((one) => !known.includes(one)) }];
  });
}

function verdictOf({
  differences,
  ways,
  findings,
  outcomes,
  properties,
}: Omit<Comparison, "verdict">): Comparison["verdict"] {
  const come = outcomes === undefined ? 0 : outcomes.otherwise.length + outcomes.alone.length;
  const lead = ways.reached.length + ways.otherwise.length + ways.ofOneOnly.length;
  const all = come + lead + findings.length + properties.length;
  if (all > 0 || !differences.every(isOnlyWords)) return "different";
  return differences.length > 0 ? "words" : "same";
}

// ── One of the two ────────────────────────────────────────────────────────

interface Sided {
  readonly described: DescribedModel;
  readonly compared: ModelCompared;
  readonly wayfaring: Parameters<typeof waysCompared>[0];
  readonly found: Parameters<typeof findingsInOneOnly>[0];
  readonly played: Parameters<typeof outcomesOf>[0] | undefined;
  readonly decided: ReadonlyMap<string, PropertyDecided>;
}

function sideOf(prepared: Prepared, options: CompareOptions): Sided {
  const { checked, errors } = prepared;
  const { model } = checked;
  const described = describeModel(model);
  const { called } = described.naming;
  const flow = buildFlow(model);
  const known = new Set(described.whole.parts.map(({ name }) => name));
  const results = errors.length === 0 ? resultsOf(prepared, options) : undefined;
  const own = new Set(model.scenarios.map(({ name }) => name));
  const ofRuns = [...(results?.values() ?? [])].filter(({ scenario }) => own.has(scenario));
  return {
    described,
    compared: { model, checked, errors: errors.length },
    wayfaring: { flow, called, systems: model.systems.filter(({ id }) => known.has(called(id))) },
    found: {
      diagnostics: [
        ...checked.diagnostics,
        ...ofRuns.flatMap(({ diagnostics }) => diagnostics.filter(isToldAsFinding)),
      ],
      silenced: [...checked.silenced, ...ofRuns.flatMap(({ silenced }) => silenced)],
      subject: subjectsIn(described.whole),
    },
    played: results && {
      prepared,
      called,
      results,
      play: playerOf(prepared, options),
      draws: drawsIn(prepared),
    },
    decided: decidedIn(prepared, flow, options),
  };
}

function playerOf(
  prepared: Prepared,
  options: PlayingOptions,
): (scenario: string, seed: number) => RunResult {
  const scenarios = new Map(scenariosOf(prepared).map((scenario) => [scenario.name, scenario]));
  return (name, seed) => {
    const scenario = scenarios.get(name);
    if (scenario === undefined) throw new Error(`no scenario is called ${name}`);
    return playOnce(prepared, scenario, { ...options, seed });
  };
}

function resultsOf(prepared: Prepared, options: CompareOptions): ReadonlyMap<string, RunResult> {
  return new Map(
    scenariosOf(prepared).map((scenario) => [scenario.name, playOnce(prepared, scenario, options)]),
  );
}

/** Expectations that fail are told with their scenarios. */
function isToldAsFinding({ check }: Diagnostic): boolean {
  return check !== "expectation_failed";
}

/** Which properties hold: in all runs of all scenarios, or by the graph. */
function decidedIn(
  prepared: Prepared,
  flow: Flow,
  options: CompareOptions,
): ReadonlyMap<string, PropertyDecided> {
  const { properties } = prepared.checked.model;
  const decided = new Map<string, PropertyDecided>();
  for (const { name, claim } of properties) {
    if (claim?.kind === "reaches")
      decided.set(name, { holds: decideReaches(flow, claim).holds, runs: 0, all: true });
  }
  const others = new Set(properties.map(({ name }) => name).filter((name) => !decided.has(name)));
  if (prepared.errors.length > 0 || others.size === 0) return decided;
  for (const { kind, name, passed, runs, all } of test(prepared, {
    ...options,
    only: (one) => others.has(one),
  }).items)
    if (kind === "property") decided.set(name, { holds: passed, runs, all });
  return decided;
}

function propertiesOf(first: Sided, second: Sided): readonly PropertyDifference[] {
  return second.compared.model.properties.flatMap(({ name, label }) => {
    const [one, other] = [first.decided.get(name), second.decided.get(name)];
    return one === undefined || other === undefined || one.holds === other.holds
      ? []
      : [{ property: name, label, first: one, second: other }];
  });
}

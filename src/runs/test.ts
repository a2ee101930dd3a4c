/* All scenarios and properties of a model, tested. */
import type { Place } from "../base/place.ts";
import { describeRun } from "../checks/describe_run.ts";
import { ordered } from "../diagnostics/sort.ts";
import type { Diagnostic, Silenced } from "../diagnostics/diagnostic.ts";
import type { CourseOptions } from "../engine/course.ts";
import { findingsOf, type RunProblem } from "../engine/inquiry/findings.ts";
import { missingIn, play, type Played } from "../engine/play.ts";
import { runProperties, type RunProperty } from "../engine/properties.ts";
import type { Property, Scenario } from "../model/model.ts";
import { exploreBranches } from "./branches.ts";
import { countCoverage, type Coverage, type CoverageCount } from "./coverage.ts";
import type { Prepared } from "./prepared.ts";
import { checkpointOf } from "./interruptible.ts";
import { robustness, type RobustnessOfRun } from "./robustness/robustness.ts";
import { playOptions, type RunOptions } from "./run.ts";

export interface TestOptions extends Omit<RunOptions, "scenario" | "traced"> {
  /** Which scenarios and properties are tested, by their names; all if it is not said. */
  readonly only?: ((name: string) => boolean) | undefined;
  /** Whether to count which clauses and channels took part. */
  readonly coverage?: boolean | undefined;
  /** Whether to ask how robust the verdicts at the end of each scenario are. */
  readonly robust?: boolean | undefined;
}

interface Tested {
  readonly name: string;
  readonly label: string | undefined;
  readonly place: Place;
  /** Whether nothing was found that is an error. */
  readonly passed: boolean;
  /** How many runs were taken, and whether they are all that the alternatives of `either` allow. */
  readonly runs: number;
  readonly all: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface TestedScenario extends Tested {
  readonly kind: "scenario";
  readonly seed: number;
  readonly steps: number;
  /** How many expectations were looked at, those of violations among them. */
  readonly expectations: number;
  /** How robust the verdicts are; undefined if that was not asked, or no regulation was applied. */
  readonly robustness?: RobustnessOfRun | undefined;
}

/** A property is held against every run of every scenario; `reaches` against the graph alone, in no run. */
export interface TestedProperty extends Tested {
  readonly kind: "property";
}

export type TestedItem = TestedScenario | TestedProperty;

export interface TestResult {
  /** In the order of the text. */
  readonly items: readonly TestedItem[];
  readonly passed: number;
  readonly failed: number;
  /** Of all items, sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
  readonly coverage: Coverage | undefined;
}

/**
 * Runs every scenario with the seed it says, and holds the properties against all runs, with every branch of `either` where
 * these are few. Throws what `run` throws.
 */
export function test(prepared: Prepared, options: TestOptions = {}): TestResult {
  const { model } = prepared.checked;
  const compiled = prepared.compiled();
  const isMeant = options.only ?? (() => true);
  const properties = runProperties(model).filter(({ property }) => isMeant(property.name));
  const count = options.coverage === true ? countCoverage(compiled) : undefined;
  const silenced: Silenced[] = [];

  const scenarios = model.scenarios
    .filter(({ name }) => isMeant(name))
    .map((scenario) => {
      const tested = testScenario(prepared, scenario, options, count);
      silenced.push(...tested.silenced);
      return tested.item;
    });
  const held = holdProperties(prepared, properties, options);
  silenced.push(...held.silenced);
  const decided = model.properties
    .filter(({ name, claim }) => claim?.kind === "reaches" && isMeant(name))
    // That one does not hold is an error of the model, which would not run.
    .map((property): TestedProperty => ({
      ...headOf(property),
      kind: "property",
      runs: 0,
      all: true,
      passed: true,
      diagnostics: [],
    }));

  const items = [...scenarios, ...held.items, ...decided].sort((a, b) => a.place.start - b.place.start);
  const passed = items.filter((item) => item.passed).length;
  return {
    items,
    passed,
    failed: items.length - passed,
    diagnostics: ordered(items.flatMap(({ diagnostics }) => diagnostics)),
    silenced,
    coverage: count?.coverage(),
  };
}

function headOf({ name, label, namePlace }: Scenario | Property) {
  return { name, label, place: namePlace };
}

function isPassed(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ severity }) => severity !== "error");
}

function testScenario(
  prepared: Prepared,
  scenario: Scenario,
  options: TestOptions,
  count: CoverageCount | undefined,
): { readonly item: TestedScenario; readonly silenced: readonly Silenced[] } {
  const played = playExplained(prepared, scenario, options);
  // What took part is counted in a run of its own: a trace may end a run before its end.
  if (count !== undefined)
    count.add(playScenario(prepared, scenario, { ...options, traced: true }).course.recorder);
  const problems = findingsOf(prepared.checked, played, checkpointOf(options));
  const { diagnostics, silenced } = describeRun(
    prepared.checked,
    { problems, missing: missingIn(played) },
    options.severities,
  );
  return {
    item: {
      ...headOf(scenario),
      kind: "scenario",
      passed: isPassed(diagnostics),
      runs: 1,
      all: played.course.choices.length === 0,
      seed: played.seed,
      steps: played.course.state.step,
      expectations: played.expectations.length + played.awaited.length,
      diagnostics,
      ...(options.robust === true &&
        played.verdicts.length > 0 && { robustness: robustnessOf(prepared, played, options) }),
    },
    silenced,
  };
}

function robustnessOf(
  { checked }: Prepared,
  { scenario, seed }: Played,
  { signal, checkpoint }: TestOptions,
): RobustnessOfRun {
  return robustness(checked, { scenario: scenario.name, seed, signal, checkpoint });
}

interface Playing {
  readonly choose?: CourseOptions["choose"];
  readonly properties?: readonly RunProperty[];
}

function playScenario(
  prepared: Prepared,
  scenario: Scenario,
  options: RunOptions,
  { choose, properties = [] }: Playing = {},
): Played {
  return play(prepared.compiled(), prepared.compiledScenario(scenario), {
    ...playOptions(prepared, options),
    choose,
    properties,
  });
}

/** Plays a scenario without a trace; if something is found, once more with one, which tells why. */
function playExplained(
  prepared: Prepared,
  scenario: Scenario,
  options: RunOptions,
  playing: Playing = {},
): Played {
  const played = playScenario(prepared, scenario, { ...options, traced: false }, playing);
  const isClean =
    played.expectations.every(({ holds }) => holds) &&
    played.properties.length === 0 &&
    played.course.reporter.reported.every(({ expected }) => expected);
  if (isClean) return played;
  const explained = playScenario(prepared, scenario, { ...options, traced: true }, playing);
  // A trace that grows beyond its limit ends a run that would have gone on without one.
  return explained.broken && explained.course.state.step < played.course.state.step ? played : explained;
}

/** Holds properties against all runs of all scenarios; of the runs that violate one the shortest is told. */
function holdProperties(
  prepared: Prepared,
  properties: readonly RunProperty[],
  options: TestOptions,
): { readonly items: readonly TestedProperty[]; readonly silenced: readonly Silenced[] } {
  if (properties.length === 0) return { items: [], silenced: [] };
  const shortest = new Map<Property, RunProblem>();
  let runs = 0;
  let all = true;
  for (const scenario of prepared.checked.model.scenarios) {
    const explored = exploreBranches((choose) => {
      const played = playExplained(prepared, scenario, options, { choose, properties });
      for (const violation of played.properties) {
        const known = shortest.get(violation.property);
        if (known !== undefined && known.step <= violation.step) continue;
        const problem = findingsOf(prepared.checked, {
          ...played,
          expectations: [],
          properties: [violation],
        }).find(({ check }) => check === "property_violated");
        if (problem !== undefined) shortest.set(violation.property, problem);
      }
      return played;
    });
    runs += explored.runs;
    all &&= explored.all;
  }
  const silenced: Silenced[] = [];
  const items = properties.map(({ property }): TestedProperty => {
    const problem = shortest.get(property);
    const described = describeRun(
      prepared.checked,
      { problems: problem === undefined ? [] : [problem], missing: [] },
      options.severities,
    );
    silenced.push(...described.silenced);
    const { diagnostics } = described;
    return { ...headOf(property), kind: "property", passed: isPassed(diagnostics), runs, all, diagnostics };
  });
  return { items, silenced };
}

/* What comes of scenarios that both models have, and of those that only one has. */
import type { Verdict } from "../../diagnostics/run_facts.ts";
import type { AimResult, RunResult } from "../run.ts";
import { endOf, endValues, plain, type EndNaming } from "./ends.ts";
import type { Draws } from "./playing.ts";
import { pairedOf, type Paired } from "./paired.ts";

/** A model, and what its scenarios came to. */
export interface PlayedModel extends EndNaming {
  /** By the names of the scenarios. */
  readonly results: ReadonlyMap<string, RunResult>;
  /** Plays a scenario once more, with another seed. */
  readonly play: (scenario: string, seed: number) => RunResult;
  readonly draws: Draws;
}

export interface VerdictOutcome {
  readonly regulation: string;
  readonly verdict: Verdict;
  readonly aim: string | undefined;
  readonly withIt: AimResult | undefined;
  readonly without: AimResult | undefined;
}

/** One thing in both runs; undefined in the one that does not have it. */
export interface Both<Value> {
  readonly first: Value | undefined;
  readonly second: Value | undefined;
}

export interface ValueDifference extends Both<string> {
  /** `residents.damage` */
  readonly name: string;
}

export interface ScenarioDifference {
  readonly scenario: string;
  readonly label: string | undefined;
  /** Expectations that both have, and that hold in one alone. */
  readonly expectations: readonly { readonly text: string; readonly holds: "first" | "second" }[];
  readonly verdicts: readonly (Both<VerdictOutcome> & { readonly regulation: string })[];
  /** Final values of what both have. */
  readonly values: readonly ValueDifference[];
  /** The number of the step reached, where these differ. */
  readonly steps: Both<number> | undefined;
  /** Whether a limit of the tool ended a run before its end. */
  readonly broken: Both<boolean> | undefined;
  /** The same with many seeds, where chance has a part; undefined where it has none, or where nothing differs in any pair. */
  readonly paired: Paired | undefined;
}

/** A scenario of one model alone. */
export interface ScenarioAlone {
  readonly in: "first" | "second";
  readonly scenario: string;
  readonly label: string | undefined;
  readonly held: number;
  readonly disappointed: readonly string[];
  readonly verdicts: readonly VerdictOutcome[];
}

export interface Outcomes {
  /** How many scenarios both have, and were played in both. */
  readonly shared: number;
  readonly otherwise: readonly ScenarioDifference[];
  readonly alone: readonly ScenarioAlone[];
}

/** `seeds`: those with which both are played, where chance has a part in it. */
export function outcomesOf(first: PlayedModel, second: PlayedModel, seeds: readonly number[] = []): Outcomes {
  const shared = [...first.results.keys()].filter((name) => second.results.has(name));
  return {
    shared: shared.length,
    otherwise: shared.flatMap((name) => {
      const [one, other] = [first.results.get(name), second.results.get(name)];
      return one === undefined || other === undefined
        ? []
        : (otherwise(one, other, { first, second, seeds }) ?? []);
    }),
    alone: [...aloneIn("first", first, second), ...aloneIn("second", second, first)],
  };
}

function otherwise(
  one: RunResult,
  other: RunResult,
  {
    first,
    second,
    seeds,
  }: { readonly first: PlayedModel; readonly second: PlayedModel; readonly seeds: readonly number[] },
): ScenarioDifference | undefined {
  const name = other.scenario;
  const isDrawn = [first, second].some(({ draws }) => draws.alternatives || draws.chance);
  const paired =
    isDrawn && seeds.length > 1
      ? pairedOf(seeds, (side, seed) =>
          side === "first" ? endOf(first.play(name, seed), first) : endOf(second.play(name, seed), second),
        )
      : undefined;
  const difference: ScenarioDifference = {
    scenario: name,
    label: other.label,
    expectations: expectationsOf(one, other),
    verdicts: verdictsOf(one, other),
    values: valuesOf(one, other, first, second),
    steps: one.steps === other.steps ? undefined : { first: one.steps, second: other.steps },
    broken: one.broken === other.broken ? undefined : { first: one.broken, second: other.broken },
    paired,
  };
  const { expectations, verdicts, values, steps, broken } = difference;
  const isSame = expectations.length + verdicts.length + values.length === 0 && !steps && !broken && !paired;
  return isSame ? undefined : difference;
}

/** The same words, for the same time in the order of the scenario. */
function expectationsOf(one: RunResult, other: RunResult): ScenarioDifference["expectations"] {
  const waiting = new Map<string, boolean[]>();
  for (const { text, holds } of one.expectations) {
    const key = plain(text);
    waiting.set(key, [...(waiting.get(key) ?? []), holds]);
  }
  return other.expectations.flatMap(({ text, holds }) => {
    const before = waiting.get(plain(text))?.shift();
    if (before === undefined || before === holds) return [];
    return [{ text: plain(text), holds: before ? "first" : "second" }];
  });
}

function verdictsOf(one: RunResult, other: RunResult): ScenarioDifference["verdicts"] {
  const before = new Map(one.verdicts.map((each) => [each.regulation, outcomeOf(each)]));
  const after = new Map(other.verdicts.map((each) => [each.regulation, outcomeOf(each)]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((regulation) => {
    const [left, right] = [before.get(regulation), after.get(regulation)];
    return left?.verdict === right?.verdict && sameSides(left, right)
      ? []
      : [{ regulation, first: left, second: right }];
  });
}

function outcomeOf({
  regulation,
  verdict,
  aim,
  withIt,
  without,
}: RunResult["verdicts"][number]): VerdictOutcome {
  return { regulation, verdict, aim: aim === undefined ? undefined : plain(aim), withIt, without };
}

/** Whether the aim was as far in both, with it and without. */
function sameSides(left: VerdictOutcome | undefined, right: VerdictOutcome | undefined): boolean {
  const far = (side: AimResult | undefined): string => JSON.stringify([side?.holds, side?.off]);
  return far(left?.withIt) === far(right?.withIt) && far(left?.without) === far(right?.without);
}

function valuesOf(
  one: RunResult,
  other: RunResult,
  first: PlayedModel,
  second: PlayedModel,
): readonly ValueDifference[] {
  const before = endValues(one, first);
  return [...endValues(other, second)].flatMap(([name, value]) => {
    const known = before.get(name);
    if (known === undefined || known.value === value.value) return [];
    return [{ name, first: known.shown, second: value.shown }];
  });
}

function aloneIn(
  where: ScenarioAlone["in"],
  { prepared, results }: PlayedModel,
  other: PlayedModel,
): readonly ScenarioAlone[] {
  // What only another file has is not run by itself.
  return prepared.checked.model.scenarios.flatMap(({ name, label }) => {
    const result = results.get(name);
    if (result === undefined || other.results.has(name)) return [];
    const { expectations, verdicts } = result;
    return [
      {
        in: where,
        scenario: name,
        label,
        held: expectations.filter(({ holds }) => holds).length,
        disappointed: expectations.filter(({ holds }) => !holds).map(({ text }) => plain(text)),
        verdicts: verdicts.map(outcomeOf),
      },
    ];
  });
}

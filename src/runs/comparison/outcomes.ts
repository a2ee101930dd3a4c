/* What comes of scenarios that both models have, and of those that only one has. */
import type { Verdict } from "../../diagnostics/run_facts.ts";
import { shownValue, withUnit } from "../../engine/values.ts";
import type { ValueOf } from "../../engine/trace.ts";
import type { Type } from "../../model/expression.ts";
import type { Id } from "../../model/reference.ts";
import type { Prepared } from "../prepared.ts";
import type { AimResult, RunResult } from "../run.ts";

/** A model, and what its scenarios came to. */
export interface PlayedModel {
  readonly prepared: Prepared;
  readonly called: (id: Id) => string;
  /** By the names of the scenarios. */
  readonly results: ReadonlyMap<string, RunResult>;
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

export function outcomesOf(first: PlayedModel, second: PlayedModel): Outcomes {
  const shared = [...first.results.keys()].filter((name) => second.results.has(name));
  return {
    shared: shared.length,
    otherwise: shared.flatMap((name) => {
      const [one, other] = [first.results.get(name), second.results.get(name)];
      return one === undefined || other === undefined ? [] : (otherwise(one, other, first, second) ?? []);
    }),
    alone: [...aloneIn("first", first, second), ...aloneIn("second", second, first)],
  };
}

function otherwise(
  one: RunResult,
  other: RunResult,
  first: PlayedModel,
  second: PlayedModel,
): ScenarioDifference | undefined {
  const difference: ScenarioDifference = {
    scenario: other.scenario,
    label: other.label,
    expectations: expectationsOf(one, other),
    verdicts: verdictsOf(one, other),
    values: valuesOf(one, other, first, second),
    steps: one.steps === other.steps ? undefined : { first: one.steps, second: other.steps },
    broken: one.broken === other.broken ? undefined : { first: one.broken, second: other.broken },
  };
  const { expectations, verdicts, values, steps, broken } = difference;
  const isSame = expectations.length + verdicts.length + values.length === 0 && !steps && !broken;
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

/** However it is laid out. */
function plain(text: string): string {
  return text
    .replace(/\/\/.*$/gmu, "")
    .replace(/\s+/gu, " ")
    .trim();
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
  const before = shownValues(one, first);
  return [...shownValues(other, second)].flatMap(([name, value]) => {
    const known = before.get(name);
    if (known === undefined || known.value === value.value) return [];
    return [{ name, first: known.shown, second: value.shown }];
  });
}

/** Expectations and quantities, and what each system designated last. */
function shownValues(
  { values, played }: RunResult,
  { prepared, called }: PlayedModel,
): ReadonlyMap<string, { readonly value: ValueOf["value"]; readonly shown: string }> {
  const types = typesIn(prepared);
  const { layout } = prepared.compiled();
  const { designated } = played.course.state;
  return new Map([
    ...values.map(({ owner, name, value }) => {
      const type = types.get(`${owner}\n${name}`);
      return [`${called(owner)}.${name}`, { value, shown: withUnit(shownValue(value, type), type) }] as const;
    }),
    ...prepared.checked.model.systems.map(({ id }) => {
      const word = layout.words.word(designated[layout.system(id)] ?? -1);
      const value = word === "" ? "nothing" : word;
      return [`${called(id)}.designated`, { value, shown: value }] as const;
    }),
  ]);
}

function typesIn({ checked: { model } }: Prepared): ReadonlyMap<string, Type> {
  return new Map([
    ...model.systems.flatMap(({ id, expectations }) =>
      expectations.map(({ name, type }) => [`${id}\n${name}`, type] as const),
    ),
    ...model.environments.flatMap(({ id, quantities }) =>
      quantities.map(({ name, type }) => [`${id}\n${name}`, type] as const),
    ),
  ]);
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

/* What else becomes otherwise if a model is changed: in the run in question, and in all others of the file. */
import type { Verdict } from "../../diagnostics/run_facts.ts";
import type { Inquiry } from "../../engine/inquiry/inquiry.ts";
import { missingIn } from "../../engine/play.ts";
import type { RunResult } from "../run.ts";
import { test } from "../test.ts";
import { inquiryInto } from "../why.ts";
import type { Trial } from "./trial.ts";

/** What a system makes of irritations: how many it decided on and left open, and which it never had before. */
export interface Irritated {
  readonly system: string;
  readonly before: number;
  readonly after: number;
  /** Sensitivities at which it is irritated now, and was not before. */
  readonly newly: readonly string[];
}

export interface OtherVerdict {
  readonly scenario: string;
  readonly regulation: string;
  readonly before: Verdict | undefined;
  readonly after: Verdict | undefined;
}

export interface SideEffects {
  /** In the run in question; systems of which nothing differs are not among them. */
  readonly irritated: readonly Irritated[];
  /** At the end of scenarios: of this regulation in others, and of others. */
  readonly verdicts: readonly OtherVerdict[];
  /** Scenarios and properties that pass as the model is and fail in the changed one; and the other way round. */
  readonly nowFailing: readonly string[];
  readonly nowPassing: readonly string[];
  /** What goes wrong in the run in question that did not before, by the check that finds it. */
  readonly violations: readonly { readonly check: string; readonly message: string }[];
}

/** A model with all its scenarios played, to be compared with others. */
export interface Surveyed {
  readonly result: RunResult;
  readonly verdicts: ReadonlyMap<string, ReadonlyMap<string, Verdict>>;
  /** The scenarios and properties in which something is not as it should be, and those in which all is. */
  readonly failing: ReadonlySet<string>;
  readonly passing: ReadonlySet<string>;
}

/** `result`: of the scenario in question. `besides`: scenarios that are not the model's own. */
export function surveyed(trial: Trial, result: RunResult, besides: ReadonlySet<string>): Surveyed {
  const { prepared, play } = trial;
  const { model } = prepared.checked;
  const verdicts = new Map<string, ReadonlyMap<string, Verdict>>();
  const [failing, passing] = [new Set<string>(), new Set<string>()];
  for (const { name } of model.scenarios) {
    if (besides.has(name)) continue;
    const { played } = play(name);
    const { nameOf } = prepared.compiled().layout;
    verdicts.set(
      name,
      new Map(played.verdicts.map(({ regulation, verdict }) => [nameOf(regulation.id), verdict])),
    );
    const isRight =
      !played.broken &&
      played.expectations.every(({ holds }) => holds) &&
      played.course.reporter.reported.every(({ expected }) => expected) &&
      missingIn(played).every((violation) => prepared.checked.met.has(violation));
    (isRight ? passing : failing).add(name);
  }
  const properties = new Set(model.properties.map(({ name }) => name));
  for (const { name, passed } of test(prepared, { only: (each) => properties.has(each) }).items)
    (passed ? passing : failing).add(name);
  return { result, verdicts, failing, passing };
}

export function sideEffects(
  before: Surveyed,
  after: Surveyed,
  question: { readonly scenario: string; readonly regulation: string },
): SideEffects {
  return {
    irritated: irritatedIn(before.result, after.result),
    verdicts: otherVerdicts(before, after, question),
    nowFailing: inBoth(before.passing, after.failing),
    nowPassing: inBoth(after.passing, before.failing),
    violations: violationsOnlyIn(after.result, before.result),
  };
}

function irritatedIn(before: RunResult, after: RunResult): readonly Irritated[] {
  const [then, now] = [before, after].map((result) => irritations(inquiryInto(result)));
  if (then === undefined || now === undefined) return [];
  return [...now.keys()].flatMap((system) => {
    const was = then.get(system) ?? new Map<string, number>();
    const is = now.get(system) ?? new Map<string, number>();
    const [count, countNow] = [was, is].map((each) =>
      [...each.values()].reduce((sum, times) => sum + times, 0),
    );
    const newly = [...is.keys()].filter((name) => !was.has(name));
    if (count === countNow && newly.length === 0) return [];
    return [{ system, before: count ?? 0, after: countNow ?? 0, newly }];
  });
}

/** By system, how often each of its sensitivities was irritated. */
function irritations({ history, model, names }: Inquiry): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>(model.systems.map(({ id }) => [names(id), new Map()]));
  for (let id = 0; id < history.count; id += 1) {
    const entry = history.at(id);
    if (entry?.kind !== "irritation") continue;
    const own = found.get(names(entry.owner));
    own?.set(entry.name, (own.get(entry.name) ?? 0) + 1);
  }
  return found;
}

function otherVerdicts(
  before: Surveyed,
  after: Surveyed,
  { scenario: own, regulation: asked }: { readonly scenario: string; readonly regulation: string },
): readonly OtherVerdict[] {
  return [...before.verdicts].flatMap(([scenario, verdicts]) => {
    const now = after.verdicts.get(scenario) ?? new Map<string, Verdict>();
    return [...new Set([...verdicts.keys(), ...now.keys()])].flatMap((regulation) => {
      const [was, is] = [verdicts.get(regulation), now.get(regulation)];
      const isAsked = scenario === own && regulation === asked;
      return was === is || isAsked ? [] : [{ scenario, regulation, before: was, after: is }];
    });
  });
}

function inBoth(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...one].filter((name) => other.has(name));
}

function violationsOnlyIn(one: RunResult, other: RunResult): readonly { check: string; message: string }[] {
  const known = new Set(other.diagnostics.map(({ check }) => check));
  return one.diagnostics
    .filter(({ check }) => check !== "expectation_failed" && !known.has(check))
    .map(({ check, message }) => ({ check, message }));
}

/* What else becomes otherwise if a model is changed: in the run in question, and in all others of the file. */
import type { Verdict } from "../../diagnostics/run_facts.ts";
import type { Inquiry } from "../../engine/inquiry/inquiry.ts";
import type { Prepared } from "../prepared.ts";
import type { RunResult } from "../run.ts";
import { test, type TestResult } from "../test.ts";
import { inquiryInto } from "../why.ts";

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
  readonly prepared: Prepared;
  readonly result: RunResult;
  readonly verdicts: ReadonlyMap<string, ReadonlyMap<string, Verdict>>;
  readonly tested: TestResult;
}

/** `besides`: scenarios that are not the model's own. */
export function surveyed(
  prepared: Prepared,
  result: RunResult,
  play: (scenario: string) => RunResult,
  besides: ReadonlySet<string>,
): Surveyed {
  const names = prepared.checked.model.scenarios.map(({ name }) => name).filter((name) => !besides.has(name));
  const verdicts = new Map(
    names.map((name) => [
      name,
      new Map(play(name).verdicts.map(({ regulation, verdict }) => [regulation, verdict])),
    ]),
  );
  return { prepared, result, verdicts, tested: test(prepared, { only: (name) => !besides.has(name) }) };
}

export function sideEffects(
  before: Surveyed,
  after: Surveyed,
  question: { readonly scenario: string; readonly regulation: string },
): SideEffects {
  return {
    irritated: irritatedIn(before.result, after.result),
    verdicts: otherVerdicts(before, after, question),
    nowFailing: passingOnlyIn(before.tested, after.tested),
    nowPassing: passingOnlyIn(after.tested, before.tested),
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

function passingOnlyIn(one: TestResult, other: TestResult): readonly string[] {
  const failing = new Set(other.items.filter(({ passed }) => !passed).map(({ name }) => name));
  return one.items.filter(({ name, passed }) => passed && failing.has(name)).map(({ name }) => name);
}

function violationsOnlyIn(one: RunResult, other: RunResult): readonly { check: string; message: string }[] {
  const known = new Set(other.diagnostics.map(({ check }) => check));
  return one.diagnostics
    .filter(({ check }) => check !== "expectation_failed" && !known.has(check))
    .map(({ check, message }) => ({ check, message }));
}

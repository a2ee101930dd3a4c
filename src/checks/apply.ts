/*
 * From a resolved model to what is said about it: the findings of the earlier stages and of every check, put into
 * words; then what the modeller expected (`expect violation`) and silenced (`allow`) is taken out.
 */
import { enclosing } from "../base/enclosing.ts";
import type { Stretch } from "../base/enclosing.ts";
import type { Place } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import type { Finding, Problem } from "../diagnostics/define.ts";
import type { Diagnostic, Severity, Silenced } from "../diagnostics/diagnostic.ts";
import { ordered } from "../diagnostics/sort.ts";
import type { Allow, ExpectedViolation, Model } from "../model/model.ts";
import type { Word } from "../model/reference.ts";
import type { Resolved } from "../model/resolve.ts";
import type { AnyCheck } from "./context.ts";
import { createContext } from "./support/create_context.ts";
import type { MissingViolationFacts, UnusedAllowFacts } from "./agreements.ts";
import { checks } from "./list.ts";

export interface CheckOptions {
  /**
   * Severities other than the checks' own; `off` leaves a check out. Errors of reading stay errors whatever is said
   * here: without them a model is not what was written.
   */
  readonly severities?: ReadonlyMap<string, Severity | "off">;
  /**
   * Called before each file is read and before each check looks at the model. What it throws ends the check: the way
   * out for a caller who no longer needs the answer, or who has waited long enough.
   */
  readonly checkpoint?: (() => void) | undefined;
}

export interface CheckResult {
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** What an `allow` silenced, with its reason. */
  readonly silenced: readonly Silenced[];
  readonly model: Model;
  /** Every text that was read, by its name. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** Runs every check over a resolved model. Never throws on what a model says. */
export function applyChecks(resolved: Resolved, options: CheckOptions = {}): CheckResult {
  const { model, sources } = resolved;
  const context = createContext(model, sources);
  const byName: ReadonlyMap<string, AnyCheck> = new Map(checks.map((check) => [check.name, check]));
  const unread =
    [...resolved.parsed.values()].some((parsed) => parsed.lost.size > 0) ||
    resolved.problems.some((problem) => byName.get(problem.check)?.leavesOut === true);
  const canon = new Set(model.files.filter((file) => file.canonical).map((file) => file.name));

  const found = [...resolved.problems, ...checks.flatMap(detected)]
    .filter((problem) => !canon.has(problem.place.file))
    .flatMap(described);
  const unexpected = withoutExpected(found);
  const { loud, silenced, unused } = withoutAllowed(unexpected.rest);
  const diagnostics = [...loud, ...[...unexpected.missing, ...unused].flatMap(described)];
  return { diagnostics: ordered(diagnostics), silenced, model, sources };

  function detected(check: AnyCheck): Problem[] {
    if (check.detect === undefined || levelOf(check) === "off") return [];
    if (check.fromAbsence === true && unread) return [];
    options.checkpoint?.();
    return [...check.detect(context)].map((finding: Finding<unknown>) => ({ check: check.name, ...finding }));
  }

  function chosen({ name, group, severity }: AnyCheck): Severity | "off" | undefined {
    return group === "reading" && severity === "error" ? undefined : options.severities?.get(name);
  }

  function levelOf(check: AnyCheck): Severity | "off" {
    return chosen(check) ?? check.severity;
  }

  function described(problem: Problem & { readonly severity?: Severity }): Diagnostic[] {
    const check = byName.get(problem.check);
    if (check === undefined) throw new Error(`no check is named ${problem.check}`);
    const level = chosen(check) ?? problem.severity ?? check.severity;
    if (level === "off") return [];
    // The facts were made by the check itself or by the stage that reports in its name.
    const facts = problem.facts as never;
    return [
      {
        check: check.name,
        severity: level,
        place: problem.place,
        facts: problem.facts,
        ...check.words(facts, context, problem.place),
        fixes: check.fixes?.(facts, context, problem.place) ?? [],
      },
    ];
  }

  /** Takes out what an `expect violation` names and finds where it should be. */
  function withoutExpected(all: readonly Diagnostic[]): { rest: readonly Diagnostic[]; missing: Problem[] } {
    const expected = byCheck(model.expectedViolations);
    const found = new Set<Stretch<ExpectedViolation>>();
    const rest = all.filter(({ check, place }) => {
      const around = expected.get(check)?.(place) ?? [];
      for (const stretch of around) found.add(stretch);
      return around.length === 0;
    });
    const met = new Set([...found].flatMap(({ items }) => items));
    const missing = model.expectedViolations.flatMap((violation): Problem[] => {
      const check = byName.get(violation.check.text);
      if (met.has(violation) || check === undefined || mayWaitForRun(check) || unread) return [];
      const facts: MissingViolationFacts = { check: check.name, scope: violation.scope };
      return [{ check: "expected_violation_missing", place: violation.place, facts }];
    });
    return { rest, missing };
  }

  function withoutAllowed(all: readonly Diagnostic[]): {
    loud: Diagnostic[];
    silenced: Silenced[];
    unused: Problem[];
  } {
    const loud: Diagnostic[] = [];
    const silenced: Silenced[] = [];
    const allowing = byCheck(model.allows.flatMap(scopesOf));
    const silencing = new Set<Stretch<AllowedIn>>();
    for (const diagnostic of all) {
      const silenceable = byName.get(diagnostic.check)?.group !== "reading";
      const around = (silenceable ? allowing.get(diagnostic.check)?.(diagnostic.place) : undefined) ?? [];
      for (const stretch of around) silencing.add(stretch);
      const first = firstOf(around);
      if (first === undefined) loud.push(diagnostic);
      else silenced.push({ diagnostic, reason: first.reason });
    }
    const used = new Set([...silencing].flatMap(({ items }) => items.map(({ allow }) => allow)));
    const unused = model.allows.flatMap((allow): Problem[] => {
      const check = byName.get(allow.check.text);
      // In another model an imported file's `allow` may well be needed.
      if (allow.place.file !== model.entry) return [];
      if (used.has(allow) || check === undefined || mayWaitForRun(check) || levelOf(check) === "off")
        return [];
      if (check.fromAbsence === true && unread) return [];
      // That what is found in reading cannot be allowed has been said already (`unknown_check`).
      if (check.group === "reading") return [];
      const facts: UnusedAllowFacts = { check: check.name, allow: allow.place };
      return [{ check: "unused_allow", place: allow.check.place, facts }];
    });
    return { loud, silenced, unused };
  }
}

/** Whether only a run can say that the check finds nothing. */
function mayWaitForRun(check: AnyCheck): boolean {
  return check.needsRun === true || check.alsoInRuns === true;
}

/** An `allow`, the how-manieth of the model it is, and a stretch of text that it covers. */
interface AllowedIn {
  readonly allow: Allow;
  readonly check: Word;
  readonly order: number;
  readonly scope: Place;
}

function scopesOf(allow: Allow, order: number): readonly AllowedIn[] {
  const { check, scope, extended } = allow;
  const own = { allow, check, order, scope };
  return extended === undefined ? [own] : [own, { ...own, scope: extended }];
}

/** Of the `allow`s around a finding the one that the model says first. */
function firstOf(around: readonly Stretch<AllowedIn>[]): Allow | undefined {
  let first: AllowedIn | undefined;
  for (const { items } of around) {
    const [candidate] = items;
    if (first === undefined || (candidate !== undefined && candidate.order < first.order)) first = candidate;
  }
  return first?.allow;
}

/** For each check that they name, what finds those whose scope is around a place. */
function byCheck<Item extends { readonly check: Word; readonly scope: Place }>(
  items: readonly Item[],
): ReadonlyMap<string, (place: Place) => readonly Stretch<Item>[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.check.text);
    if (group === undefined) groups.set(item.check.text, [item]);
    else group.push(item);
  }
  return new Map([...groups].map(([name, group]) => [name, enclosing(group, ({ scope }) => scope)]));
}

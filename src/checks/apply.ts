/*
 * From a resolved model to what is said about it: the findings of the earlier stages and of every check, put into
 * words; then what the modeller expected (`expect violation`) and silenced (`allow`) is taken out.
 */
import { contains, type Place } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import type { Finding, Problem } from "../diagnostics/define.ts";
import type { Diagnostic, Severity, Silenced } from "../diagnostics/diagnostic.ts";
import { ordered } from "../diagnostics/sort.ts";
import { buildFlow } from "../flow/build.ts";
import { indexModel } from "../model/lookup.ts";
import type { Allow, Model } from "../model/model.ts";
import type { Resolved } from "../model/resolve.ts";
import type { AnyCheck, CheckContext } from "./context.ts";
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
  const index = indexModel(model);
  const context: CheckContext = {
    model,
    index,
    flow: buildFlow(model),
    source: (file) => sources.get(file),
  };
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
  function withoutExpected(all: readonly Diagnostic[]): { rest: Diagnostic[]; missing: Problem[] } {
    const met = new Set<Diagnostic>();
    const missing: Problem[] = [];
    const byCheck = grouped(all, (diagnostic) => diagnostic.check);
    for (const expected of model.expectedViolations) {
      const check = byName.get(expected.check.text);
      const found = byCheck.get(expected.check.text) ?? [];
      const here = found.filter((diagnostic) => within(expected.scope, diagnostic.place));
      for (const diagnostic of here) met.add(diagnostic);
      if (here.length === 0 && check !== undefined && !mayWaitForRun(check) && !unread) {
        const facts: MissingViolationFacts = { check: check.name, scope: expected.scope };
        missing.push({ check: "expected_violation_missing", place: expected.place, facts });
      }
    }
    return { rest: all.filter((diagnostic) => !met.has(diagnostic)), missing };
  }

  function withoutAllowed(all: readonly Diagnostic[]): {
    loud: Diagnostic[];
    silenced: Silenced[];
    unused: Problem[];
  } {
    const loud: Diagnostic[] = [];
    const silenced: Silenced[] = [];
    const used = new Set<Allow>();
    const byCheck = grouped(model.allows, (allow) => allow.check.text);
    for (const diagnostic of all) {
      const silenceable = byName.get(diagnostic.check)?.group !== "reading";
      const allows = (silenceable ? byCheck.get(diagnostic.check) : undefined) ?? [];
      const here = allows.filter((allow) => covers(allow, diagnostic.place));
      const [allow] = here;
      for (const each of here) used.add(each);
      if (allow === undefined) loud.push(diagnostic);
      else silenced.push({ diagnostic, reason: allow.reason });
    }
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

function covers({ scope, extended }: Allow, place: Place): boolean {
  return within(scope, place) || (extended !== undefined && within(extended, place));
}

function grouped<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

function within(scope: Place, place: Place): boolean {
  return scope.file === place.file && contains(scope, place);
}

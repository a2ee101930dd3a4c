/*
 * From a resolved model to what is said about it: the findings of the earlier stages and of every check, put into
 * words; then what the modeller expected (`expect violation`) and silenced (`allow`) is taken out.
 */
import type { Stretch } from "../base/enclosing.ts";
import type { Source } from "../base/source.ts";
import { isIn } from "../syntax/unread.ts";
import type { Finding, Problem } from "../diagnostics/define.ts";
import type { Diagnostic, Silenced } from "../diagnostics/diagnostic.ts";
import { ordered } from "../diagnostics/sort.ts";
import type { Allow, ExpectedViolation, Model } from "../model/model.ts";
import type { Resolved } from "../model/resolve.ts";
import type { AnyCheck } from "./context.ts";
import { byCheck, createDescriber, type Severities } from "./describe.ts";
import type { MissingViolationFacts, UnusedAllowFacts } from "./agreements.ts";
import { checks } from "./list.ts";
import { detecting, type CheckMemory } from "./support/memory.ts";

export interface CheckOptions {
  /**
   * Severities other than the checks' own; `off` leaves a check out. Errors of reading stay errors whatever is said
   * here: without them a model is not what was written.
   */
  readonly severities?: Severities | undefined;
  /**
   * Called before each file is read and before each check looks at the model. What it throws ends the check: the way
   * out for a caller who no longer needs the answer, or who has waited long enough.
   */
  readonly checkpoint?: (() => void) | undefined;
  /** What was found last time in the same model, which may have changed a little since. */
  readonly memory?: CheckMemory | undefined;
}

export interface CheckResult {
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** What an `allow` silenced, with its reason. */
  readonly silenced: readonly Silenced[];
  /** What the model expects to go wrong, and does without a run: with what was found. */
  readonly met: ReadonlyMap<ExpectedViolation, readonly Diagnostic[]>;
  readonly model: Model;
  /** Every text that was read, by its name. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** Runs every check over a resolved model. Never throws on what a model says. */
export function applyChecks(resolved: Resolved, options: CheckOptions = {}): CheckResult {
  const { model, sources } = resolved;
  const {
    context,
    check: checkNamed,
    levelOf,
    described,
    withoutAllowed,
  } = createDescriber(model, sources, options.severities);
  const leftOut = resolved.problems.some((problem) => checkNamed(problem.check)?.leavesOut === true);
  const unread =
    leftOut || [...resolved.parsed.values()].some(({ lost, unread }) => lost.size > 0 || unread.length > 0);
  const unreadMembers = unread && (leftOut || !isAsideFromMembers(resolved));
  const detect = detecting(context, resolved.shown, options.memory);
  const canon = new Set(model.files.filter((file) => file.canonical).map((file) => file.name));

  const found = [...resolved.problems.filter(isFounded), ...checks.flatMap(detected)]
    .filter((problem) => !canon.has(problem.place.file))
    .flatMap(described);
  const { rest, met, missing } = withoutExpected(found);
  const { loud, silenced, used } = withoutAllowed(rest);
  const diagnostics = [...loud, ...[...missing, ...unused(used)].flatMap(described)];
  return { diagnostics: ordered(diagnostics), silenced, met, model, sources };

  function detected(check: AnyCheck): Problem[] {
    if (check.detect === undefined || levelOf(check) === "off") return [];
    if (!isFounded({ check: check.name })) return [];
    options.checkpoint?.();
    return detect(check)
      .filter(({ place }: Finding<unknown>) => !isIn(resolved.parsed.get(place.file)?.unread ?? [], place))
      .map((finding: Finding<unknown>) => ({ check: check.name, ...finding }));
  }

  /** Whether nothing is missing that the conclusion would have to know. */
  function isFounded({ check }: Pick<Problem, "check">): boolean {
    const from = checkNamed(check)?.fromAbsence;
    return from === undefined || !(from === "members" ? unreadMembers : unread);
  }

  /** Takes out what an `expect violation` names and finds where it should be. */
  function withoutExpected(all: readonly Diagnostic[]) {
    const expected = byCheck(model.expectedViolations);
    const stretches = new Map<Stretch<ExpectedViolation>, Diagnostic[]>();
    const rest = all.filter((diagnostic) => {
      const around = expected.get(diagnostic.check)?.(diagnostic.place) ?? [];
      for (const stretch of around) {
        const known = stretches.get(stretch);
        if (known === undefined) stretches.set(stretch, [diagnostic]);
        else known.push(diagnostic);
      }
      return around.length === 0;
    });
    const met: CheckResult["met"] = new Map(
      [...stretches].flatMap(([{ items }, found]) => items.map((item) => [item, found])),
    );
    const missing = model.expectedViolations.flatMap((violation): Problem[] => {
      const check = checkNamed(violation.check.text);
      if (met.has(violation) || check === undefined || mayWaitForRun(check) || unread) return [];
      return [missingViolation(violation)];
    });
    return { rest, met, missing };
  }

  function unused(used: ReadonlySet<Allow>): readonly Problem[] {
    return model.allows.flatMap((allow): Problem[] => {
      const check = checkNamed(allow.check.text);
      // In another model an imported file's `allow` may well be needed.
      if (allow.place.file !== model.entry) return [];
      if (used.has(allow) || check === undefined || mayWaitForRun(check) || levelOf(check) === "off")
        return [];
      if (!isFounded({ check: check.name })) return [];
      // That what is found in reading cannot be allowed has been said already (`unknown_check`).
      if (check.group === "reading") return [];
      const facts: UnusedAllowFacts = { check: check.name, allow: allow.place };
      return [{ check: "unused_allow", place: allow.check.place, facts }];
    });
  }
}

/** Whether nothing but what says nothing of the members of systems could not be read. */
function isAsideFromMembers({ model, parsed, sources }: Resolved): boolean {
  const aside = [
    ...model.systems.flatMap(({ programs }) => programs),
    ...model.couplings,
    ...model.regulations,
    ...model.scenarios,
    ...model.properties,
    ...model.experiments,
  ].map(({ place }) => place);
  return [...parsed].every(([file, { unread }]) =>
    unread.every(({ start, end }) =>
      aside.some((place) => {
        if (place.file !== file || place.start > end || place.end <= start) return false;
        return place.start <= start || /^\s*$/.test(sources.get(file)?.text.slice(start, place.start) ?? "x");
      }),
    ),
  );
}

/** That something was expected to go wrong and did not. */
export function missingViolation({ check, place, scope }: ExpectedViolation): Problem {
  const facts: MissingViolationFacts = { check: check.text, scope };
  return { check: "expected_violation_missing", place, facts };
}

/** Whether only a run can say that the check finds nothing. */
export function mayWaitForRun(check: AnyCheck): boolean {
  return check.needsRun === true || check.alsoInRuns === true;
}

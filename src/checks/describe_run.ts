/* From what a run has shown to what is said about it. */
import type { Problem } from "../diagnostics/define.ts";
import type { Diagnostic, Silenced } from "../diagnostics/diagnostic.ts";
import { ordered } from "../diagnostics/sort.ts";
import type { ExpectedViolation } from "../model/model.ts";
import { mayWaitForRun, missingViolation, type CheckResult } from "./apply.ts";
import { createDescriber, type Severities } from "./describe.ts";

/** What one run or several of a model have shown. */
export interface RunFindings {
  readonly problems: readonly Problem[];
  /** What was expected to go wrong on the way, and did not. */
  readonly missing: readonly ExpectedViolation[];
}

export interface Described {
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
}

/**
 * Puts into words what runs of a checked model have shown. What an `allow` silences is taken out; what was expected to go
 * wrong, and what did not in a run, is missing unless the check had found it.
 */
export function describeRun(
  { model, sources, met }: Pick<CheckResult, "model" | "sources" | "met">,
  { problems, missing }: RunFindings,
  severities?: Severities,
): Described {
  const describer = createDescriber(model, sources, severities);
  const awaited = missing.filter((violation) => {
    const check = describer.check(violation.check.text);
    return check !== undefined && mayWaitForRun(check) && !met.has(violation);
  });
  const found = [...problems, ...awaited.map(missingViolation)].flatMap(describer.described);
  const { loud, silenced } = describer.withoutAllowed(found);
  return { diagnostics: ordered(loud), silenced };
}

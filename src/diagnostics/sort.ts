import { comparePlaces } from "../base/place.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";

/** What a run of the checks comes to. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  /** The files looked at, with or without findings. */
  readonly files: number;
  /** Findings that an `allow` silenced. */
  readonly silenced: number;
}

/** 0 for errors, 1 for warnings, 2 for hints. */
export function severityRank(severity: Severity): number {
  switch (severity) {
    case "error":
      return 0;
    case "warning":
      return 1;
    case "hint":
      return 2;
  }
}

/** Orders findings by file, start, severity and check; what is then left apart by end and message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.place.file, b.place.file) ||
    a.place.start - b.place.start ||
    severityRank(a.severity) - severityRank(b.severity) ||
    compareText(a.check, b.check) ||
    comparePlaces(a.place, b.place) ||
    compareText(a.message, b.message)
  );
}

/**
 * The findings in the order in which they are shown, each once: those that say the same of the same place by the
 * same check are one, as severe as the severest.
 */
export function ordered(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return [...diagnostics].sort(compareDiagnostics).filter(({ check, place, message }) => {
    const key = JSON.stringify([check, place.file, place.start, place.end, message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Counts findings; how many files were looked at and how many findings were silenced, the caller knows. */
export function summarize(
  diagnostics: readonly Diagnostic[],
  counts: { readonly files: number; readonly silenced?: number },
): Summary {
  const of = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    errors: of("error"),
    warnings: of("warning"),
    hints: of("hint"),
    files: counts.files,
    silenced: counts.silenced ?? 0,
  };
}

/** By code units, so that the order is the same everywhere. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

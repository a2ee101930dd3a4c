/* What the checks, and the runs, find in one of two models alone: by the check and by what it is about, not by the line. */
import type { Diagnostic, Severity, Silenced } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../base/place.ts";

export interface FoundIn {
  readonly diagnostics: readonly Diagnostic[];
  /** What is allowed, or expected to be violated. */
  readonly silenced: readonly Silenced[];
  readonly subject: (place: Place) => string;
}

export interface FindingDifference {
  readonly in: "first" | "second";
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  /** What it is about: `economy.caution`; empty for the model as a whole. */
  readonly subject: string;
  /** Why it is not told in the other, where it is found there and allowed. */
  readonly allowed: string | undefined;
}

export function findingsInOneOnly(first: FoundIn, second: FoundIn): readonly FindingDifference[] {
  const [left, right] = unmatched(first, second);
  return [
    ...left.map((one) => toldOf("first", one, first, second)),
    ...right.map((one) => toldOf("second", one, second, first)),
  ];
}

/** What is said in the same words of the same thing is the same finding; then what is said of the same thing in others. */
function unmatched(first: FoundIn, second: FoundIn): readonly [readonly Diagnostic[], readonly Diagnostic[]] {
  let left = first.diagnostics;
  let right = second.diagnostics;
  for (const withWords of [true, false]) {
    const keyIn =
      ({ subject }: FoundIn) =>
      ({ check, message, place }: Diagnostic): string =>
        JSON.stringify([check, subject(place), withWords ? message : ""]);
    const known = counts(right, keyIn(second));
    const before = counts(left, keyIn(first));
    left = left.filter((one) => !taken(known, keyIn(first)(one)));
    right = right.filter((one) => !taken(before, keyIn(second)(one)));
  }
  return [left, right];
}

function counts(all: readonly Diagnostic[], key: (one: Diagnostic) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of all) found.set(key(one), (found.get(key(one)) ?? 0) + 1);
  return found;
}

function taken(counted: Map<string, number>, key: string): boolean {
  const left = counted.get(key) ?? 0;
  if (left > 0) counted.set(key, left - 1);
  return left > 0;
}

function toldOf(
  where: FindingDifference["in"],
  { check, severity, message, place }: Diagnostic,
  own: FoundIn,
  other: FoundIn,
): FindingDifference {
  const subject = own.subject(place);
  const allowed = other.silenced.find(
    ({ diagnostic }) => diagnostic.check === check && other.subject(diagnostic.place) === subject,
  );
  return { in: where, check, severity, message, place, subject, allowed: allowed?.reason };
}

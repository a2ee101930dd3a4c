import type { Place } from "../base/place.ts";
import type { Fix, Severity, Words } from "./diagnostic.ts";

/** The families of checks, in the order in which documents list them. */
export const groups = {
  reading: "Reading the text",
  codes: "Codes and media",
  programs: "Programs",
  closure: "Closure",
  couplings: "Couplings",
  organizations: "Organisations, interactions, people",
  differentiation: "Differentiation",
  regulation: "Regulation",
  whole: "The whole model",
  scenarios: "Scenarios",
} as const;

export type Group = keyof typeof groups;

/** What a stage reports: which check, where, and the facts. Words are made of it at the edge. */
export interface Problem {
  readonly check: string;
  readonly place: Place;
  readonly facts: unknown;
}

/** What the `detect` of a check yields. */
export interface Finding<Facts> {
  readonly place: Place;
  readonly facts: Facts;
  /** Given where this finding differs from the check's own severity. */
  readonly severity?: Severity;
}

/**
 * A check: its metadata, how it finds (unless an earlier stage does and reports a `Problem` of its name),
 * what it says, and how it mends. Detecting, saying and mending are three functions over the same facts.
 */
export interface Check<Facts, Context, Found = Facts> {
  readonly name: string;
  readonly severity: Severity;
  readonly group: Group;
  /** What it finds, in one line: the short description in SARIF, schemas and tables. */
  readonly summary: string;
  /** Found only while a scenario runs, so that a check without a run can neither find nor miss it. */
  readonly needsRun?: true;
  /** Found without a run in some cases, and in a run in others: a check cannot know that it is missing. */
  readonly alsoInRuns?: true;
  /**
   * Concludes from what is not there: that nothing emits an operation, that no channel leads somewhere. Such a
   * conclusion waits until all of the text can be read; with `members`, all but programs and what else says nothing
   * of what a system consists of.
   */
  readonly fromAbsence?: true | "members";
  /** What it finds stands in a declaration, and follows from this one and from what the others show of themselves. */
  readonly perDeclaration?: true;
  /** The numbers that systems reckon with are nothing to it. */
  readonly blindToNumbers?: true;
  /** What it finds is left out of the model: nothing can be concluded from absence until it is mended. */
  readonly leavesOut?: true;
  /** Where the rule comes from: author, year, chapter. Empty for rules of the language itself. */
  readonly sources: readonly string[];
  readonly detect?: (context: Context) => Iterable<Finding<Found>>;
  /** `place` is that of the finding, for what the facts do not say. */
  readonly words: (facts: Facts, context: Context, place: Place) => Words;
  readonly fixes?: (facts: Facts, context: Context, place: Place) => readonly Fix[];
}

/*
 * What a refactoring is: a change that a modeller asks for by name, or at a place. Plain data comes of it: edits with a
 * title, or why it cannot be done. Editors and the command line offer the same ones.
 */
import type { Place, Span } from "../../base/place.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { RenameOptions } from "../rename.ts";
import type { Study } from "../study.ts";

/** What is asked for: something at a place, or what the words name. */
export interface Asked extends RenameOptions {
  readonly study: Study;
  /** The stretch of the entry file that is pointed at; undefined: all of it. */
  readonly at: Span | undefined;
  /** What the modeller names, such as `politics.decree` and `economy`; none: whatever stands at the place. */
  readonly words: readonly string[];
}

/** A change that can be made. */
export interface Offer {
  readonly title: string;
  /** What it is about. */
  readonly place: Place;
  /** The words that ask for it. */
  readonly words: readonly string[];
  /** How exactly the words must be accompanied by the place that it is about. */
  readonly points: "no" | "line" | "column";
  /** The one to take without looking. */
  readonly preferred: boolean;
  readonly edits: () => readonly Edit[] | Refused;
}

export interface Refused {
  /** Why not, in a sentence. */
  readonly reason: string;
  /** What to do about it. */
  readonly help?: string;
}

export interface Refactoring {
  /** As it is written on the command line. */
  readonly name: string;
  /** What it does, in one line. */
  readonly title: string;
  /** Where it applies, as the end of "it applies …". */
  readonly applies: string;
  /** How it is asked for, after its name. */
  readonly usage: string;
  readonly examples: readonly string[];
  readonly kind: "mend" | "rewrite" | "extract" | "rename";
  /** Whether every scenario runs as before; a place that is renamed draws otherwise, since what is drawn goes by names. */
  readonly keepsRuns: boolean;
  readonly find: (asked: Asked) => readonly Offer[] | Refused;
}

export function refused(reason: string, help?: string): Refused {
  return help === undefined ? { reason } : { reason, help };
}

export function isRefused(answer: readonly unknown[] | Refused): answer is Refused {
  return "reason" in answer;
}

/** Whether something is pointed at. */
export function isPointedAt(place: Place, { study, at }: Asked): boolean {
  return place.file === study.entry && (at === undefined || (place.start <= at.end && at.start <= place.end));
}

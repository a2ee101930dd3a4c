import type { Place } from "../base/place.ts";

/** `error`: the model cannot be read or contradicts an axiom; `warning`: it contradicts the common reading; `hint`: worth a look. */
export type Severity = "error" | "warning" | "hint";

/** Replaces what stands at `place` by `text`. An empty place inserts. */
export interface Edit {
  readonly place: Place;
  readonly text: string;
}

/** A way to mend what was found. Only `certain` fixes are applied by `--fix`; the others are proposals to look at. */
export interface Fix {
  readonly title: string;
  readonly certain: boolean;
  readonly edits: readonly Edit[];
}

/** Another place that has a part in what was found, with what it has to do with it. */
export interface Related {
  readonly place: Place;
  readonly message: string;
}

/** What a check says in words. One sentence each, without a full stop at the end, names in backquotes. */
export interface Words {
  /** What is wrong, in a sentence that stands alone. */
  readonly message: string;
  /** A few words at the underline itself. */
  readonly label?: string;
  readonly related?: readonly Related[];
  /** Why the theory (or the language) says so. */
  readonly why?: readonly string[];
  /** What to do in this model: the next step. */
  readonly help?: readonly string[];
}

/**
 * One finding, complete: what every output (terminal, JSON, SARIF, editor) is made from.
 * `facts` are the finding as data, without words; the shape is the check's own.
 */
export interface Diagnostic extends Words {
  readonly check: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly facts: unknown;
  readonly fixes: readonly Fix[];
}

/** A finding that an `allow` silenced, with the reason the modeller gave. Reports print these. */
export interface Silenced {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

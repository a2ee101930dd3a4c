import type { Source } from "../base/source.ts";
import type { Check } from "../diagnostics/define.ts";
import type { Flow } from "../flow/flow.ts";
import type { ModelIndex } from "../model/lookup.ts";
import type { Model } from "../model/model.ts";

/** All that a check may look at. */
export interface CheckContext {
  readonly model: Model;
  /** Finds the things of the model by id and name. */
  readonly index: ModelIndex;
  /** What can irritate what. */
  readonly flow: Flow;
  /** The text of a file of the model, for edits. */
  readonly source: (file: string) => Source | undefined;
}

/** Any check, its facts forgotten: what the list holds. */
// A check is called only with the facts that it, or the stage that reports in its name, has made.
export type AnyCheck = Check<never, CheckContext, unknown>;

/** Defines a check; the type of its facts is kept between finding, saying and mending. */
export function defineCheck<Facts>(check: Check<Facts, CheckContext>): Check<Facts, CheckContext> {
  return check;
}

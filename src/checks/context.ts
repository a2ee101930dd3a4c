import type { Source } from "../base/source.ts";
import type { Check } from "../diagnostics/define.ts";
import type { Place } from "../base/place.ts";
import type { NameOf } from "../flow/describe.ts";
import type { Flow } from "../flow/flow.ts";
import type { Influences } from "../flow/influences.ts";
import type { ModelIndex } from "../model/lookup.ts";
import type { Environment, Model, Regulation, System } from "../model/model.ts";
import type { DeadClause } from "./support/decisions.ts";
import type { DecisionList } from "./support/programs.ts";
import type { Route } from "./support/route_parts.ts";

/** All that a check may look at. */
export interface CheckContext {
  readonly model: Model;
  /** Finds the things of the model by id and name. */
  readonly index: ModelIndex;
  /** What can irritate what. */
  readonly flow: Flow;
  /** The text of a file of the model, for edits. */
  readonly source: (file: string) => Source | undefined;
  /** What several checks, or several findings, ask for: worked out when it is first asked for, and kept. */
  readonly shared: Shared;
}

/** Each is the answer of the function beside which it is documented. */
export interface Shared {
  readonly route: (regulation: Regulation) => Route;
  readonly decisionLists: (system: System) => readonly DecisionList[];
  readonly deadClauses: (system: System) => readonly DeadClause[];
  /** The function systems that an organization is within. */
  readonly homesOf: (system: System) => readonly System[];
  readonly startedOperations: () => ReadonlySet<string>;
  readonly influences: () => Influences;
  /** How a file calls systems, environments and populations. */
  readonly namesIn: (file: string) => NameOf;
  readonly placeForRegulation: (file: string) => Place | undefined;
  readonly placeForCoupling: (file: string) => Place | undefined;
  readonly ownersByPlace: () => ReadonlyMap<string, System | Environment>;
  /** The names of all declarations. */
  readonly declaredNames: () => ReadonlySet<string>;
  /** The files that come with the tool. */
  readonly canonicalFiles: () => ReadonlySet<string>;
}

/** Any check, its facts forgotten: what the list holds. */
// A check is called only with the facts that it, or the stage that reports in its name, has made.
export type AnyCheck = Check<never, CheckContext, unknown>;

/** Defines a check; the type of its facts is kept between finding, saying and mending. */
export function defineCheck<Facts>(check: Check<Facts, CheckContext>): Check<Facts, CheckContext> {
  return check;
}

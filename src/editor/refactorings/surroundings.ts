/* What the refactorings ask the model for. */
import { nearest } from "../../base/near.ts";
import type { Place } from "../../base/place.ts";
import { listed, quoted } from "../../base/words.ts";
import type { CheckContext } from "../../checks/context.ts";
import { createContext } from "../../checks/support/create_context.ts";
import { removal } from "../../checks/support/edits.ts";
import { namesIn, ownerCalled } from "../../checks/support/names.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Environment, Step, System } from "../../model/model.ts";
import type { Study } from "../study.ts";
import { refused, type Refused } from "./refactoring.ts";

const known = new WeakMap<Study, CheckContext>();

/** What a check would look at; worked out once for each model. */
export function contextOf(study: Study): CheckContext {
  let context = known.get(study);
  if (context === undefined) {
    const { model, sources } = study.resolved;
    known.set(study, (context = createContext(model, sources)));
  }
  return context;
}

/** The system, environment or population that the entry file calls so. */
export function ownerNamed(name: string, { entry }: Study, context: CheckContext) {
  const owner = ownerCalled(name, entry, context);
  if (owner !== undefined) return owner;
  const { systems, environments } = context.model;
  const names = namesIn(entry, context);
  return nothingNamed(
    name,
    [...systems, ...environments].map(({ id }) => names(id)),
  );
}

/** `law.judgment`: whose part, and which. */
export function partNamed(word: string, study: Study, context: CheckContext) {
  const dot = word.lastIndexOf(".");
  if (dot < 1 || dot === word.length - 1)
    return refused(`${quoted(word)} is no part of anything`, "write the system, a dot, and the part of it: `law.judgment`"); // prettier-ignore
  const owner = ownerNamed(word.slice(0, dot), study, context);
  return isOwner(owner) ? { owner, name: word.slice(dot + 1) } : owner;
}

export function isOwner(found: System | Environment | Refused): found is System | Environment {
  return "id" in found;
}

export function nothingNamed(name: string, names: readonly string[], whose = "in this model"): Refused {
  const near = nearest(name, names);
  return refused(
    `there is no ${quoted(name)} ${whose}`,
    near[0] !== undefined
      ? `a name like it: ${quoted(near[0])}`
      : names.length === 0
        ? undefined
        : `there ${names.length === 1 ? "is" : "are"} ${listed(names.slice(0, 12).map(quoted))}`,
  );
}

/** Takes out the `expect violation` after a step that is mended: what it expects would not come. */
export function expectationRemoved({ place }: Step, check: string, context: CheckContext): readonly Edit[] {
  return context.model.expectedViolations
    .filter((one) => one.check.text === check && samePlace(one.scope, place))
    .map((one) => removal(one.place, context));
}

function samePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end;
}

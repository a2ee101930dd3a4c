/* What the canon knows to lead from one system to another. */
import type { CheckContext } from "../../checks/context.ts";
import { directionOf, knownInstitutions } from "../../checks/support/known_institutions.ts";
import type { Institution, InstitutionDirection } from "../../model/canon/institutions.ts";
import type { Id } from "../../model/reference.ts";

export interface KnownDirection {
  readonly institution: Institution;
  readonly direction: InstitutionDirection;
}

/** The institutions that carry something from the one to the other, the best described first. */
export function directionsBetween(from: Id, to: Id, context: CheckContext): readonly KnownDirection[] {
  if (from === to) return [];
  return knownInstitutions(from, to, context).flatMap((institution) => {
    const direction = directionOf(institution, from, to, context);
    return direction === undefined ? [] : [{ institution, direction }];
  });
}

/* What the canon knows about the two sides of a coupling, whatever the modeller calls them. */
import { couples, institutionNamed, institutionsBetween } from "../../model/canon/institutions.ts";
import type { Institution, InstitutionDirection } from "../../model/canon/institutions.ts";
import type { Coupling } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";

/**
 * The names by which the canon can know a system: its canonical name and, where language is what couples, its being
 * social or psychic. None for environments, populations and machines, and for function systems outside the canon.
 */
export function canonNames(id: Id, { index }: CheckContext): readonly string[] {
  const system = index.system(id);
  if (system === undefined || system.systemKind === "machine") return [];
  if (system.systemKind === "psychic system") return ["psychic_system"];
  const canonical = index.canonicalName(id);
  return canonical === undefined ? ["social_system"] : [canonical, "social_system"];
}

/** The institutions that the canon knows between two, the best described first. */
export function knownInstitutions(a: Id, b: Id, context: CheckContext): readonly Institution[] {
  return canonNames(a, context).flatMap((one) =>
    canonNames(b, context).flatMap((other) => institutionsBetween(one, other)),
  );
}

/** The direction of an institution that leads from the one to the other; undefined if it knows none. */
export function directionOf(
  institution: Institution,
  from: Id,
  to: Id,
  context: CheckContext,
): InstitutionDirection | undefined {
  const starts = canonNames(from, context);
  const ends = canonNames(to, context);
  return institution.directions.find(
    (direction) => starts.includes(direction.from) && ends.includes(direction.to),
  );
}

/** The institution that a coupling is, by its name or else by its label. */
export function institutionOf(coupling: Coupling): Institution | undefined {
  return (
    institutionNamed(coupling.name) ??
    (coupling.label === undefined ? undefined : institutionNamed(coupling.label.trim().replace(/\s+/gu, "_")))
  );
}

/** Whether the canon knows an institution between these two. */
export function isKnownBetween(institution: Institution, a: Id, b: Id, context: CheckContext): boolean {
  return canonNames(a, context).some((one) =>
    canonNames(b, context).some((other) => couples(institution, one, other)),
  );
}

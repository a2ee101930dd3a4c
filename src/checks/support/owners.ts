/* The systems and environments that facts speak of, found in the model: whatever a file calls them. */
import type { Place } from "../../base/place.ts";
import type { Environment, Model, System } from "../../model/model.ts";
import type { Named } from "../../model/problems.ts";
import type { CheckContext } from "../context.ts";

/** The system, environment or population itself. */
export function ownerOf({ place }: Named, { shared }: CheckContext): System | Environment | undefined {
  return place && shared.ownersByPlace().get(placeKey(place));
}

export function systemOf(named: Named, context: CheckContext): System | undefined {
  const owner = ownerOf(named, context);
  return owner?.kind === "system" ? owner : undefined;
}

/** The system, environment or population that this is a part of. */
export function ownerOfPart({ ownerId }: Named, { index }: CheckContext): System | Environment | undefined {
  return ownerId === undefined ? undefined : (index.system(ownerId) ?? index.environment(ownerId));
}

/** Systems, environments and populations by where their names are declared. */
export function findOwners(model: Model): ReadonlyMap<string, System | Environment> {
  return new Map(
    [...model.systems, ...model.environments].map((owner) => [placeKey(owner.namePlace), owner]),
  );
}

function placeKey({ file, start }: Place): string {
  return `${start} ${file}`;
}

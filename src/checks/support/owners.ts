/* The systems and environments that facts speak of, found in the model by their names. */
import type { Environment, System } from "../../model/model.ts";
import type { Named } from "../../model/problems.ts";
import type { CheckContext } from "../context.ts";

/** The system, environment or population. */
export function ownerOf({ name, place }: Named, { index }: CheckContext): System | Environment | undefined {
  // Where two files declare a name, the id says which is meant.
  for (const id of [name, `${name}@${place?.file ?? ""}`]) {
    const found = index.system(id) ?? index.environment(id);
    if (found?.namePlace.file === place?.file && found?.namePlace.start === place?.start) return found;
  }
  return undefined;
}

export function systemOf(named: Named, context: CheckContext): System | undefined {
  const owner = ownerOf(named, context);
  return owner?.kind === "system" ? owner : undefined;
}

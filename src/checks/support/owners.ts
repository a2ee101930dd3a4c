/* The systems and environments that facts speak of, by where their names stand. */
import type { Environment, System } from "../../model/model.ts";
import type { Named } from "../../model/problems.ts";
import type { CheckContext } from "../context.ts";

export function systemOf({ place }: Named, { model }: CheckContext): System | undefined {
  return model.systems.find((system) => isAt(system, place));
}

export function environmentOf({ place }: Named, { model }: CheckContext): Environment | undefined {
  return model.environments.find((environment) => isAt(environment, place));
}

/** The system, environment or population. */
export function ownerOf(named: Named, context: CheckContext): System | Environment | undefined {
  return systemOf(named, context) ?? environmentOf(named, context);
}

function isAt({ namePlace }: Pick<System, "namePlace">, place: Named["place"]): boolean {
  return namePlace.file === place?.file && namePlace.start === place.start;
}

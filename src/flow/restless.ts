/* What keeps a model from ever coming to rest. */
import type { Place } from "../base/place.ts";
import { everyExpression } from "../model/expression_parts.ts";
import type { Model, Trigger } from "../model/model.ts";

/** A program that is `on every …`, or a quantity whose `becomes` draws random numbers. */
export interface Restless {
  readonly kind: "every" | "draws";
  /** `economy.market`, `weather.rain` */
  readonly name: string;
  /** The trigger of the program. */
  readonly trigger: Trigger | undefined;
  readonly place: Place;
}

const drawing = new Set<string>(["chance", "uniform", "normal"]);

/**
 * All of these; where there is any, something can happen in every step, and a bare `run` has no end (LANGUAGE.md,
 * "Scenario steps").
 */
export function restless(model: Model): readonly Restless[] {
  const found: Restless[] = [];
  for (const system of model.systems) {
    for (const program of system.programs) {
      const every = program.triggers.find((trigger) => trigger.kind === "every");
      if (every === undefined) continue;
      const name = `${system.name}.${program.name}`;
      found.push({ kind: "every", name, trigger: every, place: every.place });
    }
  }
  for (const environment of model.environments) {
    for (const { name, becomes } of environment.quantities) {
      if (becomes === undefined) continue;
      const draws = [...everyExpression(becomes)].some(
        (part) => part.kind === "call" && drawing.has(part.function),
      );
      if (!draws) continue;
      const full = `${environment.name}.${name}`;
      found.push({ kind: "draws", name: full, trigger: undefined, place: becomes.place });
    }
  }
  return found;
}

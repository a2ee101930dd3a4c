/* What keeps a model from ever coming to rest. */
import type { Place } from "../../base/place.ts";
import type { CheckContext } from "../context.ts";
import { everyExpression } from "./expressions.ts";
import { triggerText } from "./programs.ts";

/** A program that is `on every …`, or a quantity whose `becomes` draws random numbers. */
export interface Restless {
  readonly kind: "every" | "draws";
  /** `economy.market`, `weather.rain` */
  readonly name: string;
  /** `every step`, `becomes`. */
  readonly by: string;
  readonly place: Place;
}

const drawing = new Set<string>(["chance", "uniform", "normal"]);

/** All of these; where there is any, something can happen in every step, and a bare `run` has no end. */
export function restless({ model }: CheckContext): readonly Restless[] {
  const found: Restless[] = [];
  for (const system of model.systems) {
    for (const program of system.programs) {
      const every = program.triggers.find((trigger) => trigger.kind === "every");
      if (every === undefined) continue;
      const name = `${system.name}.${program.name}`;
      found.push({ kind: "every", name, by: triggerText(every), place: every.place });
    }
  }
  for (const environment of model.environments) {
    for (const { name, becomes } of environment.quantities) {
      if (becomes === undefined) continue;
      const draws = [...everyExpression(becomes)].some(
        (part) => part.kind === "call" && drawing.has(part.function),
      );
      if (!draws) continue;
      found.push({ kind: "draws", name: `${environment.name}.${name}`, by: "becomes", place: becomes.place });
    }
  }
  return found;
}

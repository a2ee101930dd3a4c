import type { Expression } from "../../model/expression.ts";
import type { System } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";
import { isWrittenIn } from "./systems.ts";

/** What depends on a condition. */
export type Conditioned =
  | { readonly kind: "rule" | "choice"; readonly system: string; readonly program: string }
  | { readonly kind: "sensitivity"; readonly system: string; readonly name: string }
  | { readonly kind: "limit"; readonly system: string; readonly operation: string }
  | { readonly kind: "channel"; readonly coupling: string };

export interface ConditionOf {
  readonly condition: Expression;
  readonly conditioned: Conditioned;
}

/** Every `when` of the model with what depends on it; what `like` has copied is left to where it is written. */
export function* conditionsOf({ model }: CheckContext): Generator<ConditionOf> {
  for (const system of model.systems) yield* conditionsIn(system);
  for (const coupling of model.couplings) {
    for (const { when } of coupling.channels) {
      if (when !== undefined) {
        yield { condition: when, conditioned: { kind: "channel", coupling: coupling.name } };
      }
    }
  }
}

function* conditionsIn(system: System): Generator<ConditionOf> {
  for (const sensitivity of system.sensitivities) {
    if (sensitivity.when === undefined || !isWrittenIn(system, sensitivity)) continue;
    yield {
      condition: sensitivity.when,
      conditioned: { kind: "sensitivity", system: system.name, name: sensitivity.name },
    };
  }
  for (const program of system.programs) {
    if (!isWrittenIn(system, program)) continue;
    for (const { kind, when } of program.clauses) {
      if (when === undefined || kind === "otherwise") continue;
      yield { condition: when, conditioned: { kind, system: system.name, program: program.name } };
    }
  }
  for (const limit of system.limits) {
    if (!isWrittenIn(system, limit) || limit.operation === undefined) continue;
    yield {
      condition: limit.when,
      conditioned: { kind: "limit", system: system.name, operation: limit.operation.text },
    };
  }
}

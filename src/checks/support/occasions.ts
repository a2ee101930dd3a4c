/* What sets operations off, and who besides the channels takes note of them. */
import type { Expression } from "../../model/expression.ts";
import type { Outcome } from "../../model/model.ts";
import type { Id, PartRef } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";
import { everyExpression } from "../../model/expression_parts.ts";
import { everyStepTaken } from "./steps.ts";

/** An operation or event as a key of a set. Ids and names hold no line breaks, so that no two have one key. */
export function operationKey(owner: Id, name: string): string {
  return `${owner}\n${name}`;
}

/** The operations that a clause emits. */
export function emittedOperations({ model }: CheckContext): ReadonlySet<string> {
  const emitted = new Set<string>();
  for (const system of model.systems) {
    for (const program of system.programs) {
      for (const clause of program.clauses) {
        for (const effect of clause.effects) {
          if (effect.kind === "emit") emitted.add(operationKey(system.id, effect.operation));
        }
      }
    }
  }
  return emitted;
}

/** The operations and events that a scenario brings about, or with which a regulation starts. */
export function startedOperations({ shared }: CheckContext): ReadonlySet<string> {
  return shared.startedOperations();
}

/** Gathers them; to be asked for by `startedOperations`, which does so once. */
export function gatherStarted(context: CheckContext): ReadonlySet<string> {
  const started = new Set<string>();
  for (const step of everyStepTaken(context)) {
    if (step.kind === "emits" || step.kind === "perturb") {
      started.add(operationKey(step.operation.owner, step.operation.name));
    }
  }
  for (const { start } of context.model.regulations) {
    if (start !== undefined) started.add(operationKey(start.operation.owner, start.operation.name));
  }
  return started;
}

/** The operations and events that the observer counts, waits for or expects: in scenarios, properties, aims, measures. */
export function observedOperations(context: CheckContext): ReadonlySet<string> {
  const observed = new Set<string>();
  const see = (part: PartRef): void => void observed.add(operationKey(part.owner, part.name));
  const read = (expression: Expression | undefined): void => {
    if (expression === undefined) return;
    for (const part of everyExpression(expression)) if (part.kind === "count") see(part.of);
  };
  const lookAt = (outcome: Outcome): void => {
    if (outcome.kind === "occurs") see(outcome.of);
    if (outcome.kind === "condition") read(outcome.condition);
  };
  for (const step of everyStepTaken(context)) {
    if (step.kind === "expect") lookAt(step.outcome);
    if (step.kind === "run") read(step.until);
  }
  for (const regulation of context.model.regulations) read(regulation.aim);
  for (const { claim } of context.model.properties) {
    switch (claim?.kind) {
      case "always":
      case "never":
        read(claim.condition);
        break;
      case "eventually":
        lookAt(claim.outcome);
        break;
      case "after":
        see(claim.operation);
        lookAt(claim.outcome);
        break;
      case "reaches":
      case undefined:
        break;
    }
  }
  for (const experiment of context.model.experiments) {
    for (const measure of experiment.measures) lookAt(measure.outcome);
  }
  return observed;
}

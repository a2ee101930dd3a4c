/* Every place in a model at which an expectation is looked at or set, by whomever. */
import type { Expression } from "../../model/expression.ts";
import { readingsOf, readingsOfClause } from "../../flow/reads.ts";
import type { Argument, Outcome } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";
import { everyStepTaken } from "./steps.ts";

/** Shows `use` the owner and name of each expectation read, set, amended, given, changed, steered, aimed at or varied. */
export function everyUse(context: CheckContext, use: (owner: Id, name: string) => void): void {
  usesInSystems(context, use);
  usesByObserver(context, use);
}

type Use = (owner: Id, name: string) => void;

function usesInSystems({ model }: CheckContext, use: Use): void {
  for (const system of model.systems) {
    const read = readsInto(use);
    for (const { when } of system.sensitivities) read(when);
    for (const { when } of system.limits) read(when);
    for (const program of system.programs) {
      for (const { text } of program.amends) use(system.id, text);
      for (const clause of program.clauses) {
        readingsOfClause(clause, (reading) => {
          if (reading.kind === "expectation") use(reading.owner, reading.name);
        });
        for (const effect of clause.effects) {
          if (effect.kind === "assignment") use(system.id, effect.target.text);
        }
      }
    }
  }
}

function usesByObserver(context: CheckContext, use: Use): void {
  const { model } = context;
  const read = readsInto(use);
  const outcome = (seen: Outcome | undefined) => {
    if (seen?.kind === "condition") read(seen.condition);
  };
  const args = (given: readonly Argument[]) => {
    for (const { value } of given) read(value);
  };
  for (const { start, aim } of model.regulations) {
    args(start?.args ?? []);
    read(aim);
  }
  for (const { claim } of model.properties) {
    if (claim?.kind === "always" || claim?.kind === "never") read(claim.condition);
    if (claim?.kind === "eventually" || claim?.kind === "after") outcome(claim.outcome);
  }
  for (const { variations, measures } of model.experiments) {
    for (const variation of variations) {
      use(variation.part.owner, variation.part.name);
      const values =
        variation.kind === "over" ? variation.values : [variation.from, variation.to, variation.by];
      for (const value of values) read(value);
    }
    for (const measure of measures) outcome(measure.outcome);
  }
  for (const step of everyStepTaken(context)) {
    switch (step.kind) {
      case "emits":
      case "perturb":
        args(step.args);
        break;
      case "given":
      case "change":
      case "steer":
        use(step.part.owner, step.part.name);
        read(step.value);
        break;
      case "run":
        read(step.until);
        break;
      case "expect":
        outcome(step.outcome);
        break;
      default:
        break;
    }
  }
}

function readsInto(use: Use): (expression: Expression | undefined) => void {
  return (expression) =>
    readingsOf(expression, (reading) => {
      if (reading.kind === "expectation") use(reading.owner, reading.name);
    });
}

/* "condition not met (with the values)": what a condition reads, each name once, in the order written. */
import type { NamedNumber } from "../../../src/engine/trace.ts";
import type { Expression } from "../../../src/model/expression.ts";
import { evaluate, partsOf } from "./evaluate.ts";
import type { Arguments, Run } from "./run.ts";

export function readBy(run: Run, condition: Expression | undefined, parameters: Arguments): NamedNumber[] {
  const values = new Map<string, NamedNumber>();
  const visit = (expression: Expression): void => {
    const name = nameOf(expression);
    if (name !== undefined && !values.has(name)) {
      values.set(name, { name, value: evaluate(run, expression, "", parameters) });
    }
    for (const part of partsOf(expression)) visit(part);
  };
  if (condition !== undefined) visit(condition);
  return [...values.values()];
}

function nameOf(expression: Expression): string | undefined {
  switch (expression.kind) {
    case "parameter":
    case "expectation":
    case "quantity":
      return expression.name;
    case "step":
    case "designated":
      return expression.kind;
    default:
      return undefined;
  }
}

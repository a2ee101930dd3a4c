/* What an expression reads, for those who ask with which values something was decided. */
import { partsOf } from "../model/expression_parts.ts";
import type { Expression } from "../model/expression.ts";
import { compileNumber } from "./expressions.ts";
import type { Read, Scope } from "./frame.ts";

/** Each thing once, in the order in which it is written, under the name by which it is called there. */
export function readsOf(expression: Expression, scope: Scope): readonly Read[] {
  const reads = new Map<string, Read>();
  const pending = [expression];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const name = nameOf(part, scope);
    if (name === undefined) pending.push(...partsOf(part).toReversed());
    else if (!reads.has(name)) {
      reads.set(name, { name, type: part.type, expression: part, compute: compileNumber(part, scope) });
    }
  }
  return [...reads.values()];
}

/** What is read here; undefined where it is computed from parts. */
function nameOf(expression: Expression, { observer }: Scope): string | undefined {
  switch (expression.kind) {
    case "parameter":
      return expression.name;
    case "expectation":
    case "quantity":
      return observer ? `${expression.owner}.${expression.name}` : expression.name;
    case "step":
      return "step";
    case "designated":
      return "designated";
    case "count":
      return `count(${expression.of.owner}.${expression.of.name})`;
    default:
      return undefined;
  }
}

/* What an expression reads, for those who ask with which values something was decided. */
import { partsOf } from "../model/expression_parts.ts";
import type { Expression } from "../model/expression.ts";
import { compileNumber } from "./expressions.ts";
import type { NameOf } from "../flow/describe.ts";
import type { Read, Scope } from "./frame.ts";

/** Each thing once, in the order in which it is written, under the name by which it is called there. */
export function readsOf(expression: Expression, scope: Scope): readonly Read[] {
  return [...namedPartsOf(expression, scope.observer ? scope.layout.nameOf : undefined)].map(
    ([name, part]) => ({
      name,
      type: part.type,
      expression: part,
      compute: compileNumber(part, scope),
    }),
  );
}

/** What an expression reads, by the names under which it is called: by its full name, if an observer reads it (`nameOf`). */
export function namedPartsOf(expression: Expression, nameOf?: NameOf): ReadonlyMap<string, Expression> {
  const named = new Map<string, Expression>();
  const pending = [expression];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const name = calledIn(part, nameOf);
    if (name === undefined) {
      // One by one: a function takes no such number of arguments as a sum may have parts.
      const parts = partsOf(part);
      for (let index = parts.length - 1; index >= 0; index -= 1) {
        const next = parts[index];
        if (next !== undefined) pending.push(next);
      }
    } else if (!named.has(name)) named.set(name, part);
  }
  return named;
}

/** What is read here; undefined where it is computed from parts. */
function calledIn(expression: Expression, nameOf: NameOf | undefined): string | undefined {
  switch (expression.kind) {
    case "parameter":
      return expression.name;
    case "expectation":
    case "quantity":
      return nameOf ? `${nameOf(expression.owner)}.${expression.name}` : expression.name;
    case "step":
      return "step";
    case "designated":
      return nameOf ? `${nameOf(expression.owner)}.designated` : "designated";
    case "count":
      return `count(${nameOf?.(expression.of.owner) ?? expression.of.owner}.${expression.of.name})`;
    default:
      return undefined;
  }
}

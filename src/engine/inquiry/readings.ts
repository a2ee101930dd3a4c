/* With which values something was decided: what an expression of a system read when an entry was written. */
import type { NamedValue } from "../../diagnostics/run_facts.ts";
import { countBelow } from "../../base/sorted.ts";
import { unreachable } from "../../base/unreachable.ts";
import type { Expression } from "../../model/expression.ts";
import { namedPartsOf } from "../reads.ts";
import type { NamedNumber, TraceEntry } from "../trace.ts";
import { shownValue, type Value } from "../values.ts";
import type { Inquiry } from "./inquiry.ts";

/** Where an expression stood: before which entry, and with which arguments at hand. */
export interface Standing {
  readonly entry: number;
  readonly step: number;
  readonly args: readonly NamedNumber[];
}

/** What is not known is left out. */
export function readingsAt(
  inquiry: Inquiry,
  expression: Expression,
  standing: Standing,
): readonly NamedValue[] {
  return [...namedPartsOf(expression)].flatMap(([name, part]) => {
    const value = valueAt(inquiry, part, standing);
    return value === undefined ? [] : [{ name, value: shownValue(value, part.type) }];
  });
}

/** The value of a part of an expression; undefined if it is not known. */
export function valueAt(
  { history }: Inquiry,
  part: Expression,
  { entry, step, args }: Standing,
): Value | undefined {
  switch (part.kind) {
    case "parameter":
      return args.find(({ name }) => name === part.name)?.value;
    case "expectation":
    case "quantity":
      return history.valueBefore(part.owner, part.name, entry);
    case "step":
      return step;
    case "designated": {
      const decisions = history.decisionsOf(part.owner);
      for (let index = countBelow(decisions, entry) - 1; index >= 0; index -= 1) {
        const decision = history.at(decisions[index] ?? -1);
        if (decision?.kind === "decision" && decision.value !== "undecided") return decision.value;
      }
      return undefined;
    }
    case "count":
    case "number":
    case "boolean":
    case "text":
    case "value":
    case "call":
    case "chain":
    case "comparison":
    case "not":
    case "negative":
    case "power":
    case "unknown":
      return undefined;
    default:
      return unreachable(part);
  }
}

/** Where a decision was made: before its entry, with the arguments of what was put before the system. */
export function standingOf({ history }: Inquiry, { id, step, cause }: TraceEntry): Standing {
  const before = cause === undefined ? undefined : history.at(cause);
  return { entry: id, step, args: before !== undefined && "args" in before ? before.args : [] };
}

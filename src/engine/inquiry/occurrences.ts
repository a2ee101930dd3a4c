/* What happened in a run that has to do with something: the last that occurred, changed, was decided. */
import { lastBelow } from "../../base/sorted.ts";
import type { Expression } from "../../model/expression.ts";
import type { Id, PartRef } from "../../model/reference.ts";
import { namedPartsOf } from "../reads.ts";
import type { TraceEntry } from "../trace.ts";
import type { Inquiry } from "./inquiry.ts";

type EntryOf<Kind extends TraceEntry["kind"]> = Extract<TraceEntry, { kind: Kind }>;

/** All occurrences of an operation or event, or of what a limit has blocked, before an entry was written. */
export function occurrencesOf(
  { history }: Inquiry,
  { kind, owner, name }: Pick<PartRef, "kind" | "owner" | "name">,
  until: number,
): readonly EntryOf<"operation" | "blocked">[] {
  const found: EntryOf<"operation" | "blocked">[] = [];
  for (let id = 0; id < until; id += 1) {
    const entry = history.at(id);
    if (entry?.kind === "operation" && kind !== "limit" && entry.owner === owner && entry.name === name)
      found.push(entry);
    else if (entry?.kind === "blocked" && kind === "limit" && entry.owner === owner && entry.limit === name)
      found.push(entry);
  }
  return found;
}

export function lastOccurrence(
  inquiry: Inquiry,
  of: Pick<PartRef, "kind" | "owner" | "name">,
  until: number,
): number | undefined {
  return occurrencesOf(inquiry, of, until).at(-1)?.id;
}

/** Each time that a system decided on what a channel brought it. */
export function resonances(
  { history }: Inquiry,
  system: Id,
  to: string | undefined,
  until: number,
): readonly { readonly decision: EntryOf<"decision">; readonly irritation: EntryOf<"irritation"> }[] {
  return history.decisionsOf(system).flatMap((id) => {
    const decision = id < until ? history.at(id) : undefined;
    if (decision?.kind !== "decision" || decision.value === "undecided") return [];
    const irritation = decision.cause === undefined ? undefined : history.at(decision.cause);
    if (irritation?.kind !== "irritation" || (to !== undefined && irritation.name !== to)) return [];
    return [{ decision, irritation }];
  });
}

/** The last entry that gave something that an expression reads the value it has. */
export function lastToShape(inquiry: Inquiry, expression: Expression, until: number): number | undefined {
  const last = lastsToShape(inquiry, expression, until);
  return last.length === 0 ? undefined : Math.max(...last);
}

/** Of each thing that an expression reads, the last entry that gave it the value it has. */
export function lastsToShape(inquiry: Inquiry, expression: Expression, until: number): readonly number[] {
  const { history } = inquiry;
  return [...namedPartsOf(expression, (owner) => owner).values()].flatMap((part) => {
    switch (part.kind) {
      case "expectation":
      case "quantity":
        return lastBelow(history.changesOf(part.owner, part.name), until) ?? [];
      case "designated":
        return lastBelow(history.decisionsOf(part.owner), until) ?? [];
      case "count":
        return lastOccurrence(inquiry, part.of, until) ?? [];
      default:
        return [];
    }
  });
}

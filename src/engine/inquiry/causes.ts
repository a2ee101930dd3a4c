/* How something came about: the chain of causes, from the first to the last. */
import type { Cause, NamedValue, WeighedChoice } from "../../diagnostics/run_facts.ts";
import type { Expression } from "../../model/expression.ts";
import type { TraceEntry } from "../trace.ts";
import { weighed } from "./choices.ts";
import type { Inquiry } from "./inquiry.ts";
import { readingsAt, standingOf } from "./readings.ts";
import { shownArgs, shownReadings, shownSlot } from "./shown.ts";

/** Of a long chain so many links at its beginning and at its end are told. */
const mostFirst = 10;
const mostLast = 50;

/** What led to an entry, and the entry itself; empty if there is none. A very long chain lacks its middle. */
export function causesOf(inquiry: Inquiry, id: number | undefined): readonly Cause[] {
  const entries = entriesBefore(inquiry, id);
  const told =
    entries.length > mostFirst + mostLast
      ? [...entries.slice(0, mostFirst), ...entries.slice(-mostLast)]
      : entries;
  return told.flatMap((entry) => causeOf(inquiry, entry) ?? []);
}

/** An entry and those that led to it, the first cause first. */
export function entriesBefore({ history }: Inquiry, id: number | undefined): readonly TraceEntry[] {
  const entries: TraceEntry[] = [];
  for (let entry = at(id); entry !== undefined; entry = at(entry.cause)) entries.push(entry);
  return entries.reverse();

  function at(number: number | undefined): TraceEntry | undefined {
    return number === undefined || number < 0 ? undefined : history.at(number);
  }
}

/** An entry as a link of a chain; undefined if it is none. */
export function causeOf(inquiry: Inquiry, entry: TraceEntry): Cause | undefined {
  const { names, part, places } = inquiry;
  const { step } = entry;
  const place = places.of(entry);
  switch (entry.kind) {
    case "act":
      // Of the others it is said what they bring about.
      return entry.act === "apply"
        ? { kind: "act", step, place, text: place === undefined ? entry.act : inquiry.text(place) }
        : undefined;
    case "operation":
      return { kind: "operation", step, place, operation: part(entry), args: shownArgs(inquiry, entry) };
    case "irritation":
      return {
        kind: "irritation",
        step,
        place,
        sensitivity: part(entry),
        coupling: names(entry.coupling),
        args: shownArgs(inquiry, entry),
      };
    case "arrival":
      return { kind: "arrival", step, place, owner: names(entry.owner), coupling: names(entry.coupling) };
    case "decision":
      return {
        kind: "decision",
        step,
        place,
        system: names(entry.owner),
        program: entry.program ?? "",
        value: entry.value,
        ...groundsOf(inquiry, entry),
      };
    case "value":
      return {
        kind: "value",
        step,
        place,
        name: part(entry),
        value: shownSlot(inquiry, entry.owner, entry.name, entry.to),
      };
    case "blocked": {
      const limit = entry.limit === undefined ? undefined : inquiry.index.limit(entry.owner, entry.limit);
      return {
        kind: "blocked",
        step,
        place,
        operation: part(entry),
        args: shownArgs(inquiry, entry),
        by: entry.by,
        limit: limit?.name,
        condition: limit && inquiry.text(limit.when.place),
        values: shownReadings(inquiry, entry),
      };
    }
    case "noise":
    case "violation":
    case "choice":
    case "run":
    case "expect":
      return undefined;
  }
}

/** On what a decision rested, with what that read. */
interface Grounds {
  readonly condition?: string;
  readonly values?: readonly NamedValue[];
  readonly choices?: readonly WeighedChoice[];
}

/**
 * The condition under which a clause decided, of `otherwise` with what the conditions before it read; or the choices, with
 * what they yielded.
 */
export function groundsOf(inquiry: Inquiry, entry: Extract<TraceEntry, { kind: "decision" }>): Grounds {
  const { owner, program, clause: number } = entry;
  const clause = inquiry.places.clause(owner, program, number);
  if (clause === undefined || program === undefined) return {};
  if (clause.kind === "choice") {
    const { choices, read } = weighed(inquiry, entry, clause);
    return { choices, values: valuesRead(inquiry, entry, read) };
  }
  const before = clause.kind === "otherwise" ? inquiry.index.program(owner, program)?.clauses : [clause];
  const conditions = (before ?? []).flatMap(({ when }) => when ?? []);
  if (conditions.length === 0) return {};
  return {
    condition: clause.when === undefined ? clause.kind : inquiry.text(clause.when.place),
    values: valuesRead(inquiry, entry, conditions),
  };
}

/** What expressions read when a decision was made, each name once. */
function valuesRead(
  inquiry: Inquiry,
  entry: TraceEntry,
  expressions: readonly Expression[],
): readonly NamedValue[] {
  const standing = standingOf(inquiry, entry);
  const read = expressions.flatMap((expression) => readingsAt(inquiry, expression, standing));
  return [...new Map(read.map((each) => [each.name, each])).values()];
}

/* What a trace says as it is shown to people: by the types that the model gives to what has these values. */
import type { NamedValue } from "../../diagnostics/run_facts.ts";
import type { Expression, Type } from "../../model/expression.ts";
import type { Parameter } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import { namedPartsOf } from "../reads.ts";
import type { NamedNumber, TraceEntry } from "../trace.ts";
import { shownValue, withUnit, type Value } from "../values.ts";
import type { Inquiry } from "./inquiry.ts";

type EntryOf<Kind extends TraceEntry["kind"]> = Extract<TraceEntry, { kind: Kind }>;

/** The arguments of what happened, or did not take place, or was put before somebody; none of what has none. */
export function shownArgs(inquiry: Inquiry, entry: TraceEntry | undefined): readonly NamedValue[] {
  if (entry === undefined || !("args" in entry)) return [];
  const types = new Map(parametersOf(inquiry, entry).map(({ name, type }) => [name, type]));
  return shownNumbers(entry.args, types);
}

function parametersOf(
  { index, places }: Inquiry,
  entry: EntryOf<"operation" | "blocked" | "irritation" | "arrival">,
): readonly Parameter[] {
  const happening = ({ owner, name }: { readonly owner: Id; readonly name: string }) =>
    (index.operation(owner, name) ?? index.event(owner, name))?.parameters ?? [];
  switch (entry.kind) {
    case "operation":
    case "blocked":
      return happening(entry);
    case "irritation":
      return index.sensitivity(entry.owner, entry.name)?.parameters ?? [];
    case "arrival": {
      const source = places.channel(entry.coupling, entry.channel)?.source;
      return source === undefined ? [] : happening(source);
    }
  }
}

/** With which values something was noise, or was blocked. */
export function shownReadings(inquiry: Inquiry, entry: EntryOf<"noise" | "blocked">): readonly NamedValue[] {
  return shownNumbers(entry.values, typesRead(inquiry, entry));
}

function typesRead(
  { index, places }: Inquiry,
  entry: EntryOf<"noise" | "blocked">,
): ReadonlyMap<string, Type> {
  if (entry.kind === "blocked")
    return typesIn(entry.limit === undefined ? undefined : index.limit(entry.owner, entry.limit)?.when);
  const sensitivity = index.sensitivity(entry.owner, entry.name);
  switch (entry.reason) {
    case "condition":
      return typesIn(places.channel(entry.coupling, entry.channel)?.when);
    case "filtered":
      return typesIn(sensitivity?.when);
    case "out of bounds":
      return new Map(sensitivity?.parameters.map(({ name, type }) => [name, type]));
    default:
      return new Map();
  }
}

function typesIn(expression: Expression | undefined): ReadonlyMap<string, Type> {
  if (expression === undefined) return new Map();
  return new Map([...namedPartsOf(expression)].map(([name, { type }]) => [name, type]));
}

function shownNumbers(
  numbers: readonly NamedNumber[],
  types: ReadonlyMap<string, Type>,
): readonly NamedValue[] {
  return numbers.map(({ name, value }) => ({ name, value: shownValue(value, types.get(name)) }));
}

/** The value of an expectation or a quantity, with its unit. */
export function shownSlot(inquiry: Inquiry, owner: Id, name: string, value: Value): string {
  const type = typeOfSlot(inquiry, owner, name);
  return withUnit(shownValue(value, type), type);
}

/** `price 60 → 54 CNY/m²`: the unit is said once. */
export function shownChange(inquiry: Inquiry, { owner, name, from, to }: EntryOf<"value">): string {
  const type = typeOfSlot(inquiry, owner, name);
  return `${name} ${shownValue(from, type)} → ${withUnit(shownValue(to, type), type)}`;
}

function typeOfSlot({ index }: Inquiry, owner: Id, name: string): Type | undefined {
  return (index.expectation(owner, name) ?? index.quantity(owner, name))?.type;
}

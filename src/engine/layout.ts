/* Where everything of a model stands in the arrays of a run: names become numbers, once. */
import { namesInFile, type NameOf } from "../flow/describe.ts";
import type { Model, Parameter } from "../model/model.ts";
import type { Type } from "../model/expression.ts";
import type { Id, PartRef } from "../model/reference.ts";
import type { Place } from "../base/place.ts";
import { createWords, type Words } from "./words.ts";

/** An expectation or a quantity. */
export interface Slot {
  readonly number: number;
  readonly kind: "expectation" | "quantity";
  readonly owner: Id;
  readonly name: string;
  /** Its full name, as the file that is run calls it: `economy.price`. */
  readonly called: string;
  readonly type: Type;
  /** Where it is declared. */
  readonly place: Place;
}

/** What happens: an operation of a system, an event of an environment. */
export interface Happening {
  readonly number: number;
  readonly kind: "operation" | "event";
  readonly owner: Id;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly place: Place;
}

/** Numbers for all that a run keeps or counts. What the model does not have is -1; it has been reported. */
export interface Layout {
  readonly words: Words;
  readonly slots: readonly Slot[];
  /** Expectations have the slots before this one. */
  readonly firstQuantity: number;
  readonly happenings: readonly Happening[];
  /** By number, systems first, then environments and populations. */
  readonly owners: readonly Id[];
  /** How the file that is run calls them, couplings and regulations. */
  readonly nameOf: NameOf;
  readonly systems: number;
  /** How many counters there are: of happenings, then of limits. */
  readonly counters: number;
  readonly slot: (owner: Id, name: string) => number;
  readonly happening: (owner: Id, name: string) => number;
  readonly limit: (owner: Id, name: string) => number;
  readonly counter: (of: PartRef) => number;
  readonly owner: (id: Id) => number;
  readonly system: (id: Id) => number;
}

export function layoutOf(model: Model): Layout {
  const words = createWords();
  const slots: Slot[] = [];
  const happenings: Happening[] = [];
  const everybody = [...model.systems, ...model.environments];
  const owners: readonly Id[] = everybody.map(({ id }) => id);
  const names = new Map(
    [...everybody, ...model.couplings, ...model.regulations].map(({ id, name }) => [id, name]),
  );
  const nameOf = namesInFile(model, model.entry, (id) => names.get(id) ?? id);
  const ownerNumbers = new Map(owners.map((id, number) => [id, number]));
  const slotNumbers = new Map<Id, Map<string, number>>();
  const happeningNumbers = new Map<Id, Map<string, number>>();
  const limitNumbers = new Map<Id, Map<string, number>>();

  for (const { id, expectations, operations } of model.systems) {
    slotNumbers.set(id, numbered(expectations, slots.length));
    for (const { name, type, place } of expectations)
      slots.push({
        number: slots.length,
        kind: "expectation",
        owner: id,
        name,
        called: `${nameOf(id)}.${name}`,
        type,
        place,
      });
    happeningNumbers.set(id, numbered(operations, happenings.length));
    for (const { name, parameters, place } of operations)
      happenings.push({ number: happenings.length, kind: "operation", owner: id, name, parameters, place });
  }
  for (const { id, quantities, events } of model.environments) {
    slotNumbers.set(id, numbered(quantities, slots.length));
    for (const { name, type, place } of quantities)
      slots.push({
        number: slots.length,
        kind: "quantity",
        owner: id,
        name,
        called: `${nameOf(id)}.${name}`,
        type,
        place,
      });
    happeningNumbers.set(id, numbered(events, happenings.length));
    for (const { name, parameters, place } of events)
      happenings.push({ number: happenings.length, kind: "event", owner: id, name, parameters, place });
  }
  let counters = happenings.length;
  for (const { id, limits } of model.systems) {
    limitNumbers.set(id, numbered(limits, counters));
    counters += limits.length;
  }

  const limit = (owner: Id, name: string) => limitNumbers.get(owner)?.get(name) ?? -1;
  const happening = (owner: Id, name: string) => happeningNumbers.get(owner)?.get(name) ?? -1;
  const owner = (id: Id) => ownerNumbers.get(id) ?? -1;
  return {
    words,
    slots,
    firstQuantity: slots.filter(({ kind }) => kind === "expectation").length,
    happenings,
    owners,
    nameOf,
    systems: model.systems.length,
    counters,
    slot: (id, name) => slotNumbers.get(id)?.get(name) ?? -1,
    happening,
    limit,
    counter: ({ kind, owner: id, name }) => (kind === "limit" ? limit(id, name) : happening(id, name)),
    owner,
    system: owner,
  };
}

function numbered(items: readonly { readonly name: string }[], from: number): Map<string, number> {
  return new Map(items.map(({ name }, index) => [name, from + index]));
}

/*
 * What a model says, as a comparison looks at it: things within things, each with a name by which it is found again in
 * another model, and with what it says in the words of the language. Places, order and layout are no part of it.
 */
import type { Place } from "../../base/place.ts";
import type { Environment, System } from "../../model/model.ts";

export type ThingKind =
  | "model"
  | "society"
  | System["systemKind"]
  | Environment["kind"]
  | "coupling"
  | "regulation"
  | "scenario"
  | "property"
  | "experiment"
  | "function"
  | "code"
  | "secondary code"
  | "medium"
  | "contingency formula"
  | "reflection"
  | "performance"
  | "role"
  | "sensitivity"
  | "operation"
  | "parameter"
  | "expectation"
  | "program"
  | "clause"
  | "limit"
  | "quantity"
  | "event"
  | "inclusion"
  | "channel"
  | "step"
  | "variation"
  | "measure"
  | "source"
  | "allow"
  | "bibliography entry"
  | "remark";

/** Something that a thing says of itself: its type, its condition, what it is like. */
export interface Fact {
  /** What it is called: `type`, `aim`; empty where the text speaks for itself. */
  readonly name: string;
  readonly text: string;
}

/** Names whose order counts, as far as both models have them: the programs on one trigger. */
export interface Ordered {
  readonly name: string;
  readonly names: readonly string[];
}

export interface Described {
  readonly kind: ThingKind;
  /** Empty of what has no name: it is found again by what it says, and by where it stands among its like. */
  readonly name: string;
  /** Where it stands; of a system also its bodies. */
  readonly places: readonly Place[];
  readonly facts: readonly Fact[];
  /** What is said of it to people alone: labels, doc comments, reasons. */
  readonly words: readonly Fact[];
  readonly orders: readonly Ordered[];
  readonly parts: readonly Described[];
}

/** Kinds of which one with the same name is the same thing, though it may have become another kind of system. */
export type Shelf = "thing" | ThingKind;

/** Things of one shelf have names of their own: a system that becomes an organization is changed, and no other. */
export function shelfOf(kind: ThingKind): Shelf {
  switch (kind) {
    case "function system":
    case "organization":
    case "interaction":
    case "movement":
    case "psychic system":
    case "machine":
    case "environment":
    case "population":
      return "thing";
    default:
      return kind;
  }
}

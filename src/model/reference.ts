import type { Place } from "../base/place.ts";

/** Identifies a declaration in the model: its name, or `name@file` where two files declare that name. */
export type Id = string;

/** A reference to a declaration, and where it is written. */
export interface Ref {
  readonly id: Id;
  readonly place: Place;
}

/** A word that stands somewhere and means something only in its place: a code value, a role, the name of a check. */
export interface Word {
  readonly text: string;
  readonly place: Place;
}

/** A part of a declaration: `law.judgment`. */
export interface PartRef {
  readonly kind: "operation" | "limit" | "event" | "sensitivity" | "expectation" | "quantity";
  readonly owner: Id;
  readonly name: string;
  readonly place: Place;
}

/** A key that no two parts of a model share: ids and names hold no line breaks. */
export function partKey({ kind, owner, name }: PartRef): string {
  return `${kind}\n${owner}\n${name}`;
}

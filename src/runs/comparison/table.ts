/*
 * What becomes of each member of a declaration when two models are compared. A table names all members, so that a new one
 * that nobody has thought of does not compile.
 */
import type { Place } from "../../base/place.ts";
import type { Described, Fact, Ordered, ThingKind } from "./described.ts";

type Text = string | undefined;

/** How a member is looked at. */
export type Member<Value> =
  /** Not at all, for this reason. */
  | { readonly look: "no"; readonly why: Why }
  /** It is a part of what the thing says; undefined is nothing said. */
  | { readonly look: "fact"; readonly name: string; readonly text: (value: Value) => Text }
  /** It is for people alone. */
  | { readonly look: "words"; readonly name: string; readonly text: (value: Value) => Text }
  | { readonly look: "parts"; readonly parts: (value: Value) => readonly Described[] };

type Why =
  /** By it, things are found again. */
  | "name"
  /** Where something is written, or in which file. */
  | "place"
  /** It follows from something else, or is told with it. */
  | "told elsewhere"
  /** It is no part of what is modelled. */
  | "not the model";

export type Table<Item> = { readonly [Key in keyof Item]-?: Member<Item[Key]> };

/** The member of a union that has this kind. */
type OfKind<Union extends { readonly kind: string }, Kind> = Union extends { readonly kind: infer Own }
  ? Kind extends Own
    ? Union
    : never
  : never;

/** A table for each kind of a union. */
export type Tables<Union extends { readonly kind: string }> = {
  readonly [Kind in Union["kind"]]: Table<OfKind<Union, Kind>>;
};

export const name = { look: "no", why: "name" } as const;
export const place = { look: "no", why: "place" } as const;
export const toldElsewhere = { look: "no", why: "told elsewhere" } as const;
export const notTheModel = { look: "no", why: "not the model" } as const;

export function fact<Value>(called: string, text: (value: Value) => Text): Member<Value> {
  return { look: "fact", name: called, text };
}

export function words<Value>(called: string, text: (value: Value) => Text): Member<Value> {
  return { look: "words", name: called, text };
}

export function parts<Value>(of: (value: Value) => readonly Described[]): Member<Value> {
  return { look: "parts", parts: of };
}

/** What all named things have for people. */
export const label = words<Text>("label", (text) => text);
export const doc = words<Text>("doc comment", (text) => text);

/** Exactly as it is written: a name, a kind, a number. */
export function asIs(called: string): Member<string | number | undefined> {
  return fact(called, (value) => (value === undefined ? undefined : String(value)));
}

/** A word if something is so. */
export function flag(called: string, text: string): Member<boolean> {
  return fact(called, (value) => (value ? text : undefined));
}

interface Head {
  readonly kind: ThingKind;
  readonly name: string;
  readonly places: readonly Place[];
  readonly orders?: readonly Ordered[];
}

export function describeBy<Item>(head: Head, item: Item, table: Table<Item>): Described {
  const facts: Fact[] = [];
  const said: Fact[] = [];
  const inner: Described[] = [];
  for (const key of keysOf(table)) {
    const member: Member<Item[typeof key]> = table[key];
    switch (member.look) {
      case "no":
        break;
      case "fact":
      case "words": {
        const text = member.text(item[key]);
        if (text !== undefined) (member.look === "fact" ? facts : said).push({ name: member.name, text });
        break;
      }
      case "parts":
        inner.push(...member.parts(item[key]));
    }
  }
  return { orders: [], ...head, facts, words: said, parts: inner };
}

/** The facts of an item in one line, in the order of its table. */
export function lineBy<Item>(item: Item, table: Table<Item>, separator = " "): string {
  const { facts } = describeBy({ kind: "step", name: "", places: [] }, item, table);
  return facts.flatMap(({ text }) => (text === "" ? [] : [text])).join(separator);
}

/** The same of a member of a union, by the table of its kind. */
export function lineByKind<Union extends { readonly kind: string }>(
  item: Union,
  tables: Tables<Union>,
  separator?: string,
): string {
  // That the table of a kind is for the members of that kind is what `Tables` says.
  const byKind: Readonly<Record<string, unknown>> = tables;
  return lineBy(item, byKind[item.kind] as Table<Union>, separator);
}

function keysOf<Item>(table: Table<Item>): readonly (keyof Item)[] {
  return Object.keys(table) as (keyof Item)[];
}

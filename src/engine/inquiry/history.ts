/* A trace to look back on: what each entry brought about, and which values things had when. */
import { later } from "../../base/later.ts";
import { countBelow } from "../../base/sorted.ts";
import type { Id } from "../../model/reference.ts";
import { entryAt } from "../decode.ts";
import type { Course } from "../course.ts";
import type { Trace, TraceEntry } from "../trace.ts";
import type { Value } from "../values.ts";

export interface History {
  /** How many entries there are, from 0 on. */
  readonly count: number;
  readonly at: (id: number) => TraceEntry | undefined;
  /** The entries that an entry brought about directly, in their order. */
  readonly effectsOf: (id: number) => readonly number[];
  /** The entries by which an expectation or quantity got other values, in their order. */
  readonly changesOf: (owner: Id, name: string) => readonly number[];
  /** The value that it had when an entry was written; undefined where the trace does not say. */
  readonly valueBefore: (owner: Id, name: string, id: number) => Value | undefined;
  /** The decisions of a system, in their order. */
  readonly decisionsOf: (system: Id) => readonly number[];
}

/** The history of a course that keeps a trace. */
export function historyOf(course: Course): History {
  const { layout } = course.compiled;
  return lookBack(
    course.recorder?.count ?? 0,
    (id) => entryAt(course, id),
    (owner, name) => course.valueOf(layout.slot(owner, name)),
  );
}

/** The history that a trace tells which was written down. */
export function historyOfTrace({ entries, initial }: Trace): History {
  const values = new Map<Id, Map<string, Value>>();
  for (const { owner, name, value } of initial) {
    const own = values.get(owner);
    if (own === undefined) values.set(owner, new Map([[name, value]]));
    else own.set(name, value);
  }
  return lookBack(
    entries.length,
    (id) => entries[id],
    (owner, name) => values.get(owner)?.get(name),
  );
}

function lookBack(
  count: number,
  at: History["at"],
  unchanged: (owner: Id, name: string) => Value | undefined,
): History {
  const known = later(() => indexOf(count, at));

  function changesOf(owner: Id, name: string): readonly number[] {
    return known().changes.get(owner)?.get(name) ?? [];
  }

  return {
    count,
    at,
    changesOf,
    effectsOf(id) {
      const { first, next } = known();
      const effects: number[] = [];
      for (let effect = first[id] ?? -1; effect >= 0; effect = next[effect] ?? -1) effects.push(effect);
      return effects;
    },
    valueBefore(owner, name, id) {
      const changes = changesOf(owner, name);
      const following = changes[countBelow(changes, id)];
      const entry = at(following ?? changes.at(-1) ?? -1);
      if (entry?.kind !== "value") return unchanged(owner, name);
      return following === undefined ? entry.to : entry.from;
    },
    decisionsOf: (system) => known().decisions.get(system) ?? [],
  };
}

interface Index {
  /** By entry: the first that it brought about; and by entry the next that has the same cause. -1: none. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly changes: ReadonlyMap<Id, ReadonlyMap<string, readonly number[]>>;
  readonly decisions: ReadonlyMap<Id, readonly number[]>;
}

function indexOf(count: number, at: History["at"]): Index {
  const first = new Int32Array(count).fill(-1);
  const last = new Int32Array(count).fill(-1);
  const next = new Int32Array(count).fill(-1);
  const changes = new Map<Id, Map<string, number[]>>();
  const decisions = new Map<Id, number[]>();
  for (let id = 0; id < count; id += 1) {
    const entry = at(id);
    if (entry === undefined) continue;
    const { cause } = entry;
    if (cause !== undefined) {
      const before = last[cause] ?? -1;
      if (before < 0) first[cause] = id;
      else next[before] = id;
      last[cause] = id;
    }
    if (entry.kind === "value") {
      let own = changes.get(entry.owner);
      if (own === undefined) changes.set(entry.owner, (own = new Map()));
      const all = own.get(entry.name);
      if (all === undefined) own.set(entry.name, [id]);
      else all.push(id);
    } else if (entry.kind === "decision") {
      const all = decisions.get(entry.owner);
      if (all === undefined) decisions.set(entry.owner, [id]);
      else all.push(id);
    }
  }
  return { first, next, changes, decisions };
}

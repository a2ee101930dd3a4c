/* Which parts of a model a map shows: what the model uses, or what lies around the one that is looked at. */
import type { Coupling, Environment, Model, System } from "../../model/model.ts";
import type { Id, Ref } from "../../model/reference.ts";
import { everyStep, namedInStep } from "./steps.ts";

export interface MapScope {
  readonly systems: readonly System[];
  readonly environments: readonly Environment[];
  readonly couplings: readonly Coupling[];
  /** How many systems, environments and populations are left out. */
  readonly leftOut: number;
  /** For those shown the ones left out that can irritate them, and that they can irritate. */
  readonly before: ReadonlyMap<Id, ReadonlySet<Id>>;
  readonly after: ReadonlyMap<Id, ReadonlySet<Id>>;
}

export interface ScopeOptions {
  /** The system, environment, population or coupling to look at; without it all is shown. */
  readonly focus?: Id | undefined;
  /** How many couplings away from it things may be; 1 if not said. */
  readonly depth?: number | undefined;
}

export function scopeOf(model: Model, { focus, depth = 1 }: ScopeOptions): MapScope {
  const used = usedIn(model);
  const systems = model.systems.filter(({ id }) => used.has(id));
  const all = [...systems, ...model.environments];
  const known = new Set(all.map(({ id }) => id));
  const couplings = model.couplings.filter((coupling) => endsOf(coupling).some((id) => known.has(id)));
  const begin = focus === undefined ? [] : startsAt(focus, couplings, known).filter((id) => known.has(id));
  const shown = begin.length === 0 ? known : nearTo(begin, depth, neighboursIn(systems, model, couplings));
  return {
    systems: systems.filter(({ id }) => shown.has(id)),
    environments: model.environments.filter(({ id }) => shown.has(id)),
    couplings: couplings.filter((coupling) =>
      endsOf(coupling).every((id) => shown.has(id) || !known.has(id)),
    ),
    leftOut: known.size - shown.size,
    ...acrossBorder(couplings, shown),
  };
}

/** The two that a coupling names, and those that its channels name besides, each once. */
export function endsOf({ left, right, channels }: Coupling): readonly Id[] {
  const named = [left?.id, right?.id].filter((id) => id !== undefined);
  return [...new Set([...named, ...channels.flatMap(({ source, target }) => [source.owner, target.owner])])];
}

/**
 * The systems that are the model's own, and those of the canon that it extends or that anything of its own speaks of. A
 * model that is a part of the canon uses all of it.
 */
function usedIn(model: Model): ReadonlySet<Id> {
  const own = model.systems.filter((system) => !system.canonical || system.bodies.length > 1);
  const refs: readonly (Ref | undefined)[] = [
    ...own.flatMap(({ within }) => within),
    ...model.environments.flatMap(({ inclusions }) => inclusions.map(({ system }) => system)),
    ...model.couplings.flatMap(({ left, right, canonical }) => (canonical ? [] : [left, right])),
    ...model.regulations.flatMap(({ by, of }) => [by, of]),
    ...[...model.scenarios, ...(model.importedScenarios ?? [])].flatMap(({ block }) =>
      everyStep(block).flatMap(namedInStep),
    ),
    ...model.properties.flatMap(({ claim }) => (claim?.kind === "reaches" ? [claim.from, claim.to] : [])),
  ];
  const used = new Set([...own.map(({ id }) => id), ...refs.flatMap((ref) => ref?.id ?? [])]);
  const any = model.systems.some(({ id }) => used.has(id)) || model.environments.length > 0;
  return any ? used : new Set(model.systems.map(({ id }) => id));
}

function startsAt(focus: Id, couplings: readonly Coupling[], known: ReadonlySet<Id>): readonly Id[] {
  if (known.has(focus)) return [focus];
  return couplings.filter(({ id }) => id === focus).flatMap(endsOf);
}

/** Whoever is coupled with it, contains it or takes part in it, or is included in it; and the other way round. */
function neighboursIn(
  systems: readonly System[],
  { environments }: Model,
  couplings: readonly Coupling[],
): ReadonlyMap<Id, ReadonlySet<Id>> {
  const neighbours = new Map<Id, Set<Id>>();
  const join = (one: Id, other: Id): void => {
    addTo(neighbours, one, other);
    addTo(neighbours, other, one);
  };
  for (const coupling of couplings) {
    const ends = endsOf(coupling);
    for (const one of ends) for (const other of ends) if (one !== other) addTo(neighbours, one, other);
  }
  for (const { id, within } of systems) for (const outer of within) join(id, outer.id);
  for (const { id, inclusions } of environments) for (const { system } of inclusions) join(id, system.id);
  return neighbours;
}

function nearTo(
  begin: readonly Id[],
  depth: number,
  neighbours: ReadonlyMap<Id, ReadonlySet<Id>>,
): ReadonlySet<Id> {
  const near = new Set(begin);
  let rim: readonly Id[] = begin;
  for (let passed = 0; passed < depth && rim.length > 0; passed += 1) {
    const next: Id[] = [];
    for (const id of rim) {
      for (const neighbour of neighbours.get(id) ?? []) {
        if (near.has(neighbour)) continue;
        near.add(neighbour);
        next.push(neighbour);
      }
    }
    rim = next;
  }
  return near;
}

function acrossBorder(
  couplings: readonly Coupling[],
  shown: ReadonlySet<Id>,
): Pick<MapScope, "before" | "after"> {
  const before = new Map<Id, Set<Id>>();
  const after = new Map<Id, Set<Id>>();
  for (const { channels } of couplings) {
    for (const { source, target } of channels) {
      if (shown.has(source.owner) && !shown.has(target.owner)) addTo(after, source.owner, target.owner);
      if (!shown.has(source.owner) && shown.has(target.owner)) addTo(before, target.owner, source.owner);
    }
  }
  return { before, after };
}

function addTo<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}

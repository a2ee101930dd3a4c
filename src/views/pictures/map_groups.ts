/* The boxes around boxes of a map: societies, and in large models the kinds of systems within them. */
import type { Coupling, Model } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { Group } from "./graph.ts";
import type { MapScope } from "./map_scope.ts";
import { calledIn } from "./wording.ts";

export interface MapGroups {
  readonly groups: readonly Group[];
  /** The group of a system, environment or population. */
  readonly ofThing: (id: Id) => string | undefined;
  /** That of the society in which both stand, if it is one. */
  readonly ofCoupling: (coupling: Coupling) => string | undefined;
  /** What things of its kind are called: `organizations`. */
  readonly kindOf: (id: Id, count?: number) => string;
  readonly ofSociety: (id: Id) => string | undefined;
}

const manyOfKind = {
  "function system": "function systems",
  organization: "organizations",
  interaction: "interactions",
  movement: "movements",
  "psychic system": "psychic systems",
  machine: "machines",
  environment: "environments",
  population: "populations",
} as const;

type Kind = keyof typeof manyOfKind;

/**
 * What stands within a society stands in its box, organizations within its systems too. Environments and populations do
 * not: they are the society's environment. With `byKind` what is of one kind stands together.
 */
export function groupsOf(model: Model, scope: MapScope, byKind: boolean): MapGroups {
  const groups: Group[] = [];
  const make = (title: string, within?: string): string => {
    const id = `g${groups.length + 1}`;
    groups.push({ id, title, within });
    return id;
  };

  const societyOf = societies(model);
  const boxes = new Map<Id, string>();
  const inhabited = new Set(scope.systems.map(({ id }) => societyOf(id)));
  for (const society of model.societies) {
    if (inhabited.has(society.id)) boxes.set(society.id, make(calledIn(society)));
  }
  const boxOf = (id: Id): string | undefined => boxes.get(societyOf(id) ?? "");

  const things = [
    ...scope.systems.map(({ id, systemKind }): { id: Id; kind: Kind } => ({ id, kind: systemKind })),
    ...scope.environments.map(({ id, kind }): { id: Id; kind: Kind } => ({ id, kind })),
  ];
  const own = new Map<Id, string | undefined>();
  const together = new Map<string, Id[]>();
  for (const { id, kind } of things) {
    const key = `${boxOf(id) ?? ""}\n${kind}`;
    together.set(key, [...(together.get(key) ?? []), id]);
  }
  for (const [key, ids] of together) {
    const [box = "", kind = ""] = key.split("\n");
    const around = box === "" ? undefined : box;
    const named = byKind && ids.length > 1 && together.size > 1;
    const group = named ? make(`${ids.length} ${manyOfKind[kind as Kind]}`, around) : around;
    for (const id of ids) own.set(id, group);
  }
  return {
    groups,
    ofThing: (id) => own.get(id),
    ofCoupling: ({ left, right }) => {
      const [one, other] = [left && boxOf(left.id), right && boxOf(right.id)];
      return one === other ? one : undefined;
    },
    kindOf: (id, count) => {
      const thing = things.find((each) => each.id === id);
      return thing === undefined ? "" : count === 1 ? thing.kind : manyOfKind[thing.kind];
    },
    ofSociety: (id) => boxes.get(id),
  };
}

/** Finds the society in which a system stands, through the systems within which it does. */
function societies(model: Model): (id: Id) => Id | undefined {
  const known = new Set(model.societies.map(({ id }) => id));
  const systems = new Map(model.systems.map((system) => [system.id, system]));
  return (id) => {
    const seen = new Set([id]);
    for (const next of seen) {
      if (known.has(next)) return next;
      for (const outer of systems.get(next)?.within ?? []) seen.add(outer.id);
    }
    return undefined;
  };
}

/*
 * What an expression sees from where it stands. The scope is the boundary: a system sees what is at hand and its own
 * expectations, a channel what it carries, an environment its own quantities, and the observer everything, by its
 * full name (LANGUAGE, "Scope is the boundary"; Luhmann 1984, ch. 1: operational closure).
 */
import { peek } from "./paths.ts";
import type { Parameter } from "./model.ts";
import { namedPart } from "./owners.ts";
import type { EnvironmentOwner, Layer, Owner, Seen, SystemOwner } from "./owners.ts";
import type { Construct, Named } from "./problems.ts";
import { standpointIn } from "./room.ts";
import type { Room, Standpoint } from "./room.ts";
import type { EnumerationType } from "./types.ts";

export type Viewpoint =
  | {
      readonly kind: "system";
      readonly system: SystemOwner;
      readonly construct: "program" | "sensitivity" | "limit";
    }
  | {
      readonly kind: "channel";
      readonly coupling: Named;
      readonly construct: "channel condition" | "channel argument" | "channel assignment" | "channel option";
      /** The two ends, whose structures a channel does not read. */
      readonly ends: readonly Owner[];
    }
  | { readonly kind: "environment"; readonly environment: EnvironmentOwner; readonly construct: "becomes" }
  | {
      readonly kind: "initial";
      readonly construct: "initial value" | "size";
      readonly owner: Owner;
      readonly declared: Named;
    }
  | { readonly kind: "observer" };

export interface Sight extends Standpoint {
  readonly viewpoint: Viewpoint;
  /** What bare names are seen. A name in two layers is ambiguous, none hides another. */
  readonly layers: readonly Layer[];
  /** Some names may be seen that are not known, since what they belong to has been reported. */
  readonly lenient: boolean;
  /** Where no chance may be drawn: the construct that forbids it. */
  readonly withoutChance?: Construct | undefined;
  /** Within one scope an unknown name is reported once. */
  readonly scopeKey: string;
}

export function observerSight(standpoint: Standpoint, scopeKey: string, withoutChance?: Construct): Sight {
  return {
    ...standpoint,
    viewpoint: { kind: "observer" },
    layers: [],
    lenient: false,
    withoutChance,
    scopeKey,
  };
}

/** What an initial value sees: no names but the values of its type. */
export function initialSight(
  standpoint: Standpoint,
  owner: Owner,
  declared: Named,
  construct: "initial value" | "size",
): Sight {
  return {
    ...standpoint,
    viewpoint: { kind: "initial", construct, owner, declared },
    layers: [],
    lenient: false,
    scopeKey: owner.id,
  };
}

export function parameterLayer(parameters: readonly Parameter[], owner: string | undefined): Layer {
  return new Map(
    parameters.map((parameter) => {
      const named: Named = { name: parameter.name, what: "parameter", place: parameter.place, owner };
      return [parameter.name, { kind: "parameter", parameter, named }];
    }),
  );
}

/** The expectations of a system, or the quantities of an environment; worked out once for each. */
export function partLayer({ partLayers }: Room, owner: Owner): Layer {
  const known = partLayers.get(owner);
  if (known !== undefined) return known;
  const kind = owner.kind === "system" ? "expectation" : "quantity";
  const layer = new Map<string, Seen>();
  for (const parts of owner.parts.values()) {
    for (const part of parts) {
      if (part.kind !== kind) continue;
      layer.set(part.name, { kind, owner, part, named: namedPart(owner, part) });
    }
  }
  partLayers.set(owner, layer);
  return layer;
}

/**
 * What `designated` may say in a system: the values of its codes, and of the codes of the function systems it is
 * within, which its clauses may designate too. Undefined if there is no code.
 */
export function designatedType(room: Room, system: SystemOwner): EnumerationType | undefined {
  if (room.designatedTypes.has(system)) return room.designatedTypes.get(system);
  const values = new Set(room.codeValues(system));
  const standpoint = standpointIn(room, system.declaration.file);
  for (const path of system.node.within) {
    const found = standpoint && peek(standpoint.scope, path);
    const home = found && found.rest.length === 0 ? room.systems.get(found.declaration) : undefined;
    if (home?.node.systemKind !== "function system") continue;
    for (const value of room.codeValues(home)) values.add(value);
  }
  const type: EnumerationType | undefined =
    values.size === 0 ? undefined : { kind: "enumeration", values: [...values], code: true };
  room.designatedTypes.set(system, type);
  return type;
}

/* Environments and populations: quantities, events, and the roles in which people are included. */
import { lowerWanted } from "../expressions.ts";
import type { Environment, Event, Inclusion, Quantity } from "../model.ts";
import { namedPart, partOf } from "../owners.ts";
import type { EnvironmentOwner, Layer } from "../owners.ts";
import { findRef } from "../paths.ts";
import { placeOf, standpointIn } from "../room.ts";
import type { Room, Standpoint } from "../room.ts";
import { initialSight, partLayer } from "../sight.ts";
import type { Sight } from "../sight.ts";
import type * as tree from "../../syntax/tree.ts";
import { lowerDeclared, lowerItem, lowerWord, ofKind } from "./items.ts";

export function lowerEnvironment(room: Room, owner: EnvironmentOwner): Environment | undefined {
  const { node, items, declaration } = owner;
  const standpoint = standpointIn(room, declaration.file);
  if (standpoint === undefined) return undefined;
  const quantities = partLayer(room, owner);
  return {
    ...lowerDeclared(standpoint, declaration, node.body?.items),
    kind: node.kind === "Population" ? "population" : "environment",
    size: node.kind === "Population" ? lowerSize(standpoint, owner, node.size) : undefined,
    quantities: ofKind(items, "Quantity").flatMap(
      (quantity) => lowerQuantity(standpoint, owner, quantities, quantity) ?? [],
    ),
    events: ofKind(items, "Event").flatMap((event) => lowerEvent(standpoint, owner, event) ?? []),
    inclusions: ofKind(items, "Inclusion").flatMap((item) => lowerInclusion(standpoint, item) ?? []),
  };
}

function lowerSize(standpoint: Standpoint, owner: EnvironmentOwner, node: tree.Expression) {
  const sight = initialSight(standpoint, owner, owner.named, "size");
  return lowerWanted(sight, node, {
    type: { kind: "number", low: 0 },
    use: "size",
    declared: owner.named,
  });
}

function lowerQuantity(
  standpoint: Standpoint,
  owner: EnvironmentOwner,
  quantities: Layer,
  node: tree.Quantity,
): Quantity | undefined {
  const item = lowerItem(standpoint, node);
  const part = item && partOf(owner, item.name, "quantity");
  if (item === undefined || part === undefined) return undefined;
  const declared = namedPart(owner, part);
  const { type } = part;
  const initialView = initialSight(standpoint, owner, declared, "initial value");
  const initial = lowerWanted(initialView, node.initial, { type, use: "initial value", declared });
  if (node.becomes === undefined) return { ...item, type, initial };
  const sight: Sight = {
    ...standpoint,
    viewpoint: { kind: "environment", environment: owner, construct: "becomes" },
    layers: [quantities],
    lenient: owner.lenient,
    scopeKey: owner.id,
  };
  const becomes = lowerWanted(sight, node.becomes, { type, use: "becomes", declared });
  return { ...item, type, initial, becomes };
}

function lowerEvent(standpoint: Standpoint, owner: EnvironmentOwner, node: tree.Event): Event | undefined {
  const item = lowerItem(standpoint, node);
  const part = item && partOf(owner, item.name, "event");
  return item && { ...item, parameters: part?.parameters ?? [] };
}

function lowerInclusion(standpoint: Standpoint, node: tree.Inclusion): Inclusion | undefined {
  const system = findRef(standpoint, node.system, ["system"], "included");
  const role = lowerWord(standpoint, node.role);
  return system && role && { system, role, place: placeOf(standpoint, node) };
}

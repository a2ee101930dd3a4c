/* Couplings and their channels. */
import type * as tree from "../../syntax/tree.ts";
import type { Declaration } from "../declarations.ts";
import { lowerWanted } from "../expressions.ts";
import type { Type } from "../expression.ts";
import type { Channel, Coupling } from "../model.ts";
import type { Ref } from "../reference.ts";
import type { Owner } from "../owners.ts";
import { findDeclaration, refTo } from "../paths.ts";
import type { Named, Use, Wanted } from "../problems.ts";
import { ownerOf, placeOf, standpointIn } from "../room.ts";
import type { Room, Standpoint } from "../room.ts";
import { booleanType, numberType } from "../types.ts";
import { channelSight, lowerSource } from "./channel_source.ts";
import { lowerTarget } from "./channel_target.ts";
import { lowerDeclared, ofKind, onlyOne } from "./items.ts";

const coupled: readonly Wanted[] = ["system", "environment", "population"];

export function lowerCoupling(room: Room, declaration: Declaration): Coupling | undefined {
  const standpoint = standpointIn(room, declaration.file);
  const { node } = declaration;
  if (node.kind !== "Coupling" || standpoint === undefined) return undefined;
  const named: Named = { name: declaration.name, what: "coupling", place: declaration.namePlace };
  const left = lowerEnd(standpoint, node.left);
  const right = lowerEnd(standpoint, node.right);
  const ends = [left?.owner, right?.owner].filter((owner) => owner !== undefined);
  const channels = ofKind(node.body?.items, "Channel").flatMap(
    (channel) => lowerChannel(standpoint, named, ends, channel) ?? [],
  );
  const declared = lowerDeclared(standpoint, declaration, node.body?.items);
  return { ...declared, kind: "coupling", left: left?.ref, right: right?.ref, channels };
}

function lowerEnd(
  standpoint: Standpoint,
  path: tree.NamePath | tree.Missing,
): { readonly ref: Ref; readonly owner: Owner } | undefined {
  const declaration = findDeclaration(standpoint, path, coupled, "between");
  if (declaration === undefined) return undefined;
  const ref = refTo(standpoint, declaration, path);
  const owner = ownerOf(standpoint.room, declaration);
  return ref && owner && { ref, owner };
}

/**
 * A channel with both its ends, whosever they are: whether the coupling couples these two is a check of its own.
 * One of which an end is unknown is left out, after what is wrong within it has been reported.
 */
function lowerChannel(
  standpoint: Standpoint,
  coupling: Named,
  ends: readonly Owner[],
  node: tree.Channel,
): Channel | undefined {
  const source = lowerSource(standpoint, node.source);
  const target = lowerTarget(standpoint, coupling, source, ends, node);
  const option = <Kind extends tree.ChannelOption["kind"]>(kind: Kind, keyword: string) =>
    onlyOne(standpoint, ofKind(node.options, kind), keyword);
  const when = option("ConditionOption", "when")?.condition;
  const chance = option("ChanceOption", "with chance")?.probability;
  const capacity = option("CapacityOption", "at most … per step")?.most;
  const delay = option("DelayOption", "after")?.steps;
  const lower = (expression: tree.Expression | undefined, type: Type, use: Use) => {
    if (expression === undefined) return undefined;
    const construct = use === "condition" ? "channel condition" : "channel option";
    return lowerWanted(channelSight(standpoint, coupling, source, ends, construct), expression, {
      type,
      use,
    });
  };
  const options = {
    when: lower(when, booleanType, "condition"),
    chance: lower(chance, { kind: "number", low: 0, high: 1 }, "chance"),
    capacity: lower(capacity, { kind: "number", low: 0 }, "capacity"),
    delay: lower(delay, numberType, "delay"),
  };
  if (source === undefined || target === undefined) return undefined;
  return { source: source.source, target, ...options, place: placeOf(standpoint, node) };
}

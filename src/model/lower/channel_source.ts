/* What a channel listens to, and what can be seen from within the channel. */
import type * as tree from "../../syntax/tree.ts";
import type { ChannelSource } from "../model.ts";
import { namedPart } from "../owners.ts";
import type { Layer, Owner, Part } from "../owners.ts";
import { findPart } from "../paths.ts";
import type { Named } from "../problems.ts";
import { placeOf } from "../room.ts";
import type { Standpoint } from "../room.ts";
import { parameterLayer, partLayer } from "../sight.ts";
import type { Sight, Viewpoint } from "../sight.ts";

export interface Source {
  readonly source: ChannelSource;
  readonly named: Named;
  readonly owner: Owner;
  readonly part: Part;
  /** The parameters of what it carries; of an environment also its quantities. */
  readonly layers: readonly Layer[];
}

export function lowerSource(standpoint: Standpoint, path: tree.NamePath | tree.Missing): Source | undefined {
  const found = findPart(standpoint, path, ["operation", "quantity", "event"], "channel");
  if (found === undefined) return undefined;
  const { owner, part } = found;
  if (part.kind !== "operation" && part.kind !== "quantity" && part.kind !== "event") return undefined;
  const parameters = parameterLayer(part.parameters, part.name);
  return {
    source: { kind: part.kind, owner: owner.id, name: part.name, place: placeOf(standpoint, path) },
    named: namedPart(owner, part),
    owner,
    part,
    layers: owner.kind === "environment" ? [parameters, partLayer(standpoint.room, owner)] : [parameters],
  };
}

/** A coupling reads the structures of neither side: it sees what it carries, and nothing else. */
export function channelSight(
  standpoint: Standpoint,
  coupling: Named,
  source: Source | undefined,
  ends: readonly Owner[],
  construct: Extract<Viewpoint, { kind: "channel" }>["construct"],
  besides: readonly Layer[] = [],
): Sight {
  return {
    ...standpoint,
    viewpoint: { kind: "channel", coupling, construct, ends },
    layers: [...(source?.layers ?? []), ...besides],
    lenient:
      source === undefined ||
      source.part.open ||
      (source.owner.kind === "environment" && source.owner.lenient),
    scopeKey: `${standpoint.scope.file.name} ${coupling.name} ${source?.named.owner} ${source?.named.name}`,
  };
}

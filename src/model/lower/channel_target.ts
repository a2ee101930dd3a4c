/*
 * What a channel runs into: a sensitivity of a system, or the quantities of an environment. A channel into anything
 * else of a system would transfer instead of irritating (Luhmann 1997, ch. 1: couplings irritate, they carry no sense over).
 */
import type * as tree from "../../syntax/tree.ts";
import { lowerArguments, lowerBraces, lowerOrphanArguments } from "../arguments.ts";
import { lowerWanted } from "../expressions.ts";
import type { Assignment, ChannelTarget } from "../model.ts";
import { namedPart, namedParts, partOf } from "../owners.ts";
import type { EnvironmentOwner, Owner, SystemOwner } from "../owners.ts";
import { allPartKinds, findHead, findPartOf, reportKind } from "../paths.ts";
import type { Named, TransferFacts, Wanted } from "../problems.ts";
import { ownerOf, placeOf } from "../room.ts";
import type { Standpoint } from "../room.ts";
import { namedDeclaration } from "../declarations.ts";
import { designatedType, partLayer } from "../sight.ts";
import { among } from "../surroundings.ts";
import { unknownType } from "../types.ts";
import { channelSight } from "./channel_source.ts";
import type { Source } from "./channel_source.ts";

const ends: readonly Wanted[] = ["system", "environment", "population"];

export function lowerTarget(
  standpoint: Standpoint,
  coupling: Named,
  source: Source | undefined,
  coupled: readonly Owner[],
  node: tree.Channel,
): ChannelTarget | undefined {
  const found = findHead(standpoint, node.target, ends);
  const owner = found && ownerOf(standpoint.room, found.declaration);
  if (found !== undefined && owner === undefined) {
    reportKind(standpoint, found.name, namedDeclaration(found.declaration), ends, "channel");
  }
  const [name] = found?.rest ?? [];
  const channel: ChannelText = { standpoint, coupling, source, coupled, node };
  if (owner === undefined) {
    lowerOrphans(channel);
    return undefined;
  }
  if (owner.kind === "environment") return intoEnvironment(channel, owner, name);
  return intoSystem(channel, owner, name);
}

interface ChannelText {
  readonly standpoint: Standpoint;
  readonly coupling: Named;
  readonly source: Source | undefined;
  readonly coupled: readonly Owner[];
  readonly node: tree.Channel;
}

/** Reports what is wrong within arguments and assignments that belong to nothing known. */
function lowerOrphans({ standpoint, coupling, coupled, node }: ChannelText): void {
  const sight = channelSight(standpoint, coupling, undefined, coupled, "channel argument");
  lowerOrphanArguments(sight, node.args);
  for (const { value } of node.assignments?.items ?? []) {
    lowerWanted(sight, value, { type: unknownType, use: "assignment" });
  }
}

function intoSystem(
  channel: ChannelText,
  system: SystemOwner,
  name: tree.Name | undefined,
): ChannelTarget | undefined {
  const { standpoint, coupling, source, coupled, node } = channel;
  const sensitivity = name && partOf(system, name.text, "sensitivity");
  if (name !== undefined && sensitivity !== undefined) {
    const sight = channelSight(standpoint, coupling, source, coupled, "channel argument");
    const callee = {
      named: namedPart(system, sensitivity),
      parameters: sensitivity.parameters,
      open: sensitivity.open,
    };
    const args =
      node.assignments === undefined
        ? lowerArguments(sight, node.args, callee, "channel", name)
        : lowerBraces(sight, node.assignments, callee, name);
    return {
      kind: "sensitivity",
      owner: system.id,
      name: sensitivity.name,
      args,
      place: placeOf(standpoint, node.target),
    };
  }
  lowerOrphans(channel);
  const target = name && determined(standpoint, system, name);
  if (name !== undefined && target === undefined) {
    findPartOf(standpoint, system, name, ["sensitivity"], "channel");
  } else {
    reportTransfer(channel, system, target);
  }
  return undefined;
}

/** What of a system a channel cannot run into although it has it: a part of another kind, or a value of its code. */
function determined(standpoint: Standpoint, system: SystemOwner, name: tree.Name): Named | undefined {
  const part = partOf(system, name.text, "sensitivity", ...allPartKinds);
  if (part !== undefined) return namedPart(system, part);
  const isValue = designatedType(standpoint.room, system)?.values.includes(name.text) === true;
  if (!isValue) return undefined;
  return { name: name.text, what: "code value", owner: system.named.name, ownerId: system.id };
}

function reportTransfer(channel: ChannelText, system: SystemOwner, target: Named | undefined): void {
  const { standpoint, coupling, source, node } = channel;
  if (source === undefined) return;
  const facts: TransferFacts = {
    coupling: coupling.name,
    source: source.named,
    target,
    system: system.named,
    sensitivities: namedParts(system, "sensitivity").map((named) => ({
      ...named,
      parameters: partOf(system, named.name, "sensitivity")?.parameters ?? [],
    })),
    assigned: (node.assignments?.items ?? []).flatMap(({ target: set }) =>
      set.kind === "Name" ? [set.text] : [],
    ),
  };
  standpoint.room.report.add({ check: "transfer", place: placeOf(standpoint, node.target), facts });
}

function intoEnvironment(
  channel: ChannelText,
  environment: EnvironmentOwner,
  name: tree.Name | undefined,
): ChannelTarget | undefined {
  const { standpoint, coupling, source, coupled, node } = channel;
  if (name !== undefined) {
    lowerOrphans(channel);
    const part = partOf(environment, name.text, "quantity", "event");
    const near = () => among(name.text, sensitivitiesOf(coupled)).near;
    if (part === undefined) findPartOf(standpoint, environment, name, ["quantity"], "channel");
    else reportKind(standpoint, name, namedPart(environment, part), ["sensitivity"], "channel", near);
    return undefined;
  }
  if (node.assignments === undefined) {
    const head = node.target.kind === "NamePath" ? node.target.names.at(-1) : undefined;
    lowerOrphans(channel);
    if (head !== undefined) reportKind(standpoint, head, environment.named, ["sensitivity"], "channel");
    return undefined;
  }
  // An environment coupled with itself is a mistake of its own; its quantities are seen once.
  const besides = source?.owner === environment ? [] : [partLayer(standpoint.room, environment)];
  const sight = channelSight(standpoint, coupling, source, coupled, "channel assignment", besides);
  const assignments = node.assignments.items.flatMap((item): Assignment[] => {
    const quantity =
      item.target.kind === "Missing"
        ? undefined
        : findPartOf(standpoint, environment, item.target, ["quantity"], ":=")?.part;
    const value = lowerWanted(sight, item.value, {
      type: quantity?.type ?? unknownType,
      use: "assignment",
      declared: quantity && namedPart(environment, quantity),
    });
    if (quantity === undefined || item.target.kind === "Missing") return [];
    const target = { text: item.target.text, place: placeOf(standpoint, item.target) };
    return [{ kind: "assignment", target, value, place: placeOf(standpoint, item) }];
  });
  return {
    kind: "quantities",
    owner: environment.id,
    assignments,
    place: placeOf(standpoint, node.target),
  };
}

function sensitivitiesOf(owners: readonly Owner[]): readonly Named[] {
  return owners.flatMap((owner) => namedParts(owner, "sensitivity"));
}

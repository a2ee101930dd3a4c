/* Who does what, in scenarios and regulations: a system operates, an environment or population lets an event happen. */
import type * as tree from "../../syntax/tree.ts";
import { lowerArguments, lowerOrphanArguments } from "../arguments.ts";
import type { Argument } from "../model.ts";
import type { PartRef } from "../reference.ts";
import { namedPart, namedParts, partOf } from "../owners.ts";
import type { Owner, Part, PartKind } from "../owners.ts";
import { findDeclaration, findPart, findPartOf, partsElsewhere, refTo } from "../paths.ts";
import type { FoundPart } from "../paths.ts";
import type { ForeignOperationFacts, Wanted } from "../problems.ts";
import { ownerOf, placeOf } from "../room.ts";
import type { Standpoint } from "../room.ts";
import type { Ref } from "../reference.ts";
import type { Sight } from "../sight.ts";
import type { Span } from "../../base/place.ts";

export const doers: readonly Wanted[] = ["system", "environment", "population"];

/** A declaration that has parts, as one that something is said of. */
export interface Actor {
  readonly owner: Owner;
  readonly ref: Ref;
}

export function findActor(
  standpoint: Standpoint,
  path: tree.NamePath | tree.Missing,
  wanted: readonly Wanted[],
  construct: string,
): Actor | undefined {
  const declaration = findDeclaration(standpoint, path, wanted, construct);
  if (declaration === undefined) return undefined;
  const owner = ownerOf(standpoint.room, declaration);
  const ref = refTo(standpoint, declaration, path);
  return owner && ref && { owner, ref };
}

export interface Doing {
  readonly operation: PartRef;
  readonly args: readonly Argument[];
}

/** An own operation (or event) of `owner` with its arguments. One that only others have is `foreign_operation`. */
export function lowerDoing(
  sight: Sight,
  owner: Owner | undefined,
  name: tree.Name | tree.Missing,
  args: tree.Arguments | undefined,
  construct: ForeignOperationFacts["construct"],
): Doing | undefined {
  const part = owner && name.kind === "Name" ? findOwn(sight, owner, name, construct) : undefined;
  if (owner === undefined || part === undefined || name.kind === "Missing") {
    lowerOrphanArguments(sight, args);
    return undefined;
  }
  return doing(sight, { owner, part, name }, args, construct, name);
}

/** Completes what is known of a doing: its arguments. `span` is what names the operation. */
export function doing(
  sight: Sight,
  { owner, part, name }: FoundPart,
  args: tree.Arguments | undefined,
  construct: ForeignOperationFacts["construct"],
  span: Span,
): Doing | undefined {
  if (part.kind !== "operation" && part.kind !== "event") return undefined;
  const callee = { named: namedPart(owner, part), parameters: part.parameters, open: part.open };
  return {
    operation: { kind: part.kind, owner: owner.id, name: part.name, place: placeOf(sight, span) },
    args: lowerArguments(sight, args, callee, construct, name),
  };
}

function findOwn(
  standpoint: Standpoint,
  owner: Owner,
  name: tree.Name,
  construct: ForeignOperationFacts["construct"],
): Part | undefined {
  const part = partOf(owner, name.text, "operation", "event");
  if (part !== undefined) return part;
  const own = owner.parts.has(name.text) || owner.lenient;
  const others = own ? [] : partsElsewhere(standpoint.room, name.text, ["operation", "event"], owner);
  if (others.length === 0) {
    return findPartOf(standpoint, owner, name, ["operation", "event"], construct)?.part;
  }
  reportForeign(standpoint, owner, name, others, construct);
  return undefined;
}

/** Reports that `owner` is said to do what is an operation of others. */
export function reportForeign(
  standpoint: Standpoint,
  owner: Owner,
  name: tree.Name,
  owners: ForeignOperationFacts["owners"],
  construct: ForeignOperationFacts["construct"],
): void {
  const facts: ForeignOperationFacts = {
    construct,
    operation: name.text,
    system: owner.named,
    owners,
    own: namedParts(owner, "operation", "event"),
  };
  standpoint.room.report.add({ check: "foreign_operation", place: placeOf(standpoint, name), facts });
}

/** A part that a path names, as a reference of the model. */
export function findPartRef(
  standpoint: Standpoint,
  path: tree.NamePath | tree.Missing,
  wanted: readonly PartKind[],
  construct: string,
  written: "dotted" | "bare" = "dotted",
): (FoundPart & { readonly ref: PartRef }) | undefined {
  const found = findPart(standpoint, path, wanted, construct, written);
  if (found === undefined) return undefined;
  const { owner, part } = found;
  if (part.kind === "program" || part.kind === "role") return undefined;
  const ref = { kind: part.kind, owner: owner.id, name: part.name, place: placeOf(standpoint, path) };
  return { ...found, ref };
}

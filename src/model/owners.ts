/*
 * What has parts: systems with all that `extend` and `like` add to them, environments and populations. Here the
 * parts are gathered under their names; what they say is lowered later, when all names are known.
 */
import type { Place } from "../base/place.ts";
import { limits } from "../base/limits.ts";
import { placeIn } from "../base/place.ts";
import type * as tree from "../syntax/tree.ts";
import type { LoadedFile } from "./loaded.ts";
import type { Type } from "./expression.ts";
import type { Parameter } from "./model.ts";
import type { Id } from "./reference.ts";
import type { Named } from "./problems.ts";
import { listening, type Report } from "./report.ts";
import { isNameless, namedDeclaration } from "./declarations.ts";
import type { Declaration } from "./declarations.ts";
import type { Member } from "./members.ts";
import { lowerParameters, lowerType, unknownType } from "./types.ts";

export type PartKind =
  "sensitivity" | "operation" | "limit" | "expectation" | "program" | "role" | "quantity" | "event";

/** A named part of a system, environment or population. */
export interface Part {
  readonly kind: PartKind;
  readonly name: string;
  readonly place: Place;
  /** Of a sensitivity, operation or event. */
  readonly parameters: readonly Parameter[];
  /** A parameter has no name, as has been reported: any name may be its. */
  readonly open: boolean;
  /** Of an expectation or quantity. */
  readonly type: Type;
}

interface OwnerOf<Kind extends string> {
  readonly kind: Kind;
  readonly declaration: Declaration;
  readonly id: Id;
  readonly named: Named;
  /** By name; one name may stand for parts of several kinds. */
  readonly parts: ReadonlyMap<string, readonly Part[]>;
  /** Parts are missing for a reason that has been reported, so that an unknown one says nothing. */
  readonly lenient: boolean;
}

export interface SystemOwner extends OwnerOf<"system"> {
  readonly node: tree.System;
  readonly members: readonly Member[];
  readonly bodies: readonly Place[];
  /** In the end it is like itself, as has been reported. */
  readonly circular: boolean;
}

export interface EnvironmentOwner extends OwnerOf<"environment"> {
  readonly node: tree.Environment | tree.Population;
  /** The first of each name. */
  readonly items: readonly (tree.Event | tree.Quantity | tree.Inclusion | tree.Cite | tree.Allow)[];
}

export type Owner = SystemOwner | EnvironmentOwner;

/** What a bare name can stand for. */
export type Seen =
  | { readonly kind: "parameter"; readonly parameter: Parameter; readonly named: Named }
  | {
      readonly kind: "expectation" | "quantity";
      readonly owner: Owner;
      readonly part: Part;
      readonly named: Named;
    };

export type Layer = ReadonlyMap<string, Seen>;

export function partOf(owner: Owner, name: string, ...kinds: readonly PartKind[]): Part | undefined {
  const parts = owner.parts.get(name);
  if (parts === undefined) return undefined;
  for (const kind of kinds) {
    const part = parts.find((candidate) => candidate.kind === kind);
    if (part !== undefined) return part;
  }
  return undefined;
}

export function namedPart(owner: Owner, part: Part): Named {
  return { name: part.name, what: part.kind, place: part.place, owner: owner.named.name, ownerId: owner.id };
}

/** All parts of some kinds, in the order of declaration. */
export function namedParts(owner: Owner, ...kinds: readonly PartKind[]): readonly Named[] {
  return [...owner.parts.values()].flatMap((parts) =>
    parts.filter(({ kind }) => kinds.includes(kind)).map((part) => namedPart(owner, part)),
  );
}

/** Makes parts of members; a member that several systems have by `like` is read once. */
export type ReadPart = (
  member: tree.Member | tree.Event | tree.Quantity,
  owner: Named,
  file: LoadedFile,
) => Part | undefined;

/** `kept`: what has been made of members before, where nothing had to be reported. */
export function createPartReader(report: Report, kept?: WeakMap<tree.Node, KeptPart>): ReadPart {
  const read = new Map<tree.Node, Part | undefined>();
  return (member, owner, file) => {
    const known = read.get(member);
    if (known !== undefined) return known;
    const before = kept?.get(member);
    if (before?.owner === owner.name && before.part.place.file === file.name) return before.part;
    const { report: heard, isSilent } = listening(report);
    const part = readPart(member, owner, file, heard);
    if (part !== undefined) read.set(member, part);
    if (part !== undefined && isSilent()) kept?.set(member, { owner: owner.name, part });
    return part;
  };
}

export interface KeptPart {
  readonly owner: string;
  readonly part: Part;
}

const partKinds: ReadonlyMap<tree.Kind, PartKind> = new Map([
  ["Sensitivity", "sensitivity"],
  ["Operation", "operation"],
  ["Limit", "limit"],
  ["Expectation", "expectation"],
  ["Program", "program"],
  ["Role", "role"],
  ["Quantity", "quantity"],
  ["Event", "event"],
]);

/** Whether a member is a part, if it has a name. */
export function mayBePart({ kind }: tree.Node): boolean {
  return partKinds.has(kind);
}

function readPart(
  member: tree.Member | tree.Event | tree.Quantity,
  owner: Named,
  file: LoadedFile,
  report: Report,
): Part | undefined {
  const kind = partKinds.get(member.kind);
  if (kind === undefined || !("name" in member) || member.name.kind === "Missing") return undefined;
  const name = member.name.text;
  const place = placeIn(file.name, member.name);
  const named: Named = { name, what: kind, place, owner: owner.name };
  const parameters =
    "parameters" in member ? lowerParameters(member.parameters, named, file.name, report) : [];
  const type = "type" in member ? lowerType(member.type, file.name, report, member.initial) : unknownType;
  const items = ("parameters" in member && member.parameters?.items) || [];
  const open = items.length > limits.parameters || items.some(isNameless);
  return { kind, name, place, parameters, open, type };
}

export function collectParts(parts: Iterable<Part>): ReadonlyMap<string, readonly Part[]> {
  const byName = new Map<string, Part[]>();
  for (const part of parts) {
    const others = byName.get(part.name);
    if (others === undefined) byName.set(part.name, [part]);
    else others.push(part);
  }
  return byName;
}

export function environmentOwner(
  declaration: Declaration,
  node: tree.Environment | tree.Population,
  id: Id,
  readPart: ReadPart,
  report: Report,
): EnvironmentOwner {
  const named = namedDeclaration(declaration);
  const parts = new Map<string, Part>();
  const items = (node.body?.items ?? []).filter((item) => {
    if (item.kind !== "Event" && item.kind !== "Quantity") return true;
    const part = readPart(item, named, declaration.file);
    if (part === undefined) return false;
    const first = parts.get(part.name);
    if (first === undefined) {
      parts.set(part.name, part);
      return true;
    }
    const facts = {
      name: part.name,
      what: part.kind,
      first: { name: first.name, what: first.kind, place: first.place, owner: named.name },
      by: "declaration",
      owner: named,
    } as const;
    report.add({ check: "duplicate_name", place: part.place, facts });
    return false;
  });
  return {
    kind: "environment",
    declaration,
    id,
    named,
    parts: collectParts(parts.values()),
    lenient: node.body?.items.some(isNameless) === true,
    node,
    items,
  };
}

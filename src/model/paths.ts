/*
 * From a path to what it names: a declaration (`law`, or by an alias `canon.law`) or a part of one (`law.judgment`).
 * What is not found, or is of another kind than wanted, is reported here; `undefined` means that this has happened.
 */
import { nearest } from "../base/near.ts";
import { placeIn } from "../base/place.ts";
import type * as tree from "../syntax/tree.ts";
import type { Ref } from "./reference.ts";
import { namedPart, namedParts, partOf } from "./owners.ts";
import type { Owner, Part, PartKind } from "./owners.ts";
import type { Named, Wanted } from "./problems.ts";
import { ownerOf, placeOf } from "./room.ts";
import type { Room, Standpoint } from "./room.ts";
import { bindingOf, namedDeclaration } from "./declarations.ts";
import type { Binding, Declaration, FileScope } from "./declarations.ts";
import { among, few, fits, topSurroundings } from "./surroundings.ts";

type Path = tree.NamePath | tree.Missing;

/** A declaration, and the names of the path that follow its own. */
export interface Found {
  readonly declaration: Declaration;
  readonly name: tree.Name;
  readonly rest: readonly tree.Name[];
}

/** What a path leads to; `lost`: to something that is missing for a reason that has been reported. */
type Outcome =
  | ({ readonly kind: "found"; readonly binding: Binding } & Found)
  | { readonly kind: "import"; readonly named: Named; readonly name: tree.Name }
  | { readonly kind: "lost" }
  | {
      readonly kind: "unknown";
      readonly name: tree.Name;
      readonly within?: Named;
      readonly binding?: Binding;
    };

function follow(scope: FileScope, path: tree.NamePath): Outcome {
  const [head, second] = path.names;
  if (head === undefined) return { kind: "lost" };
  const binding = bindingOf(scope, head.text);
  if (binding === undefined) return scope.lenient ? { kind: "lost" } : { kind: "unknown", name: head };
  switch (binding.kind) {
    case "lost":
      return { kind: "lost" };
    case "declaration":
      return {
        kind: "found",
        binding,
        declaration: binding.declaration,
        name: head,
        rest: path.names.slice(1),
      };
    case "alias": {
      if (second === undefined) return { kind: "import", named: binding.named, name: head };
      const declaration = binding.declared.get(second.text);
      if (declaration === undefined) return { kind: "unknown", name: second, within: binding.named, binding };
      return { kind: "found", binding, declaration, name: second, rest: path.names.slice(2) };
    }
  }
}

/** What a path leads to, if to anything; nothing is reported, and no import counts as used. */
export function peek(scope: FileScope, path: tree.NamePath): Found | undefined {
  const outcome = follow(scope, path);
  return outcome.kind === "found" ? outcome : undefined;
}

/** Follows a path to a declaration, of whatever kind. */
export function findHead(standpoint: Standpoint, path: Path, wanted: readonly Wanted[]): Found | undefined {
  if (path.kind === "Missing") return undefined;
  const { room, scope } = standpoint;
  const outcome = follow(scope, path);
  switch (outcome.kind) {
    case "lost":
      return undefined;
    case "found":
      if (outcome.binding.kind !== "lost" && outcome.binding.by !== undefined) {
        room.used.add(outcome.binding.by);
      }
      return outcome;
    case "import":
      reportKind(standpoint, outcome.name, outcome.named, wanted, "import");
      return undefined;
    case "unknown": {
      const { name, within, binding } = outcome;
      if (binding?.kind === "alias") room.used.add(binding.by);
      room.report.unknownName({
        name: name.text,
        place: placeOf(standpoint, name),
        wanted,
        owner: within,
        scope: scope.file.name,
        surroundings: () =>
          binding?.kind === "alias"
            ? among(
                name.text,
                [...binding.declared.values()].map(namedDeclaration).filter(({ what }) => fits(what, wanted)),
              )
            : topSurroundings(name.text, wanted, scope, room.files, path.names[1]?.text),
      });
      return undefined;
    }
  }
}

/** The declaration that a path names, if it is one of those wanted. */
export function findDeclaration(
  standpoint: Standpoint,
  path: Path,
  wanted: readonly Wanted[],
  construct: string,
): Declaration | undefined {
  const found = findHead(standpoint, path, wanted);
  if (found === undefined) return undefined;
  const { declaration, rest, name } = found;
  const [next] = rest;
  if (next !== undefined) {
    const part = findAnyPart(standpoint, declaration, next);
    if (part !== undefined) reportKind(standpoint, next, part, wanted, construct);
    return undefined;
  }
  if (fits(declaration.what, wanted)) return declaration;
  reportKind(standpoint, name, namedDeclaration(declaration), wanted, construct);
  return undefined;
}

/** A reference to a declaration of the model; undefined if it is not one of those wanted. */
export function findRef(
  standpoint: Standpoint,
  path: Path,
  wanted: readonly Wanted[],
  construct: string,
): Ref | undefined {
  const declaration = findDeclaration(standpoint, path, wanted, construct);
  return declaration && refTo(standpoint, declaration, path);
}

export function refTo(standpoint: Standpoint, declaration: Declaration, path: Path): Ref | undefined {
  const id = standpoint.room.ids.get(declaration);
  return id === undefined ? undefined : { id, place: placeOf(standpoint, path) };
}

/** A part, whose it is, and the name by which the path names it. */
export interface FoundPart {
  readonly owner: Owner;
  readonly part: Part;
  readonly name: tree.Name;
}

/**
 * The part that a path names, if it is of one of the kinds wanted; `wanted` is in the order of preference. Where the
 * path is `bare`, the grammar lets it be a single name.
 */
export function findPart(
  standpoint: Standpoint,
  path: Path,
  wanted: readonly PartKind[],
  construct: string,
  written: "dotted" | "bare" = "dotted",
): FoundPart | undefined {
  if (written === "bare" && reportsBarePart(standpoint, path, wanted)) return undefined;
  const found = findHead(standpoint, path, ["system", "environment", "population"]);
  if (found === undefined) return undefined;
  const { declaration, rest } = found;
  const [name] = rest;
  const owner = ownerOf(standpoint.room, declaration);
  if (owner === undefined) {
    reportKind(
      standpoint,
      found.name,
      namedDeclaration(declaration),
      ["system", "environment", "population"],
      construct,
    );
    return undefined;
  }
  if (name === undefined) {
    // Where the grammar demands a dot, a path without one has been reported by the parser.
    if (written === "bare") {
      reportKind(standpoint, found.name, namedDeclaration(declaration), wanted, construct);
    }
    return undefined;
  }
  return findPartOf(standpoint, owner, name, wanted, construct);
}

/** `report occurs`: reports a part without its owner, unless a declaration has the name. */
function reportsBarePart({ room, scope }: Standpoint, path: Path, wanted: readonly PartKind[]): boolean {
  const [name, second] = path.kind === "Missing" ? [] : path.names;
  if (name === undefined || second !== undefined) return false;
  if (scope.lenient || bindingOf(scope, name.text) !== undefined) return false;
  room.report.unknownName({
    name: name.text,
    place: placeIn(scope.file.name, name),
    wanted,
    scope: scope.file.name,
    surroundings: () => {
      const elsewhere = partsElsewhere(room, name.text, wanted).map(fullyNamed);
      const owned = elsewhere.length > 0 ? [] : nearest(name.text, room.partOwners().keys());
      const near = owned.flatMap((one) => partsElsewhere(room, one, wanted)).map(fullyNamed);
      return { elsewhere, near };
    },
  });
  return true;
}

export function findPartOf(
  standpoint: Standpoint,
  owner: Owner,
  name: tree.Name,
  wanted: readonly PartKind[],
  construct: string,
): FoundPart | undefined {
  const part = partOf(owner, name.text, ...wanted);
  if (part !== undefined) return { owner, part, name };
  const kinds = wanted.filter((kind) => mayHave(owner, kind));
  const [other] = owner.parts.get(name.text) ?? [];
  if (other !== undefined) {
    const near = () => among(name.text, namedParts(owner, ...wanted)).near;
    reportKind(standpoint, name, namedPart(owner, other), kinds, construct, near);
  } else {
    reportUnknownPart(standpoint, owner, name, kinds.length > 0 ? kinds : wanted);
  }
  return undefined;
}

function mayHave(owner: Owner, kind: PartKind): boolean {
  const ofEnvironment = kind === "quantity" || kind === "event";
  return ofEnvironment === (owner.kind === "environment");
}

/** Reports a part that `owner` does not have; `meant` are those that the place suggests, however they are written. */
export function reportUnknownPart(
  { room, scope }: Standpoint,
  owner: Owner,
  name: tree.Name,
  wanted: readonly PartKind[],
  meant: () => readonly Named[] = () => [],
): void {
  if (owner.lenient) return;
  room.report.unknownName({
    name: name.text,
    place: placeIn(scope.file.name, name),
    wanted,
    owner: owner.named,
    scope: scope.file.name,
    surroundings: () => {
      const { near, known } = among(name.text, namedParts(owner, ...wanted));
      const sought = meant();
      return {
        near: [...sought, ...near.filter((one) => sought.every((other) => other.name !== one.name))],
        known,
        elsewhere: partsElsewhere(room, name.text, wanted, owner),
      };
    },
  });
}

/** Parts of exactly this name that others have; the first few, should there be many. */
export function partsElsewhere(
  room: Room,
  name: string,
  wanted: readonly PartKind[],
  except?: Owner,
): readonly Named[] {
  const found: Named[] = [];
  for (const owner of room.partOwners().get(name) ?? []) {
    const part = owner === except ? undefined : partOf(owner, name, ...wanted);
    if (part !== undefined) found.push(namedPart(owner, part));
    if (found.length === few) break;
  }
  return found;
}

/** A part under the name by which an observer names it: `economy.price`. */
export function fullyNamed(named: Named): Named {
  return named.owner === undefined ? named : { ...named, name: `${named.owner}.${named.name}` };
}

/** Whatever part a declaration has of this name; an unknown one is reported. */
function findAnyPart(standpoint: Standpoint, declaration: Declaration, name: tree.Name): Named | undefined {
  const owner = ownerOf(standpoint.room, declaration);
  const [part] = owner?.parts.get(name.text) ?? [];
  if (owner === undefined) {
    const found = namedDeclaration(declaration);
    reportKind(standpoint, name, found, ["system", "environment", "population"], "path");
    return undefined;
  }
  if (part !== undefined) return namedPart(owner, part);
  reportUnknownPart(standpoint, owner, name, allPartKinds);
  return undefined;
}

export const allPartKinds: readonly PartKind[] = [
  "operation",
  "sensitivity",
  "expectation",
  "quantity",
  "event",
  "limit",
  "program",
  "role",
];

/** Reports a name of another kind than wanted. */
export function reportKind(
  standpoint: Standpoint,
  name: tree.Name,
  found: Named,
  wanted: readonly Wanted[],
  construct: string,
  near?: () => readonly Named[],
): void {
  const { room, scope } = standpoint;
  const nearest = near ?? (() => topSurroundings(name.text, wanted, scope, room.files).near ?? []);
  room.report.add({
    check: "wrong_kind",
    place: placeOf(standpoint, name),
    facts: {
      name: name.text,
      found,
      wanted,
      near: room.report.described(nearest, []),
      construct,
    },
  });
}

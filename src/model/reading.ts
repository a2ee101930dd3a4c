/* From a name in an expression to what it reads, or to what is wrong with reading it there. */
import { nearest } from "../base/near.ts";
import type * as tree from "../syntax/tree.ts";
import { reportMismatch } from "./fit.ts";
import type { WantedType } from "./fit.ts";
import type { Expression, Type } from "./expression.ts";
import { namedPart, namedParts, partOf } from "./owners.ts";
import type { Owner, PartKind, Seen } from "./owners.ts";
import {
  allPartKinds,
  findHead,
  fullyNamed,
  partsElsewhere,
  reportKind,
  reportUnknownPart,
} from "./paths.ts";

import type { Named, ReadsAcrossBoundaryFacts, Wanted } from "./problems.ts";
import type { Surroundings } from "./report.ts";
import { ownerOf, placeOf } from "./room.ts";
import { bindingOf, namedDeclaration } from "./declarations.ts";
import { designatedType } from "./sight.ts";
import type { Sight } from "./sight.ts";
import { among } from "./surroundings.ts";
import { truthMeant } from "./truth_words.ts";
import { numberType, unknownType } from "./types.ts";

/** So many of the names that may be read are listed. */
const mostVisible = 24;

const readable: readonly PartKind[] = ["expectation", "quantity"];

/** Lowers a name. Where a value of an enumeration or of a code is `wanted`, it may be that value. */
export function readPath(sight: Sight, path: tree.NamePath, wanted: WantedType | undefined): Expression {
  const [name] = path.names;
  if (name === undefined) return unknownAt(sight, path);
  return path.names.length === 1 ? readName(sight, name, wanted) : readFullName(sight, path);
}

export function unknownAt(sight: Sight, node: tree.Node): Expression {
  return { kind: "unknown", type: unknownType, place: placeOf(sight, node) };
}

function readName(sight: Sight, name: tree.Name, wanted: WantedType | undefined): Expression {
  const readings = seenBy(sight, name.text);
  const values = wanted?.type.kind === "enumeration" ? wanted.type : undefined;
  const listed = values?.values.includes(name.text) === true;
  const [only] = readings;
  if (readings.length + (listed ? 1 : 0) > 1) {
    const named: Named[] = readings.map((seen) => seen.named);
    if (listed) {
      const what = values.code === true ? "code value" : "value";
      named.push({ name: name.text, what, owner: wanted?.declared?.name });
    }
    sight.room.report.add({
      check: "ambiguous_name",
      place: placeOf(sight, name),
      facts: { name: name.text, readings: named },
    });
    return unknownAt(sight, name);
  }
  const place = placeOf(sight, name);
  if (only !== undefined) return readSeen(sight, name, only);
  if (listed) return { kind: "value", value: name.text, type: values, place };
  if (name.text === "step") return { kind: "step", type: numberType, place };
  if (name.text === "designated") return readDesignated(sight, name);
  reportUnseen(sight, name, wanted);
  return unknownAt(sight, name);
}

/** The type of a bare name that stands for something, without a report where it does not. */
export function typeOfName(sight: Sight, name: string): Type | undefined {
  const [seen, second] = seenBy(sight, name);
  if (seen !== undefined) return second === undefined ? typeOfSeen(seen) : undefined;
  if (name === "step") return numberType;
  if (name !== "designated" || sight.viewpoint.kind !== "system") return undefined;
  return designatedType(sight.room, sight.viewpoint.system);
}

function seenBy(sight: Sight, name: string): readonly Seen[] {
  const seen: Seen[] = [];
  for (const layer of sight.layers) {
    const one = layer.get(name);
    if (one !== undefined) seen.push(one);
  }
  return seen;
}

function typeOfSeen(seen: Seen): Type {
  return seen.kind === "parameter" ? seen.parameter.type : seen.part.type;
}

function readSeen(sight: Sight, node: tree.Node, seen: Seen): Expression {
  const type = typeOfSeen(seen);
  const place = placeOf(sight, node);
  if (seen.kind === "parameter") return { kind: "parameter", name: seen.parameter.name, type, place };
  return { kind: seen.kind, owner: seen.owner.id, name: seen.part.name, type, place };
}

function readDesignated(sight: Sight, name: tree.Name): Expression {
  const { viewpoint } = sight;
  if (viewpoint.kind === "system") {
    const type = designatedType(sight.room, viewpoint.system);
    if (type !== undefined) {
      return { kind: "designated", owner: viewpoint.system.id, type, place: placeOf(sight, name) };
    }
  }
  const unknown = unknownAt(sight, name);
  const incomplete = viewpoint.kind === "system" && viewpoint.system.lenient;
  if (!incomplete) {
    const system = viewpoint.kind === "system" ? viewpoint.system.named : undefined;
    reportMismatch(sight, unknown, { kind: "designated", system });
  }
  return unknown;
}

// ── Full names ────────────────────────────────────────────────────────────

function readFullName(sight: Sight, path: tree.NamePath): Expression {
  const unknown = unknownAt(sight, path);
  const found = findHead(sight, path, ["system", "environment", "population"]);
  if (found === undefined) return unknown;
  const [name] = found.rest;
  const owner = ownerOf(sight.room, found.declaration);
  if (name === undefined || owner === undefined) {
    reportKind(sight, found.name, namedDeclaration(found.declaration), wantedHere(sight), "expression");
    return unknown;
  }
  const part = partOf(owner, name.text, ...readable);
  if (part === undefined) {
    reportUnreadable(sight, owner, path, name);
    return unknown;
  }
  const place = placeOf(sight, path);
  const own = seenBy(sight, part.name).find((seen) => seen.kind !== "parameter" && seen.owner === owner);
  if (own !== undefined || sight.viewpoint.kind === "observer") {
    const kind = part.kind === "quantity" ? "quantity" : "expectation";
    return { kind, owner: owner.id, name: part.name, type: part.type, place };
  }
  const written = path.names.map(({ text }) => text).join(".");
  if (sight.viewpoint.kind === "initial" && sight.viewpoint.owner === owner) {
    reportInitial(sight, path, written, namedPart(owner, part), sight.viewpoint.declared);
  } else {
    reportAcross(sight, path, written, owner, namedPart(owner, part));
  }
  return unknown;
}

function reportUnreadable(sight: Sight, owner: Owner, path: tree.NamePath, name: tree.Name): void {
  const [other] = owner.parts.get(name.text) ?? [];
  if (isForeign(sight, owner)) {
    // Whatever it is: here it could not be read if it were there.
    if (other === undefined && owner.lenient) return;
    const what = owner.kind === "system" ? "expectation" : "quantity";
    const thing = other === undefined ? ({ name: name.text, what } as const) : namedPart(owner, other);
    reportAcross(sight, path, path.names.map(({ text }) => text).join("."), owner, thing);
    return;
  }
  if (other === undefined) {
    reportUnknownPart(sight, owner, name, owner.kind === "system" ? ["expectation"] : ["quantity"]);
    return;
  }
  const near = () => among(name.text, namedParts(owner, ...readable)).near;
  const wanted: readonly Wanted[] = owner.kind === "system" ? ["expectation"] : ["quantity"];
  reportKind(sight, name, namedPart(owner, other), wanted, "expression", near);
}

/** Whether nothing of the owner can be read from here, by whatever name. */
function isForeign({ viewpoint, layers }: Sight, owner: Owner): boolean {
  switch (viewpoint.kind) {
    case "observer":
      return false;
    case "system":
      return viewpoint.system !== owner;
    case "environment":
      return viewpoint.environment !== owner;
    case "initial":
      return viewpoint.owner !== owner;
    case "channel":
      return !layers.some((layer) =>
        [...layer.values()].some((seen) => seen.kind !== "parameter" && seen.owner === owner),
      );
  }
}

// ── What is not seen ──────────────────────────────────────────────────────

/** Reports a bare name that stands for nothing seen here. */
function reportUnseen(sight: Sight, name: tree.Name, wanted: WantedType | undefined): void {
  // A name across from something unknown may be one of its values.
  if (sight.lenient || wanted?.type.kind === "unknown") return;
  const { viewpoint, room } = sight;
  const text = name.text;
  if (viewpoint.kind === "initial") {
    const part = partOf(viewpoint.owner, text, ...readable);
    if (part !== undefined) {
      reportInitial(sight, name, text, namedPart(viewpoint.owner, part), viewpoint.declared);
      return;
    }
  }
  if (viewpoint.kind === "channel") {
    for (const owner of viewpoint.ends) {
      const part = partOf(owner, text, ...readable);
      if (part === undefined) continue;
      reportAcross(sight, name, text, owner, namedPart(owner, part));
      return;
    }
  }
  const type = wanted?.type;
  if (type?.kind === "enumeration") {
    room.report.add({
      check: "type_mismatch",
      place: placeOf(sight, name),
      facts: {
        kind: "unlisted value",
        value: text,
        values: type.values,
        near: room.report.described(() => nearest(text, type.values), []),
        code: type.code === true,
        declared: wanted?.declared,
      },
    });
    return;
  }
  const other = otherThing(sight, text);
  // A declaration has no value; where something that has one bears the name, too, it is this that is meant.
  const namesake = other?.owner === undefined && partsElsewhere(room, text, readable).length > 0;
  if (other !== undefined && !namesake) {
    reportKind(sight, name, other, wantedHere(sight), "expression", () => []);
    return;
  }
  room.report.unknownName({
    name: text,
    place: placeOf(sight, name),
    wanted: wantedHere(sight),
    scope: sight.scopeKey,
    surroundings: () => (type?.kind === "boolean" ? truthOr(sight, text) : surroundingsOf(sight, text)),
  });
}

/** What a name would be that cannot be read: another part of the own system, a value of its code, a declaration. */
function otherThing(sight: Sight, name: string): Named | undefined {
  const { viewpoint, room, scope } = sight;
  const owner =
    viewpoint.kind === "system"
      ? viewpoint.system
      : viewpoint.kind === "environment"
        ? viewpoint.environment
        : viewpoint.kind === "initial"
          ? viewpoint.owner
          : undefined;
  const part = owner && partOf(owner, name, ...allPartKinds);
  if (owner !== undefined && part !== undefined) return namedPart(owner, part);
  if (owner?.kind === "system" && designatedType(room, owner)?.values.includes(name)) {
    return { name, what: "code value", owner: owner.named.name, ownerId: owner.id };
  }
  const binding = bindingOf(scope, name);
  if (binding === undefined || binding.kind === "lost") return undefined;
  if (binding.by !== undefined) room.used.add(binding.by);
  return binding.kind === "alias" ? binding.named : namedDeclaration(binding.declaration);
}

function wantedHere({ viewpoint }: Sight): readonly Wanted[] {
  switch (viewpoint.kind) {
    case "system":
      return ["parameter", "expectation"];
    case "channel":
      return viewpoint.ends.some((end) => end.kind === "environment")
        ? ["parameter", "quantity"]
        : ["parameter"];
    case "environment":
      return ["quantity"];
    case "initial":
      return ["value"];
    case "observer":
      return ["expectation", "quantity"];
  }
}

function surroundingsOf(sight: Sight, name: string): Surroundings {
  const { room, viewpoint } = sight;
  const own = viewpoint.kind === "system" ? viewpoint.system : undefined;
  const parameters = own === undefined ? [] : foreignParameters(own, name);
  const elsewhere = [...parameters, ...partsElsewhere(room, name, readable, own)];
  if (viewpoint.kind !== "observer") {
    return { ...among(name, visibleNames(sight)), elsewhere };
  }
  const owners = room.partOwners();
  const near = nearest(name, owners.keys()).flatMap((one) => partsElsewhere(room, one, readable));
  return { near: near.map(fullyNamed), elsewhere: elsewhere.map(fullyNamed) };
}

/** Where true or false is wanted, a name may mean one of these in other words. */
function truthOr(sight: Sight, name: string): Surroundings {
  const meant = truthMeant(name);
  const others = surroundingsOf(sight, name);
  const truths: readonly Named[] = ["true", "false"].map((each) => ({ name: each, what: "value" }));
  return {
    ...others,
    near: [...truths.filter((truth) => truth.name === meant), ...(others.near ?? [])],
    known: sight.viewpoint.kind === "initial" ? truths : (others.known ?? []),
  };
}

/** Parameters of this name that other sensitivities and operations of the system have. */
function foreignParameters(system: Owner, name: string): readonly Named[] {
  return [...system.parts.values()].flatMap((parts) =>
    parts.flatMap((part) =>
      part.parameters
        .filter((parameter) => parameter.name === name)
        .map((parameter): Named => ({ name, what: "parameter", place: parameter.place, owner: part.name })),
    ),
  );
}

function reportInitial(sight: Sight, node: tree.Node, name: string, thing: Named, declared: Named): void {
  sight.room.report.add({
    check: "type_mismatch",
    place: placeOf(sight, node),
    facts: { kind: "initial", name, declared, thing },
  });
}

function reportAcross(sight: Sight, node: tree.Node, name: string, owner: Owner, thing: Named): void {
  const reader = readerOf(sight);
  if (reader === undefined) return;
  sight.room.report.add({
    check: "reads_across_boundary",
    place: placeOf(sight, node),
    facts: {
      name,
      thing,
      owner: owner.named,
      reader: reader.named,
      construct: reader.construct,
      visible: sight.room.report.described(() => visibleNames(sight).slice(0, mostVisible), []),
    },
  });
}

function visibleNames({ layers }: Sight): readonly Named[] {
  return layers.flatMap((layer) => [...layer.values()].map(({ named }) => named));
}

function readerOf({
  viewpoint,
}: Sight): { named: Named; construct: ReadsAcrossBoundaryFacts["construct"] } | undefined {
  switch (viewpoint.kind) {
    case "system":
      return { named: viewpoint.system.named, construct: viewpoint.construct };
    case "channel":
      return { named: viewpoint.coupling, construct: viewpoint.construct };
    case "environment":
      return { named: viewpoint.environment.named, construct: viewpoint.construct };
    case "initial":
      return { named: viewpoint.owner.named, construct: viewpoint.construct };
    case "observer":
      return undefined;
  }
}

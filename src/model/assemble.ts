/* From the files to the room in which they are lowered: names bound, systems put together, ids given. */
import { isIn } from "../syntax/unread.ts";
import { later, laterOf } from "../base/later.ts";
import { include } from "./inclusion.ts";
import type { Inclusion } from "./inclusion.ts";
import { citableKeys } from "./citations.ts";
import { declarationsOf, isNameless, namedDeclaration } from "./declarations.ts";
import type { Declaration, FileScope } from "./declarations.ts";
import type { Loaded } from "./loaded.ts";
import type { Memory } from "./memory.ts";
import { gatherMembers } from "./members.ts";
import type { Members, SystemParts } from "./members.ts";
import type { Id } from "./reference.ts";
import { collectParts, createPartReader, environmentOwner, mayBePart } from "./owners.ts";
import type { EnvironmentOwner, Owner, ReadPart, SystemOwner } from "./owners.ts";
import { peek } from "./paths.ts";
import { createReport } from "./report.ts";
import type { Report } from "./report.ts";
import type { KnownChecks, Room } from "./room.ts";
import { scopeOf } from "./scope.ts";

export interface Assembled {
  readonly room: Room;
  readonly inclusion: Inclusion;
}

export function assemble(
  loaded: Loaded,
  entry: string,
  checks: KnownChecks | undefined,
  memory: Memory | undefined,
): Assembled {
  const lost = new Set([...loaded.files.values()].flatMap(({ parsed }) => [...parsed.lost]));
  const report = createReport(lost, (place) =>
    isIn(loaded.files.get(place.file)?.parsed.unread ?? [], place),
  );
  const declarations = new Map([...loaded.files].map(([name, file]) => [name, declarationsOf(file)]));
  const files = new Map<string, FileScope>();
  for (const [name, file] of loaded.files) files.set(name, scopeOf(file, declarations, files, report));
  const inclusion = include(files, entry);
  for (const name of namesLeftOut(files, inclusion)) lost.add(name);
  const ids = giveIds(inclusion.declarations);
  const readPart = createPartReader(report, memory?.parts);
  const systems = assembleSystems(files, inclusion, ids, readPart, report, memory);
  const environments = new Map<Declaration, EnvironmentOwner>();
  for (const declaration of inclusion.declarations) {
    const { node } = declaration;
    if (node.kind !== "Environment" && node.kind !== "Population") continue;
    const id = ids.get(declaration) ?? declaration.name;
    environments.set(declaration, environmentOwner(declaration, node, id, readPart, report));
  }
  const owners: readonly Owner[] = [...systems.values(), ...environments.values()];
  const room: Room = {
    report,
    files,
    ids,
    systems,
    environments,
    ownersById: new Map(owners.map((owner) => [owner.id, owner])),
    used: new Set(),
    keys: new Map([...loaded.files].map(([name, file]) => [name, citableKeys(file)])),
    checks,
    designatedTypes: new Map(),
    partLayers: new Map(),
    parametersByName: laterOf((parameters) => new Map(parameters.map((each) => [each.name, each]))),
    codeValues: laterOf(codeValuesOf),
    partOwners: later(() => ownersByPart(owners)),
    allows: [],
    expectedViolations: [],
  };
  return { room, inclusion };
}

/** A declaration's id is its name, unless several of the model bear it. */
function giveIds(declarations: readonly Declaration[]): ReadonlyMap<Declaration, Id> {
  const bearers = new Map<string, number>();
  for (const { name } of declarations) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return new Map(
    declarations.map((declaration) => {
      const { name, file } = declaration;
      return [declaration, bearers.get(name) === 1 ? name : `${name}@${file.name}`];
    }),
  );
}

function assembleSystems(
  files: ReadonlyMap<string, FileScope>,
  inclusion: Inclusion,
  ids: ReadonlyMap<Declaration, Id>,
  readPart: ReadPart,
  report: Report,
  memory: Memory | undefined,
): ReadonlyMap<Declaration, SystemOwner> {
  const parts = new Map<Declaration, SystemParts>();
  for (const declaration of inclusion.declarations) {
    const { node } = declaration;
    if (node.kind !== "System") continue;
    parts.set(declaration, {
      declaration,
      node,
      like: likeOf(files, declaration),
      extensions: inclusion.extensions.get(declaration) ?? [],
      twins: inclusion.twins.get(declaration) ?? [],
    });
  }
  const gathered = gatherMembers(parts, report);
  const systems = new Map<Declaration, SystemOwner>();
  for (const { declaration, node } of parts.values()) {
    const members = gathered.get(declaration);
    if (members === undefined) continue;
    const id = ids.get(declaration) ?? declaration.name;
    systems.set(declaration, systemOwner({ declaration, node, id }, members, readPart, memory));
  }
  return systems;
}

function systemOwner(
  identity: Pick<SystemOwner, "declaration" | "node" | "id">,
  { members, bodies, incomplete, circular }: Members,
  readPart: ReadPart,
  memory: Memory | undefined,
): SystemOwner {
  const named = namedDeclaration(identity.declaration);
  const known = memory?.owners.get(identity.node);
  const isKnown =
    known?.members.length === members.length &&
    known.members.every((node, index) => node === members[index]?.node);
  const parts = isKnown
    ? known.parts
    : collectParts(members.flatMap(({ node, file }) => readPart(node, named, file) ?? []));
  // What has to be reported is reported anew each time.
  if (!isKnown && members.every(({ node }) => !mayBePart(node) || memory?.parts.has(node)))
    memory?.owners.set(identity.node, { members: members.map(({ node }) => node), parts });
  // Nothing that is looked for within a system is a program.
  const unnamed = members.some(({ node }) => node.kind !== "Program" && isNameless(node));
  return {
    kind: "system",
    ...identity,
    named,
    parts,
    lenient: incomplete || unnamed,
    members,
    bodies,
    circular,
  };
}

/** The system that one is like; `lost` if the name leads to none, which is reported where it is lowered. */
function likeOf(files: ReadonlyMap<string, FileScope>, declaration: Declaration): SystemParts["like"] {
  const { node, file } = declaration;
  if (node.kind !== "System" || node.like === undefined) return undefined;
  const scope = files.get(file.name);
  const found = node.like.kind === "Missing" || scope === undefined ? undefined : peek(scope, node.like);
  if (found === undefined || found.rest.length > 0) return "lost";
  return found.declaration.node.kind === "System" ? found.declaration : "lost";
}

/**
 * Names of what is left out of the model after a mistake has been reported: members of an `extend` of nothing,
 * parts of what is declared twice. That they are missing elsewhere follows from it.
 */
function* namesLeftOut(files: ReadonlyMap<string, FileScope>, inclusion: Inclusion): Iterable<string> {
  for (const scope of files.values()) {
    for (const { target, body } of scope.extends) {
      const found = target.kind === "Missing" ? undefined : peek(scope, target);
      if (found?.rest.length === 0 && found.declaration.node.kind === "System") continue;
      yield* namesIn(body?.items);
    }
  }
  for (const twins of inclusion.twins.values()) {
    for (const { node } of twins) {
      if (node.kind === "Environment" || node.kind === "Population") yield* namesIn(node.body?.items);
    }
  }
}

function* namesIn(items: readonly { readonly kind: string }[] | undefined): Iterable<string> {
  for (const item of items ?? []) {
    if ("name" in item && typeof item.name === "object" && item.name !== null && "text" in item.name) {
      if (typeof item.name.text === "string") yield item.name.text;
    }
  }
}

function codeValuesOf({ members }: SystemOwner): readonly string[] {
  return members.flatMap(({ node }) =>
    node.kind === "Code" ? node.values.flatMap(({ name }) => (name.kind === "Name" ? [name.text] : [])) : [],
  );
}

function ownersByPart(owners: readonly Owner[]): ReadonlyMap<string, readonly Owner[]> {
  const byPart = new Map<string, Owner[]>();
  for (const owner of owners) {
    for (const name of owner.parts.keys()) {
      const others = byPart.get(name);
      if (others === undefined) byPart.set(name, [owner]);
      else others.push(owner);
    }
  }
  return byPart;
}

/* What all lowering shares: the files' scopes, the owners of parts, and where findings go. */
import { placeIn } from "../base/place.ts";
import type { Place, Span } from "../base/place.ts";
import type * as tree from "../syntax/tree.ts";
import { lowerCite } from "./citations.ts";
import type { LoadedFile } from "./loaded.ts";
import type { Allow, Citation, ExpectedViolation, Parameter } from "./model.ts";
import type { Id } from "./reference.ts";
import type { EnvironmentOwner, Layer, Owner, SystemOwner } from "./owners.ts";
import type { Report } from "./report.ts";
import type { Declaration, FileScope, ImportUse } from "./declarations.ts";
import type { EnumerationType } from "./types.ts";

/** What names stand for: the namespace of each file, and the parts of what has parts. */
export interface Bindings {
  readonly files: ReadonlyMap<string, FileScope>;
  readonly ids: ReadonlyMap<Declaration, Id>;
  readonly systems: ReadonlyMap<Declaration, SystemOwner>;
  readonly environments: ReadonlyMap<Declaration, EnvironmentOwner>;
}

export interface Room extends Bindings {
  readonly report: Report;
  readonly ownersById: ReadonlyMap<Id, Owner>;
  /** Imports of which some use has been found; filled as names are looked up. */
  readonly used: Set<ImportUse>;
  readonly keys: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  readonly checks: KnownChecks | undefined;
  /** What `designated` may say in a system; worked out when first asked for. */
  readonly designatedTypes: Map<SystemOwner, EnumerationType | undefined>;
  /** What each owner's own expressions see of it; worked out when first asked for. */
  readonly partLayers: Map<Owner, Layer>;
  /** The parameters of what is called, by name; gathered when first asked for. */
  readonly parametersByName: (parameters: readonly Parameter[]) => ReadonlyMap<string, Parameter>;
  /** The values of the codes of a system; gathered when first asked for. */
  readonly codeValues: (system: SystemOwner) => readonly string[];
  /** Whose parts bear a name; gathered when first asked for. */
  readonly partOwners: () => ReadonlyMap<string, readonly Owner[]>;
  readonly allows: Allow[];
  readonly expectedViolations: ExpectedViolation[];
}

/** The names of all checks, and of those that `allow` cannot silence. */
export interface KnownChecks {
  readonly names: ReadonlySet<string>;
  readonly ofLanguage: ReadonlySet<string>;
}

/** What every lowering of a declaration is given: where it stands. */
export interface Standpoint {
  readonly room: Room;
  readonly scope: FileScope;
}

export function placeOf({ scope }: Standpoint, node: Span): Place {
  return placeIn(scope.file.name, node);
}

export function ownerOf(room: Bindings, declaration: Declaration): Owner | undefined {
  return room.systems.get(declaration) ?? room.environments.get(declaration);
}

/** The standpoint of a text in another file. */
export function standpointIn(room: Room, file: LoadedFile): Standpoint | undefined {
  const scope = room.files.get(file.name);
  return scope && { room, scope };
}

/** The `cite`s among the items of a body. */
export function citationsIn(
  { room, scope }: Standpoint,
  items: readonly tree.Node[] | undefined,
): readonly Citation[] {
  return (items ?? []).flatMap((item) =>
    item.kind === "Cite"
      ? (lowerCite(item, scope.file, room.keys.get(scope.file.name), room.report) ?? [])
      : [],
  );
}

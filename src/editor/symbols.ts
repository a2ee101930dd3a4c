/*
 * What bears a name in a model, and where each of these names is written. One walk over the trees finds every place; hover,
 * definition, references, rename and highlights only look in the table it makes.
 */
import { placeIn, type Place } from "../base/place.ts";
import type { Declaration } from "../model/declarations.ts";
import { partOf, type Owner, type PartKind } from "../model/owners.ts";
import type { Bindings } from "../model/room.ts";
import type { Thing } from "../model/problems.ts";
import type * as tree from "../syntax/tree.ts";
import type { Id } from "../model/reference.ts";

export type SymbolKind = Thing | "parameter" | "code value" | "import" | "measure" | "choice";

/** Something with a name, known by the place where the name is given. */
export interface NamedSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** Where the name is given. */
  readonly place: Place;
  /** The whole of what bears it. */
  readonly node: tree.Node;
  /** The system, environment or population that it is a part of. */
  readonly owner?: { readonly id: Id; readonly name: string } | undefined;
  readonly id?: Id | undefined;
}

/** A place where the name of something is written: as its own, or as an import calls it. */
export interface Occurrence {
  readonly place: Place;
  readonly symbol: NamedSymbol;
  readonly role: "definition" | "reference";
  /** What stands there. */
  readonly written: string;
}

/** Two symbols are one if their names are given at one place. */
export function keyOf({ place }: NamedSymbol): string {
  return `${place.file}\n${place.start}`;
}

export interface Symbols {
  readonly ofDeclaration: (declaration: Declaration) => NamedSymbol;
  readonly ofPart: (owner: Owner, name: string, ...kinds: readonly PartKind[]) => NamedSymbol | undefined;
  readonly ofValue: (owner: Owner, name: string) => NamedSymbol | undefined;
}

/** The nodes that bear the parts of an owner, with the file in which each stands. */
function partNodes(owner: Owner): readonly { readonly node: tree.Node; readonly file: string }[] {
  return owner.kind === "system"
    ? owner.members.map(({ node, file }) => ({ node, file: file.name }))
    : owner.items.map((node) => ({ node, file: owner.declaration.file.name }));
}

export function createSymbols(bindings: Bindings): Symbols {
  const nodes = new Map<Owner, ReadonlyMap<number, { readonly node: tree.Node; readonly file: string }>>();
  const nodesOf = (owner: Owner) => {
    let found = nodes.get(owner);
    if (found === undefined) {
      found = new Map(
        partNodes(owner).flatMap((one) => {
          const name = "name" in one.node ? (one.node.name as tree.Node | undefined) : undefined;
          return name === undefined ? [] : [[name.start, one] as const];
        }),
      );
      nodes.set(owner, found);
    }
    return found;
  };
  return {
    ofDeclaration: (declaration) => ({
      kind: declaration.what,
      name: declaration.name,
      place: declaration.namePlace,
      node: declaration.node,
      id: bindings.ids.get(declaration),
    }),
    ofPart(owner, name, ...kinds) {
      const part = partOf(owner, name, ...kinds);
      if (part === undefined) return undefined;
      const node = nodesOf(owner).get(part.place.start)?.node ?? owner.node;
      return {
        kind: part.kind,
        name,
        place: part.place,
        node,
        owner: { id: owner.id, name: owner.named.name },
      };
    },
    ofValue(owner, name) {
      for (const { node, file } of partNodes(owner)) {
        if (node.kind !== "Code") continue;
        for (const value of node.values) {
          if (value.name.kind !== "Name" || value.name.text !== name) continue;
          return {
            kind: "code value",
            name,
            place: placeIn(file, value.name),
            node: value,
            owner: { id: owner.id, name: owner.named.name },
          };
        }
      }
      return undefined;
    },
  };
}

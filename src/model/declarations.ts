/* What files declare, and the namespaces that this and their imports make. */
import { placeIn } from "../base/place.ts";
import type { Place } from "../base/place.ts";
import { unreachable } from "../base/unreachable.ts";
import type * as tree from "../syntax/tree.ts";
import type { LoadedFile, LoadedImport } from "./loaded.ts";
import type { Named, Thing } from "./problems.ts";

export type DeclarationNode = Exclude<tree.Declaration, tree.Extend>;

/** Stands for a name that is missing, as has been reported: no name can be written so. */
export const unnamed = "…";

/** A declaration at the top of a file. */
export interface Declaration {
  readonly node: DeclarationNode;
  readonly name: string;
  readonly what: Thing;
  readonly file: LoadedFile;
  readonly namePlace: Place;
}

/** An import that binds names: an item, or a whole file. */
export interface ImportUse {
  readonly statement: LoadedImport;
  readonly item?: tree.ImportItem | undefined;
  /** What a misspelt item is taken for, so that it is reported once and not wherever it is used. */
  readonly meant?: string | undefined;
}

export type Binding =
  | { readonly kind: "declaration"; readonly declaration: Declaration; readonly by?: ImportUse | undefined }
  | {
      readonly kind: "alias";
      readonly named: Named;
      readonly declared: ReadonlyMap<string, Declaration>;
      readonly by: ImportUse;
    }
  /** Imported in vain, as has been reported. */
  | { readonly kind: "lost" };

export interface FileScope {
  readonly file: LoadedFile;
  /** All that the file declares, in order. */
  readonly declarations: readonly Declaration[];
  readonly extends: readonly tree.Extend[];
  /** What others can import: the first declaration of each name. */
  readonly declared: ReadonlyMap<string, Declaration>;
  readonly names: ReadonlyMap<string, Binding>;
  /** What the imported items refer to, in so far as nothing else bears its name: it comes with them. */
  readonly referred: () => ReadonlyMap<string, Binding>;
  readonly uses: readonly ImportUse[];
  /** An import of a whole file failed, or a declaration lacks its name: any name may be meant by it. */
  readonly lenient: boolean;
}

/** What a name stands for in a file. */
export function bindingOf({ names, referred }: FileScope, name: string): Binding | undefined {
  return names.get(name) ?? referred().get(name);
}

export function thingOf(node: DeclarationNode): Thing {
  switch (node.kind) {
    case "System":
      return node.systemKind;
    case "Society":
      return "society";
    case "Environment":
      return "environment";
    case "Population":
      return "population";
    case "Coupling":
      return "coupling";
    case "Regulation":
      return "regulation";
    case "Scenario":
      return "scenario";
    case "Property":
      return "property";
    case "Experiment":
      return "experiment";
    default:
      return unreachable(node);
  }
}

export function namedDeclaration(declaration: Declaration): Named {
  return { name: declaration.name, what: declaration.what, place: declaration.namePlace };
}

/** Whether something lacks its name, as has been reported: where a name is looked for, it may be the one. */
export function isNameless(node: object): boolean {
  if ("values" in node && Array.isArray(node.values))
    return node.values.some((value: object) => isNameless(value));
  return "name" in node && (node.name as tree.Name | tree.Missing).kind === "Missing";
}

/** What a file declares, before anything is imported. */
export interface Declarations {
  readonly declarations: readonly Declaration[];
  readonly extends: readonly tree.Extend[];
  readonly declared: ReadonlyMap<string, Declaration>;
}

export function declarationsOf(file: LoadedFile): Declarations {
  const declarations: Declaration[] = [];
  const extensions: tree.Extend[] = [];
  const declared = new Map<string, Declaration>();
  let unnamedSoFar = 0;
  for (const node of file.parsed.tree.items) {
    switch (node.kind) {
      case "ImportFile":
      case "ImportNames":
      case "Bibliography":
        break;
      case "Extend":
        extensions.push(node);
        break;
      default: {
        const name = node.name.kind === "Missing" ? `${unnamed}${unnamedSoFar++ || ""}` : node.name.text;
        const namePlace = placeIn(file.name, node.name);
        const declaration = { node, name, what: thingOf(node), file, namePlace };
        declarations.push(declaration);
        if (!declared.has(name)) declared.set(name, declaration);
      }
    }
  }
  return { declarations, extends: extensions, declared };
}

/** An `extend`, and the file in which it stands. */
export interface Extension {
  readonly node: tree.Extend;
  readonly scope: FileScope;
}

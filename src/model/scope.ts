/*
 * Binds the names of a file: what it declares and imports, in one namespace. Nothing is looked up yet.
 */
import { nearest } from "../base/near.ts";
import { placeIn } from "../base/place.ts";
import type { Place } from "../base/place.ts";
import { declarationsOf, isNameless, namedDeclaration } from "./declarations.ts";
import type { Binding, Declaration, Declarations, FileScope, ImportUse } from "./declarations.ts";
import type { LoadedFile, LoadedImport } from "./loaded.ts";
import type { Named } from "./problems.ts";
import { referredBy } from "./referred.ts";
import type { Report } from "./report.ts";
import { importSurroundings } from "./surroundings.ts";

/**
 * The namespace of a file, from its own declarations and those of the files it imports. `scopes` are those of all
 * files, looked at only when it is asked what imported items refer to.
 */
export function scopeOf(
  file: LoadedFile,
  all: ReadonlyMap<string, Declarations>,
  scopes: ReadonlyMap<string, FileScope>,
  report: Report,
): FileScope {
  const own = all.get(file.name) ?? declarationsOf(file);
  const names = new Map<string, Binding>();
  /** Names given to things of two kinds. */
  const contested = new Set<string>();
  const uses: ImportUse[] = [];
  const misspelt: { readonly by: ImportUse; readonly declaration: Declaration }[] = [];
  let lenient = false;

  function bind(name: string, place: Place, binding: Binding): void {
    const first = names.get(name);
    if (first === undefined || first.kind === "lost") {
      names.set(name, binding);
      return;
    }
    if (binding.kind === "lost") return;
    const same =
      first.kind === "declaration" &&
      binding.kind === "declaration" &&
      first.declaration === binding.declaration;
    if (same) return;
    if (kindOf(first) !== kindOf(binding)) contested.add(name);
    report.add({
      check: "duplicate_name",
      place,
      facts: {
        name,
        what: binding.kind === "alias" ? "import" : binding.declaration.what,
        first: first.kind === "alias" ? first.named : namedDeclaration(first.declaration),
        by: binding.kind === "declaration" && binding.by === undefined ? "declaration" : "import",
        second:
          binding.kind === "declaration" && binding.by !== undefined
            ? binding.declaration.namePlace
            : undefined,
      },
    });
    // What the file says itself counts more than what it brings in: references are meant for it.
    const ownOverImported =
      binding.kind === "declaration" &&
      binding.by === undefined &&
      !(first.kind === "declaration" && first.by === undefined);
    if (ownOverImported) names.set(name, binding);
  }

  function bindImport(statement: LoadedImport): void {
    const { node, targets } = statement;
    const declared = declaredIn(targets, all);
    if (node.kind === "ImportNames") {
      for (const item of node.items) {
        if (item.name.kind === "Missing") {
          lenient = true;
          continue;
        }
        const local = item.alias ?? item.name;
        const declaration = declared.get(item.name.text);
        if (declaration !== undefined) {
          const by = { statement, item };
          uses.push(by);
          bind(local.text, placeIn(file.name, local), { kind: "declaration", declaration, by });
          continue;
        }
        bind(local.text, placeIn(file.name, local), { kind: "lost" });
        if (targets.length === 0) continue;
        const [meant] = nearest(item.name.text, declared.keys(), { limit: 1 });
        const taken = item.alias === undefined && meant !== undefined ? declared.get(meant) : undefined;
        if (taken !== undefined) misspelt.push({ by: { statement, item, meant }, declaration: taken });
        report.unknownName({
          name: item.name.text,
          place: placeIn(file.name, item.name),
          wanted: ["declaration"],
          owner: { name: statement.specifier, what: "import" },
          scope: file.name,
          surroundings: importSurroundings(item.name.text, declared, targets, all),
        });
      }
      return;
    }
    if (targets.length === 0) {
      if (node.alias === undefined) lenient = true;
      else bind(node.alias.text, placeIn(file.name, node.alias), { kind: "lost" });
      return;
    }
    const by = { statement };
    uses.push(by);
    if (node.alias !== undefined) {
      const place = placeIn(file.name, node.alias);
      const named: Named = { name: node.alias.text, what: "import", place };
      bind(node.alias.text, place, { kind: "alias", named, declared, by });
      return;
    }
    for (const declaration of declared.values()) {
      if (isNameless(declaration.node)) lenient = true;
      else bind(declaration.name, statement.place, { kind: "declaration", declaration, by });
    }
  }

  const imports = new Map(file.imports.map((statement) => [statement.node, statement]));
  const declarations = new Map(own.declarations.map((declaration) => [declaration.node, declaration]));
  for (const node of file.parsed.tree.items) {
    if (node.kind === "ImportFile" || node.kind === "ImportNames") {
      const statement = imports.get(node);
      if (statement !== undefined) bindImport(statement);
    } else if (node.kind !== "Extend" && node.kind !== "Bibliography") {
      const declaration = declarations.get(node);
      if (declaration === undefined || isNameless(node)) lenient = true;
      else bind(declaration.name, declaration.namePlace, { kind: "declaration", declaration });
    }
  }
  // Which of the two is meant where the name is used, nobody can tell; what would follow from either is not reported.
  for (const name of contested) names.set(name, { kind: "lost" });
  for (const { by, declaration } of misspelt) {
    if (names.has(declaration.name)) continue;
    uses.push(by);
    names.set(declaration.name, { kind: "declaration", declaration, by });
  }
  return {
    file,
    declarations: own.declarations,
    extends: own.extends,
    declared: own.declared,
    names,
    referred: referredBy(names, scopes),
    uses,
    lenient,
  };
}

/** What can stand for each other where a name is used: two systems can, a system and a society cannot. */
function kindOf(binding: Binding): string {
  return binding.kind === "declaration" ? binding.declaration.node.kind : binding.kind;
}

function declaredIn(
  targets: readonly string[],
  all: ReadonlyMap<string, Declarations>,
): ReadonlyMap<string, Declaration> {
  const [only] = targets;
  if (only === undefined) return new Map();
  if (targets.length === 1) return all.get(only)?.declared ?? new Map();
  return new Map(targets.flatMap((target) => [...(all.get(target)?.declared ?? [])]));
}

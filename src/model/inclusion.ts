/*
 * What of the files belongs to the model. The entry brings in all it declares, and so does every file imported as a
 * whole; a list of items brings in these declarations and what they refer to. What extends a system of the model
 * belongs to it, in whichever file it stands.
 */
import { peek } from "./paths.ts";
import { isRun, referencesOf, referencesOfBody, scenarioOf } from "./references.ts";
import type { Declaration, Extension, FileScope } from "./declarations.ts";

export interface Inclusion {
  /** In the order of the files, then of the text; of two declarations of one name in a file the first. */
  readonly declarations: readonly Declaration[];
  readonly extensions: ReadonlyMap<Declaration, readonly Extension[]>;
  /** What declares a system of the same name in the same file once more. */
  readonly twins: ReadonlyMap<Declaration, readonly Declaration[]>;
  /** The entry, and the files imported as a whole by it or by one of these. */
  readonly wholeFiles: ReadonlySet<string>;
}

export function include(files: ReadonlyMap<string, FileScope>, entry: string): Inclusion {
  const included = new Set<Declaration>();
  const followed = new Set<Declaration>();
  const wholeFiles = new Set<string>();
  const pending: Declaration[] = [];
  const extensions = extensionsBySystem(files);

  function want(declaration: Declaration | undefined): void {
    if (declaration === undefined) return;
    included.add(declaration);
    follow(declaration);
  }

  /** What it refers to is wanted. */
  function follow(declaration: Declaration): void {
    if (followed.has(declaration)) return;
    followed.add(declaration);
    pending.push(declaration);
  }

  const pendingFiles = [entry];
  for (let name = pendingFiles.pop(); name !== undefined; name = pendingFiles.pop()) {
    const scope = files.get(name);
    if (scope === undefined || wholeFiles.has(name)) continue;
    wholeFiles.add(name);
    for (const declaration of scope.declared.values()) {
      if (name === entry || !isRun(declaration)) want(declaration);
    }
    for (const { statement, item, meant } of scope.uses) {
      if (item === undefined) {
        for (const target of statement.targets) pendingFiles.push(target);
      } else if (item.name.kind === "Name") {
        for (const target of statement.targets) {
          const declaration = files.get(target)?.declared.get(meant ?? item.name.text);
          if (declaration === undefined) continue;
          // A scenario of another file is not run; what it refers to comes with it all the same.
          if (isRun(declaration)) follow(declaration);
          else want(declaration);
        }
      }
    }
  }

  for (let declaration = pending.pop(); declaration !== undefined; declaration = pending.pop()) {
    const scope = files.get(declaration.file.name);
    if (scope === undefined) continue;
    // What a file imported as a whole can name is there already, except for scenarios of others.
    const paths = wholeFiles.has(declaration.file.name)
      ? scenarioOf(declaration.node)
      : referencesOf(declaration.node);
    for (const path of paths) want(peek(scope, path)?.declaration);
    for (const extension of extensions.get(declaration) ?? []) {
      for (const path of referencesOfBody(extension.node.body)) {
        want(peek(extension.scope, path)?.declaration);
      }
    }
  }

  return {
    declarations: [...files.values()].flatMap((scope) =>
      [...scope.declared.values()].filter((declaration) => included.has(declaration)),
    ),
    extensions,
    twins: twinsOf(files),
    wholeFiles,
  };
}

function extensionsBySystem(files: ReadonlyMap<string, FileScope>): ReadonlyMap<Declaration, Extension[]> {
  const extensions = new Map<Declaration, Extension[]>();
  for (const scope of files.values()) {
    for (const node of scope.extends) {
      const found = node.target.kind === "Missing" ? undefined : peek(scope, node.target);
      if (found === undefined || found.rest.length > 0) continue;
      const others = extensions.get(found.declaration);
      if (others === undefined) extensions.set(found.declaration, [{ node, scope }]);
      else others.push({ node, scope });
    }
  }
  return extensions;
}

function twinsOf(files: ReadonlyMap<string, FileScope>): ReadonlyMap<Declaration, Declaration[]> {
  const twins = new Map<Declaration, Declaration[]>();
  for (const scope of files.values()) {
    for (const declaration of scope.declarations) {
      const first = scope.declared.get(declaration.name);
      if (first === undefined || first === declaration) continue;
      const others = twins.get(first);
      if (others === undefined) twins.set(first, [declaration]);
      else others.push(declaration);
    }
  }
  return twins;
}

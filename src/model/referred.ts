/*
 * What comes with an imported item: a list of items brings in these declarations and what they refer to (LANGUAGE,
 * "Files"). It comes under its own name, and gives way to whatever the file declares or imports under that name.
 */
import type { Binding, Declaration, FileScope } from "./declarations.ts";
import { peek } from "./paths.ts";
import { referencesOf } from "./references.ts";

type Names = ReadonlyMap<string, Binding>;

const none: Names = new Map();

/** What the items among the names refer to, worked out when it is first asked for. */
export function referredBy(names: Names, scopes: ReadonlyMap<string, FileScope>): () => Names {
  let known: Names | undefined;
  let asked = false;
  return () => {
    if (known !== undefined) return known;
    // Files that import each other in a circle (which is reported) ask each other.
    if (asked) return none;
    asked = true;
    known = gather(names, scopes);
    return known;
  };
}

function gather(names: Names, scopes: ReadonlyMap<string, FileScope>): Names {
  const referred = new Map<string, Binding>();
  for (const binding of names.values()) {
    if (binding.kind !== "declaration" || binding.by?.item === undefined) continue;
    for (const declaration of closureOf(binding.declaration, scopes)) {
      const { name } = declaration;
      if (names.has(name)) continue;
      const other = referred.get(name);
      // Two of one name: neither is meant more than the other.
      if (other?.kind === "declaration" && other.declaration !== declaration) {
        referred.set(name, { kind: "lost" });
      } else if (other === undefined) {
        referred.set(name, { kind: "declaration", declaration, by: binding.by });
      }
    }
  }
  return new Map([...referred].filter(([, { kind }]) => kind !== "lost"));
}

/** What a declaration refers to, what that refers to, and so on. */
function closureOf(from: Declaration, scopes: ReadonlyMap<string, FileScope>): ReadonlySet<Declaration> {
  const found = new Set([from]);
  for (const declaration of found) {
    const scope = scopes.get(declaration.file.name);
    if (scope === undefined) continue;
    for (const path of referencesOf(declaration.node)) {
      const referred = peek(scope, path)?.declaration;
      if (referred !== undefined) found.add(referred);
    }
  }
  return found;
}

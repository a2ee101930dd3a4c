/* What is worth saying of an unknown name: near names of the kind that fits, and where the name does exist. */
import { nearest } from "../base/near.ts";
import { placeIn } from "../base/place.ts";
import type { Place } from "../base/place.ts";
import { isCanonicalSystem } from "./canon/systems.ts";
import type { LoadedFile } from "./loaded.ts";
import type { Named, Thing, UnknownNameFacts, Wanted } from "./problems.ts";
import type { Surroundings } from "./report.ts";
import { namedDeclaration } from "./declarations.ts";
import type { Binding, Declaration, Declarations, FileScope } from "./declarations.ts";

/** Up to so many names are listed in full. */
export const few = 12;

const systemKinds: ReadonlySet<Thing> = new Set<Thing>([
  "function system",
  "organization",
  "interaction",
  "movement",
  "psychic system",
  "machine",
]);

/** Whether a thing is one of those wanted. */
export function fits(what: Thing, wanted: readonly Wanted[]): boolean {
  return wanted.some(
    (one) => one === what || one === "declaration" || (one === "system" && systemKinds.has(what)),
  );
}

/** The nearest of `candidates` to a name, and all of them if they are few. */
export function among(
  name: string,
  candidates: Iterable<Named>,
): { readonly near: readonly Named[]; readonly known: readonly Named[] } {
  const byName = new Map<string, Named>();
  for (const candidate of candidates) {
    if (!byName.has(candidate.name)) byName.set(candidate.name, candidate);
  }
  const near = nearest(name, byName.keys()).flatMap((one) => byName.get(one) ?? []);
  return { near, known: byName.size <= few ? [...byName.values()] : [] };
}

/** The same where what comes before the last dot is no part of what may have been mistyped. */
function amongLast(name: string, candidates: readonly Named[]): ReturnType<typeof among> {
  const byLast = new Map<string, Named>();
  for (const candidate of candidates) {
    const last = lastName(candidate.name);
    if (!byLast.has(last)) byLast.set(last, candidate);
  }
  const near = nearest(name, byLast.keys()).flatMap((one) => byLast.get(one) ?? []);
  return { near, known: among(name, candidates).known };
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** For `import NAME from FILE` where FILE does not declare NAME. */
export function importSurroundings(
  name: string,
  declared: ReadonlyMap<string, Declaration>,
  targets: readonly string[],
  all: ReadonlyMap<string, Declarations>,
): () => Surroundings {
  return () => {
    const elsewhere: Named[] = [];
    for (const [file, declarations] of all) {
      const declaration = targets.includes(file) ? undefined : declarations.declared.get(name);
      if (declaration !== undefined) elsewhere.push(namedDeclaration(declaration));
    }
    return { ...among(name, [...declared.values()].map(namedDeclaration)), elsewhere };
  };
}

function namedBinding(name: string, binding: Binding): Named | undefined {
  switch (binding.kind) {
    case "lost":
      return undefined;
    case "alias":
      return binding.named;
    case "declaration":
      return { ...namedDeclaration(binding.declaration), name };
  }
}

/** What a file can name, of the kinds wanted, as it names it. */
function namedIn(scope: FileScope, wanted: readonly Wanted[]): readonly Named[] {
  const candidates: Named[] = [];
  for (const [visible, binding] of [...scope.names, ...scope.referred()]) {
    const named = namedBinding(visible, binding);
    if (named !== undefined && fits(named.what, wanted)) candidates.push(named);
    if (binding.kind !== "alias") continue;
    for (const declaration of binding.declared.values()) {
      if (!fits(declaration.what, wanted)) continue;
      candidates.push({ ...namedDeclaration(declaration), name: `${visible}.${declaration.name}` });
    }
  }
  return candidates;
}

/** By whatever alias an import has, the declaration of this very name: it is this that was meant. */
function underAlias(name: string, candidates: readonly Named[]): readonly Named[] {
  return candidates.filter((candidate) => candidate.name !== name && lastName(candidate.name) === name);
}

/**
 * For the name of a declaration that a file neither declares nor imports. `next` is the name that follows it after a
 * dot: the first may then be the alias of an import, misspelt.
 */
export function topSurroundings(
  name: string,
  wanted: readonly Wanted[],
  scope: FileScope,
  files: ReadonlyMap<string, FileScope>,
  next?: string,
): Surroundings {
  const candidates = namedIn(scope, wanted);
  const meant = underAlias(name, candidates);
  const aliases = next === undefined ? [] : aliasesDeclaring(scope, next);
  const { near, known } = amongLast(name, [...aliases, ...candidates]);
  const visible = new Set(candidates.map(({ place }) => place && placeKey(place)));
  const elsewhere: Named[] = [];
  for (const other of files.values()) {
    const declaration = other === scope ? undefined : other.declared.get(name);
    if (declaration === undefined || !fits(declaration.what, wanted)) continue;
    if (!visible.has(placeKey(declaration.namePlace))) elsewhere.push(namedDeclaration(declaration));
  }
  return {
    near: [...meant, ...near],
    known,
    elsewhere,
    importable: meant.length > 0 ? undefined : importable(name, wanted, scope, files),
  };
}

/** The imports, under their aliases, that declare something of this name. */
function aliasesDeclaring({ names }: FileScope, declared: string): readonly Named[] {
  return [...names.values()].flatMap((binding) =>
    binding.kind === "alias" && binding.declared.has(declared) ? [binding.named] : [],
  );
}

function placeKey({ file, start }: Place): string {
  return `${start} ${file}`;
}

/** The import that would bring a name in: from a file that is imported in part, or from the canon. */
function importable(
  name: string,
  wanted: readonly Wanted[],
  scope: FileScope,
  files: ReadonlyMap<string, FileScope>,
): UnknownNameFacts["importable"] {
  const insertAt = importPlace(scope.file);
  for (const { specifier, targets } of scope.file.imports) {
    const declaration = targets.map((target) => files.get(target)?.declared.get(name)).find(Boolean);
    if (declaration !== undefined && fits(declaration.what, wanted)) return { specifier, insertAt };
  }
  if (!isCanonicalSystem(name) || !fits("function system", wanted)) return undefined;
  return { specifier: "canon", insertAt };
}

/** Where an import can be put, on a line of its own before what stands there. */
function importPlace(file: LoadedFile): Place {
  const first = file.parsed.tree.items[0];
  const end = file.parsed.source.text.length;
  const start = first === undefined ? end : Math.min(first.start, first.doc?.start ?? first.start);
  return placeIn(file.name, { start, end: start });
}

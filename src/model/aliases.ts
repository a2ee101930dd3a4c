/* How a file calls what it does not call by its own name: after `import law as recht`, `law` is `recht` there. */
import { laterOf } from "../base/later.ts";
import type { Place } from "../base/place.ts";
import type { Problem } from "../diagnostics/define.ts";
import type { Declaration, FileScope } from "./declarations.ts";
import type { Alias } from "./model.ts";
import type { Id } from "./reference.ts";
import type { Room } from "./room.ts";

/** What a file can name under aliases alone, with the first of these; one of its own goes before one of its file. */
function aliasesIn({ names }: FileScope): ReadonlyMap<Declaration, string> {
  const aliases = new Map<Declaration, string>();
  const own = new Set<Declaration>();
  const call = (declaration: Declaration, name: string): void => {
    if (name === declaration.name) own.add(declaration);
    else if (!aliases.has(declaration)) aliases.set(declaration, name);
  };
  for (const [name, binding] of names) {
    if (binding.kind === "declaration") call(binding.declaration, name);
  }
  for (const [name, binding] of names) {
    if (binding.kind !== "alias") continue;
    for (const declaration of binding.declared.values()) call(declaration, `${name}.${declaration.name}`);
  }
  for (const declaration of own) aliases.delete(declaration);
  return aliases;
}

/** What of the model a file calls otherwise than by its own name. */
export function aliasesOf({ ids }: Room, scope: FileScope): readonly Alias[] {
  return [...aliasesIn(scope)].flatMap(([declaration, name]) => {
    const id = ids.get(declaration);
    return id === undefined ? [] : [{ id, name }];
  });
}

/** How one file calls what facts speak of. */
interface Called {
  readonly byPlace: ReadonlyMap<string, { readonly own: string; readonly called: string }>;
  readonly byId: ReadonlyMap<Id, string>;
}

/**
 * Tells problems in the names of the file in which they are found: facts are made with the names that things have
 * where they are declared.
 */
export function toldInFiles(room: Room): (problem: Problem) => Problem {
  const called = laterOf((file: string) => {
    const scope = room.files.get(file);
    return scope && calledIn(room, scope);
  });
  return (problem) => {
    const names = called(problem.place.file);
    return names === undefined || names.byPlace.size === 0
      ? problem
      : { ...problem, facts: told(problem.facts, names) };
  };
}

function calledIn(room: Room, scope: FileScope): Called {
  const aliases = [...aliasesIn(scope)];
  return {
    byPlace: new Map(
      aliases.map(([{ name, namePlace }, called]) => [placeKey(namePlace), { own: name, called }]),
    ),
    byId: new Map(aliasesOf(room, scope).map(({ id, name }) => [id, name])),
  };
}

/** The same facts, with each `Named` in them called as the file calls it. */
function told(value: unknown, names: Called): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => told(one, names));
  if (typeof value !== "object" || value === null) return value;
  const retold = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, told(one, names)]));
  return { ...retold, ...calledAnew(value, names) };
}

function calledAnew(value: object, { byPlace, byId }: Called): { name?: string; owner?: string } {
  if (!("name" in value) || typeof value.name !== "string" || !("what" in value)) return {};
  const { name } = value;
  if ("ownerId" in value && typeof value.ownerId === "string") {
    const owner = byId.get(value.ownerId);
    const own = "owner" in value && typeof value.owner === "string" ? value.owner : "";
    if (owner === undefined) return {};
    // In full: `economy.price`.
    return name.startsWith(`${own}.`) ? { name: owner + name.slice(own.length), owner } : { owner };
  }
  const declared = "place" in value && isPlace(value.place) ? byPlace.get(placeKey(value.place)) : undefined;
  return declared !== undefined && name === declared.own ? { name: declared.called } : {};
}

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "file" in value && "start" in value;
}

function placeKey({ file, start }: Place): string {
  return `${start} ${file}`;
}

import type { Place } from "../../base/place.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import { canonicalCodes, canonicalSystems } from "../../model/canon/systems.ts";
import type { Clause, Program, System } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";
import { isSound, primaryCode, valueOnSameSide, valuesOf, valuesOpenTo } from "./codes.ts";
import { allClauses, undecided } from "./programs.ts";
import { isWrittenIn } from "./systems.ts";

/** A clause that designates what is no value of its system's code. */
export interface MisplacedValue {
  readonly system: System;
  readonly program: Program;
  readonly clause: Clause;
  readonly value: string;
  readonly place: Place;
  /** Whose code has the value; undefined if it is nobody's. */
  readonly owner: ValueOwner | undefined;
  /** The system from which `like` has copied the clause, and which may designate the value. */
  readonly copiedFrom: System | undefined;
}

export interface ValueOwner {
  readonly name: string;
  /** Undefined for a system of the canon that the model does not have. */
  readonly id: Id | undefined;
  /** The value of the system's own code on the same side. */
  readonly sameSide: string | undefined;
}

/** Every clause that designates what is not its system's to designate; systems without a sound code are left out. */
export function* misplacedValues(context: CheckContext): Generator<MisplacedValue> {
  let owners: ReadonlyMap<string, readonly System[]> | undefined;
  for (const system of context.model.systems) {
    if (system.programs.length === 0 || system.codes.length === 0 || !system.codes.every(isSound)) continue;
    const open = valuesOpenTo(system, context);
    for (const program of system.programs) {
      const origin = isWrittenIn(system, program) ? undefined : writtenIn(system, program, context);
      const like = origin === undefined ? undefined : system.like?.place;
      if (!isWrittenIn(system, program) && like === undefined) continue;
      for (const clause of program.clauses) {
        const value = clause.value;
        if (value === undefined || value.text === undecided) continue;
        if (open.has(value.text)) continue;
        // What is not the original's to designate either is reported there.
        if (origin !== undefined && !valuesOpenTo(origin, context).has(value.text)) continue;
        owners ??= systemsByValue(context);
        yield {
          system,
          program,
          clause,
          value: value.text,
          place: like ?? value.place,
          copiedFrom: origin,
          owner: ownerOf(value.text, system, owners),
        };
      }
    }
  }
}

/** The system that wrote the program which `like` has copied, by way of others perhaps. */
function writtenIn(system: System, program: Program, { index }: CheckContext): System | undefined {
  const passed = new Set([system]);
  let next = system.like && index.system(system.like.id);
  while (next !== undefined && !passed.has(next)) {
    if (isWrittenIn(next, program)) return next;
    passed.add(next);
    next = next.like && index.system(next.like.id);
  }
  return undefined;
}

/** The system whose code has the value: one of the model, else, for a function system, one of the canon. */
function ownerOf(
  value: string,
  system: System,
  systems: ReadonlyMap<string, readonly System[]>,
): ValueOwner | undefined {
  const own = primaryCode(system);
  const owners = systems.get(value) ?? [];
  const owner = owners.find((other) => other.systemKind === "function system") ?? owners[0];
  if (owner !== undefined) {
    const code = owner.codes.find((each) => each.values.some(({ name }) => name === value));
    const sameSide = own && code && valueOnSameSide(code, value, own)?.name;
    return { name: owner.name, id: owner.id, sameSide };
  }
  if (system.systemKind !== "function system") return undefined;
  const canonical = canonicalSystems.find((name) => canonicalCodes[name].includes(value));
  if (canonical === undefined) return undefined;
  return {
    name: canonical,
    id: undefined,
    sameSide: own?.values[canonicalCodes[canonical].indexOf(value)]?.name,
  };
}

/** The systems whose code has a value, by value. */
function systemsByValue({ model }: CheckContext): ReadonlyMap<string, readonly System[]> {
  const systems = new Map<string, System[]>();
  for (const system of model.systems) {
    for (const { name } of valuesOf(system)) {
      const known = systems.get(name);
      if (known === undefined) systems.set(name, [system]);
      else known.push(system);
    }
  }
  return systems;
}

/** The edits that let the clauses of a system designate other values, side by side: the first for the first. */
export function valuesRenamed(
  system: System,
  from: readonly string[],
  to: readonly string[],
): readonly Edit[] {
  return allClauses(system).flatMap(({ program, clause: { value } }) => {
    const text = value === undefined ? undefined : to[from.indexOf(value.text)];
    if (value === undefined || text === undefined || !isWrittenIn(system, program)) return [];
    return [{ place: value.place, text }];
  });
}

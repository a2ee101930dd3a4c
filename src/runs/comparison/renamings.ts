/* What may only have another name: a thing in one model alone and one in the other that say the same of themselves. */
import { shelfOf, type Described } from "./described.ts";
import type { Renaming } from "./difference.ts";

/**
 * Proposes renamings, of things of one owner. A thing that says nothing of itself is like too many others; and where several could
 * be meant, nobody can tell which.
 */
export function renamingsOf(left: Described, right: Described, owner = ""): readonly Renaming[] {
  const found: Renaming[] = [];
  const [onlyLeft, onlyRight] = [missing(left, right), missing(right, left)];
  for (const one of onlyLeft) {
    const body = bodyOf(one);
    if (body === undefined) continue;
    const others = onlyRight.filter((other) => bodyOf(other) === body);
    const rivals = onlyLeft.filter((other) => bodyOf(other) === body);
    const [other] = others;
    if (other !== undefined && others.length === 1 && rivals.length === 1)
      found.push({ of: one.kind, owner, from: one.name, to: other.name });
  }
  for (const part of left.parts) {
    const same = right.parts.find((other) => isSame(part, other));
    if (same !== undefined) found.push(...renamingsOf(part, same, part.name));
  }
  return found;
}

function missing(from: Described, other: Described): readonly Described[] {
  return from.parts.filter((part) => part.name !== "" && !other.parts.some((one) => isSame(part, one)));
}

function isSame(one: Described, other: Described): boolean {
  return one.name !== "" && one.name === other.name && shelfOf(one.kind) === shelfOf(other.kind);
}

/** What a thing says of itself, its own name left out; undefined if that is nothing but its kind. */
function bodyOf(described: Described): string | undefined {
  const { kind, name } = described;
  const sayings = sayingsOf(described);
  if (sayings.length === 0 || !told.has(kind)) return undefined;
  return JSON.stringify([kind, sayings]).replaceAll(`${name}.`, "\u0000.");
}

function sayingsOf({ facts, parts, kind }: Described): readonly unknown[] {
  const own = facts
    .filter(({ name, text }) => name !== "kind" || text !== kind)
    .map(({ name, text }) => [name, text]);
  return [...own, ...parts.map((part) => [part.kind, part.name, ...sayingsOf(part)])];
}

/** Kinds that can be renamed: not those whose name is made of what they stand in. */
const told: ReadonlySet<Described["kind"]> = new Set<Described["kind"]>([
  "society",
  "function system",
  "organization",
  "interaction",
  "movement",
  "psychic system",
  "machine",
  "environment",
  "population",
  "coupling",
  "regulation",
  "scenario",
  "property",
  "experiment",
  "medium",
  "role",
  "sensitivity",
  "operation",
  "parameter",
  "expectation",
  "program",
  "limit",
  "quantity",
  "event",
  "measure",
]);

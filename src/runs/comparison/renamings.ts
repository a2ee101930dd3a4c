/* What may only have another name: a thing in one model alone and one in the other that say the same of themselves. */
import { shelfOf, type Described } from "./described.ts";
import type { Renaming } from "./difference.ts";

/** Names that have been found to stand for each other, by those of the first. */
type Names = ReadonlyMap<string, string>;

/** So often what has been found is taken for granted, to see what else says the same then. */
const mostRounds = 8;

/**
 * Proposes renamings, of things of one owner. Where several could be meant, nobody can tell which. What could be said
 * of many others, as it is of most operations, is no proof: such a thing is proposed only if something that speaks of it
 * says the same with the other name.
 */
export function renamingsOf(left: Described, right: Described): readonly Renaming[] {
  const found: Renaming[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const names = new Map(found.map(({ from, to }) => [from, to]));
    const isKnown = (one: Renaming): boolean =>
      found.some(({ of, owner, from }) => of === one.of && owner === one.owner && from === one.from);
    const more = proposed(left, right, "", names).filter(({ renaming }) => !isKnown(renaming));
    const sayings = linesOf(right);
    const sure = more.filter(
      ({ isPlain, renaming }) => !isPlain || isBorneOut(left, sayings, names, renaming),
    );
    if (sure.length === 0) break;
    found.push(...sure.map(({ renaming }) => renaming));
  }
  return found;
}

interface Proposal {
  readonly renaming: Renaming;
  /** What it says of itself could be said of many others: a type, parameters, or nothing. */
  readonly isPlain: boolean;
}

function proposed(left: Described, right: Described, owner: string, names: Names): readonly Proposal[] {
  const found: Proposal[] = [];
  const [onlyLeft, onlyRight] = [missing(left, right), missing(right, left)];
  for (const one of onlyLeft) {
    const body = bodyOf(one, names);
    if (body === undefined) continue;
    const others = onlyRight.filter((other) => bodyOf(other) === body);
    const rivals = onlyLeft.filter((other) => bodyOf(other, names) === body);
    const [other] = others;
    if (other === undefined || others.length > 1 || rivals.length > 1) continue;
    const renaming = { of: one.kind, owner, from: one.name, to: other.name };
    found.push({ renaming, isPlain: plain.has(one.kind) || sayingsOf(one).length === 0 });
  }
  for (const part of left.parts) {
    const same = right.parts.find((other) => isSame(part, other));
    if (same !== undefined) found.push(...proposed(part, same, part.name, names));
  }
  return found;
}

/** Whether more than its own line is the same with the other name. */
function isBorneOut(
  left: Described,
  sayings: ReadonlySet<string>,
  names: Names,
  { from, to }: Renaming,
): boolean {
  const unlike = (known: Names): number =>
    [...linesOf(left, known)].filter((one) => !sayings.has(one)).length;
  return unlike(names) - unlike(new Map([...names, [from, to]])) > 1;
}

/** What each thing says, without what its parts say. */
function linesOf(described: Described, names: Names = new Map()): Set<string> {
  const { kind, name, facts, parts } = described;
  const own = JSON.stringify([kind, name, facts.map((fact) => [fact.name, fact.text])]);
  return new Set([renamed(own, names), ...parts.flatMap((part) => [...linesOf(part, names)])]);
}

/** A text with the other names. */
function renamed(text: string, names: Names): string {
  return names.size === 0 ? text : text.replace(/[\p{L}\p{N}\p{M}_]+/gu, (word) => names.get(word) ?? word);
}

function missing(from: Described, other: Described): readonly Described[] {
  return from.parts.filter((part) => part.name !== "" && !other.parts.some((one) => isSame(part, one)));
}

function isSame(one: Described, other: Described): boolean {
  return one.name !== "" && one.name === other.name && shelfOf(one.kind) === shelfOf(other.kind);
}

/** What a thing says of itself, its own name left out; undefined of a kind that has no name of its own. */
function bodyOf(described: Described, names: Names = new Map()): string | undefined {
  const { kind, name } = described;
  if (!told.has(kind)) return undefined;
  const body = JSON.stringify([kind, sayingsOf(described)]).replaceAll(`${name}.`, "\u0000.");
  return renamed(body, names);
}

function sayingsOf({ facts, parts, kind }: Described): readonly unknown[] {
  const own = facts
    .filter(({ name, text }) => name !== "kind" || text !== kind)
    .map(({ name, text }) => [name, text]);
  return [...own, ...parts.map((part) => [part.kind, part.name, ...sayingsOf(part)])];
}

const plain: ReadonlySet<Described["kind"]> = new Set<Described["kind"]>([
  "medium",
  "role",
  "sensitivity",
  "operation",
  "parameter",
  "expectation",
  "quantity",
  "event",
]);

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

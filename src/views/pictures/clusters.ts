/*
 * Which things of a very large model are coupled more closely with each other than with the rest: an overview shows each such
 * cluster as one box. Found by joining, again and again, the two whose joining adds most to the modularity (Clauset, Newman and
 * Moore 2004), by whole numbers alone, so that it is the same everywhere.
 */
import type { Id } from "../../model/reference.ts";

/** So many boxes can be told apart when there are lines between them. */
export const mostBoxes = 40;

/** So many lines between them can be followed. */
const mostLines = 80;

/** Of the lines between boxes those that stand for the most couplings, in their order; of as many, those that come first. */
export function strongest<Line>(lines: readonly Line[], strength: (line: Line) => number): readonly Line[] {
  const kept = new Set([...lines].sort((one, other) => strength(other) - strength(one)).slice(0, mostLines));
  return lines.filter((line) => kept.has(line));
}

/** That lines have been left out; nothing if none has. */
export function saidOfLines(all: number, shown: number): readonly string[] {
  return all === shown
    ? []
    : [`Of ${all} lines between the boxes only the ${shown} are drawn that stand for the most couplings.`];
}

export interface Clusters {
  /** Each with its members, those with the most couplings first; in the order of the things. */
  readonly clusters: readonly (readonly Id[])[];
  /** What is coupled with nothing, or in one cluster more than can be told apart. */
  readonly rest: readonly Id[];
}

/** `couplings`: the things that each of them joins. What is to stand `alone` is a cluster of its own. */
export function clustersOf(
  things: readonly Id[],
  couplings: readonly (readonly Id[])[],
  alone: ReadonlySet<Id> = new Set(),
): Clusters {
  const degrees = new Map<Id, number>();
  const links = linksBetween(things, couplings, degrees);
  const coupled = things.filter((id) => degrees.has(id) || alone.has(id));
  const joined = merged(coupled, links, degrees, alone);
  const bySize = [...joined].sort((one, other) => rank(other, alone) - rank(one, alone));
  const shown = new Set(bySize.slice(0, mostBoxes));
  const clusters = joined.filter((cluster) => shown.has(cluster));
  const inside = new Set(clusters.flat());
  const outside = things.filter((id) => !inside.has(id));
  // Where there is room, what is coupled with nothing stands for itself.
  const singles = outside.slice(0, Math.max(0, mostBoxes - clusters.length));
  const degreeOf = (id: Id): number => degrees.get(id) ?? 0;
  return {
    clusters: [
      ...clusters.map((ids) => [...ids].sort((one, other) => degreeOf(other) - degreeOf(one))),
      ...singles.map((id) => [id]),
    ],
    rest: outside.slice(singles.length),
  };
}

function rank(cluster: readonly Id[], alone: ReadonlySet<Id>): number {
  return cluster.some((id) => alone.has(id)) ? Infinity : cluster.length;
}

type Links = Map<Id, Map<Id, number>>;

/** How many couplings join two things; of those that join more, each pair of them. */
function linksBetween(
  things: readonly Id[],
  couplings: readonly (readonly Id[])[],
  degrees: Map<Id, number>,
): Links {
  const links: Links = new Map(things.map((id) => [id, new Map<Id, number>()]));
  for (const ends of couplings) {
    for (const one of ends)
      for (const other of ends) {
        const known = links.get(one);
        if (one === other || known === undefined || !links.has(other)) continue;
        known.set(other, (known.get(other) ?? 0) + 1);
        degrees.set(one, (degrees.get(one) ?? 0) + 1);
      }
  }
  return links;
}

/** Joins as long as that adds to the modularity, and then until there are few enough. Each is called by its first member. */
function merged(
  things: readonly Id[],
  links: Links,
  degreesOfThings: ReadonlyMap<Id, number>,
  alone: ReadonlySet<Id>,
): readonly (readonly Id[])[] {
  const members = new Map(things.map((id) => [id, [id]]));
  const degrees = new Map(degreesOfThings);
  const total = [...degrees.values()].reduce((sum, degree) => sum + degree, 0);
  for (;;) {
    let best: { readonly one: Id; readonly other: Id } | undefined;
    // What adds nothing is only joined where there are still too many.
    let most = members.size > mostBoxes ? -Infinity : 0;
    for (const one of members.keys()) {
      if (alone.has(one)) continue;
      for (const [other, count] of links.get(one) ?? []) {
        if (alone.has(other)) continue;
        const gain = total * count - (degrees.get(one) ?? 0) * (degrees.get(other) ?? 0);
        if (gain > most) [best, most] = [{ one, other }, gain];
      }
    }
    if (best === undefined) return [...members.values()];
    join(best.one, best.other, members, links, degrees);
  }
}

function join(one: Id, other: Id, members: Map<Id, Id[]>, links: Links, degrees: Map<Id, number>): void {
  members.set(one, [...(members.get(one) ?? []), ...(members.get(other) ?? [])]);
  members.delete(other);
  degrees.set(one, (degrees.get(one) ?? 0) + (degrees.get(other) ?? 0));
  const own = links.get(one);
  for (const [third, count] of links.get(other) ?? []) {
    const theirs = links.get(third);
    theirs?.delete(other);
    if (third === one) continue;
    own?.set(third, (own.get(third) ?? 0) + count);
    theirs?.set(one, (theirs.get(one) ?? 0) + count);
  }
  own?.delete(other);
  links.delete(other);
}

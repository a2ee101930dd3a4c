/*
 * Cascades: operations and events of which each brought the next about, by whatever channels, decisions and values lay between.
 * The shortest that runs of one model have and those of the other never is the shortest run possible in one alone, as far as
 * was looked.
 */
import { eachEntry } from "../../engine/decode.ts";
import type { Played } from "../../engine/play.ts";
import type { Id } from "../../model/reference.ts";
import type { Prepared } from "../prepared.ts";
import { againWhere, type Again } from "./again.ts";
import { playEveryWay, playTraced, scenariosOf, type PlayingOptions } from "./playing.ts";

/** `residents.deviation`, `economy.investment`, `law.damages`, and where it came about first. */
export interface Cascade {
  readonly operations: readonly string[];
  readonly scenario: string;
  readonly seed: number;
  /** The step in which the last of them occurs. */
  readonly step: number;
  /** A scenario of the file and a seed by which the command line plays a run that has it; undefined if none was found. */
  readonly again?: Again | undefined;
}

/** What was done to find the cascades of a model. No more may be claimed of what was not found. */
export interface Looked {
  readonly kind: "played";
  readonly scenarios: number;
  readonly runs: number;
  /** Whether these are all ways through the alternatives of the scenarios. */
  readonly all: boolean;
  /** How many of the runs a limit of the tool ended. */
  readonly broken: number;
  /** Longer cascades were not looked at. */
  readonly longest: number;
}

export interface Cascades {
  /** By their operations. */
  readonly found: ReadonlyMap<string, Cascade>;
  readonly looked: Looked;
  /** How one of them can be had again, which takes time; undefined if nobody knows. */
  readonly again: (cascade: Cascade) => Again | undefined;
}

/** Finds the cascades of a model: by playing its scenarios, or in whatever other way somebody hands in. */
export type FindCascades = (
  prepared: Prepared,
  called: (id: Id) => string,
  options: PlayingOptions,
) => Cascades;

export interface CascadesCompared {
  /** The shortest, of two operations and more, that the runs of this model have and those of the other do not. */
  readonly first: Cascade | undefined;
  readonly second: Cascade | undefined;
  readonly looked: { readonly first: Looked; readonly second: Looked };
}

export function cascadesCompared(first: Cascades, second: Cascades): CascadesCompared {
  return {
    first: withAgain(shortestMissing(first, second), first),
    second: withAgain(shortestMissing(second, first), second),
    looked: { first: first.looked, second: second.looked },
  };
}

function withAgain(cascade: Cascade | undefined, { again }: Cascades): Cascade | undefined {
  return cascade && { ...cascade, again: again(cascade) };
}

/** Of those that are equally short, the one that was met first. */
function shortestMissing(own: Cascades, other: Cascades): Cascade | undefined {
  let shortest: Cascade | undefined;
  for (const [key, cascade] of own.found) {
    const { length } = cascade.operations;
    if (length < 2 || other.found.has(key)) continue;
    if (shortest === undefined || length < shortest.operations.length) shortest = cascade;
  }
  return shortest;
}

const longest = 12;

export const cascadesPlayed: FindCascades = (prepared, called, options) => {
  const found = new Map<string, Cascade>();
  const scenarios = scenariosOf(prepared);
  let [runs, broken, all] = [0, 0, true];
  for (const scenario of scenarios) {
    const explored = playEveryWay(prepared, scenario, options, (played) => {
      if (played.broken) broken += 1;
      addCascades(found, played, called);
    });
    runs += explored.runs;
    all &&= explored.all;
  }
  return {
    found,
    looked: { kind: "played", scenarios: scenarios.length, runs, all, broken, longest },
    again: ({ operations, scenario: name, seed }) => {
      const scenario = scenarios.find((one) => one.name === name);
      if (scenario === undefined) return undefined;
      const key = keyOf(operations);
      const first = playTraced(prepared, scenario, { ...options, seed });
      return againWhere(prepared, scenario, first, options, (played) => {
        const own = new Map<string, Cascade>();
        addCascades(own, played, called);
        return own.has(key);
      });
    },
  };
};

function keyOf(operations: readonly string[]): string {
  return operations.join("\n");
}

function addCascades(found: Map<string, Cascade>, played: Played, called: (id: Id) => string): void {
  const { scenario, seed, course } = played;
  /** By the entry: the operations up to it, the last that brought it about included. */
  const leading = new Map<number, readonly string[]>();
  for (const entry of eachEntry(course)) {
    const before = entry.cause === undefined ? undefined : leading.get(entry.cause);
    if (entry.kind !== "operation") {
      if (before !== undefined) leading.set(entry.id, before);
      continue;
    }
    // What leads on from one that is too long is too long as well.
    if (before !== undefined && before.length >= longest) {
      leading.set(entry.id, before);
      continue;
    }
    const operations = [...(before ?? []), `${called(entry.owner)}.${entry.name}`];
    leading.set(entry.id, operations);
    const key = keyOf(operations);
    if (!found.has(key)) found.set(key, { operations, scenario: scenario.name, seed, step: entry.step });
  }
}

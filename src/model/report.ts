/* Collects what this room finds, so that one mistake is reported once, however often it is met. */
import type { Place } from "../base/place.ts";
import type { ModelProblem, Named, UnknownNameFacts, Wanted } from "./problems.ts";

/** What is worth saying of an unknown name beside the name itself; worked out only when it is first met. */
export interface Surroundings {
  readonly near?: readonly Named[];
  readonly elsewhere?: readonly Named[];
  readonly known?: readonly Named[];
  readonly importable?: UnknownNameFacts["importable"];
}

export interface UnknownName {
  readonly name: string;
  readonly place: Place;
  readonly wanted: readonly Wanted[];
  readonly owner?: Named | undefined;
  /** Within one scope the same unknown name is reported once, with its further uses. */
  readonly scope: string;
  readonly surroundings: () => Surroundings;
}

export interface Report {
  /** Adds a problem, unless one of its check has been reported of this very place: copies by `like` repeat mistakes. */
  readonly add: (problem: ModelProblem) => void;
  readonly unknownName: (unknown: UnknownName) => void;
  /** Works out what is only worth saying while problems are few: the cost of a look at all names is bounded so. */
  readonly described: <Value>(workOut: () => Value, otherwise: Value) => Value;
  /** Whether a name stands in what could not be read: that it is unknown, or not declared, says nothing. */
  readonly isLost: (name: string) => boolean;
  /** All problems, in the order in which they were found. */
  readonly problems: () => readonly ModelProblem[];
}

/** So many problems of a model are described with near names; whoever has more has another problem. */
const mostDescribed = 100;

/**
 * `brokenWords` are words of lines that could not be read: what they would have declared is not known, and
 * that it is missing elsewhere follows from what has been reported there. Of what stands on such lines, `isUnread`,
 * nothing else is reported either.
 */
export function createReport(brokenWords: ReadonlySet<string>, isUnread: (place: Place) => boolean): Report {
  const found: ModelProblem[] = [];
  const seen = new Set<string>();
  const furtherUses = new Map<string, Place[]>();
  let descriptions = 0;

  function described<Value>(workOut: () => Value, otherwise: Value): Value {
    descriptions += 1;
    return descriptions > mostDescribed ? otherwise : workOut();
  }

  function isNew(check: string, place: Place): boolean {
    const key = `${check} ${place.start} ${place.end} ${place.file}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  }

  return {
    add(problem) {
      if (!isUnread(problem.place) && isNew(problem.check, problem.place)) found.push(problem);
    },
    unknownName({ name, place, wanted, owner, scope, surroundings }) {
      if (brokenWords.has(name) || isUnread(place) || !isNew("unknown_name", place)) return;
      const key = JSON.stringify([scope, owner?.owner, owner?.name, wanted, name]);
      const earlier = furtherUses.get(key);
      if (earlier !== undefined) {
        earlier.push(place);
        return;
      }
      const { near, elsewhere, known, importable } = described(surroundings, {});
      // Whatever it is used for, where the same thing is meant by it, it is the same mistake.
      const meant = near?.[0]?.place;
      const same = meant && JSON.stringify([place.file, name, meant.file, meant.start]);
      const before = same === undefined ? undefined : furtherUses.get(same);
      const uses = before ?? [];
      furtherUses.set(key, uses);
      if (same !== undefined) furtherUses.set(same, uses);
      if (before !== undefined) {
        before.push(place);
        return;
      }
      found.push({
        check: "unknown_name",
        place,
        facts: {
          name,
          wanted,
          owner,
          near: near ?? [],
          elsewhere: elsewhere ?? [],
          known: known ?? [],
          importable,
          uses,
        },
      });
    },
    described,
    isLost: (name) => brokenWords.has(name),
    problems: () => found,
  };
}

/** A report that knows whether it has been asked or told anything. */
export function listening(report: Report): { readonly report: Report; readonly isSilent: () => boolean } {
  let silent = true;
  const heard = <Function extends (...args: never[]) => unknown>(call: Function): Function =>
    ((...args: never[]) => {
      silent = false;
      return call(...args);
    }) as Function;
  return {
    report: {
      add: heard(report.add),
      unknownName: heard(report.unknownName),
      described: heard(report.described),
      isLost: heard(report.isLost),
      problems: report.problems,
    },
    isSilent: () => silent,
  };
}

/* The branches of `either` that runs of a scenario can take: all of them where they are few, else a sample. */
import { limits } from "../base/limits.ts";
import type { CourseOptions } from "../engine/course.ts";
import type { Played } from "../engine/play.ts";
import { createStreams, placeKeys, rootOf } from "../engine/streams.ts";

export interface Explored {
  /** How many runs were taken. */
  readonly runs: number;
  /** Whether these are all that there are. */
  readonly all: boolean;
}

/**
 * Takes every way through the alternatives of a scenario, in order; where there are more than `most`, draws so many ways, the
 * same every time. `take` plays the scenario with the choices it is given.
 */
export function exploreBranches(
  take: (choose: CourseOptions["choose"]) => Played,
  most: number = limits.branches,
): Explored {
  let said: readonly number[] | undefined = [];
  let runs = 0;
  while (said !== undefined && runs < most) {
    const chosen = said;
    const played = take((met) => chosen[met] ?? 0);
    runs += 1;
    // How many ways there are is known at the end; that there are too many can mostly be seen from the first.
    if (runs === 1 && waysLike(played) > most) break;
    said = following(played);
  }
  if (said === undefined) return { runs, all: true };
  const streams = createStreams(placeKeys(["either"]), rootOf(1));
  for (; runs < most; runs += 1) {
    const sample = runs;
    // A way that is played again, with a trace, is the same.
    const drawn: number[] = [];
    take((met, branches) => (drawn[met] ??= Math.floor(streams.draw(0, sample) * branches)));
  }
  return { runs, all: false };
}

/** How many ways there are if all are like this one. */
function waysLike({ course }: Played): number {
  return course.choices.reduce((ways, { of }) => ways * of, 1);
}

/** The choices of the next way in order: the last alternative that has another branch takes it. */
function following({ course }: Played): readonly number[] | undefined {
  const { choices } = course;
  const last = choices.findLastIndex(({ branch, of }) => branch + 1 < of);
  const at = choices[last];
  if (at === undefined) return undefined;
  return [...choices.slice(0, last).map(({ branch }) => branch), at.branch + 1];
}

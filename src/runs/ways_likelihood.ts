/*
 * How likely something is where every way that a run can take was played: exactly, from the ways back to where they part. Of
 * alternatives nothing is said of how likely their branches are, as in `engine/explore/likelihood.ts`.
 */
import type { Choice } from "../engine/explore/choosing.ts";
import type { Likelihood } from "../engine/explore/likelihood.ts";

/**
 * How likely the numbered ones are. `ways` are all there are, in the order in which they are gone, so that those which begin alike stand
 * together. Undefined where nothing is left to chance.
 */
export function likelihoodAmong(
  ways: readonly (readonly Choice[])[],
  those: ReadonlySet<number>,
): Likelihood | undefined {
  if (!ways.some((made) => made.some(({ kind }) => kind === "chance"))) return undefined;
  return among(0, ways.length, 0);

  /** Of the ways that share so many choices. */
  function among(from: number, until: number, shared: number): Likelihood {
    const kind = ways[from]?.[shared]?.kind;
    if (kind === undefined) {
      const one = those.has(from) ? 1 : 0;
      return { least: one, most: one };
    }
    let least = kind === "chance" ? 0 : Infinity;
    let most = 0;
    for (let start = from; start < until;) {
      const { branch, probability = 1 } = ways[start]?.[shared] ?? {};
      let end = start + 1;
      while (end < until && ways[end]?.[shared]?.branch === branch) end += 1;
      const part = among(start, end, shared + 1);
      if (kind === "chance") {
        least += probability * part.least;
        most += probability * part.most;
      } else {
        least = Math.min(least, part.least);
        most = Math.max(most, part.most);
      }
      start = end;
    }
    return { least: Math.min(1, least), most: Math.min(1, most) };
  }
}

/* What exploring has done, in whole sentences: exhausted, bounded, or sampled, and how much. */
import type { Place } from "../base/place.ts";
import { counted as countedOf, listed, numberText, quoted } from "../base/words.ts";
import { mostMoves } from "../engine/explore/explored.ts";
import type { ExploreResult } from "../runs/explored.ts";
import type { Growing } from "../runs/unbounded.ts";

export function doneText(result: ExploreResult, where: (place: Place) => string): string {
  const { done, played } = result;
  if (done.kind === "sampled") {
    const places = listed(done.continua.slice(0, 3).map(where));
    return [
      `sampled: ${counts(done.runs, "run")} with seeds from 1 on, which are not all.`,
      `There is no end to the runs: a number is drawn of which there are infinitely many outcomes${places === "" ? "" : ` (${places})`};`,
      "with `chance` instead of `uniform` and `normal` all could be explored.",
    ].join(" ");
  }
  const { states, transitions, depth, bound, growing } = done;
  const counted = `${counts(states, "state")}, ${counts(transitions, "transition")}`;
  const found = `${counted}, up to step ${numberText(depth)}`;
  if (bound === undefined)
    return result.alternatives || result.chances
      ? `exhausted: ${found}; these are all runs there can be. ${openText(result)}`
      : `exhausted: ${found}; nothing in it is left open, so that there is but this one run.`;
  const by = {
    states: `the bound of states (${quoted("--states")})`,
    transitions: `the bound of transitions (20 for each of ${quoted("--states")}, ${numberText(mostMoves)} from one state)`,
    depth: `the bound of steps (${quoted("--depth")})`,
  }[bound];
  const more =
    played === undefined
      ? ""
      : played.all
        ? `Besides, every run was played to its end: ${counts(played.runs, "run")}.`
        : `Besides, ${counts(played.runs, "run")} with seeds from 1 on were played to their end.`;
  return [`bounded at step ${numberText(depth)} by ${by}: ${counted}; what comes after was not explored.`, ...growingTexts(growing, where), more, openText(result)] // prettier-ignore
    .filter((text) => text !== "")
    .join(" ");
}

/** What was left open in these runs. */
function openText({ alternatives, chances }: ExploreResult): string {
  if (alternatives && chances) return "Every branch was taken, and every chance both ways.";
  if (alternatives) return "Every branch was taken.";
  if (chances) return "Every chance was taken both ways.";
  return "Nothing was left open so far.";
}

function growingTexts(growing: readonly Growing[], where: (place: Place) => string): readonly string[] {
  return growing.map(({ kind, name, place, count, bounded }) => {
    switch (kind) {
      case "number": {
        const called = `${quoted(name ?? "")}${place === undefined ? "" : ` (${where(place)})`}`;
        const has = `${called} had ${counts(count, "value")}`;
        return bounded
          ? `${has} within its bounds: whole numbers, or a narrower ${quoted("in low..high")}, would make them fewer.`
          : `${has}, and its declaration has no bounds: ${quoted("in low..high")} on both sides, and whole steps, would bound it.`;
      }
      case "step":
        return `The model reads ${quoted("step")}, so that every step has states of its own.`;
      case "operations":
        return `What happened in one step differed in ${counts(count, "way")}: arguments that are whole numbers within bounds would make them fewer.`;
      case "under way":
        return `What was under way differed in ${counts(count, "way")}: arguments that are whole numbers within bounds, and shorter delays, would make them fewer.`;
    }
  });
}

function counts(count: number, one: string): string {
  return countedOf(count, one).replace(String(count), numberText(count));
}

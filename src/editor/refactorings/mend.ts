/* The fixes that the checks propose: each is a change like any other. */
import { quoted } from "../../base/words.ts";
import {
  isPointedAt,
  refused,
  type Asked,
  type Offer,
  type Refactoring,
  type Refused,
} from "./refactoring.ts";
import { capital } from "./couple.ts";
import { nothingNamed } from "./surroundings.ts";

export const mend: Refactoring = {
  name: "mend",
  title: "Mend what a check has found, in a way that it proposes",
  applies: "where something is found that a check can mend",
  usage: "FILE:LINE [CHECK [NUMBER]]",
  examples: ["niklas refactor mend city.sys:42", "niklas refactor mend city.sys:42 unknown_name 2"],
  kind: "mend",
  keepsRuns: false,
  find,
};

function find(asked: Asked): readonly Offer[] | Refused {
  const { study, words } = asked;
  const [check, number] = words;
  const found = study.checked().diagnostics.filter(({ place }) => isPointedAt(place, asked));
  const checks = [...new Set(found.map((one) => one.check))];
  if (check !== undefined && !checks.includes(check))
    return nothingNamed(check, checks, "among what is found there");
  const offers = found
    .filter((one) => check === undefined || one.check === check)
    .flatMap((one) => {
      const several = one.fixes.length > 1;
      const certain = one.fixes.find((fix) => fix.certain);
      return one.fixes.map((fix, index): Offer => ({
        title: capital(fix.title),
        place: one.place,
        words: [one.check, ...(several ? [String(index + 1)] : [])],
        points: "line",
        preferred: fix === certain,
        edits: () => fix.edits,
      }));
    });
  if (number === undefined) return offers;
  const chosen = offers.filter(({ words: all }) => (all[1] ?? "1") === number);
  return chosen.length > 0 || offers.length === 0
    ? chosen
    : refused(`${quoted(number)} is none of the ways in which ${quoted(check ?? "")} can be mended there`);
}

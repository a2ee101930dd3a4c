/* A finding that is meant to stay, silenced with the reason. */
import { quoted } from "../../base/words.ts";
import { unsaidReason } from "../actions.ts";
import { silencingEdit } from "../silencing.ts";
import {
  isPointedAt,
  refused,
  type Asked,
  type Offer,
  type Refactoring,
  type Refused,
} from "./refactoring.ts";
import { nothingNamed } from "./surroundings.ts";

export const silence: Refactoring = {
  name: "silence",
  title: "Silence a finding, with a reason",
  applies: "where something is found that is no mistake of reading",
  usage: "FILE:LINE CHECK REASON",
  examples: ["niklas refactor silence city.sys:42 one_way_coupling 'nobody answers here'"],
  kind: "mend",
  keepsRuns: true,
  find,
};

function find(asked: Asked): readonly Offer[] | Refused {
  const { study, words } = asked;
  const [check, ...reasons] = words;
  const found = study.checked().diagnostics.filter(({ place }) => isPointedAt(place, asked));
  const checks = [...new Set(found.map((one) => one.check))];
  if (check !== undefined && !checks.includes(check))
    return nothingNamed(check, checks, "among what is found there");
  if (check !== undefined && reasons.length === 0)
    return refused(`it is not said why ${quoted(check)} is silenced`, "say it after the name of the check, in quotation marks"); // prettier-ignore
  const reason = reasons.length === 0 ? unsaidReason : reasons.join(" ");
  const meant = found.filter((one) => check === undefined || one.check === check);
  const offers = meant.flatMap((one): readonly Offer[] => {
    const edit = silencingEdit(study, one, reason);
    if (edit === undefined) return [];
    return [
      {
        title: `Silence ${quoted(one.check)} here, with a reason`,
        place: one.place,
        words: [one.check, reason],
        points: "line",
        preferred: false,
        edits: () => [edit],
      },
    ];
  });
  return offers.length > 0 || check === undefined
    ? offers
    : refused(`${quoted(check)} cannot be silenced there`, "what keeps a model from being read as it is written cannot be allowed"); // prettier-ignore
}

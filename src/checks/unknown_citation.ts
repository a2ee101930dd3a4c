import { quoted } from "../base/words.ts";
import type { UnknownCitationFacts } from "../model/problems.ts";
import { defineCheck } from "./context.ts";
import { textAt } from "./support/edits.ts";
import { isSurelyMeant, spellings } from "./support/misspelling.ts";
import { namesListed } from "./support/things.ts";

export const unknown_citation = defineCheck<UnknownCitationFacts>({
  name: "unknown_citation",
  severity: "warning",
  group: "reading",
  summary: "a `cite` whose key no bibliography of the file has",
  sources: [],

  words({ key, near, bibliographies }) {
    const where = bibliographies.length === 0 ? "the bibliography" : namesListed(bibliographies);
    const [meant, other] = near;
    return {
      message: `${where} ${bibliographies.length > 1 ? "have" : "has"} no entry ${quoted(key)}`,
      label:
        meant !== undefined && other === undefined
          ? `${quoted(meant)} is there`
          : "cited, and not to be found",
      why: ["a source that cannot be found cannot be checked by those who read the model"],
      help: near.length === 0 ? [`add an entry with the key ${quoted(key)} to ${where}`] : [],
    };
  },

  fixes({ key, near }, context, place) {
    const isText = textAt(place, context).startsWith('"');
    // The years in keys are no accident: `luhmann1993` is not a misspelt `luhmann1997`.
    const surely = isSurelyMeant(key, near);
    const written = near.filter((meant) => isText || /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(meant));
    return spellings(
      key,
      written.map((meant) => (isText ? `"${meant}"` : meant)),
      [place],
      surely && written.length === near.length,
    );
  },
});

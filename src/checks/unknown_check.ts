import { quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { UnknownCheckFacts } from "../model/problems.ts";
import { defineCheck } from "./context.ts";
import { textAfter, textBefore } from "./support/around.ts";
import { removal } from "./support/edits.ts";
import { spellings } from "./support/misspelling.ts";
import { namesListed } from "./support/things.ts";

export const unknown_check = defineCheck<UnknownCheckFacts>({
  name: "unknown_check",
  severity: "error",
  group: "reading",
  summary: "an `allow` or `expect violation` of a check that there is not, or that cannot be allowed",
  sources: [],

  words({ name, construct, kind, near }) {
    if (kind === "language") {
      return {
        message: `${quoted(name)} cannot be allowed`,
        label: "a matter of language",
        why: [
          "an `allow` is for what the theory says and a modeller has reasons against; what cannot be read has no such reasons",
        ],
        help: ["remove the `allow`, and mend what is found"],
      };
    }
    const [meant, other] = near;
    return {
      message: `there is no check ${quoted(name)}`,
      label:
        meant !== undefined && other === undefined
          ? `not known, ${quoted(meant)} is`
          : "no check of this name",
      why: [
        construct === "allow"
          ? "an `allow` names the check that it silences"
          : "an `expect violation` names the check that is to find something",
      ],
      help: [
        ...(near.length > 1 ? [`there are ${namesListed(near)}`] : []),
        "a finding shows the name of its check in brackets; `niklas explain` lists them all",
      ],
    };
  },

  fixes({ name, kind, near }, context, place): readonly Fix[] {
    if (kind === "unknown") return spellings(name, near, [place]);
    const before = /allow\s+$/u.exec(textBefore(place, context));
    const after = /^\s*"(?:[^"\\]|\\.)*"/u.exec(textAfter(place, context));
    if (before === null || after === null) return [];
    const all = { ...place, start: place.start - before[0].length, end: place.end + after[0].length };
    return [{ title: "remove the `allow`", certain: true, edits: [removal(all, context)] }];
  },
});

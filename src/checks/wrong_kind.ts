import { quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { WrongKindFacts } from "../model/problems.ts";
import { defineCheck } from "./context.ts";
import { kindHelp, kindRepair } from "./support/kind_help.ts";
import { candidatesOf } from "./support/kind_candidates.ts";
import { spellings } from "./support/misspelling.ts";
import { anyOf, described, namesListed } from "./support/things.ts";

export const wrong_kind = defineCheck<WrongKindFacts>({
  name: "wrong_kind",
  severity: "error",
  group: "reading",
  leavesOut: true,
  summary: "a name of something that cannot stand in its place",
  sources: [],

  words(facts, context, place) {
    const { name, found, wanted, near } = facts;
    const { why, help } = kindHelp(facts);
    const candidates = near.length > 0 || help.length > 0 ? [] : candidatesOf(facts, place, context);
    return {
      message: `${quoted(name)} is ${described(found)}, where ${anyOf(wanted)} is wanted`,
      label: `${anyOf(wanted)} is wanted`,
      related:
        found.place === undefined
          ? []
          : [{ place: found.place, message: `${quoted(found.name)} is declared here` }],
      why,
      help: [
        ...help,
        ...(candidates.length > 0
          ? [`of that kind there ${candidates.length === 1 ? "is" : "are"} ${namesListed(candidates)}`]
          : []),
      ],
    };
  },

  fixes(facts, context, place): readonly Fix[] {
    const repair = kindRepair(facts, context, place);
    return [
      ...(repair === undefined ? [] : [repair]),
      ...spellings(
        facts.name,
        facts.near.map(({ name }) => name),
        [place],
        false,
      ),
    ];
  },
});

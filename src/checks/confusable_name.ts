import { quoted } from "../base/words.ts";
import type { ConfusableNameFacts } from "../model/problems.ts";
import { defineCheck } from "./context.ts";
import { firstDifference, letterWords } from "./support/letters.ts";
import { described } from "./support/things.ts";

export const confusable_name = defineCheck<ConfusableNameFacts>({
  name: "confusable_name",
  severity: "warning",
  group: "reading",
  summary: "two names that look alike and are not the same",
  sources: ["Unicode Technical Standard #39", "Boucher and Anderson 2023 (Trojan Source)"],
  words({ name, other }) {
    const [own, others] = firstDifference(name, other.name);
    return {
      message: `${quoted(name)} and ${quoted(other.name)} look alike and are two names`,
      label: own === undefined ? "looks like another name" : `with ${letterWords(own)}`,
      related:
        other.place === undefined
          ? []
          : [
              {
                place: other.place,
                message: `${described(other)}${others === undefined ? "" : `, with ${letterWords(others)}`}`,
              },
            ],
      why: ["a reader takes them for one thing, the model for two"],
      help: [
        "if one thing is meant, write it with the same letters and declare it once; if two, name them so that they look different",
      ],
    };
  },
});

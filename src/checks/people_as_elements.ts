import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { withinRemoval } from "./support/within.ts";

interface Facts {
  readonly person: string;
  readonly wholes: readonly string[];
  /** `within …`, to be removed; undefined where the text between is not only that. */
  readonly within: Place | undefined;
}

export const people_as_elements = defineCheck<Facts>({
  name: "people_as_elements",
  severity: "error",
  group: "organizations",
  summary: "people as parts of a social system",
  sources: ["Luhmann 1984, ch. 6", "Luhmann 1997, ch. 1"],

  *detect(context) {
    for (const system of context.model.systems) {
      const [first] = system.within;
      if (system.systemKind !== "psychic system" || first === undefined) continue;
      yield {
        place: first.place,
        facts: {
          person: called(system, first.place, context),
          wholes: system.within.map((ref) => called(ref, first.place, context)),
          within: withinRemoval(system, system.within, context),
        },
      };
    }
  },

  words({ person, wholes }) {
    return {
      message: `\`${person}\` is a psychic system, and no part of ${listed(wholes.map(quoted))}`,
      label: "made up of communications, not of people",
      why: [
        "a social system consists of communications; consciousness is in its environment, and irritates it only when somebody says something",
      ],
      help: [
        `leave \`within\` out, and couple \`${person}\` and \`${wholes[0] ?? ""}\`: what is uttered can become something \`${wholes[0] ?? ""}\` is sensitive to`,
        `to say that people take part in \`${wholes[0] ?? ""}\`, declare a \`population\` that is \`included in ${wholes[0] ?? ""} as\` one of its roles`,
      ],
    };
  },

  fixes({ within }) {
    if (within === undefined) return [];
    return [{ title: "remove `within`", certain: true, edits: [{ place: within, text: "" }] }];
  },
});

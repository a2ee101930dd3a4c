import { quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { codeText } from "./support/codes.ts";
import { isCanonicalFile, isWrittenIn, placeInModel } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly first: { readonly code: string; readonly place: Place };
  readonly second: { readonly code: string; readonly place: Place };
  /** The first code is the canon's, so that only the second can be meant to be the secondary one. */
  readonly fromCanon: boolean;
}

export const several_codes = defineCheck<Facts>({
  name: "several_codes",
  severity: "warning",
  group: "codes",
  summary: "two codes, none of them marked `secondary`",
  sources: ["Luhmann 1986, ch. 7", "Luhmann 1990, Die Wissenschaft der Gesellschaft"],

  *detect(context) {
    for (const system of context.model.systems) {
      const [first, ...others] = system.codes.filter((code) => !code.secondary);
      if (first === undefined) continue;
      for (const second of others) {
        if (!isWrittenIn(system, second)) continue;
        yield {
          place: second.place,
          facts: {
            system: called(system, second.place, context),
            first: { code: codeText(first), place: placeInModel(first.place, system, context) },
            second: { code: codeText(second), place: second.place },
            fromCanon: isCanonicalFile(first.place.file, context),
          },
        };
      }
    }
  },

  words({ system, first, second, fromCanon }) {
    return {
      message: `${quoted(system)} has two codes, and neither is marked \`secondary\``,
      label: "a second guiding distinction",
      related: [
        {
          place: first.place,
          message: fromCanon ? `the canon gives it ${quoted(first.code)}` : "the first is here",
        },
      ],
      why: [
        "a system has one guiding distinction; a second coding, like reputation in science or property in the economy, rests on the first",
      ],
      help: [
        `if ${quoted(second.code)} rests on ${quoted(first.code)}, mark it: ${quoted(`secondary code ${second.code}`)}`,
        fromCanon
          ? `to take ${quoted(second.code)} in place of the canon's code, declare a system of your own: ${quoted(`function system my_${system} like ${system} { code ${second.code} }`)}`
          : "if the two are equally basic, they are the codes of two systems",
      ],
    };
  },

  fixes({ second, fromCanon }) {
    return [
      {
        title: `mark ${quoted(second.code)} as secondary`,
        certain: fromCanon,
        edits: [{ place: { ...second.place, end: second.place.start }, text: "secondary " }],
      },
    ];
  },
});

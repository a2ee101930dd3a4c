import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Differentiation } from "../syntax/tree.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";

interface Facts {
  readonly society: string;
  readonly differentiation: Differentiation | undefined;
  readonly first: {
    readonly name: string;
    readonly differentiation: Differentiation | undefined;
    readonly place: Place;
  };
}

export const several_societies = defineCheck<Facts>({
  name: "several_societies",
  severity: "warning",
  group: "differentiation",
  summary: "a second society in one model, without a `cite`",
  sources: ["Luhmann 1997, ch. 1"],

  *detect(context) {
    const [first, ...others] = context.model.societies;
    if (first === undefined) return;
    for (const society of others) {
      if (society.citations.length > 0) continue;
      const place = society.namePlace;
      yield {
        place,
        facts: {
          society: society.name,
          differentiation: society.differentiation,
          first: {
            name: called(first, place, context),
            differentiation: first.differentiation,
            place: first.namePlace,
          },
        },
      };
    }
  },

  words({ society, differentiation, first }) {
    const differ =
      differentiation !== undefined &&
      first.differentiation !== undefined &&
      differentiation !== first.differentiation;
    return {
      message: differ
        ? `the model has two societies, ${quoted(first.name)} differentiated by ${worded(first.differentiation)} and ${quoted(society)} by ${worded(differentiation)}`
        : `the model has two societies, ${quoted(first.name)} and ${quoted(society)}`,
      label: "the second",
      related: [{ place: first.place, message: "the first" }],
      why: [
        "society is the system that encompasses all communication: where one can be irritated by what is communicated in the other, the two are one, today world society (Luhmann 1997, ch. 1)",
      ],
      help: [
        `leave one of them out, and write ${quoted(`within ${first.name}`)} where the other stands; two societies that know nothing of each other are two models, each in a file of its own`,
        `if the model follows somebody who describes the two side by side, or one becoming the other, name the source in the body of ${quoted(society)}, with \`cite\``,
      ],
    };
  },
});

function worded(differentiation: Differentiation): string {
  return differentiation.replace("_", " and ");
}

import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Channel } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { textAfter, textBefore } from "./support/around.ts";
import { isInEntry } from "./support/at_work.ts";
import { sourceName } from "./support/carriers.ts";
import { textAt } from "./support/edits.ts";
import { called, namesIn } from "./support/names.ts";
import { rangeOf } from "./support/ranges.ts";

interface Facts {
  readonly coupling: string;
  readonly carried: string;
  /** The option that lets nothing through, as written, and where. */
  readonly option: { readonly text: string; readonly place: Place };
}

export const blocked_channel = defineCheck<Facts>({
  name: "blocked_channel",
  severity: "warning",
  group: "couplings",
  summary: "a channel that lets nothing through: by chance never, or at most none per step",
  sources: ["Luhmann 1993, ch. 10"],

  *detect(context) {
    for (const coupling of context.model.couplings) {
      for (const channel of coupling.channels) {
        if (!isInEntry(channel.place, context)) continue;
        const none = blockedAt(channel);
        if (none === undefined) continue;
        const option = optionAround(none, context);
        yield {
          place: option.place,
          facts: {
            coupling: called(coupling, none, context),
            carried: sourceName(channel, namesIn(none.file, context)),
            option,
          },
        };
      }
    }
  },

  words({ coupling, carried, option }) {
    return {
      message: `${quoted(coupling)} never lets ${quoted(carried)} through`,
      label: "nothing passes",
      why: [
        "a coupling conditions, and lets through a few things; one that shuts out everything couples nothing, and all that it names stays noise",
      ],
      help: [
        `leave ${quoted(option.text)} out, or let through something now and then; to shut a coupling for a while, write ${quoted(`close ${coupling}`)} in a scenario`,
      ],
    };
  },

  fixes({ option }, context) {
    const { file, start, end } = option.place;
    const before = /\s*$/u.exec(textBefore({ file, start, end: start }, context))?.[0].length ?? 0;
    return [
      {
        title: `leave ${quoted(option.text)} out`,
        certain: false,
        edits: [{ place: { file, start: start - before, end }, text: "" }],
      },
    ];
  },
});

/** Where it says that nothing passes: a chance of 0, or a capacity below one. */
function blockedAt({ chance, capacity }: Channel): Place | undefined {
  const probability = chance && rangeOf(chance);
  if (chance !== undefined && probability?.kind === "number" && probability.high <= 0) return chance.place;
  const most = capacity && rangeOf(capacity);
  return capacity !== undefined && most?.kind === "number" && most.high < 1 ? capacity.place : undefined;
}

/** `at most 0 per step`, with the words around the number. */
function optionAround(place: Place, context: CheckContext): Facts["option"] {
  const before = /(?:with\s+chance|at\s+most)\s+$/u.exec(textBefore(place, context))?.[0] ?? "";
  const after = /^\s+per\s+step/u.exec(textAfter(place, context))?.[0] ?? "";
  const around = { ...place, start: place.start - before.length, end: place.end + after.length };
  return { text: textAt(around, context).replace(/\s+/gu, " "), place: around };
}

import { quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { LateAssumptionFacts } from "../model/problems.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { removal, textAt } from "./support/edits.ts";
import { before, indentationOf } from "./support/insertion.ts";
import { ownerCalled } from "./support/names.ts";

export const late_assumption = defineCheck<LateAssumptionFacts>({
  name: "late_assumption",
  severity: "error",
  group: "reading",
  summary: "a `given` or `seed` after something has happened in the scenario",
  sources: [],

  words: ({ step, after }) => ({
    message: `this ${quoted(step)} comes after something has happened`,
    label: "too late to be assumed",
    related: [{ place: after, message: "here something happens first" }],
    why: [
      step === "given"
        ? "what is given is an assumption about how things stand when the scenario begins; afterwards things change by what happens"
        : "the seed decides all chances of a run, and is decided before the first of them",
    ],
    help:
      step === "given"
        ? [
            "if it is so from the start, say it before anything happens; if it changes in the course of things and in the environment, say it with `change … to …`",
          ]
        : [],
  }),

  fixes({ step, after }, context, place): readonly Fix[] {
    const text = textAt(place, context);
    const moved: Fix = {
      title: `move the ${quoted(step)} before what happens first`,
      // In a branch, moving it up would let it hold for the others, too.
      certain: false,
      edits: [
        { place: before(after), text: `${text}\n${indentationOf(after, context)}` },
        removal(place, context),
      ],
    };
    return [...changeInstead(place, text, context), moved];
  },
});

/** `given room.temperature = 5` to `change room.temperature to 5`; nobody but the system changes an expectation. */
function changeInstead(place: Place, text: string, context: CheckContext): readonly Fix[] {
  const written = /^given\s+((\S+)\.\S+)\s*=\s*([\s\S]+)$/u.exec(text);
  const [, part = "", owner = "", value = ""] = written ?? [];
  if (written === null || ownerCalled(owner, place.file, context)?.kind !== "environment") return [];
  const change = `change ${part} to ${value}`;
  return [{ title: `write ${quoted(change)}`, certain: false, edits: [{ place, text: change }] }];
}

import type { Place } from "../base/place.ts";
import type { System } from "../model/model.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { functionSystemsAtWork } from "./support/at_work.ts";
import { isModelled, isWrittenIn, whereWritten } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly other: string;
  readonly text: string;
  readonly otherPlace: Place | undefined;
}

export const duplicate_function = defineCheck<Facts>({
  name: "duplicate_function",
  severity: "warning",
  group: "differentiation",
  summary: "two function systems with one function",
  sources: ["Luhmann 1997, ch. 4"],

  *detect(context) {
    const first = new Map<string, { readonly system: System; readonly place: Place }>();
    for (const system of functionSystemsAtWork(context)) {
      for (const { text, place } of system.functions) {
        const key = plain(text);
        const known = first.get(key);
        if (key === "") continue;
        if (known === undefined) {
          first.set(key, { system, place });
          continue;
        }
        // What is `like` another has its function from it; that two systems share a code is said already.
        if (known.system.id === system.id || system.like?.id === known.system.id) continue;
        if (known.system.like?.id === system.id || !(isModelled(system) || isModelled(known.system)))
          continue;
        const later = isWrittenIn(system, { place }) && !system.canonical;
        const where = later ? place : whereWritten(isModelled(system) ? system : known.system, context);
        yield {
          place: where,
          facts: {
            system: called(system, where, context),
            other: called(known.system, where, context),
            text,
            otherPlace: known.system.canonical ? undefined : known.place,
          },
        };
      }
    }
  },

  words({ system, other, text, otherPlace }) {
    return {
      message: `\`${system}\` and \`${other}\` have one function`,
      label: `the function of \`${other}\` too`,
      related: otherPlace === undefined ? [] : [{ place: otherPlace, message: `“${text}” here too` }],
      why: [
        "a function system is differentiated by being the only one that serves its function: no other can take its place",
      ],
      help: [
        `say what only \`${system}\` does, or make one system of the two; what \`${system}\` does for single others is a performance: \`performs "…" for …\``,
      ],
    };
  },
});

/** The words of a function without what does not count. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}

import { laterOf } from "../base/later.ts";
import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { removal } from "./support/edits.ts";
import { isInEntry } from "./support/at_work.ts";
import { isWrittenIn } from "./support/systems.ts";
import { everyUse } from "./support/uses.ts";

interface Facts {
  readonly system: string;
  readonly expectation: string;
  /** All of the expectation. */
  readonly declaration: Place;
  /** What a program of the system could read it in. */
  readonly program: string | undefined;
}

export const unused_expectation = defineCheck<Facts>({
  name: "unused_expectation",
  severity: "warning",
  group: "reading",
  fromAbsence: true,
  summary: "an expectation that nothing reads, sets, aims at, varies or expects",
  sources: ["Luhmann 1984, ch. 8"],
  blindToNumbers: true,

  *detect(context) {
    const { model, index } = context;
    // Systems that are `like` another have its expectations, too: one that is used in any of them is used.
    const usedIn = laterOf((_file: string) => new Set<number>());
    everyUse(context, (owner, name) => {
      const place = index.expectation(owner, name)?.namePlace;
      if (place !== undefined) usedIn(place.file).add(place.start);
    });
    for (const system of model.systems) {
      for (const expectation of system.expectations) {
        const { name, namePlace, place } = expectation;
        if (!isWrittenIn(system, expectation) || usedIn(namePlace.file).has(namePlace.start)) continue;
        // The scenarios of a file that is imported are not in the model, and may well use it.
        if (!isInEntry(namePlace, context)) continue;
        yield {
          place: namePlace,
          facts: {
            system: called(system, namePlace, context),
            expectation: name,
            declaration: place,
            program: system.programs[0]?.name,
          },
        };
      }
    }
  },

  words: ({ system, expectation, program }) => ({
    message: `nothing reads or sets the expectation ${quoted(expectation)} of ${quoted(system)}`,
    label: "makes no difference to anything",
    why: [
      "an expectation is a structure by the difference it makes: to what is decided, or to what can disappoint it",
    ],
    help: [
      program === undefined
        ? `write a program of ${quoted(system)} that decides by it, or remove it`
        : `let ${quoted(program)} or another program decide by it (${quoted(`when … ${expectation} …`)}), expect something of it in a scenario, or remove it`,
    ],
  }),

  fixes: ({ expectation, declaration }, context) => [
    { title: `remove ${quoted(expectation)}`, certain: false, edits: [removal(declaration, context)] },
  ],
});

import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { amendmentAdded, modeSet } from "./support/expectations.ts";
import { isWrittenIn } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly program: string;
  readonly expectation: string;
  readonly expectationPlace: Place;
  readonly amend: Edit | undefined;
  readonly makeCognitive: Edit | undefined;
}

export const normative_learning = defineCheck<Facts>({
  name: "normative_learning",
  severity: "error",
  group: "programs",
  summary: "a normative expectation that is changed by a program which does not `amends` it",
  sources: ["Luhmann 1972", "Luhmann 1993, ch. 3"],
  perDeclaration: true,

  *detect(context) {
    for (const system of context.model.systems) {
      for (const program of system.programs) {
        if (!isWrittenIn(system, program)) continue;
        // What it amends instead of this may only be misspelt, as has been reported.
        if (program.amends.some(({ text }) => context.index.expectation(system.id, text) === undefined))
          continue;
        const amended = new Set(program.amends.map((word) => word.text));
        for (const effect of program.clauses.flatMap((clause) => clause.effects)) {
          if (effect.kind !== "assignment" || amended.has(effect.target.text)) continue;
          const expectation = context.index.expectation(system.id, effect.target.text);
          if (expectation?.mode !== "normative") continue;
          amended.add(expectation.name);
          yield {
            place: effect.target.place,
            facts: {
              system: called(system, effect.target.place, context),
              program: program.name,
              expectation: expectation.name,
              expectationPlace: expectation.namePlace,
              amend: amendmentAdded(program, expectation.name),
              makeCognitive: modeSet(expectation, "cognitive", context),
            },
          };
        }
      }
    }
  },

  words({ system, program, expectation, expectationPlace }) {
    return {
      message: `${quoted(program)} changes the normative expectation ${quoted(expectation)} of ${quoted(system)} without amending it`,
      label: "changed here as if it were learnt",
      related: [{ place: expectationPlace, message: "held even when it is disappointed" }],
      why: [
        "normative expectations are those one does not give up when they are disappointed; only a program made for changing norms may change them",
      ],
      help: [
        `if this program is how ${quoted(system)} changes its norms, say so: ${quoted(`amends ${expectation}`)}`,
        `if ${quoted(system)} is to learn from disappointment, make ${quoted(expectation)} cognitive`,
      ],
    };
  },

  fixes({ expectation, amend, makeCognitive }) {
    return [
      ...(amend === undefined
        ? []
        : [{ title: `add ${quoted(`amends ${expectation}`)}`, certain: false, edits: [amend] }]),
      ...(makeCognitive === undefined
        ? []
        : [{ title: `make ${quoted(expectation)} cognitive`, certain: false, edits: [makeCognitive] }]),
    ];
  },
});

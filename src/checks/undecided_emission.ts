import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import { defineCheck } from "./context.ts";
import { removal } from "./support/edits.ts";
import { called } from "./support/names.ts";
import { isWrittenIn } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly program: string;
  readonly operation: string;
  readonly emission: Place;
  /** `undecided`, where it is written. */
  readonly undecided: Place;
}

export const undecided_emission = defineCheck<Facts>({
  name: "undecided_emission",
  severity: "error",
  group: "programs",
  summary: "a clause that leaves the case undecided and emits an operation all the same",
  sources: ["Luhmann 1993, ch. 7"],
  perDeclaration: true,

  detect(context) {
    return context.model.systems.flatMap((system) =>
      system.programs
        .filter((program) => isWrittenIn(system, program))
        .flatMap((program) =>
          program.clauses.flatMap(({ value, effects }) => {
            if (value?.text !== "undecided") return [];
            return effects.flatMap((effect) =>
              effect.kind !== "emit"
                ? []
                : [
                    {
                      place: effect.place,
                      facts: {
                        system: called(system, effect.place, context),
                        program: program.name,
                        operation: effect.operation,
                        emission: effect.place,
                        undecided: value.place,
                      },
                    },
                  ],
            );
          }),
        ),
    );
  },

  words({ system, program, operation, undecided }) {
    return {
      message: `${quoted(program)} of ${quoted(system)} leaves a case undecided and emits ${quoted(operation)} on it`,
      label: "an operation without a decision",
      related: [{ place: undecided, message: "left open here" }],
      why: [
        "an operation connects to a value of the code; as long as the case is open there is nothing for it to connect to, though the irritation may build up in an expectation",
      ],
      help: [
        `designate a value of the code of ${quoted(system)} where ${quoted(operation)} is to follow, or keep what has built up in an expectation and emit it from the clause that decides`,
      ],
    };
  },

  fixes: ({ operation, emission }, context) => [
    { title: `leave ${quoted(operation)} out`, certain: false, edits: [removal(emission, context)] },
  ],
});

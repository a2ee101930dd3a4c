import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { counterValue } from "./support/codes.ts";
import { openValues } from "./support/open_values.ts";
import { allClauses, undecided } from "./support/programs.ts";
import { isWrittenIn } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly value: string;
  readonly place: Place;
  /** The values that remain without the word and its like. */
  readonly others: readonly string[];
  /** What the one remaining value could be distinguished from. */
  readonly counterpart: string | undefined;
  /** The value together with the stroke beside it, where two others remain. */
  readonly surplus: Place | undefined;
  /** Its clauses leave the case open instead. */
  readonly clauseEdits: readonly Edit[];
  /** A clause with this value emits, which an undecided case cannot. */
  readonly emits: boolean;
}

/** Of more such values in one code than these nothing new can be said. */
const mostReported = 3;

export const undecided_as_value = defineCheck<Facts>({
  name: "undecided_as_value",
  severity: "error",
  group: "codes",
  summary: "`undecided`, `unknown`, `pending` and the like as a value of a code",
  sources: ["Baraldi, Corsi and Esposito 1997, s.v. Code", "Luhmann 1986, ch. 7"],
  perDeclaration: true,

  *detect(context) {
    for (const system of context.model.systems) {
      for (const code of system.codes) {
        if (!isWrittenIn(system, code)) continue;
        const open = new Set(openValues(code.values.map((value) => value.name)));
        const others = code.values.filter((value) => !open.has(value.name));
        for (const name of [...open].slice(0, mostReported)) {
          const index = code.values.findIndex((each) => each.name === name);
          const value = code.values[index];
          if (value === undefined) continue;
          const previous = code.values[index - 1];
          const next = code.values[index + 1];
          const clauses = allClauses(system).filter(({ clause }) => clause.value?.text === value.name);
          yield {
            place: value.place,
            facts: {
              system: called(system, value.place, context),
              value: value.name,
              place: value.place,
              others: others.map((other) => other.name),
              counterpart:
                others.length === 1 && others[0] !== undefined
                  ? counterValue(others[0].name, system, context).value
                  : undefined,
              surplus:
                others.length < 2
                  ? undefined
                  : previous === undefined
                    ? { ...value.place, end: next?.place.start ?? value.place.end }
                    : { ...value.place, start: previous.place.end },
              clauseEdits: clauses.flatMap(({ clause }) =>
                clause.value === undefined ? [] : [{ place: clause.value.place, text: undecided }],
              ),
              emits: clauses.some(({ clause }) => clause.effects.some((effect) => effect.kind === "emit")),
            },
          };
        }
      }
    }
  },

  words({ system, value, others, counterpart, surplus }) {
    return {
      message: `the code of ${quoted(system)} has ${quoted(value)} for a value`,
      label: "undecidedness is no side of a code",
      why: [
        "a case that is not decided yet is on neither side: undecidedness is a matter of time, which programs bring to an end",
      ],
      help: [
        others.length > 2
          ? "leave it out; a clause that leaves the case open says `-> undecided`"
          : surplus !== undefined
            ? `keep ${listed(others.map(quoted))}; a clause that leaves the case open says \`-> undecided\``
            : counterpart === undefined
              ? "name the two sides that are decided between, and leave open cases to `-> undecided`"
              : `name the other side of ${quoted(others[0] ?? "")}, as in ${quoted(`code ${others[0]} / ${counterpart}`)}, and leave open cases to \`-> undecided\``,
      ],
    };
  },

  fixes({ value, place, others, counterpart, surplus, clauseEdits, emits }) {
    if (surplus !== undefined) {
      return [
        {
          title: `remove ${quoted(value)}${clauseEdits.length > 0 ? " and let its clauses leave the case open" : ""}`,
          certain: others.length === 2 && !emits,
          edits: [{ place: surplus, text: "" }, ...clauseEdits],
        },
      ];
    }
    if (counterpart === undefined) return [];
    return [
      {
        title: `write ${quoted(counterpart)} as the other side`,
        certain: false,
        edits: [{ place, text: counterpart }],
      },
    ];
  },
});

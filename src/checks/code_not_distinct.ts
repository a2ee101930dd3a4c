import { quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import { folded } from "../model/canon/names.ts";
import type { CodeValue } from "../model/model.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { counterValue } from "./support/codes.ts";
import { isWrittenIn } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly first: { readonly name: string; readonly place: Place };
  readonly second: { readonly name: string; readonly place: Place };
  /** The repetition together with the stroke before it, where two other values remain without it. */
  readonly surplus: Place | undefined;
  /** What could stand in place of the repetition; `known` if the literature has it as this system's code. */
  readonly counterpart: { readonly value: string; readonly known: boolean };
}

/** Of more repetitions in one code than these nothing new can be said. */
const mostReported = 3;

export const code_not_distinct = defineCheck<Facts>({
  name: "code_not_distinct",
  severity: "error",
  group: "codes",
  summary: "a code whose values are the same",
  sources: ["Luhmann 1986, ch. 7", "Baraldi, Corsi and Esposito 1997, s.v. Code"],
  perDeclaration: true,

  *detect(context) {
    for (const system of context.model.systems) {
      for (const code of system.codes) {
        if (!isWrittenIn(system, code)) continue;
        let found = 0;
        const firsts = new Map<string, CodeValue>();
        const remaining = new Set(code.values.map((value) => folded(value.name))).size;
        for (const [index, second] of code.values.entries()) {
          const first = firsts.get(folded(second.name));
          const previous = code.values[index - 1];
          if (found === mostReported) break;
          if (first === undefined || previous === undefined) {
            firsts.set(folded(second.name), second);
            continue;
          }
          found += 1;
          yield {
            place: second.place,
            facts: {
              system: called(system, second.place, context),
              first,
              second,
              surplus:
                remaining >= 2
                  ? { file: second.place.file, start: previous.place.end, end: second.place.end }
                  : undefined,
              counterpart:
                remaining >= 2 ? { value: "", known: false } : counterValue(first.name, system, context),
            },
          };
        }
      }
    }
  },

  words({ system, first, second, surplus, counterpart }) {
    const alike = first.name === second.name ? "" : "; case and `_` do not tell values apart";
    return {
      message: `both sides of the code of ${quoted(system)} are ${quoted(first.name)}${alike}`,
      label: "the same value again",
      related: [{ place: first.place, message: "the value stands here already" }],
      why: [
        "a code distinguishes: whoever designates one side must be able to cross to the other by a single negation",
      ],
      help: [
        surplus === undefined
          ? `write the other side instead, as in ${quoted(`code ${first.name} / ${counterpart.value}`)}`
          : `leave the second ${quoted(second.name)} out`,
      ],
    };
  },

  fixes({ first, second, surplus, counterpart }) {
    if (surplus !== undefined) {
      return [
        {
          title: `remove the second ${quoted(second.name)}`,
          certain: first.name === second.name,
          edits: [{ place: surplus, text: "" }],
        },
      ];
    }
    return [
      {
        title: `write ${quoted(counterpart.value)} as the other side`,
        certain: counterpart.known,
        edits: [{ place: second.place, text: counterpart.value }],
      },
    ];
  },
});

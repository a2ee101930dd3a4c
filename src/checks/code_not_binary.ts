import { listed, quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import { folded } from "../model/canon/names.ts";
import { systemsKnownWith } from "../model/canon/rivals.ts";
import type { Code } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { counterValue } from "./support/codes.ts";
import { openValues } from "./support/open_values.ts";
import { isWrittenIn, placeInModel } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly values: readonly string[];
  /** The two values that make a code; the first two unless the literature knows another pair of them as one. */
  readonly kept: readonly string[];
  /** What is neither kept nor a word for cases that are still open, which `undecided_as_value` speaks of. */
  readonly surplus: readonly string[];
  /** What a single value could be distinguished from. */
  readonly counterpart: string | undefined;
  /** It has another code before this, not marked as secondary either: what this one is, `several_codes` asks. */
  readonly isSecond: boolean;
  /** The values of the code, from the first to the last. */
  readonly valuesPlace: Place;
}

export const code_not_binary = defineCheck<Facts>({
  name: "code_not_binary",
  severity: "error",
  group: "codes",
  summary: "a code that does not have exactly two values",
  sources: ["Luhmann 1986, ch. 7", "Baraldi, Corsi and Esposito 1997, s.v. Code"],
  blindToNumbers: true,

  *detect(context) {
    for (const system of context.model.systems) {
      for (const code of system.codes) {
        const values = code.values.map((value) => value.name);
        const [first] = code.values;
        const last = code.values.at(-1);
        if (values.length === 2 || first === undefined || last === undefined) continue;
        if (!isWrittenIn(system, code) || isExplainedOtherwise(values)) continue;
        if (values.length === 1 && isBroken(first.place, context)) continue;
        const open = openValues(values);
        const kept = pairWithin(values.filter((value) => !open.includes(value)));
        const surplus = code.values.find(({ name }) => !kept.includes(name) && !open.includes(name));
        const place = placeInModel((surplus ?? first).place, system, context);
        yield {
          place,
          facts: {
            system: called(system, place, context),
            values,
            kept,
            surplus: values.filter((value) => !kept.includes(value) && !open.includes(value)),
            counterpart: values.length === 1 ? counterValue(first.name, system, context).value : undefined,
            isSecond: !code.secondary && system.codes.find(({ secondary }) => !secondary) !== code,
            valuesPlace: valuesPlaceOf(code, first.place, last.place),
          },
        };
      }
    }
  },

  words({ system, values, kept, surplus, counterpart, isSecond }) {
    if (counterpart !== undefined) {
      const [only = ""] = values;
      return {
        message: `the code of ${quoted(system)} has one value, a code has exactly two`,
        label: "the value on the other side is missing",
        why: [
          "a code is a distinction with two sides: what would be designated on every occasion distinguishes nothing",
        ],
        help: [
          `name what ${quoted(only)} is distinguished from, as in ${quoted(`code ${only} / ${counterpart}`)}`,
        ],
      };
    }
    return {
      message: `the code of ${quoted(system)} has ${values.length} values, a code has exactly two`,
      label: surplus.length === 1 ? "a third value" : "the first value too many",
      why: [
        "a code is a distinction with two sides: a third value would leave open which operations belong to the system (Luhmann 1986, ch. 7)",
      ],
      help: [
        `${isSecond ? "if it stays beside the first, keep" : "keep"} ${listed(kept.map(quoted))}; what ${listed(surplus.map(quoted))} ${surplus.length === 1 ? "stands" : "stand"} for can be a condition in a program (\`when … -> ${kept[0]}\`), or be left open with \`-> undecided\``,
      ],
    };
  },

  fixes({ values, kept, counterpart, valuesPlace, isSecond }) {
    if (isSecond) return [];
    const text = counterpart === undefined ? kept.join(" / ") : `${values[0] ?? ""} / ${counterpart}`;
    return [
      {
        title: `write \`code ${text}\``,
        certain: false,
        edits: [{ place: valuesPlace, text }],
      },
    ];
  },
});

/** A value that stands twice, or a word for what is still open, is the better explanation of a third value. */
function isExplainedOtherwise(values: readonly string[]): boolean {
  const distinct = new Set(values.map(folded));
  if (distinct.size < values.length) return distinct.size <= 2;
  return values.length > 2 && values.length - openValues(values).length === 2;
}

/** A stroke after the only value: the text is broken here, which has been reported. */
function isBroken(value: Place, context: CheckContext): boolean {
  const rest = context.source(value.file)?.text.slice(value.end, value.end + 200) ?? "";
  return /^\s*\/(?![/*])/u.test(rest);
}

function pairWithin(values: readonly string[]): readonly string[] {
  const beginning = values.slice(0, 12);
  for (const [index, first] of beginning.entries()) {
    const second = beginning.slice(index + 1).find((other) => systemsKnownWith([first, other]).length > 0);
    if (second !== undefined) return [first, second];
  }
  return values.slice(0, 2);
}

function valuesPlaceOf(code: Code, first: Place, last: Place): Place {
  return { file: code.place.file, start: first.start, end: last.end };
}

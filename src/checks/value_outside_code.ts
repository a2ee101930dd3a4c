import { nearest } from "../base/near.ts";
import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import { undecidedIn } from "../model/canon/undecided.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { valuesOpenTo } from "./support/codes.ts";
import { misplacedValues } from "./support/values.ts";

interface Facts {
  readonly system: string;
  readonly program: string;
  readonly value: string;
  readonly place: Place;
  /** All that its clauses may designate. */
  readonly values: readonly string[];
  readonly near: readonly string[];
  /** The word says that nothing is decided yet. */
  readonly open: boolean;
}

export const value_outside_code = defineCheck<Facts>({
  name: "value_outside_code",
  severity: "error",
  group: "programs",
  summary: "a program that designates what is a value of no code",
  sources: ["Baraldi, Corsi and Esposito 1997, s.v. Program"],
  fromAbsence: "members",
  perDeclaration: true,

  *detect(context) {
    for (const { system, program, value, place, owner, copiedFrom } of misplacedValues(context)) {
      if (owner !== undefined || copiedFrom !== undefined) continue;
      const values = [...valuesOpenTo(system, context)];
      yield {
        place,
        facts: {
          system: called(system, place, context),
          program: program.name,
          value,
          place,
          values,
          near: nearest(value, values),
          open: undecidedIn(value) !== undefined,
        },
      };
    }
  },

  words({ system, program, value, values, near, open }) {
    return {
      message: `${quoted(program)} of ${quoted(system)} designates ${quoted(value)}, which is no value of its code`,
      label: near[0] === undefined ? "a value of no code" : `there is ${quoted(near[0])}`,
      why: [
        "a program says when which value of the code is correctly designated; it adds no values to the code",
      ],
      help: [
        open
          ? `to leave the case open, write ${quoted("-> undecided")}: undecidedness is time, and no value`
          : `designate ${listed(values.map(quoted), "or")}, or leave the case open with ${quoted("-> undecided")}`,
      ],
    };
  },

  fixes({ value, near, place, open }) {
    if (open) {
      return [{ title: "leave the case open", certain: false, edits: [{ place, text: "undecided" }] }];
    }
    return near.map((each) => ({
      title: `designate ${quoted(each)}`,
      certain: near.length === 1 && isSlip(value, each),
      edits: [{ place, text: each }],
    }));
  },
});

/** A slip of the pen: long enough to be recognised, and too little changed to be the negation of the other. */
function isSlip(written: string, meant: string): boolean {
  return meant.length >= 5 && Math.abs(written.length - meant.length) <= 1;
}

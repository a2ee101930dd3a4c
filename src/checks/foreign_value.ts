import { listed, quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import type { Code } from "../model/model.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { codeText, primaryCode } from "./support/codes.ts";
import { after } from "./support/insertion.ts";
import { misplacedValues } from "./support/values.ts";

interface Facts {
  readonly system: string;
  readonly program: string;
  readonly value: string;
  readonly place: Place;
  readonly owner: string;
  /** The system is in the model; else it is one of the canon that the model does not have. */
  readonly present: boolean;
  readonly code: string;
  /** The value of the system's own code on the same side. */
  readonly sameSide: string | undefined;
  /** The couplings that the model has between the two. */
  readonly couplings: readonly string[];
  readonly isOrganization: boolean;
  /** Where the code of the owner stands, if it is in the model. */
  readonly codePlace: Place | undefined;
  /** The system from which `like` has copied the program, and which may designate the value. */
  readonly copiedFrom: string | undefined;
  /** The last of what the system is within, if the program is copied. */
  readonly lastWithin: Place | undefined;
}

export const foreign_value = defineCheck<Facts>({
  name: "foreign_value",
  severity: "error",
  group: "programs",
  summary: "a program that designates a value of another system's code",
  sources: ["Luhmann 1997, ch. 4", "Luhmann 1986, ch. 7"],
  perDeclaration: true,

  *detect(context) {
    const copies = new Set<string>();
    for (const { system, program, value, place, owner, copiedFrom } of misplacedValues(context)) {
      const code = primaryCode(system);
      if (owner === undefined || code === undefined) continue;
      // What `like` copies is one thing, however many clauses it has.
      const copy = JSON.stringify([system.id, program.name, owner.name]);
      if (copiedFrom !== undefined && copies.has(copy)) continue;
      copies.add(copy);
      yield {
        place,
        facts: {
          system: called(system, place, context),
          program: program.name,
          value,
          place,
          copiedFrom: copiedFrom && called(copiedFrom, place, context),
          lastWithin: copiedFrom && system.within.at(-1)?.place,
          owner: owner.id === undefined ? owner.name : called({ id: owner.id }, place, context),
          present: owner.id !== undefined,
          code: codeText(code),
          sameSide: owner.sameSide,
          couplings:
            owner.id === undefined
              ? []
              : context.index
                  .couplingsBetween(system.id, owner.id)
                  .map((coupling) => called(coupling, place, context)),
          isOrganization: system.systemKind === "organization",
          codePlace:
            owner.id === undefined
              ? undefined
              : context.index.system(owner.id)?.codes.find(codeWith(value))?.place,
        },
      };
    }
  },

  words({
    system,
    program,
    value,
    owner,
    present,
    code,
    sameSide,
    couplings,
    isOrganization,
    codePlace,
    copiedFrom,
  }) {
    const irritation = !present
      ? `take it from the canon, ${quoted(`import ${owner} from "canon"`)}, and let a coupling carry an operation of ${quoted(system)} to it`
      : couplings.length > 0
        ? `emit an operation that ${listed(couplings.map(quoted), "or")} carries`
        : `emit an operation, and carry it with a coupling between ${quoted(system)} and ${quoted(owner)}`;
    return {
      message: `${quoted(program)} of ${quoted(system)} designates ${quoted(value)}, a value of the code of ${quoted(owner)}`,
      label:
        copiedFrom === undefined
          ? `not a value of ${quoted(code)}`
          : `copied from here, and ${quoted(copiedFrom)} may designate it`,
      related:
        codePlace === undefined
          ? []
          : [{ place: codePlace, message: `${quoted(value)} is a value of ${quoted(owner)}` }],
      why: [
        "a system is operationally closed: it decides in its own code alone, and what that means in the code of another is decided there (Luhmann 1997, ch. 4)",
      ],
      help: [
        copiedFrom !== undefined
          ? `give ${quoted(system)} a program ${quoted(program)} of its own, which takes the place of the copied one`
          : sameSide === undefined
            ? `designate a value of ${quoted(code)}`
            : `designate a value of ${quoted(code)}: on the same side stands ${quoted(sameSide)}`,
        isOrganization
          ? `if ${quoted(system)} takes part in ${quoted(owner)}, say so: ${quoted(`organization ${system} within ${owner}`)}; then it may decide in that code, too`
          : `to move ${quoted(owner)} to answer, ${irritation}`,
      ],
    };
  },

  fixes({ place, sameSide, owner, present, copiedFrom, lastWithin }) {
    if (copiedFrom !== undefined) {
      return lastWithin === undefined || !present
        ? []
        : [
            {
              title: `let it take part in ${quoted(owner)}, too`,
              certain: false,
              edits: [{ place: after(lastWithin), text: `, ${owner}` }],
            },
          ];
    }
    if (sameSide === undefined) return [];
    return [{ title: `designate ${quoted(sameSide)}`, certain: false, edits: [{ place, text: sameSide }] }];
  },
});

function codeWith(value: string): (code: Code) => boolean {
  return ({ values }) => values.some(({ name }) => name === value);
}

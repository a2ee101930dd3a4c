import { quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { pairKey } from "../model/canon/names.ts";
import { knownCode } from "../model/canon/rivals.ts";
import type { Code, System } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { canonicalOf } from "./support/canon.ts";
import { codeText } from "./support/codes.ts";
import { removal } from "./support/edits.ts";
import { allClauses } from "./support/programs.ts";
import { called } from "./support/names.ts";
import { isCanonicalFile, isWrittenIn, placeInModel } from "./support/systems.ts";
import { valuesRenamed } from "./support/values.ts";

/**
 * How the second code stands to the first: the very same, the same in other words or another language, a second coding
 * that the literature knows, or another.
 */
type Relation = "same" | "reworded" | "second coding" | "another";

interface Facts {
  readonly system: string;
  readonly first: { readonly code: string; readonly place: Place };
  readonly second: { readonly code: string; readonly place: Place; readonly labelled: boolean };
  readonly relation: Relation;
  /** The first code is the canon's, so that only the second can be meant to be the secondary one. */
  readonly fromCanon: boolean;
  /** The second has two values; of any other number `code_not_binary` speaks. */
  readonly isBinary: boolean;
  /** Clauses designate by the first code, so that a copy with another could not take them over. */
  readonly isUsed: boolean;
  /** Where clauses designate by the second code, the values of the first instead. */
  readonly clauseEdits: readonly Edit[];
}

export const several_codes = defineCheck<Facts>({
  name: "several_codes",
  severity: "warning",
  group: "codes",
  summary: "two codes, none of them marked `secondary`",
  sources: ["Luhmann 1986, ch. 7", "Luhmann 1990, Die Wissenschaft der Gesellschaft"],
  blindToNumbers: true,

  *detect(context) {
    for (const system of context.model.systems) {
      const [first, ...others] = system.codes.filter((code) => !code.secondary && isNamed(code));
      if (first === undefined) continue;
      for (const second of others) {
        if (!isWrittenIn(system, second)) continue;
        const values = second.values.map(({ name }) => name);
        const isBinary = values.length === 2;
        const kernel = isBinary ? values : pairIn(first, values, system, context);
        const firstValues = first.values.map(({ name }) => name);
        yield {
          place: second.place,
          facts: {
            system: called(system, second.place, context),
            first: { code: codeText(first), place: placeInModel(first.place, system, context) },
            second: {
              code: codeText(second),
              place: second.place,
              labelled: second.values.some(({ label }) => label !== undefined),
            },
            relation: relationOf(first, kernel, system, context),
            fromCanon: isCanonicalFile(first.place.file, context),
            isBinary,
            isUsed: designates(system, firstValues),
            clauseEdits: valuesRenamed(system, kernel, firstValues),
          },
        };
      }
    }
  },

  words(facts) {
    const { system, first, second, relation, fromCanon, isBinary, isUsed } = facts;
    const name = `my_${undotted(system)}`;
    const another = isUsed
      ? `declare a system of your own, and write its programs anew: ${quoted(`function system ${name} { code ${second.code} }`)}`
      : `declare a system of your own: ${quoted(`function system ${name} like ${system} { code ${second.code} }`)}`;
    return {
      message: messageOf(facts),
      label: labels[relation],
      related: [
        {
          place: first.place,
          message: fromCanon ? `the canon gives it ${quoted(first.code)}` : "the first is here",
        },
      ],
      why: [
        "a system has one guiding distinction; a second coding, like reputation in science or property in the economy, rests on the first",
      ],
      help:
        relation === "same"
          ? ["remove it: what `extend` adds is what is not there yet"]
          : relation === "reworded"
            ? [
                isBinary
                  ? `remove it and designate by ${quoted(first.code)}; or, to say it in these words, ${another}`
                  : `remove it and designate by ${quoted(first.code)}; what a further value stands for can be a condition in a program`,
              ]
            : !isBinary
              ? [
                  "leave two values of it: then it can be marked `secondary`, or be the code of another system",
                ]
              : [
                  `if ${quoted(second.code)} rests on ${quoted(first.code)}, mark it: ${quoted(`secondary code ${second.code}`)}`,
                  fromCanon
                    ? `to take ${quoted(second.code)} in place of the canon's code, ${another}`
                    : "if the two are equally basic, they are the codes of two systems",
                ],
    };
  },

  fixes({ first, second, relation, fromCanon, clauseEdits, isBinary }, context) {
    if (relation === "same" || relation === "reworded") {
      return [
        {
          title:
            relation === "same" ? "remove it" : `remove it, and designate by ${quoted(first.code)} instead`,
          certain: relation === "same" && !second.labelled,
          edits: [removal(second.place, context), ...(relation === "same" ? [] : clauseEdits)],
        },
      ];
    }
    if (!isBinary) return [];
    return [
      {
        title: `mark ${quoted(second.code)} as secondary`,
        certain: fromCanon && relation === "second coding",
        edits: [{ place: { ...second.place, end: second.place.start }, text: "secondary " }],
      },
    ];
  },
});

/** `law`, where the file calls it `canon.law`: a name has no dots. */
function undotted(system: string): string {
  return system.slice(system.lastIndexOf(".") + 1);
}

/** A value that could not be read has been reported, and the code is not known. */
function isNamed({ values }: Code): boolean {
  return values.length > 0 && values.every(({ name }) => name !== "");
}

/** Of values that are no pair the two, in their order, that are the first code in other words; else all of them. */
function pairIn(
  first: Code,
  values: readonly string[],
  system: System,
  context: CheckContext,
): readonly string[] {
  const some = values.slice(0, mostValues);
  const pairs = some.flatMap((one, index) => some.slice(index + 1).map((other) => [one, other]));
  return pairs.find((pair) => relationOf(first, pair, system, context) === "reworded") ?? values;
}

/** So many values of a code are paired. */
const mostValues = 12;

function designates(system: System, values: readonly string[]): boolean {
  return allClauses(system).some(({ clause }) => values.includes(clause.value?.text ?? ""));
}

function relationOf(first: Code, other: readonly string[], system: System, context: CheckContext): Relation {
  const one = first.values.map(({ name }) => name);
  if (one.join(" / ") === other.join(" / ")) return "same";
  const key = pairKey(one);
  if (key !== undefined && key === pairKey(other)) return "reworded";
  const canonical = canonicalOf(system, context);
  const known = canonical && knownCode(canonical, other);
  if (known?.standing === "secondary") return "second coding";
  return known !== undefined && known === knownCode(known.system, one) ? "reworded" : "another";
}

const labels: Readonly<Record<Relation, string>> = {
  same: "the same once more",
  reworded: "the same distinction",
  "second coding": "a second guiding distinction",
  another: "a second guiding distinction",
};

function messageOf({ system, first, second, relation, isBinary }: Facts): string {
  switch (relation) {
    case "same":
      return `${quoted(system)} has the code ${quoted(first.code)} already`;
    case "reworded":
      return `${quoted(second.code)} ${isBinary ? "is" : "has in it"} the code that ${quoted(system)} has already, ${quoted(first.code)}`;
    case "second coding":
    case "another":
      return `${quoted(system)} has two codes, and neither is marked \`secondary\``;
  }
}

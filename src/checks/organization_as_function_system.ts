import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import { organizationWords } from "../model/canon/organization_words.ts";
import type { System } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { isInEntry } from "./support/at_work.ts";
import { textAt } from "./support/edits.ts";
import { isWrittenIn } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly canonical: boolean;
  /** The words that speak of an organisation. */
  readonly words: readonly string[];
  /** The words `function system` of its declaration, where the modeller has written it. */
  readonly kindPlace: Place | undefined;
}

export const organization_as_function_system = defineCheck<Facts>({
  name: "organization_as_function_system",
  severity: "warning",
  group: "organizations",
  summary: "a function system that is described like an organization",
  sources: ["Luhmann 2000, Organisation und Entscheidung", "Roth and Schütz 2015"],

  *detect(context) {
    for (const system of context.model.systems) {
      if (system.systemKind !== "function system") continue;
      const said = sayings(system).filter(({ place }) => isInEntry(place, context));
      const words = organizationWords(said.map(({ text }) => text).join(" ; "));
      const first = said.find(({ text }) => words.some((word) => mentions(text, word)));
      if (words.length === 0 || first === undefined) continue;
      yield {
        place: first.place,
        facts: {
          system: called(system, first.place, context),
          canonical: system.canonical,
          words,
          kindPlace: system.canonical ? undefined : kindPlaceOf(system, context),
        },
      };
    }
  },

  words({ system, canonical, words }) {
    const spoken = listed(words.slice(0, 3).map((word) => `“${word}”`));
    return {
      message: `the function system \`${system}\` is described like an organization`,
      label: `${spoken}: a matter of organizations`,
      why: [
        "organizations consist of decisions and decide who is a member; a function system includes everybody, and has no members, no head office and no superior",
      ],
      help: [
        canonical
          ? `declare the organization that is meant, \`organization … within ${system}\`, and give it this`
          : `declare \`${system}\` as an \`organization\`, \`within\` the function systems it takes part in`,
      ],
    };
  },

  fixes({ kindPlace, system }) {
    if (kindPlace === undefined) return [];
    return [
      {
        title: `declare ${quoted(system)} as an organization`,
        certain: false,
        edits: [{ place: kindPlace, text: "organization" }],
      },
    ];
  },
});

/** What the modeller says of the system that could speak of an organisation: its function and the names of its parts. */
function sayings(system: System): readonly { readonly text: string; readonly place: Place }[] {
  const named = [...system.roles, ...system.operations, ...system.expectations, ...system.programs];
  return [
    ...(system.label === undefined ? [] : [{ text: system.label, place: system.namePlace }]),
    ...system.functions.filter((each) => isWrittenIn(system, each)),
    ...named
      .filter((each) => isWrittenIn(system, each))
      .map(({ name, label, namePlace }) => ({ text: `${name} ${label ?? ""}`, place: namePlace })),
  ];
}

function mentions(text: string, word: string): boolean {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(" ");
  return plain.includes(word);
}

function kindPlaceOf({ place, namePlace }: System, context: CheckContext): Place | undefined {
  const head = textAt({ file: place.file, start: place.start, end: namePlace.start }, context);
  const words = /function\s+system(?=\s+$)/u.exec(head);
  if (words === null) return undefined;
  const start = place.start + words.index;
  return { file: place.file, start, end: start + words[0].length };
}

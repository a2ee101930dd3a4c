import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import { canonAlias } from "../model/canon/aliases.ts";
import type { EverydayKind } from "../model/canon/everyday_names.ts";
import { everydayName } from "../model/canon/everyday_names.ts";
import { systemsKnownWith } from "../model/canon/rivals.ts";
import { canonicalSystemMeant } from "../model/canon/systems.ts";
import { theme } from "../model/canon/themes.ts";
import { defineCheck } from "./context.ts";
import { canonicalCalled } from "./support/canon.ts";
import { primaryCode } from "./support/codes.ts";
import { kindPlace } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly kind: EverydayKind;
  /** The system whose code it has. */
  readonly codeOf: string | undefined;
  readonly kindPlace: Place | undefined;
}

const kindNames: Readonly<Record<EverydayKind, string>> = {
  organization: "an organisation",
  place: "a place",
  person: "a person",
  group: "a group of people",
};

export const everyday_name = defineCheck<Facts>({
  name: "everyday_name",
  severity: "hint",
  group: "codes",
  summary: "a function system named like an organisation, a place, a person or a group",
  sources: ["Luhmann 1997, ch. 4", "Roth and Schütz 2015"],

  *detect(context) {
    for (const system of context.model.systems) {
      if (system.systemKind !== "function system" || system.canonical) continue;
      const everyday = everydayName(system.name);
      if (everyday === undefined || canonicalSystemMeant(system.name) !== undefined) continue;
      // `canon_alias` and `theme_as_system` know more of these names.
      if (canonAlias(system.name) !== undefined || theme(system.name) !== undefined) continue;
      const code = primaryCode(system);
      const [known] = systemsKnownWith(code?.values.map(({ name }) => name) ?? []);
      yield {
        place: system.namePlace,
        facts: {
          system: system.name,
          kind: everyday.kind,
          codeOf: known && canonicalCalled(known.system, system.namePlace.file, context),
          kindPlace: kindPlace(system, context),
        },
      };
    }
  },

  words({ system, kind, codeOf }) {
    return {
      message: `${quoted(system)} is declared as a function system, and is named like ${kindNames[kind]}`,
      label: `the name of ${kindNames[kind]}`,
      why: [
        "function systems consist of communications with one code, wherever they happen and whoever takes part; organisations, places and people are none",
      ],
      help: [helpFor(system, kind, codeOf)],
    };
  },

  fixes({ kind, kindPlace: place }) {
    if (place === undefined || kind === "place" || kind === "group") return [];
    const text = kind === "organization" ? "organization" : "psychic system";
    return [{ title: `declare it as ${quoted(text)}`, certain: false, edits: [{ place, text }] }];
  },
});

function helpFor(system: string, kind: EverydayKind, codeOf: string | undefined): string {
  switch (kind) {
    case "organization":
      return `declare it as ${quoted(`organization ${system} within ${codeOf ?? "…"}`)}, naming the function systems in which it takes part`;
    case "place":
      return `name the system after what it does for society; ${quoted(system)} itself can be an \`environment\` with events and quantities`;
    case "person":
      return `declare it as ${quoted(`psychic system ${system}`)}, which is environment of society and irritates it when it is communicated`;
    case "group":
      return `declare it as ${quoted(`population ${system} of …`)}, included in function systems by roles`;
  }
}

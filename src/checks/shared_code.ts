import { quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import { pairKey } from "../model/canon/names.ts";
import type { System } from "../model/model.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { codeText, primaryCode } from "./support/codes.ts";
import { kindPlace, placeInModel } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly code: string;
  readonly other: { readonly name: string; readonly place: Place; readonly canonical: boolean };
  /** The words `function system` of the declaration, and where a `within` could follow the name. */
  readonly kind: Place | undefined;
  readonly afterName: Place;
}

export const shared_code = defineCheck<Facts>({
  name: "shared_code",
  severity: "error",
  group: "codes",
  summary: "two function systems with one code",
  sources: ["Luhmann 1986, ch. 7", "Luhmann 1997, ch. 4"],

  *detect(context) {
    const byCode = new Map<string, System>();
    // The canon's come first, so that what the modeller added to them is what is reported.
    const systems = [...context.model.systems].sort((a, b) => Number(b.canonical) - Number(a.canonical));
    for (const system of systems) {
      if (system.systemKind !== "function system") continue;
      const code = primaryCode(system);
      const key = code && pairKey(code.values.map((value) => value.name));
      if (code === undefined || key === undefined) continue;
      const other = byCode.get(key);
      if (other === undefined) {
        byCode.set(key, system);
        continue;
      }
      const otherCode = primaryCode(other);
      // `like` is the language's way of having a second system of the same kind: the code is copied, not claimed.
      if (otherCode === undefined || isSamePlace(code.place, otherCode.place)) continue;
      const place = placeInModel(code.place, system, context);
      // Two of one name are `duplicate_name`; whether they are two at all, is for the modeller to say first.
      if (called(system, place, context) === called(other, place, context)) continue;
      yield {
        place,
        facts: {
          system: called(system, place, context),
          code: codeText(code),
          other: {
            name: called(other, place, context),
            place: placeInModel(otherCode.place, other, context),
            canonical: other.canonical,
          },
          kind: system.within.length > 0 ? undefined : kindPlace(system, context),
          afterName: { file: system.namePlace.file, start: system.namePlace.end, end: system.namePlace.end },
        },
      };
    }
  },

  words({ system, code, other }) {
    return {
      message: `${quoted(system)} and ${quoted(other.name)} observe through the same code, ${quoted(code)}`,
      label: other.canonical ? `the code of ${quoted(other.name)}` : "the same code once more",
      related: [
        {
          place: other.place,
          message: other.canonical
            ? `${quoted(other.name)} has this code from the canon`
            : `${quoted(other.name)} has it too`,
        },
      ],
      why: [
        "it is its code by which a function system tells its own operations from all others: what is decided by one code belongs to one system",
      ],
      help: [
        `if ${quoted(system)} is an organisation that works with this code, declare it as \`organization ${system} within ${other.name}\``,
        `if it is a system of its own, name the distinction that only ${quoted(system)} makes; if it is the same one, put its parts into \`extend ${other.name} { … }\``,
      ],
    };
  },

  fixes({ system, other, kind, afterName }) {
    if (kind === undefined) return [];
    return [
      {
        title: `make ${quoted(system)} an organization within ${quoted(other.name)}`,
        certain: false,
        edits: [
          { place: kind, text: "organization" },
          { place: afterName, text: ` within ${other.name}` },
        ],
      },
    ];
  },
});

function isSamePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.start === b.start;
}

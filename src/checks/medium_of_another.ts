import { quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import { canonAlias } from "../model/canon/aliases.ts";
import { knownMedia, knownMedium } from "../model/canon/media.ts";
import type { CanonicalSystem } from "../model/canon/systems.ts";
import { defineCheck } from "./context.ts";
import { calledWith, canonicalCalled, canonicalOf } from "./support/canon.ts";
import { isWrittenIn } from "./support/systems.ts";
import { called } from "./support/names.ts";

interface Facts {
  readonly system: string;
  readonly canonical: CanonicalSystem | undefined;
  readonly medium: string;
  readonly owner: string;
  readonly source: string;
  /** The medium that the literature gives this system. */
  readonly proposal: string | undefined;
  readonly namePlace: Place;
}

export const medium_of_another = defineCheck<Facts>({
  name: "medium_of_another",
  severity: "warning",
  group: "codes",
  summary: "a system with the medium of another",
  sources: ["Luhmann 1997, ch. 2"],

  *detect(context) {
    for (const system of context.model.systems) {
      if (system.systemKind !== "function system") continue;
      const canonical = canonicalOf(system, context);
      for (const medium of system.media) {
        const known = knownMedium(medium.name);
        // A market with the medium money means the economy; `canon_alias` says so.
        const meant = canonical ?? canonAlias(system.name)?.system;
        if (known === undefined || known.system === meant || !isWrittenIn(system, medium)) continue;
        const own = knownMedia.filter((each) => each.system === canonical);
        yield {
          place: medium.namePlace,
          facts: {
            system: called(system, medium.namePlace, context),
            canonical,
            medium: medium.name,
            owner: canonicalCalled(known.system, medium.namePlace.file, context),
            source: known.source,
            proposal: own[0]?.names.find((name) => isHan(name) === isHan(medium.name)),
            namePlace: medium.namePlace,
          },
        };
      }
    }
  },

  words({ system, canonical, medium, owner, source, proposal }) {
    return {
      message: `${quoted(medium)} is the medium of ${quoted(owner)}, and not of ${calledWith(system, canonical)}`,
      label: `belongs to ${quoted(owner)} (${source})`,
      why: [
        "a medium makes it likely that the communications of one system are accepted: a judgment is not accepted because it was paid for",
      ],
      help: [
        proposal === undefined
          ? `name what makes communications of ${quoted(system)} acceptable; if it is ${quoted(medium)}, they belong to ${quoted(owner)}`
          : `the medium of ${quoted(system)} is ${quoted(proposal)}`,
        `that ${quoted(medium)} matters to ${quoted(system)} can be said by a coupling with ${quoted(owner)}`,
      ],
    };
  },

  fixes({ proposal, namePlace }) {
    if (proposal === undefined) return [];
    return [
      { title: `write ${quoted(proposal)}`, certain: false, edits: [{ place: namePlace, text: proposal }] },
    ];
  },
});

/** A medium in Chinese characters is answered with one. */
function isHan(name: string): boolean {
  return /\p{Script=Han}/u.test(name);
}

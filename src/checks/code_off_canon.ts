import { listed, quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { criterionPair } from "../model/canon/criteria.ts";
import { knownCode, rivalsOf } from "../model/canon/rivals.ts";
import { canonicalCodes } from "../model/canon/systems.ts";
import type { CanonicalSystem } from "../model/canon/systems.ts";
import { defineCheck } from "./context.ts";
import { calledWith, canonicalOf } from "./support/canon.ts";
import { codeText, isSound, primaryCode } from "./support/codes.ts";
import { isWrittenIn } from "./support/systems.ts";
import { valuesRenamed } from "./support/values.ts";
import { called } from "./support/names.ts";

interface Facts {
  readonly system: string;
  readonly canonical: CanonicalSystem;
  readonly code: string;
  /** The documented rivals with their sources. */
  readonly rivals: readonly string[];
  /** The values of the code, from the first to the last. */
  readonly valuesPlace: Place;
  /** Its clauses, with the values of the canon. */
  readonly clauseEdits: readonly Edit[];
}

export const code_off_canon = defineCheck<Facts>({
  name: "code_off_canon",
  severity: "hint",
  group: "codes",
  summary: "a canonical system with neither its code nor a documented rival, and without a `cite`",
  sources: ["Luhmann 1997, ch. 4", "Roth and Schütz 2015"],
  blindToNumbers: true,

  *detect(context) {
    for (const system of context.model.systems) {
      const canonical = canonicalOf(system, context);
      const code = primaryCode(system);
      if (canonical === undefined || code === undefined || !isWrittenIn(system, code)) continue;
      const values = code.values.map((value) => value.name);
      const [first] = code.values;
      const last = code.values.at(-1);
      if (first === undefined || last === undefined || !isSound(code)) continue;
      if (system.citations.length > 0 || knownCode(canonical, values) !== undefined) continue;
      if (criterionPair(values, canonical) !== undefined) continue;
      const valuesPlace = { file: code.place.file, start: first.place.start, end: last.place.end };
      yield {
        place: valuesPlace,
        facts: {
          system: called(system, valuesPlace, context),
          canonical,
          code: codeText(code),
          rivals: rivalsOf(canonical).map(
            ({ values: rival, source }) =>
              quoted(rival.join(" / ")) + (source === undefined ? "" : ` (${source})`),
          ),
          valuesPlace,
          clauseEdits: valuesRenamed(system, values, canonicalCodes[canonical]),
        },
      };
    }
  },

  words({ system, canonical, code, rivals }) {
    const canon = quoted(canonicalCodes[canonical].join(" / "));
    return {
      message: `${quoted(code)} is not a code that the literature knows for ${calledWith(system, canonical)}`,
      label: `the canon has ${canon}`,
      why: [
        "by another code another system is meant: which codings of a system have been proposed is documented, and a new one needs its argument",
      ],
      help: [
        rivals.length === 0
          ? `take ${canon}`
          : `take ${canon}, or a documented rival: ${listed(rivals, "or")}`,
        "or name who proposes it: `cite` with a key of the bibliography",
      ],
    };
  },

  fixes({ canonical, valuesPlace, clauseEdits }) {
    const text = canonicalCodes[canonical].join(" / ");
    return [
      {
        title: `write ${quoted(text)}`,
        certain: false,
        edits: [{ place: valuesPlace, text }, ...clauseEdits],
      },
    ];
  },
});

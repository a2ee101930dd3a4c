import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { codeBehind, criterionPair } from "../model/canon/criteria.ts";
import { canonicalCodes } from "../model/canon/systems.ts";
import type { CanonicalSystem } from "../model/canon/systems.ts";
import { defineCheck } from "./context.ts";
import { calledWith, canonicalCalled, canonicalOf } from "./support/canon.ts";
import { codeText } from "./support/codes.ts";
import { isWrittenIn } from "./support/systems.ts";
import { valuesRenamed } from "./support/values.ts";
import { called } from "./support/names.ts";

interface Facts {
  readonly system: string;
  readonly canonical: CanonicalSystem | undefined;
  readonly values: readonly string[];
  readonly code: string;
  readonly valuesPlace: Place;
  /** What the pair is instead. */
  readonly why: string;
  readonly source: string;
  /** The system whose programs use the criterion, and the code that stands behind it. */
  readonly user: string | undefined;
  readonly proposal: string | undefined;
  /** Its clauses, with the values of that code. */
  readonly clauseEdits: readonly Edit[];
}

export const program_as_code = defineCheck<Facts>({
  name: "program_as_code",
  severity: "warning",
  group: "codes",
  summary: "criteria, such as profit / loss or left / right, where a code belongs",
  sources: ["Baraldi, Corsi and Esposito 1997, s.v. Code, Program", "Luhmann 1986, ch. 8"],

  *detect(context) {
    for (const system of context.model.systems) {
      if (system.systemKind !== "function system") continue;
      const canonical = canonicalOf(system, context);
      for (const code of system.codes) {
        const values = code.values.map((value) => value.name);
        const criterion = criterionPair(values, canonical);
        const [first] = code.values;
        const last = code.values.at(-1);
        if (criterion === undefined || first === undefined || last === undefined) continue;
        if (code.secondary || !isWrittenIn(system, code)) continue;
        const proposal = canonical === undefined ? codeBehind(criterion) : canonicalCodes[canonical];
        const valuesPlace = { ...first.place, end: last.place.end };
        yield {
          place: valuesPlace,
          facts: {
            system: called(system, valuesPlace, context),
            canonical,
            values,
            code: codeText(code),
            valuesPlace,
            why: criterion.why,
            source: criterion.source,
            user: criterion.system && canonicalCalled(criterion.system, valuesPlace.file, context),
            proposal: proposal?.join(" / "),
            clauseEdits: valuesRenamed(system, values, proposal ?? []),
          },
        };
      }
    }
  },

  words({ system, canonical, values, code, why, source, user, proposal }) {
    const [criterion = "…"] = values;
    const designated = proposal?.split(" / ")[0] ?? "…";
    return {
      message: `${quoted(code)} is a criterion, and no code for ${calledWith(system, canonical)}`,
      label: "what a program could test",
      why: [
        `${why} (${source})`,
        "a code stays the same for as long as the system exists and gives no direction; criteria do, and can be replaced without the system becoming another",
      ],
      help: [
        proposal === undefined
          ? `name the distinction that ${quoted(system)} alone makes, and test ${quoted(criterion)} in a program: \`when … -> …\``
          : canonical === undefined && user !== undefined
            ? `the pair is used by programs of ${quoted(user)}, whose code is ${quoted(proposal)}; name the distinction that ${quoted(system)} alone makes, and test ${quoted(criterion)} in a program`
            : `take the code ${quoted(proposal)}, and test ${quoted(criterion)} in a program: \`when … -> ${designated}\``,
      ],
    };
  },

  fixes({ system, canonical, proposal, valuesPlace, clauseEdits }) {
    if (proposal === undefined || canonical === undefined) return [];
    return [
      {
        title: `write the code of ${calledWith(system, canonical)}, ${quoted(proposal)}`,
        certain: false,
        edits: [{ place: valuesPlace, text: proposal }, ...clauseEdits],
      },
    ];
  },
});

import { quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import type { CanonicalSystem } from "../model/canon/systems.ts";
import { defineCheck } from "./context.ts";
import { calledWith, canonicalOf, canonStatement } from "./support/canon.ts";
import { memberAdded } from "./support/edits.ts";
import { whereWritten } from "./support/systems.ts";
import { called } from "./support/names.ts";

interface Facts {
  readonly system: string;
  readonly canonical: CanonicalSystem;
  /** The formula of the canon, in quotes. */
  readonly formula: string;
  readonly edit: Edit | undefined;
}

/** What the canon writes for systems about whose formula the literature disagrees. */
const noneAgreedOn = '"none agreed on"';

/** Only systems for which the literature knows a formula are asked for one. */
export const missing_contingency_formula = defineCheck<Facts>({
  name: "missing_contingency_formula",
  severity: "hint",
  group: "codes",
  summary: "a canonical system without its contingency formula",
  sources: ["Luhmann 1997, ch. 3"],
  fromAbsence: "members",

  *detect(context) {
    for (const system of context.model.systems) {
      if (system.systemKind !== "function system" || system.contingencies.length > 0) continue;
      const canonical = canonicalOf(system, context);
      const formula = canonical && canonStatement(canonical, "contingency");
      if (canonical === undefined || formula === undefined || formula === noneAgreedOn) continue;
      const place = whereWritten(system, context);
      yield {
        place,
        facts: {
          system: called(system, place, context),
          canonical,
          formula,
          edit: memberAdded(system, [`contingency ${formula}`], context),
        },
      };
    }
  },

  words({ system, canonical, formula }) {
    return {
      message: `${calledWith(system, canonical)} does not say what is beyond dispute in it`,
      label: "no `contingency` here",
      why: [
        "everything in a function system could be otherwise, except what its contingency formula puts beyond question: scarcity in the economy, justice in law",
      ],
      help: [`the canon gives ${calledWith(system, canonical)} ${quoted(`contingency ${formula}`)}`],
    };
  },

  fixes({ formula, edit }) {
    if (edit === undefined) return [];
    return [{ title: `add ${quoted(`contingency ${formula}`)}`, certain: false, edits: [edit] }];
  },
});

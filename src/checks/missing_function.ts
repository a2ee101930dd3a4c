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
  readonly canonical: CanonicalSystem | undefined;
  /** The function that the canon gives it, in quotes. */
  readonly proposal: string | undefined;
  readonly edit: Edit | undefined;
}

export const missing_function = defineCheck<Facts>({
  name: "missing_function",
  severity: "warning",
  group: "codes",
  summary: "a function system without a function",
  sources: ["Luhmann 1997, ch. 4", "Roth and Schütz 2015"],
  fromAbsence: "members",

  *detect(context) {
    for (const system of context.model.systems) {
      if (system.systemKind !== "function system" || system.functions.length > 0) continue;
      const canonical = canonicalOf(system, context);
      const proposal = canonical && canonStatement(canonical, "function");
      const place = whereWritten(system, context);
      yield {
        place,
        facts: {
          system: called(system, place, context),
          canonical,
          proposal,
          edit: proposal === undefined ? undefined : memberAdded(system, [`function ${proposal}`], context),
        },
      };
    }
  },

  words({ system, canonical, proposal }) {
    return {
      message: `the function system ${calledWith(system, canonical)} does not say which function it has for society`,
      label: "no `function` here",
      why: [
        "a function system has differentiated itself out for one problem of society, which no other system solves in its place",
      ],
      help: [
        proposal === undefined
          ? `say which problem of society ${quoted(system)} alone takes care of: \`function "…"\`; what it does for single other systems is said with \`performs\``
          : `say it as the canon does: ${quoted(`function ${proposal}`)}`,
      ],
    };
  },

  fixes({ system, canonical, proposal, edit }) {
    if (edit === undefined || proposal === undefined) return [];
    return [
      {
        title: `add the function of ${quoted(canonical ?? system)} in the canon`,
        certain: false,
        edits: [edit],
      },
    ];
  },
});

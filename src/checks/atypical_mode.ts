import { listed, quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import type { CanonicalSystem } from "../model/canon/systems.ts";
import type { Expectation } from "../model/model.ts";
import { defineCheck } from "./context.ts";
import { calledWith, canonicalOf } from "./support/canon.ts";
import { modeSet } from "./support/expectations.ts";
import { isWrittenIn } from "./support/systems.ts";
import { called } from "./support/names.ts";

interface Facts {
  readonly system: string;
  readonly canonical: CanonicalSystem;
  /** The mode that is missing. */
  readonly missing: Expectation["mode"];
  readonly expectations: readonly string[];
  /** Given where there is only one expectation, so that it is clear which could be meant. */
  readonly edit: Edit | undefined;
}

export const atypical_mode = defineCheck<Facts>({
  name: "atypical_mode",
  severity: "warning",
  group: "programs",
  summary: "law whose expectations are all cognitive, or science whose expectations are all normative",
  sources: ["Luhmann 1972", "Luhmann 1990, Die Wissenschaft der Gesellschaft"],
  fromAbsence: true,
  blindToNumbers: true,

  *detect(context) {
    for (const system of context.model.systems) {
      const canonical = canonicalOf(system, context);
      if (system.systemKind !== "function system" || (canonical !== "law" && canonical !== "science"))
        continue;
      const missing = canonical === "law" ? "normative" : "cognitive";
      const [first, ...others] = system.expectations;
      if (first === undefined || !isWrittenIn(system, first)) continue;
      if (system.expectations.some(({ mode }) => mode === missing)) continue;
      yield {
        place: first.namePlace,
        facts: {
          system: called(system, first.namePlace, context),
          canonical,
          missing,
          expectations: system.expectations.map(({ name }) => name),
          edit: others.length === 0 ? modeSet(first, missing, context) : undefined,
        },
      };
    }
  },

  words({ system, canonical, missing, expectations }) {
    const isLaw = missing === "normative";
    const all = expectations.length === 1 ? "the only expectation" : "all expectations";
    return {
      message: `${all} of ${calledWith(system, canonical)} ${expectations.length === 1 ? "is" : "are"} ${isLaw ? "cognitive" : "normative"}: ${listed(expectations.map(quoted))}`,
      label: isLaw ? "given up when it is disappointed" : "held even against better knowledge",
      why: [
        isLaw
          ? "law is there to hold expectations even when they are disappointed; one that learns from every breach would follow the facts instead of judging them"
          : "science learns: what is held against better knowledge cannot become true or untrue",
      ],
      help: [
        isLaw
          ? `mark what ${quoted(system)} holds against disappointment as \`normative\`; programs that change it say so with \`amends\``
          : `mark what ${quoted(system)} would revise as \`cognitive\``,
      ],
    };
  },

  fixes({ missing, expectations, edit }) {
    if (edit === undefined) return [];
    return [{ title: `make ${quoted(expectations[0] ?? "")} ${missing}`, certain: false, edits: [edit] }];
  },
});

import { quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { codeText, primaryCode } from "./support/codes.ts";
import { memberAdded } from "./support/edits.ts";
import { allClauses, decides } from "./support/programs.ts";
import { isModelled, whereWritten } from "./support/systems.ts";
import { programTemplate } from "./support/template.ts";

interface Facts {
  readonly system: string;
  readonly code: string;
  /** It has programs, but all their clauses leave the case open. */
  readonly onlyUndecided: boolean;
  readonly sensitivity: string | undefined;
  readonly edit: Edit | undefined;
}

export const missing_program = defineCheck<Facts>({
  name: "missing_program",
  severity: "warning",
  group: "programs",
  summary: "a function system that can never decide",
  sources: ["Luhmann 1986, ch. 8", "Baraldi, Corsi and Esposito 1997, s.v. Program"],
  fromAbsence: true,

  *detect(context) {
    for (const system of context.model.systems) {
      const code = primaryCode(system);
      if (system.systemKind !== "function system" || code === undefined || !isModelled(system)) continue;
      if (allClauses(system).some(({ clause }) => decides(clause))) continue;
      // Where a system only operates and is sensitive to nothing, `no_openness` says what is missing.
      if (system.sensitivities.length === 0 && system.operations.length > 0) continue;
      const [sensitivity] = system.sensitivities;
      const template = sensitivity && programTemplate(system, sensitivity, context);
      const place = whereWritten(system, context);
      yield {
        place,
        facts: {
          system: called(system, place, context),
          code: codeText(code),
          onlyUndecided: system.programs.length > 0,
          sensitivity: sensitivity?.name,
          edit:
            template === undefined || system.programs.length > 0
              ? undefined
              : memberAdded(system, template, context),
        },
      };
    }
  },

  words({ system, code, onlyUndecided, sensitivity }) {
    return {
      message: onlyUndecided
        ? `${quoted(system)} can never decide: every clause of its programs leaves the case open`
        : `${quoted(system)} can never decide: it has the code ${quoted(code)}, but no program`,
      label: onlyUndecided ? "no clause designates a value" : "no `program` here",
      why: [
        "a code says only that there are two sides; which of them is designated when is decided by programs, which can change while the code stays",
      ],
      help: [
        onlyUndecided
          ? `let one clause designate a value of ${quoted(code)}`
          : sensitivity === undefined
            ? `say what ${quoted(system)} is sensitive to (\`sensitive to …\`), and decide on it with a program`
            : `add a program that decides on ${quoted(sensitivity)}`,
      ],
    };
  },

  fixes({ sensitivity, edit }) {
    if (edit === undefined || sensitivity === undefined) return [];
    return [{ title: `add a program on ${quoted(sensitivity)}`, certain: false, edits: [edit] }];
  },
});

import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { collisionsAmong } from "./support/decisions.ts";
import { triggerText } from "./support/programs.ts";
import { isWrittenIn } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly trigger: string;
  readonly earlier: { readonly program: string; readonly value: string; readonly place: Place };
  readonly later: { readonly program: string; readonly value: string; readonly place: Place };
}

export const program_collision = defineCheck<Facts>({
  name: "program_collision",
  severity: "warning",
  group: "programs",
  summary: "two programs that would decide one irritation in opposite ways, the later of which never decides",
  sources: ["Fischer-Lescano and Teubner 2006"],
  perDeclaration: true,

  *detect(context) {
    const { model, shared } = context;
    for (const system of model.systems) {
      if (system.programs.length < 2) continue;
      for (const { program, clause, earlier } of collisionsAmong(shared.deadClauses(system))) {
        if (!isWrittenIn(system, program)) continue;
        yield {
          place: program.namePlace,
          facts: {
            system: called(system, program.namePlace, context),
            trigger: triggerText(clause.trigger),
            earlier: {
              program: earlier.program.name,
              value: earlier.clause.value?.text ?? "",
              place: earlier.clause.value?.place ?? earlier.clause.place,
            },
            later: {
              program: program.name,
              value: clause.clause.value?.text ?? "",
              place: clause.clause.value?.place ?? clause.clause.place,
            },
          },
        };
      }
    }
  },

  words({ system, trigger, earlier, later }) {
    return {
      message: `${quoted(later.program)} and ${quoted(earlier.program)} of ${quoted(system)} decide ${quoted(trigger)} in opposite ways, and ${quoted(later.program)} never gets its turn`,
      label: `never decides, since ${quoted(earlier.program)} comes first`,
      related: [
        { place: earlier.place, message: `${quoted(earlier.program)} designates ${quoted(earlier.value)}` },
        { place: later.place, message: `${quoted(later.program)} would designate ${quoted(later.value)}` },
      ],
      why: [
        "two programs of equal rank that contradict each other need a rule that says which prevails; here it is only the order in which they were declared",
      ],
      help: [
        `say for which cases ${quoted(later.program)} prevails by narrowing the conditions of ${quoted(earlier.program)}, declare it first, or leave it out`,
      ],
    };
  },
});

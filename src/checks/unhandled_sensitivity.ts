import { listed, quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { memberAdded } from "./support/edits.ts";
import { isWrittenIn } from "./support/systems.ts";
import { programTemplate } from "./support/template.ts";

interface Facts {
  readonly system: string;
  readonly sensitivity: string;
  /** What arrives there, as `politics.bill`. */
  readonly carried: readonly string[];
  readonly hasCode: boolean;
  readonly edit: Edit | undefined;
}

export const unhandled_sensitivity = defineCheck<Facts>({
  name: "unhandled_sensitivity",
  severity: "warning",
  group: "programs",
  summary: "a sensitivity that no program handles",
  sources: ["Luhmann 1984", "Luhmann 1986, ch. 8"],
  fromAbsence: true,
  blindToNumbers: true,

  *detect(context) {
    const { model, index } = context;
    for (const system of model.systems) {
      // `codeless_system` and `missing_program` speak where a function system has no code, or no program at all.
      if (
        system.systemKind === "function system" &&
        (system.codes.length === 0 || system.programs.length === 0)
      )
        continue;
      for (const sensitivity of system.sensitivities) {
        if (!isWrittenIn(system, sensitivity)) continue;
        if (index.programsOn(system.id, sensitivity.name).length > 0) continue;
        const template = programTemplate(system, sensitivity, context);
        const channels = index.channelsInto(system.id, sensitivity.name);
        yield {
          place: sensitivity.namePlace,
          facts: {
            system: called(system, sensitivity.namePlace, context),
            sensitivity: sensitivity.name,
            carried: channels.map(
              ({ channel: { source } }) =>
                `${called({ id: source.owner }, sensitivity.namePlace, context)}.${source.name}`,
            ),
            hasCode: system.codes.length > 0,
            edit: template && memberAdded(system, template, context),
          },
        };
      }
    }
  },

  words({ system, sensitivity, carried, hasCode }) {
    const arrivals = [...new Set(carried)];
    return {
      message: `no program of ${quoted(system)} handles ${quoted(sensitivity)}`,
      label:
        arrivals.length === 0
          ? "what is noticed here stays undecided"
          : `${listed(arrivals.map(quoted))} arrives here and stays undecided`,
      why: [
        "an irritation becomes information only if a program of the system's own makes a difference of it; otherwise it stays undecided for ever",
      ],
      help: [
        hasCode
          ? `add a program on ${quoted(sensitivity)}, or leave the sensitivity out: then what comes is noise`
          : `give ${quoted(system)} a code and a program on ${quoted(sensitivity)}, or leave the sensitivity out: then what comes is noise`,
      ],
    };
  },

  fixes({ sensitivity, edit }) {
    if (edit === undefined) return [];
    return [{ title: `add a program on ${quoted(sensitivity)}`, certain: false, edits: [edit] }];
  },
});

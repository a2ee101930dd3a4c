import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { CanonicalSystem } from "../model/canon/systems.ts";
import type { Program } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { calledWith, canonicalOf } from "./support/canon.ts";
import { triggerText } from "./support/programs.ts";
import { isWrittenIn } from "./support/systems.ts";
import { called } from "./support/names.ts";

interface Facts {
  readonly system: string;
  readonly canonical: CanonicalSystem;
  readonly program: string;
  readonly triggers: readonly string[];
  /** The value of its first choice. */
  readonly value: string | undefined;
}

export const purpose_program_in_law = defineCheck<Facts>({
  name: "purpose_program_in_law",
  severity: "warning",
  group: "programs",
  summary: "a purpose program in law, which is programmed conditionally",
  sources: ["Luhmann 1993, ch. 4"],
  blindToNumbers: true,

  *detect(context) {
    for (const system of context.model.systems) {
      const canonical = canonicalOf(system, context);
      if (canonical !== "law" || system.systemKind !== "function system") continue;
      for (const program of system.programs) {
        if (program.form !== "purpose" || !isWrittenIn(system, program)) continue;
        const place = purposePlace(program, context);
        yield {
          place,
          facts: {
            system: called(system, place, context),
            canonical,
            program: program.name,
            triggers: program.triggers.map(triggerText),
            value: program.clauses[0]?.value?.text,
          },
        };
      }
    }
  },

  words({ system, canonical, program, triggers, value }) {
    return {
      message: `${calledWith(system, canonical)} pursues a purpose with ${quoted(program)}, and law is programmed conditionally`,
      label: "law decides by `when … ->`",
      why: [
        "law secures expectations by saying in advance: if this is so, then that is lawful; a purpose would make the decision depend on a future that no court can know",
      ],
      help: [
        `say on which facts the decision depends: ${quoted(`program ${program} conditional on ${triggers.join(", ")} { when … -> ${value ?? "…"} otherwise -> … }`)}; the purpose may be the reason for which the rule was made`,
        "the weighing of purposes has its place in politics, or in an organisation",
      ],
    };
  },
});

/** The word `purpose` in the head of the program. */
function purposePlace(program: Program, context: CheckContext): Place {
  const { file, end } = program.namePlace;
  const head = context.source(file)?.text.slice(end, program.triggers[0]?.place.start ?? end) ?? "";
  const start = head.lastIndexOf("purpose");
  return start < 0 ? program.namePlace : { file, start: end + start, end: end + start + "purpose".length };
}

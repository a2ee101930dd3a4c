import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { isInEntry } from "./support/at_work.ts";
import { emittedOperations, operationKey, startedOperations } from "./support/occasions.ts";

interface Facts {
  readonly coupling: string;
  readonly owner: string;
  readonly operation: string;
  readonly what: "operation" | "event";
  readonly declaredAt: Place | undefined;
  /** The first programs of the system, any of which could emit the operation. */
  readonly programs: readonly string[];
}

export const dead_channel = defineCheck<Facts>({
  name: "dead_channel",
  severity: "warning",
  group: "couplings",
  summary: "a channel that carries what nothing ever brings about",
  fromAbsence: true,
  sources: ["Luhmann 1993, ch. 10"],
  blindToNumbers: true,

  *detect(context) {
    const { model, index } = context;
    const emitted = emittedOperations(context);
    const started = startedOperations(context);
    // Without anything that could start it, a system without programs is a description, and its channels are possibilities.
    const nothingHappens = model.scenarios.length === 0 && model.regulations.length === 0;
    for (const coupling of model.couplings) {
      for (const { source } of coupling.channels) {
        if (source.kind === "quantity" || !isInEntry(source.place, context)) continue;
        const key = operationKey(source.owner, source.name);
        if (emitted.has(key) || started.has(key)) continue;
        const system = index.system(source.owner);
        if (nothingHappens && (system === undefined || system.programs.length === 0)) continue;
        yield {
          place: source.place,
          facts: {
            coupling: called(coupling, source.place, context),
            owner: called({ id: source.owner }, source.place, context),
            operation: source.name,
            what: source.kind,
            declaredAt: (source.kind === "event"
              ? index.event(source.owner, source.name)
              : index.operation(source.owner, source.name)
            )?.namePlace,
            programs: system?.programs.slice(0, 3).map((program) => program.name) ?? [],
          },
        };
      }
    }
  },

  words({ coupling, owner, operation, what, declaredAt, programs }) {
    const full = `\`${owner}.${operation}\``;
    const start = `start it in a scenario: \`${owner} emits ${operation}\``;
    return {
      message: `\`${coupling}\` waits for ${full}, which never occurs`,
      label: what === "event" ? "no scenario lets it happen" : "no clause emits it, no scenario starts it",
      related:
        declaredAt === undefined ? [] : [{ place: declaredAt, message: `the ${what} is declared here` }],
      why: [
        "a coupling irritates only by what operates: a channel for an operation that never takes place is never open",
      ],
      help: [
        what === "event"
          ? start
          : programs.length === 0
            ? `give \`${owner}\` a program that emits \`${operation}\`, or ${start}`
            : `let ${listed(programs.map(quoted), "or")} emit it, with \`{ emit ${operation} }\`, or ${start}`,
      ],
    };
  },
});

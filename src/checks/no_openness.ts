import { listed, quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { memberAdded } from "./support/edits.ts";
import { isInEntry } from "./support/at_work.ts";
import { operationKey, startedOperations } from "./support/occasions.ts";
import { isModelled, whereWritten } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  /** What it does all the same. */
  readonly operations: readonly string[];
  readonly programs: readonly string[];
  /** The others it is coupled with. */
  readonly partners: readonly string[];
  readonly edit: Edit | undefined;
}

export const no_openness = defineCheck<Facts>({
  name: "no_openness",
  severity: "warning",
  group: "closure",
  summary: "a system that operates and is sensitive to nothing",
  fromAbsence: true,
  sources: ["Luhmann 1984, ch. 1", "Luhmann 1997, ch. 1"],
  blindToNumbers: true,

  *detect(context) {
    const { model, index } = context;
    const started = startedOperations(context);
    for (const system of model.systems) {
      if (system.sensitivities.length > 0 || !isModelled(system)) continue;
      // A machine that only ticks is trivial, and means to be.
      if (system.systemKind === "machine") continue;
      if (system.operations.length === 0 && system.programs.length === 0) continue;
      // Where the observer starts its operations, the observer stands for what irritates it.
      if (system.operations.some(({ name }) => started.has(operationKey(system.id, name)))) continue;
      const place = whereWritten(system, context);
      if (!isInEntry(place, context)) continue;
      const partners = index
        .couplingsOf(system.id)
        .flatMap(({ left, right }) => [left, right])
        .flatMap((side) => (side === undefined || side.id === system.id ? [] : called(side, place, context)));
      yield {
        place,
        facts: {
          system: called(system, place, context),
          operations: system.operations.map((operation) => operation.name),
          programs: system.programs.map((program) => program.name),
          partners: [...new Set(partners)],
          edit: memberAdded(system, ["sensitive to irritation"], context),
        },
      };
    }
  },

  words({ system, operations, programs, partners }) {
    const does =
      operations.length > 0
        ? `operates (${listed(operations.slice(0, 3).map(quoted))})`
        : `decides (${listed(programs.slice(0, 3).map(quoted))})`;
    return {
      message: `\`${system}\` ${does} and is sensitive to nothing`,
      label: "no `sensitive to`",
      why: [
        "closed in its operations, a system is open through what it is sensitive to: without any openness it could not learn that there is an environment",
      ],
      help: [
        partners.length === 0
          ? `say what irritates \`${system}\`, with \`sensitive to …\` and a program that decides on it`
          : `say what of ${listed(partners.slice(0, 3).map(quoted), "or")} irritates \`${system}\`, with \`sensitive to …\`, a program that decides on it and a channel that leads there`,
      ],
    };
  },

  fixes({ edit }) {
    if (edit === undefined) return [];
    return [{ title: "give it a sensitivity, to be named", certain: false, edits: [edit] }];
  },
});

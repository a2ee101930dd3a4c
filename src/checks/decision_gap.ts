import { listed, quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import type { System, Trigger } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { canonicalOf } from "./support/canon.ts";
import { isSound, primaryCode } from "./support/codes.ts";
import { isExhaustive } from "./support/decisions.ts";
import { valueOtherwise } from "./support/otherwise.ts";
import { clauseAdded } from "./support/edits.ts";
import type { DecisionList } from "./support/programs.ts";
import { undecided } from "./support/programs.ts";
import { isWrittenIn } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly isLaw: boolean;
  readonly sensitivity: string;
  readonly sensitivityPlace: Place;
  readonly programs: readonly string[];
  /** What could be written at the end of the last program, and what it says. */
  readonly proposals: readonly { readonly line: string; readonly edit: Edit | undefined }[];
}

export const decision_gap = defineCheck<Facts>({
  name: "decision_gap",
  severity: "warning",
  group: "programs",
  summary: "a sensitivity whose programs have no `otherwise` between them (in law an error)",
  sources: ["Luhmann 1993, ch. 7", "Baraldi, Corsi and Esposito 1997, s.v. Program"],
  fromAbsence: true,
  perDeclaration: true,

  *detect(context) {
    for (const system of context.model.systems) {
      const code = primaryCode(system);
      const otherwise = code !== undefined && isSound(code) ? valueOtherwise(code, system) : undefined;
      for (const { list, trigger } of openLists(system, context)) {
        const last = list.programs.at(-1);
        if (last === undefined || !isWrittenIn(system, last)) continue;
        const sensitivity = context.index.sensitivity(system.id, trigger.name);
        if (sensitivity === undefined) continue;
        const isLaw = canonicalOf(system, context) === "law";
        const values = isLaw ? [otherwise] : [otherwise, undecided];
        const place = triggerPlace(last.triggers, trigger.name) ?? last.namePlace;
        yield {
          place,
          severity: isLaw ? "error" : "warning",
          facts: {
            system: called(system, place, context),
            isLaw,
            sensitivity: trigger.name,
            sensitivityPlace: sensitivity.namePlace,
            programs: list.programs.map((program) => program.name),
            proposals: values.flatMap((value) => {
              if (value === undefined) return [];
              const line = `otherwise -> ${value}`;
              return [{ line, edit: clauseAdded(last, line, context) }];
            }),
          },
        };
      }
    }
  },

  words({ system, isLaw, sensitivity, sensitivityPlace, programs, proposals }) {
    const several = programs.length > 1;
    const lines = proposals.map(({ line }) => quoted(line));
    return {
      message: `some cases of ${quoted(sensitivity)} are never decided by ${quoted(system)}: ${listed(programs.map(quoted))} ${several ? "have" : "has"} no \`otherwise\`${several ? " between them" : ""}`,
      label: "where no `when` holds, the case stays undecided",
      related: [{ place: sensitivityPlace, message: "what is to be decided" }],
      why: [
        isLaw
          ? "a court must decide every case that is brought before it: the prohibition of the denial of justice keeps law going where its rules fall silent"
          : "what no clause decides leaves no trace in the system: it stays undecided, and nothing can connect to it",
      ],
      help: [
        isLaw
          ? `say how ${quoted(system)} decides where no rule fits: ${lines[0] ?? "`otherwise -> …`"}`
          : `say what applies otherwise, ${lines.length > 1 ? lines[0] : "`otherwise -> …`"}, or that such cases stay open on purpose, \`otherwise -> undecided\``,
      ],
    };
  },

  fixes({ proposals }) {
    return proposals.flatMap(({ line, edit }) =>
      edit === undefined ? [] : [{ title: `add ${quoted(line)}`, certain: false, edits: [edit] }],
    );
  },
});

type SensitivityTrigger = Extract<Trigger, { kind: "sensitivity" }>;

/** The lists that leave cases open, with each sensitivity that they decide on. */
function* openLists(
  system: System,
  { shared }: CheckContext,
): Generator<{ readonly list: DecisionList; readonly trigger: SensitivityTrigger }> {
  for (const list of shared.decisionLists(system)) {
    if (isExhaustive(list)) continue;
    for (const trigger of list.triggers) {
      if (trigger.kind === "sensitivity") yield { list, trigger };
    }
  }
}

/** Where the last program names the sensitivity. */
function triggerPlace(triggers: readonly Trigger[], sensitivity: string): Place | undefined {
  return triggers.find((trigger) => trigger.kind === "sensitivity" && trigger.name === sensitivity)?.place;
}

import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Expression } from "../model/expression.ts";
import type { Program, System } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { lookedAt, sendersInto } from "./support/foreign_codes.ts";
import { isModelled, isWrittenIn, whereWritten } from "./support/systems.ts";

/** With fewer conditions a share says nothing. */
const fewest = 3;

interface Facts {
  readonly system: string;
  readonly sender: string;
  /** How many of its conditions look at nothing but what the sender sends, and of how many. */
  readonly count: number;
  readonly of: number;
  readonly conditions: readonly Place[];
  /** The system's own expectations. */
  readonly own: readonly string[];
}

export const criteria_of_another = defineCheck<Facts>({
  name: "criteria_of_another",
  severity: "warning",
  group: "programs",
  summary: "a system more than half of whose conditions look at nothing but what one other system sends it",
  sources: ["Baraldi, Corsi and Esposito 1997, s.v. Program", "Luhmann 1997, ch. 4"],
  fromAbsence: "members",
  blindToNumbers: true,

  *detect(context) {
    for (const system of context.model.systems) {
      if (system.systemKind !== "function system" && system.systemKind !== "organization") continue;
      if (!isModelled(system) || !isIrritatedBySeveral(system, context)) continue;
      const conditions = conditionsOfPrograms(system, context);
      if (conditions.length < fewest) continue;
      const bySender = new Map<Id, Place[]>();
      for (const { condition, sender } of conditions) {
        if (sender === undefined || !looksOutward(condition)) continue;
        const places = bySender.get(sender) ?? [];
        places.push(condition.place);
        bySender.set(sender, places);
      }
      for (const [sender, places] of bySender) {
        const other = context.index.system(sender);
        if (other === undefined || places.length * 2 <= conditions.length) continue;
        if (system.within.some((ref) => ref.id === sender)) continue;
        const place = whereWritten(system, context);
        yield {
          place,
          facts: {
            system: called(system, place, context),
            sender: called(other, place, context),
            count: places.length,
            of: conditions.length,
            conditions: places,
            own: system.expectations.map(({ name }) => name),
          },
        };
      }
    }
  },

  words({ system, sender, count, of, conditions, own }) {
    return {
      message: `${count} of the ${of} conditions by which ${quoted(system)} decides look at nothing but what ${quoted(sender)} sends it`,
      label: `mostly criteria of ${quoted(sender)}`,
      related: conditions.map((place) => ({ place, message: `a criterion of ${quoted(sender)}` })),
      why: [
        "what matters elsewhere may enter a program as a criterion, but criteria of one other system can crowd out those of its own: a hospital that goes by tariffs",
      ],
      help: [
        own.length === 0
          ? `give ${quoted(system)} expectations of its own, and let its conditions read them`
          : `let conditions of ${quoted(system)} read what it expects itself: ${listed(own.map(quoted))}`,
      ],
    };
  },
});

/** Only a system that has a choice of what to go by can be said to go mostly by one other's criteria. */
function isIrritatedBySeveral(system: System, context: CheckContext): boolean {
  return (
    onlyOneOf(system.sensitivities.map(({ name }) => context.index.sendersInto(system.id, name))) ===
    "several"
  );
}

interface ConditionOfProgram {
  readonly condition: Expression;
  /** The one from whom all comes that triggers the program; undefined if it is nobody, or several. */
  readonly sender: Id | undefined;
}

function conditionsOfPrograms(system: System, context: CheckContext): readonly ConditionOfProgram[] {
  return system.programs
    .filter((program) => isWrittenIn(system, program))
    .flatMap((program) => {
      const sender = onlySender(system, program, context);
      return program.clauses.flatMap(({ when }) => (when === undefined ? [] : [{ condition: when, sender }]));
    });
}

function onlySender(system: System, program: Program, context: CheckContext): Id | undefined {
  if (program.triggers.some((trigger) => trigger.kind !== "sensitivity")) return undefined;
  const sender = onlyOneOf(program.triggers.map((trigger) => sendersInto(system, trigger, context)));
  return sender === "several" ? undefined : sender?.id;
}

/** The one that the lists have between them; undefined if they are empty. */
function onlyOneOf(lists: readonly (readonly Id[])[]): { readonly id: Id } | "several" | undefined {
  let only: Id | undefined;
  for (const list of lists) {
    for (const id of list) {
      if (only !== undefined && id !== only) return "several";
      only = id;
    }
  }
  return only === undefined ? undefined : { id: only };
}

/** Whether a condition looks at parameters alone, and at nothing of the system's own. */
function looksOutward(condition: Expression): boolean {
  const reads = lookedAt(condition) ?? [];
  return reads.length > 0 && reads.every((part) => part.kind === "parameter");
}

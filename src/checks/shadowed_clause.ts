import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import type { Clause } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { nothingAssumed } from "./support/assumptions.ts";
import { called } from "./support/names.ts";
import { collisionsAmong } from "./support/decisions.ts";
import type { ClauseOf } from "./support/programs.ts";
import { indentationAt, removal, textAt } from "./support/edits.ts";
import { triggerText } from "./support/programs.ts";
import { alwaysHolds, assume } from "./support/ranges.ts";
import { isWrittenIn } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly program: string;
  readonly trigger: string;
  readonly kind: Clause["kind"];
  readonly clause: Place;
  /** The clause as written, without its effects. */
  readonly text: string;
  readonly by:
    | {
        readonly program: string;
        readonly kind: Clause["kind"];
        readonly conditional: boolean;
        readonly place: Place;
        readonly text: string;
      }
    | undefined;
  /** The two hold in the same cases, so that it would be no use to put the one before the other. */
  readonly alike: boolean;
  /** Both are rules of one program, so that the one could be put before the other. */
  readonly move: readonly Edit[];
  readonly remove: Edit;
}

export const shadowed_clause = defineCheck<Facts>({
  name: "shadowed_clause",
  severity: "warning",
  group: "programs",
  summary: "a clause that can never decide, since an earlier one always does",
  sources: [],
  perDeclaration: true,

  *detect(context) {
    for (const system of context.model.systems) {
      if (system.programs.length === 0) continue;
      const dead = context.shared.deadClauses(system);
      const colliding = new Set(collisionsAmong(dead).map(({ program }) => program));
      for (const { program, clause, by, trigger } of dead) {
        if (colliding.has(program) || !isWrittenIn(system, program)) continue;
        // A clause in a program of the other form has been reported.
        if (isMisplaced({ program, clause }) || (by !== undefined && isMisplaced(by))) continue;
        // A condition that always holds is reported itself; that the others never decide follows from it.
        if (by?.clause.kind === "rule" && by.clause.when !== undefined && alwaysHolds(by.clause.when))
          continue;
        const place = conditionPlace(clause);
        const alike = by !== undefined && holdsTogether(clause, by.clause);
        yield {
          place,
          facts: {
            system: called(system, place, context),
            program: program.name,
            trigger: triggerText(trigger),
            kind: clause.kind,
            clause: clause.place,
            text: shortText(clause, context),
            by: by && {
              program: by.program.name,
              kind: by.clause.kind,
              conditional: by.clause.when !== undefined,
              place: conditionPlace(by.clause),
              text: shortText(by.clause, context),
            },
            alike,
            move: by?.program === program && !alike ? moved(clause, by, context) : [],
            remove: removal(clause.place, context),
          },
        };
      }
    }
  },

  words({ system, program, trigger, kind, text, by, alike, move }) {
    const secondOtherwise = kind === "otherwise" && by?.kind === "otherwise";
    const outbid = kind === "choice" && by?.kind === "choice";
    const whose = by === undefined || by.program === program ? "" : ` of ${quoted(by.program)}`;
    return {
      message: secondOtherwise
        ? `a second \`otherwise\` on ${quoted(trigger)} never decides in ${quoted(system)}`
        : `the clause ${quoted(text)} of ${quoted(program)} never decides`,
      label: "never decides",
      related:
        by === undefined
          ? []
          : [
              {
                place: by.place,
                message: secondOtherwise
                  ? `this one${whose} decides whatever is left`
                  : outbid
                    ? `this one${whose} always yields at least as much`
                    : by.kind === "choice" && !by.conditional
                      ? `this one${whose} has no condition: there is always something to choose`
                      : `whenever it could, this one${whose} already has`,
              },
            ],
      why: [
        outbid
          ? "of the choices of a purpose program the one with the highest yield is taken, and of equal ones the first"
          : "all programs on one trigger form one list: first every `when` in the order of declaration, then every `choose`, then one `otherwise`; what comes first decides",
      ],
      help: [
        by === undefined
          ? "the clauses before it decide every case between them: leave it out, or narrow one of them"
          : secondOtherwise
            ? `leave one of the two \`otherwise\` out: all programs on ${quoted(trigger)} have one between them`
            : alike && kind === "rule"
              ? "the two ask for the same: say what tells their cases apart, or leave one out"
              : move.length > 0
                ? `put it before ${quoted(by.text)}, which is more general, or leave it out`
                : `let ${quoted(by.text)} apply in fewer cases, or leave the clause out`,
      ],
    };
  },

  fixes({ text, by, move, remove }) {
    const removing = { title: `remove ${quoted(text)}`, certain: false, edits: [remove] };
    if (move.length === 0 || by === undefined) return [removing];
    return [{ title: `put it before ${quoted(by.text)}`, certain: false, edits: move }, removing];
  },
});

/** The condition of a clause, its value if it has none. */
function conditionPlace(clause: Clause): Place {
  return clause.when?.place ?? clause.value?.place ?? clause.place;
}

/** A `choose` in a conditional program, a `when` in a purpose program. */
function isMisplaced({ program, clause }: Pick<ClauseOf, "program" | "clause">): boolean {
  return (
    (clause.kind === "rule" && program.form === "purpose") ||
    (clause.kind === "choice" && program.form === "conditional")
  );
}

/** Whether a clause could decide wherever the one that decides in its place does. */
function holdsTogether({ when }: Clause, by: Clause): boolean {
  if (when === undefined || by.when === undefined) return when === by.when;
  const decided = assume(by.when, true, nothingAssumed);
  return decided !== undefined && alwaysHolds(when, decided);
}

/** `when amount > 3 -> lawful` */
function shortText(clause: Clause, context: CheckContext): string {
  const end = clause.value?.place.end ?? clause.place.end;
  const start = textAt({ ...clause.place, end }, context).search(/\b(when|choose|otherwise)\b/u);
  return textAt({ ...clause.place, start: clause.place.start + Math.max(0, start), end }, context).replace(
    /\s+/gu,
    " ",
  );
}

/** The edits that put a rule before the more general one; none for other clauses. */
function moved(clause: Clause, by: ClauseOf, context: CheckContext): readonly Edit[] {
  if (clause.kind !== "rule" || by.clause.kind !== "rule") return [];
  const target = by.clause.place;
  const text = context.source(target.file)?.text ?? "";
  return [
    {
      place: { ...target, end: target.start },
      text: `${textAt(clause.place, context)}\n${indentationAt(text, target.start)}`,
    },
    removal(clause.place, context),
  ];
}

import type { Clause, Program, System, Trigger } from "../../model/model.ts";

/** The word that leaves a case open; it is a value of no code. */
export const undecided = "undecided";

/** A clause, and the program it stands in. */
export interface ClauseOf {
  readonly program: Program;
  readonly clause: Clause;
}

/**
 * All that decides on a trigger, in the order in which it is asked: first every `when` in the order of declaration,
 * then every `choose`, then the `otherwise` (there may wrongly be more than one). Triggers that set off the same
 * programs have one list between them.
 */
export interface DecisionList {
  readonly triggers: readonly [Trigger, ...Trigger[]];
  readonly programs: readonly Program[];
  readonly rules: readonly ClauseOf[];
  readonly choices: readonly ClauseOf[];
  readonly otherwises: readonly ClauseOf[];
}

/** A clause stands in as many lists as its program has triggers that others share: so many in all are looked at. */
const mostInLists = 20_000;

/**
 * The decision lists of a system, in the order in which their triggers are first named. Where its programs meet on so
 * many triggers, each time with others, that the lists would be far longer than the text, the last ones are left out.
 */
export function decisionLists(system: System): readonly DecisionList[] {
  const byTrigger = new Map<string, { readonly trigger: Trigger; readonly programs: number[] }>();
  for (const [index, program] of system.programs.entries()) {
    for (const trigger of program.triggers) {
      const key = triggerText(trigger);
      const known = byTrigger.get(key);
      if (known === undefined) byTrigger.set(key, { trigger, programs: [index] });
      else if (known.programs.at(-1) !== index) known.programs.push(index);
    }
  }
  const byPrograms = new Map<string, { triggers: [Trigger, ...Trigger[]]; programs: readonly number[] }>();
  for (const { trigger, programs } of byTrigger.values()) {
    const key = programs.join(" ");
    const known = byPrograms.get(key);
    if (known === undefined) byPrograms.set(key, { triggers: [trigger], programs });
    else known.triggers.push(trigger);
  }
  const lists: DecisionList[] = [];
  let left = mostInLists + system.programs.reduce((sum, { clauses }) => sum + 2 * clauses.length, 0);
  for (const { triggers, programs: indexes } of byPrograms.values()) {
    const programs = indexes.flatMap((index) => system.programs[index] ?? []);
    for (const { clauses } of programs) left -= clauses.length;
    if (left < 0) break;
    lists.push({
      triggers,
      programs,
      rules: clausesOf(programs, "rule"),
      choices: clausesOf(programs, "choice"),
      otherwises: clausesOf(programs, "otherwise"),
    });
  }
  return lists;
}

/** A trigger as it is written: `enacted`, `own judgment`, `every 3 steps`. */
export function triggerText(trigger: Trigger): string {
  switch (trigger.kind) {
    case "sensitivity":
      return trigger.name;
    case "own":
      return `own ${trigger.operation}`;
    case "every":
      return trigger.steps === 1 ? "every step" : `every ${trigger.steps} steps`;
  }
}

/** Every clause of a system with its program, in the order of the text. */
export function allClauses(system: System): readonly ClauseOf[] {
  return system.programs.flatMap((program) => program.clauses.map((clause) => ({ program, clause })));
}

/** Whether the clause designates a value, and does not leave the case open. */
export function decides(clause: Clause): boolean {
  return clause.value !== undefined && clause.value.text !== undecided;
}

function clausesOf(programs: readonly Program[], kind: Clause["kind"]): readonly ClauseOf[] {
  const found: ClauseOf[] = [];
  for (const program of programs) {
    for (const clause of program.clauses) if (clause.kind === kind) found.push({ program, clause });
  }
  return found;
}

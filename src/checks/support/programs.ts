import type { Clause, Program, System, Trigger } from "../../model/model.ts";

/** The word that leaves a case open; it is a value of no code. */
export const undecided = "undecided";

/** A clause, and the program it stands in. */
export interface ClauseOf {
  readonly program: Program;
  readonly clause: Clause;
}

/**
 * All that decides on one trigger, in the order in which it is asked: first every `when` in the order of
 * declaration, then every `choose`, then the `otherwise` (there may wrongly be more than one).
 */
export interface DecisionList {
  readonly trigger: Trigger;
  readonly programs: readonly Program[];
  readonly rules: readonly ClauseOf[];
  readonly choices: readonly ClauseOf[];
  readonly otherwises: readonly ClauseOf[];
}

/** The decision lists of a system, by trigger, in the order in which the triggers are first named. */
export function decisionLists(system: System): readonly DecisionList[] {
  const programs = new Map<string, { trigger: Trigger; programs: Program[] }>();
  for (const program of system.programs) {
    for (const trigger of program.triggers) {
      const key = triggerText(trigger);
      const known = programs.get(key);
      if (known === undefined) programs.set(key, { trigger, programs: [program] });
      else if (known.programs.at(-1) !== program) known.programs.push(program);
    }
  }
  return [...programs.values()].map((each) => ({
    ...each,
    rules: clausesOf(each.programs, "rule"),
    choices: clausesOf(each.programs, "choice"),
    otherwises: clausesOf(each.programs, "otherwise"),
  }));
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
  return programs.flatMap((program) =>
    program.clauses.filter((clause) => clause.kind === kind).map((clause) => ({ program, clause })),
  );
}

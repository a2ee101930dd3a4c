/* Which clause decides: LANGUAGE.md, "Code and programs". */
import type { Clause, Program, System, Trigger } from "../../../src/model/model.ts";
import { evaluate, evaluateNumber, withoutFault } from "./evaluate.ts";
import { head, violate, write } from "./run.ts";
import type { Arguments, Run } from "./run.ts";
import { emit } from "./emitting.ts";
import { set } from "./setting.ts";
import { less, truthIn } from "./values.ts";

export interface PlacedClause {
  readonly program: Program;
  /** Its number in the program. */
  readonly index: number;
  readonly clause: Clause;
}

/** The clauses of all programs on a trigger, in the order of declaration. */
export function clausesOn(system: System, isMeant: (trigger: Trigger) => boolean): PlacedClause[] {
  return system.programs
    .filter(({ triggers }) => triggers.some(isMeant))
    .flatMap((program) => program.clauses.map((clause, index) => ({ program, index, clause })));
}

/**
 * "Several programs on one trigger form one list: first every `when` in the order of declaration, then every `choose`,
 * then the one `otherwise`." The clause that decides, if any does.
 */
export function decidingClause(
  run: Run,
  system: System,
  clauses: readonly PlacedClause[],
  args: Arguments,
  cause: number | undefined,
): PlacedClause | undefined {
  // "the first `when` that holds decides"
  const rule = clauses
    .filter(({ clause }) => clause.kind === "rule")
    .find((placed) => holds(placed) === true);
  if (rule !== undefined) return rule;

  // "the `choose` with the highest `yields` among those whose `when` holds (ties: the first)"
  let best: { readonly placed: PlacedClause; readonly yields: number } | undefined;
  for (const placed of clauses.filter(({ clause }) => clause.kind === "choice")) {
    if (holds(placed) !== true) continue;
    const yields = yieldOf(placed);
    if (yields !== undefined && (best === undefined || less(best.yields, yields))) best = { placed, yields };
  }
  return best?.placed ?? clauses.find(({ clause }) => clause.kind === "otherwise");

  /** A fault counts as false. */
  function holds(placed: PlacedClause): boolean | undefined {
    const { when } = placed.clause;
    if (when === undefined) return true;
    const result = withoutFault(() => truthIn(evaluate(run, when, `${placeOf(system, placed)}/when`, args)));
    if (result === undefined) violate(run, "not_a_number", placed.program.name, cause);
    return result;
  }

  function yieldOf(placed: PlacedClause): number | undefined {
    const { yields } = placed.clause;
    if (yields === undefined) return undefined;
    const result = withoutFault(() => evaluateNumber(run, yields, `${placeOf(system, placed)}/yields`, args));
    if (result === undefined) violate(run, "not_a_number", placed.program.name, cause);
    return result;
  }
}

function placeOf(system: System, { program, index }: PlacedClause): string {
  return `${system.id}/${program.name}/${index}`;
}

/** "What decides first designates, then has its effects one after another, each seeing what those before it set." */
export function carryOut(
  run: Run,
  system: System,
  placed: PlacedClause | undefined,
  args: Arguments,
  cause: number | undefined,
): string {
  const value = placed?.clause.value?.text ?? "undecided";
  // "`-> undecided` leaves the case open"
  if (value !== "undecided") run.designated.set(system.id, value);
  const decision = { ...head(run, cause), kind: "decision", owner: system.id, value } as const;
  if (placed === undefined) {
    write(run, decision);
    return value;
  }
  const entry = write(run, { ...decision, program: placed.program.name, clause: placed.index });
  for (const [number, effect] of placed.clause.effects.entries()) {
    const place = `${placeOf(system, placed)}/effect ${number}`;
    if (effect.kind === "emit") {
      const about = placed.program.name;
      emit(run, {
        owner: system.id,
        name: effect.operation,
        args: effect.args,
        seen: args,
        place,
        about,
        cause: entry,
      });
      continue;
    }
    const computed = withoutFault(() => evaluate(run, effect.value, place, args));
    if (computed === undefined) violate(run, "not_a_number", placed.program.name, entry);
    else set(run, system.id, effect.target.text, computed, entry);
  }
  return value;
}

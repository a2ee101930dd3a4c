/*
 * What a decision list can come to: whether it decides every case, and which of its clauses never do. All
 * conditions of a list are looked at in one state of the system, since only what decides has effects.
 */
import type { Expression } from "../../model/expression.ts";
import type { Clause, Program, System, Trigger } from "../../model/model.ts";
import type { Assumptions } from "./assumptions.ts";
import { nothingAssumed } from "./assumptions.ts";
import { keyOf } from "./expression_key.ts";
import { relationsBetween } from "./interval.ts";
import type { ClauseOf, DecisionList } from "./programs.ts";
import { decides, decisionLists } from "./programs.ts";
import { alwaysHolds, assume, neverHolds, rangeOf, truthOf } from "./ranges.ts";

/** So many clauses before one are weighed, one by one and together; a claim that would need more is not made. */
const mostWeighed = 32;
const mostWeighedTogether = 12;

/** Whether the list leaves no case without a clause that applies (`-> undecided` is one, too). */
export function isExhaustive(list: DecisionList): boolean {
  if (list.otherwises.length > 0) return true;
  const conditions = [...list.rules, ...list.choices].map(({ clause }) => clause.when);
  return conditions.includes(undefined) || noneHolding(conditions) === undefined;
}

/** A clause that never decides, and what decides in its place. */
export interface Shadowed extends ClauseOf {
  /** The clause that always decides before this one could; undefined if several do so between them. */
  readonly by: ClauseOf | undefined;
}

/**
 * The clauses of a list that never decide since others do in every case in which they could. A clause whose own
 * condition never holds is none of them: it is not shadowed, it is empty.
 */
export function shadowedIn(list: DecisionList): readonly Shadowed[] {
  return [...shadowedRules(list), ...shadowedChoices(list), ...shadowedOtherwises(list)];
}

function* shadowedRules({ rules }: DecisionList): Generator<Shadowed> {
  const looking = newLook();
  const living: ClauseOf[] = [];
  for (const rule of rules) {
    const by = shadowOf(rule, living.slice(-mostWeighed), looking);
    if (by === undefined) living.push(rule);
    else yield { ...rule, by: by === "several" ? undefined : by };
  }
}

/** A choice is out of the running if rules decide before it, or if another choice always yields more. */
function* shadowedChoices({ rules, choices }: DecisionList): Generator<Shadowed> {
  const looking = newLook();
  const earlier = rules.slice(-mostWeighed);
  for (const [index, choice] of choices.entries()) {
    const by = shadowOf(choice, earlier, looking);
    if (by !== undefined) {
      yield { ...choice, by: by === "several" ? undefined : by };
      continue;
    }
    const start = Math.max(0, index - mostWeighed);
    const better = choices
      .slice(start, index + mostWeighed)
      .find(
        (other, offset) => other !== choice && outbids(other.clause, choice.clause, start + offset < index),
      );
    if (better !== undefined) yield { ...choice, by: better };
  }
}

function* shadowedOtherwises({ rules, choices, otherwises }: DecisionList): Generator<Shadowed> {
  const [first, ...others] = otherwises;
  if (first === undefined) return;
  const by = shadowOf(first, [...rules, ...choices].slice(-mostWeighed), newLook());
  if (by !== undefined) yield { ...first, by: by === "several" ? undefined : by };
  for (const other of others) yield { ...other, by: first };
}

/** Nothing assumed, and keys kept from one condition to the next. */
function newLook(): Assumptions {
  return { ...nothingAssumed, keys: new Map() };
}

/** What decides whenever this clause could: one of the earlier ones, or several of them between them. */
function shadowOf(
  { clause }: ClauseOf,
  earlier: readonly ClauseOf[],
  looking: Assumptions,
): ClauseOf | "several" | undefined {
  if (earlier.length === 0) return undefined;
  const alone = clause.when === undefined ? looking : assume(clause.when, true, looking);
  if (alone === undefined) return undefined;
  const single = earlier.find(
    (other) => other.clause.when === undefined || alwaysHolds(other.clause.when, alone),
  );
  if (single !== undefined) return single;
  if (earlier.length < 2 || earlier.length > mostWeighedTogether) return undefined;
  const left = noneHolding(
    earlier.map((other) => other.clause.when),
    alone,
  );
  if (left === undefined) return "several";
  return clause.when !== undefined && neverHolds(clause.when, left) ? "several" : undefined;
}

/** What is so where none of the conditions holds; undefined if that cannot be. */
function noneHolding(
  conditions: readonly (Expression | undefined)[],
  assumptions: Assumptions = nothingAssumed,
): Assumptions | undefined {
  let left = assumptions;
  for (const condition of conditions.slice(0, mostWeighed)) {
    // A condition that comes to no number does not hold either: nothing follows from that.
    if (condition === undefined || truthOf(condition, left).breaks) continue;
    const next = assume(condition, false, left);
    if (next === undefined) return undefined;
    left = next;
  }
  return left;
}

/** Whether `other` applies whenever `choice` does, and always yields more, or as much and stands first. */
function outbids(other: Clause, choice: Clause, standsFirst: boolean): boolean {
  if (other.yields === undefined || choice.yields === undefined) return false;
  const applies = choice.when === undefined ? nothingAssumed : assume(choice.when, true, nothingAssumed);
  if (applies === undefined) return false;
  if (other.when !== undefined && !alwaysHolds(other.when, applies)) return false;
  const more = rangeOf(other.yields, applies);
  const less = rangeOf(choice.yields, applies);
  if (more.kind !== "number" || less.kind !== "number" || more.breaks) return false;
  const key = keyOf(other.yields);
  if (standsFirst && key !== undefined && key === keyOf(choice.yields)) return true;
  const relations = relationsBetween(more, less);
  return !relations.has("less") && (standsFirst || !relations.has("equal"));
}

/** A clause that never decides, on whichever of its program's triggers. */
export interface DeadClause extends Shadowed {
  readonly trigger: Trigger;
}

/** The clauses of a system that never decide on any trigger of their program, with what decides on the first. */
export function deadClauses(system: System): readonly DeadClause[] {
  const found = new Map<Clause, { readonly first: DeadClause; triggers: number }>();
  for (const list of decisionLists(system)) {
    const [trigger] = list.triggers;
    for (const shadowed of shadowedIn(list)) {
      const known = found.get(shadowed.clause) ?? { first: { ...shadowed, trigger }, triggers: 0 };
      known.triggers += list.triggers.length;
      found.set(shadowed.clause, known);
    }
  }
  return [...found.values()]
    .filter(({ first, triggers }) => triggers >= first.program.triggers.length)
    .map(({ first }) => first);
}

/** A program none of whose clauses ever decides, though it would decide otherwise than the program before it. */
export interface Collision {
  readonly program: Program;
  readonly dead: readonly DeadClause[];
  /** The first of its clauses that would decide otherwise. */
  readonly clause: DeadClause;
  readonly earlier: ClauseOf;
}

/** Of the dead clauses of a system, those of programs that collide with earlier ones on the same trigger and lose. */
export function collisionsAmong(clauses: readonly DeadClause[]): readonly Collision[] {
  const byProgram = new Map<Program, DeadClause[]>();
  for (const dead of clauses) {
    const known = byProgram.get(dead.program);
    if (known === undefined) byProgram.set(dead.program, [dead]);
    else known.push(dead);
  }
  return [...byProgram].flatMap(([program, dead]) => {
    if (dead.length < program.clauses.length) return [];
    for (const clause of dead) {
      const { by } = clause;
      if (by === undefined || by.program === program || !decides(by.clause) || !decides(clause.clause))
        continue;
      if (by.clause.value?.text === clause.clause.value?.text) continue;
      return [{ program, dead, clause, earlier: by }];
    }
    return [];
  });
}

/*
 * What a decision list can come to: whether it decides every case, and which of its clauses never do. All
 * conditions of a list are looked at in one state of the system, since only what decides has effects.
 */
import type { Clause, Program, Trigger } from "../../model/model.ts";
import type { Assumptions } from "./assumptions.ts";
import { nothingAssumed } from "./assumptions.ts";
import { isSame } from "./comparisons.ts";
import { relationsBetween } from "./interval.ts";
import type { ClauseOf, DecisionList } from "./programs.ts";
import { decides } from "./programs.ts";
import { alwaysHolds, assume, followed, neverHolds, rangeOf, truthOf } from "./ranges.ts";

/** So many clauses before one are weighed, one by one and together; a claim that would need more is not made. */
const mostWeighed = 32;
const mostWeighedTogether = 12;

/** Whether the list leaves no case without a clause that applies (`-> undecided` is one, too). */
export function isExhaustive(list: DecisionList): boolean {
  if (list.otherwises.length > 0) return true;
  const clauses = [...list.rules, ...list.choices];
  if (clauses.some(({ clause }) => clause.when === undefined)) return true;
  return noneHolding(clauses.slice(0, mostWeighed), newLook()) === undefined;
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
  const looking = newLook();
  return [
    ...shadowedRules(list, looking),
    ...shadowedChoices(list, looking),
    ...shadowedOtherwises(list, looking),
  ];
}

function shadowedRules({ rules }: DecisionList, looking: Assumptions): readonly Shadowed[] {
  const shadowed: Shadowed[] = [];
  const living: ClauseOf[] = [];
  for (const rule of rules) {
    const by = shadowOf(rule, living, looking);
    if (by !== undefined) {
      shadowed.push({ ...rule, by: by === "several" ? undefined : by });
      continue;
    }
    living.push(rule);
    if (living.length > mostWeighed) living.shift();
  }
  return shadowed;
}

/** A choice is out of the running if rules decide before it, or if another choice always yields more. */
function shadowedChoices({ rules, choices }: DecisionList, looking: Assumptions): readonly Shadowed[] {
  const earlier = rules.slice(-mostWeighed);
  return choices.flatMap((choice, index): Shadowed[] => {
    const by = shadowOf(choice, earlier, looking);
    if (by !== undefined) return [{ ...choice, by: by === "several" ? undefined : by }];
    const better = betterChoice(choices, index);
    return better === undefined ? [] : [{ ...choice, by: better }];
  });
}

function shadowedOtherwises(
  { rules, choices, otherwises }: DecisionList,
  looking: Assumptions,
): readonly Shadowed[] {
  const [first, ...others] = otherwises;
  if (first === undefined) return [];
  const earlier = [...rules.slice(-mostWeighed), ...choices.slice(-mostWeighed)].slice(-mostWeighed);
  const by = shadowOf(first, earlier, looking);
  return [
    ...(by === undefined ? [] : [{ ...first, by: by === "several" ? undefined : by }]),
    ...others.map((other) => ({ ...other, by: first })),
  ];
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
  const left = noneHolding(earlier, alone);
  if (left === undefined) return "several";
  return clause.when !== undefined && neverHolds(clause.when, left) ? "several" : undefined;
}

/** What is so where none of the clauses' conditions holds; undefined if that cannot be. */
function noneHolding(clauses: readonly ClauseOf[], assumptions: Assumptions): Assumptions | undefined {
  let left: Assumptions | undefined = assumptions;
  for (const { clause } of clauses) {
    if (clause.when === undefined) continue;
    const { canFail, breaks } = truthOf(clause.when, left);
    // A condition that comes to no number does not hold either: nothing follows from that.
    if (breaks) continue;
    left = canFail ? followed(clause.when, false, left) : undefined;
    if (left === undefined) return undefined;
  }
  return left;
}

/** A choice near this one that applies whenever it does, and always yields more, or as much and stands first. */
function betterChoice(choices: readonly ClauseOf[], index: number): ClauseOf | undefined {
  const { when: condition, yields: least } = choices[index]?.clause ?? {};
  if (choices.length < 2 || least === undefined) return undefined;
  const applies = condition === undefined ? newLook() : assume(condition, true, newLook());
  if (applies === undefined) return undefined;
  const less = rangeOf(least, applies);
  if (less.kind !== "number") return undefined;
  const start = Math.max(0, index - mostWeighed);
  return choices.slice(start, index + mostWeighed).find(({ clause: { when, yields } }, offset) => {
    const standsFirst = start + offset < index;
    if (start + offset === index || yields === undefined) return false;
    if (when !== undefined && !alwaysHolds(when, applies)) return false;
    const more = rangeOf(yields, applies);
    if (more.kind !== "number" || more.breaks) return false;
    if (standsFirst && isSame(yields, least, applies)) return true;
    const relations = relationsBetween(more, less);
    return !relations.includes("less") && (standsFirst || !relations.includes("equal"));
  });
}

/** A clause that never decides, on whichever of its program's triggers. */
export interface DeadClause extends Shadowed {
  readonly trigger: Trigger;
}

/** The clauses in a system's lists that never decide on any trigger of their program, with what decides on the first. */
export function findDeadClauses(lists: readonly DecisionList[]): readonly DeadClause[] {
  const found = new Map<Clause, { readonly first: DeadClause; triggers: number }>();
  for (const list of lists) {
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

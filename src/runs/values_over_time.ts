/*
 * How the expectations and quantities of a run went, step by step, and how they went without a regulation: the second run is
 * the one that the verdict compares with, and goes the same way.
 */
import type { Course } from "../engine/course.ts";
import type { Value } from "../engine/values.ts";
import type { Type } from "../model/expression.ts";
import type { Id } from "../model/reference.ts";
import type { RunResult } from "./run.ts";
import { NoTrace } from "./why.ts";

/** From a step on a value; it stays until the next change. What changes several times in a step counts as it is in the end. */
export interface Change {
  readonly step: number;
  readonly value: Value;
}

export interface ValueOverTime {
  readonly kind: "expectation" | "quantity";
  readonly owner: Id;
  readonly name: string;
  /** Its full name, as the file that is run calls it. */
  readonly called: string;
  readonly type: Type;
  /** In the order of the steps; the first is at step 0. */
  readonly changes: readonly Change[];
}

/** The same course without what a regulation starts. */
export interface Without {
  readonly regulation: string;
  /** In the order of the run that counts, value by value. */
  readonly values: readonly ValueOverTime[];
}

/** All values of a run in the order of their declaration. Throws `NoTrace`. */
export function valuesOverTime({ played, traced, trace }: RunResult): readonly ValueOverTime[] {
  if (!traced) throw new NoTrace();
  const { course } = played;
  const { layout } = course.compiled;
  const changes = course.initialValues().map(({ value }): Change[] => [{ step: 0, value }]);
  for (const entry of trace().entries) {
    if (entry.kind !== "value") continue;
    note(changes[layout.slot(entry.owner, entry.name)], entry.step, entry.to);
  }
  return withNames(course, changes);
}

/**
 * The values without each regulation on which there is a verdict. What the verdict knows is the end alone: the second run is
 * taken again, as far as the first went.
 */
export function valuesWithout({ played }: RunResult): readonly Without[] {
  const { course, verdicts } = played;
  return verdicts.map(({ regulation }) => {
    const other = course.without(regulation.id);
    const changes: Change[][] = [];
    // Before it first advances, a course has no values yet.
    do {
      if (!other.advance()) break;
      other.presentValues().forEach(({ value }, slot) => {
        const own = (changes[slot] ??= []);
        if (own.at(-1)?.value !== value) note(own, other.state.step, value);
      });
    } while (isBehind(other, course));
    return {
      regulation: course.compiled.layout.nameOf(regulation.id),
      values: withNames(other, changes),
    };
  });
}

function isBehind(other: Course, course: Course): boolean {
  return other.carriedOut < course.carriedOut || other.state.step < course.state.step;
}

/** A later change in the same step takes the place of the one before. */
function note(changes: Change[] | undefined, step: number, value: Value): void {
  if (changes?.at(-1)?.step === step) changes.pop();
  if (changes?.at(-1)?.value !== value) changes?.push({ step, value });
}

function withNames(course: Course, changes: readonly (readonly Change[])[]): readonly ValueOverTime[] {
  return course.compiled.layout.slots.map(({ number, kind, owner, name, called, type }) => ({
    kind,
    owner,
    name,
    called,
    type,
    changes: changes[number] ?? [],
  }));
}

/** The value that there is at the end of a step. */
export function valueAtStep({ changes }: ValueOverTime, step: number): Value | undefined {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.step ?? 0) <= step) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1]?.value;
}

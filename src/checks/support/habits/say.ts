import type { Place } from "../../../base/place.ts";
import type { Words } from "../../../diagnostics/diagnostic.ts";
import type { Habit, SyntaxErrorFacts } from "../../../syntax/problems.ts";
import type { CheckContext } from "../../context.ts";

export type HabitFacts = Extract<SyntaxErrorFacts, { kind: "habit" }>;

/** What is said of a habit. */
export type Say = (facts: HabitFacts, context: CheckContext, place: Place) => Words;

/** The words for some habits. */
export function sayings<Some extends Habit>(words: Readonly<Record<Some, Say>>): Readonly<Record<Some, Say>> {
  return words;
}

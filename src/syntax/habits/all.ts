/*
 * Habits of other languages, and of writing by hand: what is meant is plain, and only the form is another. Where
 * reading failed, each of these looks whether it knows the form, and says what is meant.
 */
import { positionalArguments } from "./arguments.ts";
import { turnedChannel, wordBeforeChannel } from "./channels.ts";
import { effectsWithoutBraces } from "./clauses.ts";
import type { HabitFound, Recognize, Situation } from "./habit.ts";
import { commaInNumber } from "./numbers.ts";
import { negation, turnedEmission } from "./steps.ts";
import { rangeWithoutIn, typeWritten } from "./types.ts";
import { kindOfSystem, otherWord, quotedName } from "./words.ts";

const all: readonly Recognize[] = [
  commaInNumber,
  quotedName,
  otherWord,
  kindOfSystem,
  wordBeforeChannel,
  turnedChannel,
  typeWritten,
  rangeWithoutIn,
  effectsWithoutBraces,
  turnedEmission,
  negation,
  positionalArguments,
];

/** What may have been meant, by those who write as they are used to. */
export function habitsAt(situation: Situation): readonly HabitFound[] {
  return all.flatMap((recognize) => recognize(situation) ?? []);
}

import { habitsAt } from "../habits/all.ts";
import type { HabitFound } from "../habits/habit.ts";
import { bodyWithoutBraces } from "./bodies.ts";
import {
  missingBeginning,
  missingColon,
  missingCount,
  missingFunction,
  missingName,
  missingPart,
} from "./missing.ts";
import { missingOperator } from "./operands.ts";
import { listWithoutParentheses, missingOpening } from "./parentheses.ts";
import type { Propose, Repair } from "./repair.ts";
import type { Situation } from "../situation.ts";
import { missingComma, missingRange, missingSeparator, onlyOneFits, signTooMany } from "./signs.ts";
import {
  hyphenatedName,
  keywordTakenForName,
  missingKeyword,
  misspeltKeyword,
  otherKeyword,
  reservedName,
  textWithoutMarks,
  wordTooMany,
} from "./words.ts";

const likeliestFirst: readonly Propose[] = [
  hyphenatedName,
  misspeltKeyword,
  textWithoutMarks,
  keywordTakenForName,
  missingName,
  missingColon,
  missingBeginning,
  missingFunction,
  listWithoutParentheses,
  missingOpening,
  missingComma,
  missingRange,
  missingOperator,
  missingSeparator,
  reservedName,
  bodyWithoutBraces,
  onlyOneFits,
  missingKeyword,
  missingPart,
  missingCount,
  otherKeyword,
  signTooMany,
  wordTooMany,
];

/** What may have been meant where reading failed, likeliest first: habits of other languages, then slips. */
export function repairs(situation: Situation): readonly Repair[] {
  const habits = habitsAt(situation).map((habit) => habitual(situation, habit));
  // What is given up as unknown may yet be misspelt.
  const unknown = habits.filter(({ habit }) => habit?.habit === "unknown type");
  return [
    ...habits.filter((repair) => !unknown.includes(repair)),
    ...likeliestFirst.flatMap((propose) => propose(situation)),
    ...unknown,
  ];
}

/** What is missing besides, where something missing has been put in and the next part is missing as well. */
export function furtherMissing(situation: Situation): readonly Repair[] {
  return [...onlyOneFits(situation).filter(({ kind }) => kind === "insert"), ...missingPart(situation)];
}

function habitual({ source, tokens }: Situation, habit: HabitFound): Repair {
  const { span, edits, certain, meant } = habit;
  return {
    kind: "habit",
    tokens: [...tokens.slice(0, habit.from), ...habit.tokens, ...tokens.slice(habit.to)],
    meant,
    found: source.text.slice(span.start, span.end),
    ...span,
    fix: edits.length === 0 ? undefined : { title: titleOf(habit), certain, edits },
    bold: false,
    habit,
  };
}

function titleOf({ title, meant }: HabitFound): string {
  return title ?? (meant === "" ? "leave it out" : `write \`${meant}\``);
}

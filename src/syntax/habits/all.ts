/*
 * Habits of other languages, and of writing by hand: what is meant is plain, and only the form is another. Where
 * reading failed, each of these looks whether it knows the form, and says what is meant.
 */
import { equalsInArguments, positionalArguments } from "./arguments.ts";
import {
  halfAPart,
  halfASource,
  severalHalves,
  severalSources,
  turnedChannel,
  wordBeforeChannel,
} from "./channels.ts";
import {
  effectsForValue,
  effectsWithoutBraces,
  nameInFull,
  nameInTwoWords,
  negatedValue,
} from "./clauses.ts";
import { dashComment } from "./comments.ts";
import {
  branching,
  callWithoutParentheses,
  chainedComparison,
  commaBetweenConditions,
  comparisonWithoutSubject,
  remainder,
  spokenComparison,
  withinRange,
} from "./conditions.ts";
import { namelessMeasure, peopleWithin } from "./declarations.ts";
import { changeBy, changedBy, equalsForBecomes } from "./effects.ts";
import {
  articleBefore,
  happeningInUntil,
  ownSensitivity,
  severalOutcomes,
  spokenCount,
  spokenDoing,
  staysCalm,
} from "./outcomes.ts";
import type { Situation } from "../situation.ts";
import type { HabitFound, Recognize } from "./habit.ts";
import {
  headerInBody,
  missingType,
  modifierBefore,
  needlessWord,
  nestedDeclaration,
  runFor,
  untilWithin,
  typeBeforeName,
} from "./members.ts";
import { clauseWithoutWord, itemWithoutWord } from "./missing_words.ts";
import {
  bareDecimals,
  bracketedRange,
  commaInNumber,
  negativeCount,
  partedComparison,
  percentBefore,
  percentOfNothing,
} from "./numbers.ts";
import { claimWithoutWord, neverBefore, onlyThrough, spokenReaching } from "./properties.ts";
import { negation, spokenEmission, spokenPerturbation, turnedEmission, violationOf } from "./steps.ts";
import { rangeWithoutIn, typeWritten } from "./types.ts";
import { kindOfSystem, otherWord, quotedName } from "./words.ts";

/** The more special ones first. */
const all: readonly Recognize[] = [
  dashComment,
  bracketedRange,
  commaInNumber,
  bareDecimals,
  percentBefore,
  percentOfNothing,
  negativeCount,
  partedComparison,
  chainedComparison,
  comparisonWithoutSubject,
  withinRange,
  spokenComparison,
  branching,
  remainder,
  callWithoutParentheses,
  commaBetweenConditions,
  negatedValue,
  articleBefore,
  nameInTwoWords,
  nameInFull,
  effectsForValue,
  peopleWithin,
  namelessMeasure,
  equalsForBecomes,
  changedBy,
  changeBy,
  modifierBefore,
  nestedDeclaration,
  headerInBody,
  violationOf,
  quotedName,
  spokenCount,
  staysCalm,
  severalOutcomes,
  happeningInUntil,
  ownSensitivity,
  spokenDoing,
  spokenReaching,
  neverBefore,
  onlyThrough,
  otherWord,
  kindOfSystem,
  needlessWord,
  runFor,
  untilWithin,
  wordBeforeChannel,
  turnedChannel,
  severalSources,
  severalHalves,
  halfASource,
  halfAPart,
  itemWithoutWord,
  clauseWithoutWord,
  typeBeforeName,
  missingType,
  typeWritten,
  rangeWithoutIn,
  effectsWithoutBraces,
  spokenEmission,
  spokenPerturbation,
  turnedEmission,
  negation,
  equalsInArguments,
  positionalArguments,
  claimWithoutWord,
];

/** What may have been meant, by those who write as they are used to. */
export function habitsAt(situation: Situation): readonly HabitFound[] {
  return all.flatMap((recognize) => recognize(situation) ?? []);
}

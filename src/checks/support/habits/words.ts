/* What is said to those who write as other languages do, or as people speak. */
import type { Place } from "../../../base/place.ts";
import type { Fix, Words } from "../../../diagnostics/diagnostic.ts";
import type { Habit } from "../../../syntax/problems.ts";
import type { CheckContext } from "../../context.ts";
import { namedArguments, ofArguments } from "./arguments.ts";
import { ofConditions } from "./conditions.ts";
import { fullNames, ofHappenings } from "./happenings.ts";
import { ofMembers } from "./members.ts";
import { ofNames, otherValue } from "./names.ts";
import { ofNumbers } from "./numbers.ts";
import { ofOutcomes, outcomeFixes } from "./outcomes.ts";
import type { HabitFacts, Say } from "./say.ts";

const words: Readonly<Record<Habit, Say>> = {
  ...ofNumbers,
  ...ofConditions,
  ...ofNames,
  ...ofMembers,
  ...ofHappenings,
  ...ofArguments,
  ...ofOutcomes,
};

export function habitWords(facts: HabitFacts, context: CheckContext, place: Place): Words {
  return words[facts.habit](facts, context, place);
}

/** The edits for a habit: those that follow from the text, and those that follow from what it speaks of. */
export function habitFixes(facts: HabitFacts, context: CheckContext, place: Place): readonly Fix[] {
  switch (facts.habit) {
    case "positional arguments":
      return namedArguments(facts, context, place);
    case "negated value":
      return otherValue(facts, context, place);
    case "said of a name":
    case "spoken doing":
    case "spoken movement":
    case "happening in until":
      return outcomeFixes(facts, context, place);
    case "half a source":
    case "half a part":
      return fullNames(facts, context, place);
    default:
      return facts.repair === undefined ? [] : [facts.repair];
  }
}

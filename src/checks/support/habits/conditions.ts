import { quoted } from "../../../base/words.ts";
import { writtenLike } from "../constructs.ts";
import { sayings } from "./say.ts";

export const ofConditions = sayings({
  "parted comparison": ({ found, meant }) => ({
    message: `${quoted(found)} is one sign: ${quoted(meant)}`,
    label: `${quoted(meant)} is meant`,
  }),
  "spoken comparison": ({ found, meant }) => ({
    message: `${quoted(found)} is written ${quoted(meant)}`,
    label: `${quoted(meant)} is meant`,
    help: ["two things are compared by `=`, `!=`, `<`, `<=`, `>` or `>=`"],
  }),
  "within a range": ({ found, meant }) => ({
    message: `whether something lies in a range is two comparisons: ${quoted(meant)}`,
    label: "two comparisons in one",
    help: /\bbetween\b/.test(found) ? ["with `>` and `<` the bounds themselves do not count"] : [],
  }),
  "chained comparison": ({ meant }) => ({
    message: "a comparison compares two things, and here are three",
    label: "two comparisons in one",
    help: [`join two comparisons: ${quoted(meant)}`],
  }),
  "comparison without subject": ({ meant }) => ({
    message: "the left side of this comparison is missing",
    label: "what is compared?",
    why: ["nothing is taken over from the comparison before: each says what it compares"],
    help: [`write both sides: ${quoted(meant)}`],
  }),
  "call without parentheses": ({ meant }) => ({
    message: `a function is given its arguments in parentheses: ${quoted(meant)}`,
    label: `${quoted(meant)} is meant`,
  }),
  remainder: ({ found, meant }) => ({
    message: /%/.test(found)
      ? `${quoted("%")} makes a percentage, and what remains of a division is ${quoted(meant)}`
      : `what remains of a division is ${quoted(meant)}`,
    label: `${quoted(meant)} is meant`,
  }),
  "comma between conditions": () => ({
    message: "a comma joins no conditions",
    label: "expected `and` or `or`",
    help: ["write `and` if both must hold, `or` if one of them is enough"],
  }),
  branching: () => ({
    message: "a calculation has no branches",
    label: "what depends on a condition is for clauses to say",
    why: ["programs decide, by their clauses: each has its condition, its value and its effects"],
    help: [
      "write a clause for each case: `when price > 80 -> non_payment { … }`, `otherwise -> payment { … }`",
    ],
  }),
  "equals for becomes": ({ found, meant }) => ({
    message: `what is set is written with ${quoted(meant)}`,
    label: `${quoted(meant)} is meant`,
    why: found === "=" ? ["`=` asks whether two things are equal, and changes nothing"] : [],
  }),
  "changed by": ({ found, meant }) => ({
    message: `${quoted(found)} is written ${quoted(`${meant} …`)}`,
    label: `${quoted(`${meant} …`)} is meant`,
  }),
  "claim without word": () => ({
    message: "it is not said when this should hold",
    label: "expected `always`, `never` or `eventually` before this",
    help: [writtenLike("propertyItems")],
  }),
  "never before": ({ found, meant }) => ({
    message: `${quoted(found)} is written ${quoted(meant)}`,
    label: `${quoted(meant)} is meant`,
    why: ["whether one reaches another is seen from the couplings, and not from what happens in a run"],
  }),
  "reaches only": () => ({
    message: "`only` says through what all ways lead",
    label: "only through what?",
    help: ["write `A reaches B only through C`; or, of each that is not to be reached, `A never reaches D`"],
  }),
});

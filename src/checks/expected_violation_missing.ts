import { quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import type { MissingViolationFacts } from "./agreements.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { removal } from "./support/edits.ts";
import { quotedText } from "./support/edits.ts";

/** The step before, if it is short enough to be shown. */
const longestStep = 80;

export const expected_violation_missing = defineCheck<MissingViolationFacts>({
  name: "expected_violation_missing",
  severity: "error",
  group: "scenarios",
  summary: "an `expect violation` of something that is not found",
  sources: [],

  words({ check, scope }, context) {
    const block = isBlock(scope, context);
    return {
      message: block
        ? `${quoted(check)} is expected in this block, and not found`
        : `${quoted(check)} is expected of the step before, and not found`,
      label: "nothing of the kind is found",
      related: block ? [] : [{ place: scope, message: "expected of this" }],
      why: ["who expects a violation shows what the theory excludes, and that the model is judged so"],
      help: [
        block
          ? "put it directly after the step that it speaks of"
          : `if ${stepWords(scope, context)} is as it should be, remove the expectation; else let the step show what it was meant to show`,
      ],
    };
  },

  fixes: (_facts, context, place) => [
    { title: "remove the expectation", certain: false, edits: [removal(place, context)] },
  ],
});

function isBlock(scope: Place, context: CheckContext): boolean {
  const text = context.source(scope.file)?.text ?? "";
  return text[scope.start] === "{" || text.startsWith("scenario", scope.start);
}

function stepWords(scope: Place, context: CheckContext): string {
  const text = quotedText(scope, context);
  return text.length <= longestStep ? text : "it";
}

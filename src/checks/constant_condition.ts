import { listed, quoted } from "../base/words.ts";
import { defineCheck } from "./context.ts";
import { conditionsOf } from "./support/conditions.ts";
import type { Conditioned } from "./support/conditions.ts";
import { describedBounds } from "./support/bounds.ts";
import { constantParts } from "./support/constants.ts";
import { quotedText } from "./support/edits.ts";

interface Facts {
  readonly text: string;
  readonly always: boolean;
  /** The condition as a whole, or a part of it that could as well be left out. */
  readonly whole: boolean;
  readonly conditioned: Conditioned;
  /** What is declared about what it reads: "`rate` is declared as a number in 0..100". */
  readonly bounds: readonly string[];
}

export const constant_condition = defineCheck<Facts>({
  name: "constant_condition",
  severity: "warning",
  group: "programs",
  summary: "a condition that always holds, or never does, under the declared types and bounds",
  sources: ["Luhmann 1993, ch. 10"],
  perDeclaration: true,

  *detect(context) {
    for (const { condition, conditioned } of conditionsOf(context)) {
      for (const { expression, always } of constantParts(condition)) {
        // `when true` at a channel says in so many words that it always carries.
        if (conditioned.kind === "channel" && condition.kind === "boolean" && condition.value) continue;
        yield {
          place: expression.place,
          facts: {
            text: quotedText(expression.place, context),
            always,
            whole: expression === condition,
            conditioned,
            bounds: describedBounds(expression),
          },
        };
      }
    }
  },

  words({ text, always, whole, conditioned, bounds }) {
    return {
      message: whole
        ? `the condition ${text} ${always ? "always holds" : "never holds"}`
        : `in this condition ${text} ${always ? "always holds" : "never holds"}`,
      label: whole ? consequenceOf(conditioned, always) : "nothing depends on it",
      why: [
        bounds.length > 0 ? listed(bounds) : "it comes out the same whatever happens",
        "a condition selects: what lets everything through, or nothing, conditions nothing",
      ],
      help: [helpFor(conditioned, always, whole)],
    };
  },
});

function consequenceOf(conditioned: Conditioned, always: boolean): string {
  switch (conditioned.kind) {
    case "rule":
      return always ? "no clause after this one ever decides" : "this clause never decides";
    case "choice":
      return always ? "this choice is always open" : "this choice is never open";
    case "sensitivity":
      return always ? "nothing is filtered" : `${quoted(conditioned.name)} notices nothing`;
    case "limit":
      return always
        ? `${quoted(conditioned.operation)} is always blocked`
        : `${quoted(conditioned.operation)} is never blocked`;
    case "channel":
      return always ? "everything is carried" : "nothing is ever carried";
  }
}

function helpFor(conditioned: Conditioned, always: boolean, whole: boolean): string {
  if (!whole) return "leave this part out, or compare with a value within the bounds";
  switch (conditioned.kind) {
    case "rule":
      return always
        ? "compare with a value within the bounds, or write `otherwise` as the last clause if every case is meant"
        : "compare with a value within the bounds, or leave the clause out";
    case "choice":
      return always
        ? "leave `when` out if the choice is always open, or compare with a value within the bounds"
        : "compare with a value within the bounds, or leave the choice out";
    case "sensitivity":
      return always
        ? "leave `when` out if everything that comes is noticed, or compare with a value within the bounds"
        : "compare with a value within the bounds, or leave the sensitivity out";
    case "limit":
      return "compare with a value within the bounds, so that the limit holds in some cases and not in others";
    case "channel":
      return always
        ? "compare with a value within the bounds, or write `when true` if the channel is to carry everything"
        : "compare with a value within the bounds, or leave the channel out";
  }
}

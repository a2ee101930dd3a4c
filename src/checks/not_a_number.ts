import { quoted } from "../base/words.ts";
import type { NotANumberFacts } from "../diagnostics/run_facts.ts";
import { defineCheck } from "./context.ts";
import { againLines, causeLines, causeNotes, momentText, valuesText } from "./support/causes.ts";
import { computingText } from "./support/computing.ts";

export const not_a_number = defineCheck<NotANumberFacts>({
  name: "not_a_number",
  severity: "error",
  group: "scenarios",
  summary: "a calculation without a finite result, or a probability outside 0..1",
  needsRun: true,
  sources: [],

  words(facts) {
    const { wanted, expression, value, values, prevented, by, causes } = facts;
    const result =
      wanted === "probability"
        ? `${quoted(expression)} is ${value}, which is no probability`
        : `${quoted(expression)} has no finite result`;
    return {
      message: `${momentText(facts)}, in ${computingText(by)}, ${result}`,
      label:
        values.length === 0 ? `this comes to ${value}` : `this comes to ${value}, with ${valuesText(values)}`,
      related: causeNotes(causes, 2),
      why: [consequence(prevented), ...againLines(facts), ...causeLines(causes)],
      help: [
        wanted === "probability"
          ? "keep it between 0 and 1, as in `max(0, min(1, …))`"
          : "shut out the case in which it has no result, by a condition before it or by bounds: one divides by nothing that can be 0, and takes no root or logarithm of what can be negative",
      ],
    };
  },
});

function consequence(prevented: NotANumberFacts["prevented"]): string {
  switch (prevented) {
    case "condition":
      return "a condition without a result does not hold, and the run goes on";
    case "effect":
      return "the effect does not take place, and the run goes on";
    case "passage":
      return "the channel carries nothing this time, and the run goes on";
    case "movement":
      return "the quantity keeps its value, and the run goes on";
    case "step":
      return "the step does nothing, and the run goes on";
  }
}

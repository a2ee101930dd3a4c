import { numberText, quoted } from "../base/words.ts";
import type { NeverSettlesFacts } from "../diagnostics/run_facts.ts";
import { defineCheck } from "./context.ts";
import { recurringNotes, recurringText } from "./support/causes.ts";

export const never_settles = defineCheck<NeverSettlesFacts>({
  name: "never_settles",
  severity: "error",
  group: "scenarios",
  summary: "a bare `run` in which something still happens after very many steps",
  needsRun: true,
  sources: ["Luhmann 1986, ch. 17"],

  words({ scenario, steps, recurring }) {
    const names = recurringText(recurring);
    return {
      message: `the model does not come to rest within ${numberText(steps)} steps of ${quoted(scenario)}`,
      label: names === "" ? "still going on" : `still going on: ${names}`,
      related: recurringNotes(recurring),
      why: [
        "where systems set each other off and nothing damps it, there is no last answer: too much resonance is as possible as too little (Luhmann 1986, ch. 17)",
      ],
      help: [
        "damp it with a condition, a capacity or a limit on the way round, or say how long to look: `run 20 steps`",
      ],
    };
  },
});

import { numberText, quoted } from "../base/words.ts";
import type { BudgetExceededFacts } from "../diagnostics/run_facts.ts";
import { defineCheck } from "./context.ts";
import { recurringNotes, recurringText } from "./support/causes.ts";

export const budget_exceeded = defineCheck<BudgetExceededFacts>({
  name: "budget_exceeded",
  severity: "error",
  group: "scenarios",
  summary: "a run that grows beyond a limit of the tool",
  needsRun: true,
  sources: [],

  words({ scenario, step, budget, most, without, recurring }) {
    const names = without === undefined ? recurringText(recurring) : "";
    const second = without === undefined ? "" : `, without ${quoted(without)},`;
    return {
      message: `the run of ${quoted(scenario)}${second} is broken off in step ${step}: ${excess(budget, most)}`,
      label: names === "" ? "the run ends here" : `in the last steps most of it is ${names}`,
      related: without === undefined ? recurringNotes(recurring) : [],
      why: [
        ...(without === undefined
          ? []
          : [
              `for the verdict on ${quoted(without)} the scenario is run once more without it, and there it grows without bound`,
            ]),
        "a run that grows without bound would end by itself only when the machine can do no more",
      ],
      help: [helpOn(budget)],
    };
  },
});

function excess(budget: BudgetExceededFacts["budget"], most: number): string {
  const number = numberText(most);
  switch (budget) {
    case "operations in one step":
      return `more than ${number} operations in one step`;
    case "irritations under way":
      return `more than ${number} irritations under way at once`;
    case "events":
      return `more than ${number} operations and irritations`;
    case "steps":
      return `more than ${number} steps`;
    case "steps of the scenario":
      return `more than ${number} steps of the scenario carried out`;
    case "length of the trace":
      return `more than ${number} entries in the trace`;
    case "numbers in the trace":
      return `more than ${number} numbers in the trace`;
    case "numbers for verdicts":
      return `more than ${number} numbers noted for verdicts`;
    case "runs":
      return `more than ${number} runs`;
  }
}

function helpOn(budget: BudgetExceededFacts["budget"]): string {
  switch (budget) {
    case "operations in one step":
    case "irritations under way":
      return "each operation brings about several: let fewer follow, with `at most 1 per step` on a channel, a condition or a `limit`";
    case "events":
      return "let less happen in each step, or run fewer steps";
    case "steps of the scenario":
      return "repeat less often";
    case "steps":
    case "length of the trace":
      return "run fewer steps, or end sooner with `run until … at most …`";
    case "numbers in the trace":
      return "run fewer steps, or let conditions read less";
    case "numbers for verdicts":
      return "run fewer steps, or apply fewer regulations in one scenario";
    case "runs":
      return "vary less at once, or take fewer runs of each combination";
  }
}

import { quoted } from "../base/words.ts";
import type { OutOfBoundsFacts } from "../diagnostics/run_facts.ts";
import { defineCheck } from "./context.ts";
import { againLines, causeLines, causeNotes, momentText } from "./support/causes.ts";
import { computingText } from "./support/computing.ts";

export const out_of_bounds = defineCheck<OutOfBoundsFacts>({
  name: "out_of_bounds",
  severity: "error",
  group: "scenarios",
  summary: "a value outside the bounds that its type declares",
  needsRun: true,
  sources: [],

  words(facts) {
    const { bounded, name, value, kept, declared, by, causes } = facts;
    const bounds = boundsText(facts);
    return {
      message: `${momentText(facts)}, ${computingText(by)} gives ${quoted(name)} the value ${value}, outside ${bounds}`,
      label: `${value} does not lie in ${bounds}`,
      related: [{ place: declared, message: `declared with ${bounds}` }, ...causeNotes(causes, 2)],
      why: [
        bounded === "argument"
          ? "with an argument outside its bounds nothing takes place: neither the operation nor the irritation"
          : `${quoted(name)} keeps its value${kept === undefined ? "" : `, ${kept}`}, and the run goes on`,
        ...againLines(facts),
        ...causeLines(causes),
      ],
      help: [
        `keep the value within the bounds${repair(facts)}, widen the bounds of ${quoted(name)}, or let a condition shut the case out`,
      ],
    };
  },
});

function boundsText({ low, high }: OutOfBoundsFacts): string {
  return quoted(`${low ?? ""}..${high ?? ""}`);
}

/** How the bound that was passed can be kept in an expression. */
function repair({ value, low, high }: OutOfBoundsFacts): string {
  const number = Number(value);
  if (high !== undefined && number > Number(high)) return ` with \`min(${high}, …)\``;
  if (low !== undefined && number < Number(low)) return ` with \`max(${low}, …)\``;
  return "";
}

import { quoted } from "../../base/words.ts";
import type { Computing } from "../../diagnostics/run_facts.ts";

/** What was being computed, as the subject of a sentence. */
export function computingText({ what, name }: Computing): string {
  switch (what) {
    case "clause":
      return `a clause of ${quoted(name)}`;
    case "channel":
      return `a channel of ${quoted(name)}`;
    case "becomes":
      return `the movement of ${quoted(name)}`;
    case "sensitivity":
      return `the condition of the sensitivity ${quoted(name)}`;
    case "limit":
      return `the limit ${quoted(name)}`;
    case "initial value":
      return `the initial value of ${quoted(name)}`;
    case "step":
      return "the step";
    case "expectation":
      return "this expectation";
    case "aim":
      return `the aim of ${quoted(name)}`;
    case "property":
      return `the property ${quoted(name)}`;
    case "measure":
      return `the measure ${quoted(name)}`;
  }
}

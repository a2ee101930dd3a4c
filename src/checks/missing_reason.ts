import { quoted } from "../base/words.ts";
import type { MissingReasonFacts } from "../model/problems.ts";
import { defineCheck } from "./context.ts";

export const missing_reason = defineCheck<MissingReasonFacts>({
  name: "missing_reason",
  severity: "error",
  group: "reading",
  summary: "an `allow` whose reason is an empty text",
  sources: [],
  words: ({ allowed }) => ({
    message: `this \`allow\` gives no reason why ${quoted(allowed)} is not minded here`,
    label: "nothing is said",
    why: [
      "what a check finds contradicts the theory or its common reading: whoever has an argument against it writes it here, and reports print it",
    ],
    help: [
      `write the reason: ${quoted(`allow ${allowed} "that … is not at issue here"`)}; if there is none, leave the \`allow\` out`,
    ],
  }),
});

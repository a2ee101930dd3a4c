import type { StrayDocFacts } from "../syntax/problems.ts";
import { defineCheck } from "./context.ts";
import { textAt } from "./support/edits.ts";

export const stray_doc = defineCheck<StrayDocFacts>({
  name: "stray_doc",
  severity: "warning",
  group: "reading",
  summary: "a doc comment that belongs to nothing",
  sources: [],
  words: () => ({
    message: "this doc comment belongs to nothing",
    label: "no declaration or member follows",
    why: ["a line that begins with `///` describes the declaration or member after it, and is shown with it"],
    help: [
      "move it before what it describes, or begin its lines with `//`: then it is a comment like any other",
    ],
  }),
  fixes: (_facts, context, place) => [
    {
      title: "make it a comment",
      // Whether it belongs to something that follows further down, the modeller knows.
      certain: false,
      edits: [{ place, text: textAt(place, context).replace(/^([ \t]*)\/\/\//gmu, "$1//") }],
    },
  ],
});

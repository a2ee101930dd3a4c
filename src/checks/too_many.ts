import type { TooManyFacts as TooManyImportsFacts } from "../model/problems.ts";
import type { TooManyFacts as TooManyProblemsFacts } from "../syntax/problems.ts";
import type { Words } from "../diagnostics/diagnostic.ts";
import { defineCheck } from "./context.ts";

export const too_many = defineCheck<TooManyProblemsFacts | TooManyImportsFacts>({
  name: "too_many",
  severity: "error",
  group: "reading",
  leavesOut: true,
  summary: "more files, copies or mistakes than are dealt with",
  sources: [],
  words(facts): Words {
    switch (facts.what) {
      case "problems of the text":
        return {
          message: `this file has ${facts.count} mistakes of language, the first ${facts.limit} are shown`,
          label: "the last that is shown",
        };
      case "imported files":
        return {
          message: `more than ${facts.limit} files are imported, directly or by what is imported`,
          label: "this import is not read",
        };
      case "levels of imports":
        return {
          message: `this import is more than ${facts.limit} imports away from the first file`,
          label: "not read",
        };
      case "copied text":
        return {
          message: `what \`like\` copies here makes the model larger than ${facts.limit} characters`,
          label: "this copy is not made",
          help: ["give the systems that are alike members of their own, or copy from one that is smaller"],
        };
    }
  },
});

import type { TooDeepFacts } from "../syntax/problems.ts";
import { defineCheck } from "./context.ts";

export const too_deep = defineCheck<TooDeepFacts>({
  name: "too_deep",
  severity: "error",
  group: "reading",
  leavesOut: true,
  summary: "brackets nested beyond what is read",
  sources: [],
  words: ({ what, limit }) =>
    what === "brackets"
      ? {
          message: `brackets are nested more than ${limit} deep here`,
          label: "this one is too deep",
          help: ["name a part of it: an expectation, a sensitivity or a channel can hold it"],
        }
      : {
          message: `more than ${limit} signs stand in a row here`,
          label: "too many `-`, `not` or `^` in a row",
        },
});

import type { TooManyFacts as TooManyImportsFacts } from "../model/problems.ts";
import type { TooManyFacts as TooManyProblemsFacts } from "../syntax/problems.ts";
import { quoted } from "../base/words.ts";
import type { Words } from "../diagnostics/diagnostic.ts";
import { defineCheck } from "./context.ts";

export const too_many = defineCheck<TooManyProblemsFacts | TooManyImportsFacts>({
  name: "too_many",
  severity: "error",
  group: "reading",
  leavesOut: true,
  summary: "more files, copies, parameters or mistakes than are dealt with",
  sources: [],
  words(facts): Words {
    switch (facts.what) {
      case "problems of the text":
        return {
          message: `this file has ${facts.count} mistakes of language, of which the first ${facts.limit} are shown`,
          label: "the last that is shown",
          why: ["of very many mistakes most follow from the first ones, or from a file that is no model"],
          help: ["mend the first ones, and check again"],
        };
      case "imported files":
        return {
          message: `this model has more than ${facts.limit} files, directly or by what is imported`,
          label: "this import is not read",
          why: [limitsSaveMemory],
          help: ["import only what the model speaks of, or bring what belongs together into one file"],
        };
      case "levels of imports":
        return {
          message: `this import is more than ${facts.limit} imports away from the first file`,
          label: "this import is not read",
          why: [limitsSaveMemory],
          help: ["let the first file import what it needs itself"],
        };
      case "parameters":
        return {
          message: `${quoted(facts.owner.name)} has more than ${facts.limit} parameters`,
          label: "this and what follows is not read",
          why: [limitsSaveMemory],
          help: [
            "keep what is decided on as expectations or quantities, and let the operation say what is new in it",
          ],
        };
      case "triggered text":
        return {
          message: `the clauses of this model have more than ${facts.limit / 1_000_000} million characters if each is counted again for each trigger of its program`,
          label: `this program has ${facts.triggers} triggers`,
          why: [
            "what decides on one trigger is made ready for this one: many clauses on many triggers grow with the product of both",
          ],
          help: [
            "let one sensitivity stand for those on which the same is decided, and tell them apart by a parameter",
          ],
        };
      case "copied text":
        return {
          message: `with what \`like\` copies here the model has more than ${facts.limit / 1_000_000} million characters of copies`,
          label: "this is not copied",
          why: [
            "in a chain of systems that are each like the one before it, copies grow with the square of its length",
          ],
          help: ["let all of them be like one system that is small, and say only what is different"],
        };
    }
  },
});

const limitsSaveMemory =
  "a model that someone else has written shall not use up the memory of the machine that checks it";

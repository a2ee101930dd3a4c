import { quoted } from "../base/words.ts";
import type { UnusedImportFacts } from "../model/problems.ts";
import { defineCheck } from "./context.ts";
import { removal } from "./support/edits.ts";

export const unused_import = defineCheck<UnusedImportFacts>({
  name: "unused_import",
  severity: "warning",
  group: "reading",
  fromAbsence: true,
  summary: "an import of which nothing is used",
  sources: [],
  words: ({ specifier, name }) => ({
    message:
      name === undefined
        ? `nothing is used of what \`"${specifier}"\` declares`
        : `${quoted(name)} is imported and used nowhere`,
    label: name === undefined ? "imported in vain" : `the file speaks of no ${quoted(name)}`,
    why: ["what a file imports tells its readers what it is about"],
    help: ["remove it, or couple it with what it was meant to perturb or to be perturbed by"],
  }),
  fixes: ({ name, whole, remove }, context) => [
    {
      title: whole || name === undefined ? "remove the import" : `remove ${quoted(name)} from the import`,
      certain: true,
      edits: [whole ? removal(remove, context) : { place: remove, text: "" }],
    },
  ],
});

import { quoted } from "../base/words.ts";
import type { ImportOutsideRootFacts } from "../model/problems.ts";
import { defineCheck } from "./context.ts";

export const import_outside_root = defineCheck<ImportOutsideRootFacts>({
  name: "import_outside_root",
  severity: "error",
  group: "reading",
  leavesOut: true,
  summary: "an import that leads out of the folder of the project",
  sources: [],
  words: ({ what, specifier, root }) => ({
    message: `${quoted(specifier)} leads out of the folder of the project`,
    label: `this ${what} is not read`,
    why: [
      "a model that someone else has written may read the files of its project, and nothing else on the machine that checks it",
    ],
    help: [
      `move the file into the project (${root === "." || root === "" ? "the folder that is checked" : quoted(root)}), or check from a folder that holds both`,
      ...(isAbsolute(specifier)
        ? ["write the path as it is seen from the file in which it stands, with `..` for the folder above"]
        : []),
    ],
  }),
});

function isAbsolute(specifier: string): boolean {
  return /^([/\\]|[A-Za-z][A-Za-z0-9+.-]*:)/u.test(specifier);
}

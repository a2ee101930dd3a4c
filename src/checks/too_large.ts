import type { TooLargeFacts as TooLargeImportFacts } from "../model/problems.ts";
import type { TooLargeFacts as TooLargeTextFacts } from "../syntax/problems.ts";
import { quoted } from "../base/words.ts";
import type { Words } from "../diagnostics/diagnostic.ts";
import { defineCheck } from "./context.ts";

export const too_large = defineCheck<TooLargeTextFacts | TooLargeImportFacts>({
  name: "too_large",
  severity: "error",
  group: "reading",
  leavesOut: true,
  summary: "a file, a name or a number beyond what is read",
  sources: [],
  words(facts): Words {
    switch (facts.what) {
      case "file":
        return {
          message: `the file has ${millions(facts.size)} characters, and files are read up to ${millions(facts.limit)}`,
          help: ["divide the model into files and bring them together with `import`"],
        };
      case "name":
        return {
          message: `this name has ${facts.size} characters, and names are read up to ${facts.limit}`,
          label: "a very long name",
          help: ['give it a short name and a label: `operation judgment "the longer text"`'],
        };
      case "number":
        return {
          message: `this number has ${facts.size} digits, and numbers are read up to ${facts.limit}`,
          label: "a very long number",
          help: ["write it shorter: a run calculates with about 16 digits"],
        };
      case "import":
      case "bibliography":
        return {
          message: `${quoted(facts.file)} has ${millions(facts.bytes)} bytes, and files are read up to ${millions(facts.limit)}`,
          label: `this ${facts.what} is not read`,
          help: [
            facts.what === "import"
              ? "divide it into files, and import those that the model speaks of"
              : "keep a bibliography of what the model cites",
          ],
        };
      case "all imports":
        return {
          message: `the files of this model have more than ${millions(facts.limit)} bytes together`,
          label: `${quoted(facts.file)} and what it imports are not read`,
          help: ["import only what the model speaks of"],
        };
    }
  },
});

function millions(count: number): string {
  return count < 1_000_000 ? String(count) : `${Math.round(count / 100_000) / 10} million`;
}

import { listed, quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import { contains } from "../base/place.ts";
import type { ImportCycleFacts } from "../model/problems.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { removal, textAt } from "./support/edits.ts";

/** So many files of a circle are named in the first line, so many drawn. */
const mostNamed = 4;
const mostDrawn = 8;

export const import_cycle = defineCheck<ImportCycleFacts>({
  name: "import_cycle",
  severity: "error",
  group: "reading",
  summary: "files that import each other in a circle",
  sources: [],

  words({ files }) {
    const names = files.map(({ file }) => file);
    const [first = "", second = ""] = names;
    const message =
      names.length === 1
        ? `${quoted(first)} imports itself`
        : names.length === 2
          ? `${quoted(first)} and ${quoted(second)} import each other`
          : names.length <= mostNamed
            ? `${listed(names.map(quoted))} import each other in a circle`
            : `${names.length} files import each other in a circle`;
    return {
      message,
      label: names.length === 1 ? "leads back to this file" : `leads back to ${quoted(first)}`,
      related: files
        .slice(0, -1)
        .map(({ place }, index) => ({ place, message: `imports ${quoted(names[index + 1] ?? first)}` })),
      why: ["what a file declares would depend on what it itself declares"],
      help:
        names.length === 1
          ? ["what a file declares is known in all of it: remove the import"]
          : [
              ...(names.length > 2 ? [drawn(names)] : []),
              "move what both sides need into a file of its own, which both import",
            ],
    };
  },

  fixes({ files }, context, place) {
    const statement = files.length === 1 ? statementAt(place, context) : undefined;
    if (statement === undefined) return [];
    // Without a new name for what it brings in, the import of itself adds nothing.
    const renames = /\bas\b/u.test(textAt(statement, context));
    return [{ title: "remove the import", certain: !renames, edits: [removal(statement, context)] }];
  },
});

/** `main.sys → city.sys → law.sys → main.sys` */
function drawn(names: readonly string[]): string {
  const [first = ""] = names;
  const shown = names.length <= mostDrawn ? names : [...names.slice(0, mostDrawn - 1), "…"];
  return `the circle: ${[...shown, first].map((name) => (name === "…" ? name : quoted(name))).join(" → ")}`;
}

function statementAt(path: Place, { model }: CheckContext): Place | undefined {
  const file = model.files.find(({ name }) => name === path.file);
  return file?.imports.find((statement) => contains(statement.place, path))?.place;
}

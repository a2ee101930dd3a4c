import { nearest } from "../base/near.ts";
import { quoted } from "../base/words.ts";
import type { Words } from "../diagnostics/diagnostic.ts";
import { isCanonicalSystem } from "../model/canon/systems.ts";
import type { ImportNotFoundFacts } from "../model/problems.ts";
import { defineCheck } from "./context.ts";
import { namesListed } from "./support/things.ts";
import { isSurelyMeant, spellings } from "./support/misspelling.ts";

/** The library that comes with the tool. */
const canon = "canon";

export const import_not_found = defineCheck<ImportNotFoundFacts>({
  name: "import_not_found",
  severity: "error",
  group: "reading",
  leavesOut: true,
  summary: "an imported file, or a bibliography, that is not there or cannot be read",
  sources: [],

  words(facts): Words {
    const { what, specifier, reason } = facts;
    switch (reason.kind) {
      case "not found":
        return {
          message: `there is no ${what === "import" ? "file" : "bibliography"} ${quoted(specifier)}`,
          label: "leads to no file",
          why: [
            "a path begins in the folder of the file in which it stands, has `/` between its parts, and means large and small letters as they are",
          ],
          help: [
            ...(namesCanon(facts)
              ? [
                  `the systems of the canon come with the tool: \`import ${lastPart(specifier)} from "canon"\``,
                ]
              : []),
            ...(reason.tried.length > 0 ? [`looked for ${namesListed(reason.tried)}`] : []),
          ],
        };
      case "unreadable":
        return {
          message: `${quoted(reason.file)} cannot be read: ${reason.because}`,
          label: `this ${what}`,
        };
      case "not text":
        return {
          message: `${quoted(reason.file)} is not a text in UTF-8`,
          label: `this ${what}`,
          why: [`its byte ${reason.offset + 1} belongs to no character`],
          help: ["save the file as plain text in the encoding UTF-8"],
        };
      case "malformed": {
        const where = reason.line === undefined ? "" : `, in line ${reason.line}`;
        return {
          message: `${quoted(reason.file)} cannot be read as ${reason.format}: ${reason.because}${where}`,
          label: "what is cited is not looked up",
        };
      }
    }
  },

  fixes(facts, _context, place) {
    const { specifier, reason } = facts;
    if (reason.kind !== "not found") return [];
    const paths = pathsMeant(facts);
    const near = paths.map((path) => withoutEnding(path));
    const surely = !namesCanon(facts) && isSurelyMeant(withoutEnding(specifier), near);
    return spellings(
      `"${specifier}"`,
      paths.map((path) => `"${path}"`),
      [place],
      surely,
    );
  },
});

/** What the path may have been meant for, as it would be written in its place. */
function pathsMeant({ what, specifier, reason }: ImportNotFoundFacts): readonly string[] {
  const canonical = what === "import" ? nearest(specifier, [canon]) : [];
  const named = namesCanon({ what, specifier, reason }) ? [canon] : [];
  const near = reason.kind === "not found" ? reason.near : [];
  const folder = folderOf(specifier);
  const besides = near
    .filter((path) => folderOf(path) === folder || folderOf(path) === folder.replace(/^\.\//u, ""))
    .map((path) => folder + writtenAs(lastPart(path), specifier));
  return [...new Set([...canonical, ...besides, ...named])];
}

/** `import law from "law"`: the name of a system that the canon has. */
function namesCanon({ what, specifier }: ImportNotFoundFacts): boolean {
  return what === "import" && isCanonicalSystem(withoutEnding(lastPart(specifier)));
}

function folderOf(path: string): string {
  return path.slice(0, path.length - lastPart(path).length);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The name of a file, with `.sys` only where the modeller writes it. */
function writtenAs(name: string, specifier: string): string {
  return specifier.endsWith(".sys") ? name : withoutEnding(name);
}

function withoutEnding(path: string): string {
  return path.endsWith(".sys") ? path.slice(0, -".sys".length) : path;
}

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { checks, limits } from "../src/index.ts";
import { commandLine } from "./cli/command_line.ts";
import { folderWith } from "./cli/folder.ts";
import {
  anchorsIn,
  documents,
  findingsOf,
  isCheckPage,
  linksIn,
  modelText,
  promisedBy,
  shownOutputs,
  summarised,
} from "./support/documents.ts";
import { root } from "./support/generate/sources.ts";

const all = documents();
const background = all.find(({ path }) => path === "docs/language/README.md")?.fences[0]?.text ?? "";
const scripts = Object.keys(
  (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> })
    .scripts,
);
const { shell } = commandLine();

it("finds the model in the background of the language reference", () => {
  expect(background).toContain("extend law");
});

it("has a document for each check, and for nothing else", () => {
  const pages = all.map(({ path }) => path).filter(isCheckPage);
  const named = checks.map(({ name }) => `docs/checks/${name}.md`);
  expect(pages).toEqual([...named, "docs/checks/README.md"].sort());
});

it("says in the language reference what bounds a run", () => {
  const page = all.find(({ path }) => path === "docs/language/time-and-chance.md")?.text ?? "";
  const { steps, events, operationsPerStep, underWay, traceLength, settling, branches } = limits;
  const numbers = [traceLength * limits.numbersPerEntry, limits.answers];
  const table = [steps, events, operationsPerStep, underWay, traceLength, ...numbers];
  const rows = [...page.matchAll(/^\| [^|]+ \| ([\d,]+) +\|$/gm)].map((match) => match[1]);
  expect(rows).toEqual(table.map((most) => most.toLocaleString("en")));
  expect(page).toContain(`not at rest after ${settling.toLocaleString("en")} steps`);
  expect(page).toContain(`more than ${branches}, it draws ${branches} of them`);
});

for (const document of all) {
  describe(document.path, () => {
    if (!isCheckPage(document.path)) {
      document.fences
        .filter(({ language }) => language === "sys")
        .forEach((fence, index) => {
          it(`has in its model number ${index + 1} what it says: ${titleOf(fence.text)}`, () => {
            const found = findingsOf(fence, document, background);
            const lines = found.map(({ check, message }) => `${check}: ${message}`).join("\n");
            const model = modelText(fence, background);
            expect(summarised(found, fence), `${lines}\n\n${model}`).toEqual(promisedBy(fence));
          });
        });

      shownOutputs(document).forEach(({ command, files, output: shown }) => {
        it(`shows what \`${command}\` prints`, () => {
          expect(command).toMatch(/^niklas /);
          const { output, errors } = shell(command, { in: folderWith(files) });
          expect(output + errors).toBe(shown);
        });
      });
    }

    it("has links that lead somewhere", () => {
      const dead = linksIn(document.text).filter((link) => {
        if (/^[a-z]+:/.test(link)) return false;
        const [path = "", anchor] = link.split("#");
        const target = path === "" ? document.path : posix.join(dirname(document.path), path);
        const file = join(root, target);
        if (!existsSync(file)) return true;
        if (anchor === undefined || !target.endsWith(".md")) return false;
        return !anchorsIn(readFileSync(file, "utf8")).has(anchor);
      });
      expect(dead).toEqual([]);
    });

    it("names scripts that there are", () => {
      const named = [...document.text.matchAll(/\bnpm run ([\w:-]+)/g)].map((match) => match[1] ?? "");
      expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
    });
  });
}

function titleOf(text: string): string {
  return (text.split("\n").find((line) => line.trim() !== "") ?? "").trim().slice(0, 60);
}

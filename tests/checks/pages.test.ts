import { describe, expect, it } from "vitest";
import { check, checks, memoryHost } from "../../src/index.ts";
import { applyCertainFixes } from "../../src/diagnostics/edits.ts";
import { readBibliography } from "../../src/model/bibliography.ts";
import { renderText } from "../../src/diagnostics/show/text.ts";
import { filesEnding, modelOf, readPage, type Fence } from "../support/pages.ts";

/** Files of the folder that are no checks. */
const machinery = [
  "agreements",
  "apply",
  "context",
  "describe",
  "describe_run",
  "list",
  "explain",
  "pages",
  "parts",
];

function checked(fences: readonly Fence[]) {
  const model = modelOf(fences);
  if (model === undefined) return undefined;
  return check(model.entry, { host: memoryHost(model.files), readBibliography });
}

it("has a page and a line in the list for each check, and nothing else", () => {
  const names = checks.map(({ name }) => name).sort();
  expect(filesEnding(".md")).toEqual(names);
  expect(filesEnding(".ts").filter((name) => !machinery.includes(name))).toEqual(names);
});

for (const { name } of checks) {
  describe(name, () => {
    const page = readPage(name);

    it("has a page with why, wrong and right", () => {
      expect(page.text.startsWith(`# ${name}\n`)).toBe(true);
      expect([...page.sections.keys()].slice(0, 3)).toEqual(["Why", "Wrong", "Right"]);
    });

    const wrong = (page.sections.get("Wrong") ?? []).filter(({ words }) => !words.includes("run"));
    const right = (page.sections.get("Right") ?? []).filter(({ words }) => !words.includes("run"));

    it("finds exactly this in the wrong model", () => {
      const result = checked(wrong);
      if (result === undefined) return;
      expect(new Set(result.diagnostics.map((found) => found.check))).toEqual(new Set([name]));
    });

    it("finds nothing in the right model", () => {
      const result = checked(right);
      if (result === undefined) return;
      expect(result.diagnostics.map((found) => `${found.check}: ${found.message}`)).toEqual([]);
    });

    it("says what it says, and reads well", async () => {
      const result = checked(wrong);
      if (result === undefined) return;
      const text = renderText(result.diagnostics, (file) => result.sources.get(file), {
        colour: false,
        width: 100,
      });
      await expect(text).toMatchFileSnapshot(`messages/${name}.txt`);
    });

    it("is mended by its certain fixes, which bring in nothing new", () => {
      const model = modelOf(wrong);
      const result = checked(wrong);
      if (model === undefined || result === undefined) return;
      const outcome = applyCertainFixes(result.diagnostics, (file) => result.sources.get(file));
      if (outcome.applied.length === 0) return;
      const files = new Map([...model.files, ...outcome.texts]);
      const entry = { name: model.entry.name, text: files.get(model.entry.name) ?? "" };
      const after = check(entry, { host: memoryHost(files), readBibliography });
      const left = after.diagnostics.map((found) => `${found.check}: ${found.message}`);
      const before = result.diagnostics.map((found) => `${found.check}: ${found.message}`);
      expect(left.length).toBeLessThan(before.length);
      expect(left.filter((line) => !before.includes(line))).toEqual([]);
    });
  });
}

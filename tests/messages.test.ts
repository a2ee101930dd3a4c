/*
 * What can be measured of the scores in docs/messages.md: whoever judges a message says no more of it than is so.
 */
import { describe, expect, it } from "vitest";
import { explain } from "../src/checks/explain.ts";
import { applyCertainFixes, check, checks, memoryHost } from "../src/index.ts";
import { checkSituation, scoreOf, totalOf } from "./support/generate/messages.ts";
import { situations } from "./support/generate/situations.ts";

it("gives the messages 40 of 48 points on average, or more", () => {
  expect(situations).toHaveLength(15);
  const total = situations.reduce((sum, situation) => sum + totalOf(situation), 0);
  expect(total / situations.length).toBeGreaterThanOrEqual(40);
});

for (const situation of situations) {
  describe(situation.title, () => {
    const { diagnostics, sources } = checkSituation(situation);

    it("gets the message of its check, and no other where the cause is said to be named once", () => {
      const names = new Set(diagnostics.map((found) => found.check));
      expect(names.has(situation.check)).toBe(true);
      if (scoreOf(situation, "R9") === 3) expect([...names]).toEqual([situation.check]);
    });

    it("is mended by the edit where that is said to be right, and has an edit to look at where one is said", () => {
      const edits = scoreOf(situation, "R7");
      const own = diagnostics.filter((found) => found.check === situation.check);
      if (edits < 3) {
        expect(own.some(({ fixes }) => fixes.length > 0)).toBe(edits === 2);
        return;
      }
      const { texts } = applyCertainFixes(own, sources);
      const files = new Map([...situation.files, ...texts]);
      const [entry = ""] = situation.files[0] ?? [];
      const after = check({ name: entry, text: files.get(entry) ?? "" }, { host: memoryHost(files) });
      expect(after.diagnostics.map((found) => `${found.check}: ${found.message}`)).toEqual([]);
    });

    it("has a reason, a place with words, and a page, where these are said to be there", () => {
      for (const found of diagnostics) {
        if (scoreOf(situation, "R5") > 1) expect(found.why?.length).toBeGreaterThan(0);
        if (scoreOf(situation, "R3") === 3) expect(found.label).toBeTruthy();
        if (scoreOf(situation, "R6") > 1)
          expect((found.help?.length ?? 0) + found.fixes.length).toBeGreaterThan(0);
        if (scoreOf(situation, "R11") === 3) expect(explain(found.check)).toContain("## Right");
      }
    });

    it("can be allowed where its control is said to be full, and only there", () => {
      const known = checks.find(({ name }) => name === situation.check);
      expect(known?.group !== "reading").toBe(scoreOf(situation, "R15") === 3);
    });
  });
}

import fc from "fast-check";
import { expect, it } from "vitest";
import { parse } from "../../src/syntax/parse.ts";
import { notes } from "../support/generate/grammar/notes.ts";
import { choices, rules, sentence } from "../support/sentence.ts";

/* The published grammar is the parser's: what is drawn from it at random, the parser reads. */

const spaces = [" ", "\n", "  ", " // x\n", " /* y */ ", "\r\n"];

it("reads what is drawn from the grammar at random", () => {
  fc.assert(
    fc.property(choices, (choose) => {
      const words = sentence({ kind: "rule", name: "model" }, choose, 0);
      const text = words.map((word) => word + (spaces[choose(spaces.length)] ?? " ")).join("");
      const { problems } = parse({ name: "m.sys", text });
      // What the notes say is seen to after parsing may be found, and only that.
      const others = problems.filter(
        ({ facts }) =>
          !("kind" in facts && ["missing part", "second part", "wrong item"].includes(facts.kind)),
      );
      expect(others.map((problem) => ({ ...problem, text }))).toEqual([]);
    }),
    { numRuns: Number(process.env["NIKLAS_FUZZ"] ?? "1") * 600 },
  );
}, 3_600_000);

it("has a note for each rule in which the parser looks further than the rule says", () => {
  const gated = [...rules.values()].filter((rule) => rule.gated).map((rule) => rule.name);
  expect(gated.filter((name) => !notes.has(name))).toEqual([]);
  expect([...notes.keys()].filter((name) => !rules.has(name))).toEqual([]);
});

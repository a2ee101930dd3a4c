/* What is held for a certain edit is made and read again before it is called one. */
import { expect, it } from "vitest";
import { errorsOf, mendedFrom, rewritten } from "../support/reading.ts";

const certainties = (from: string, to: string) =>
  errorsOf(from, to).flatMap(({ fixes = [] }) => fixes.map(({ title, certain }) => [title, certain]));

it("calls an edit certain after which the text can be read", () => {
  expect(certainties("between room and", "between room")).toEqual([["insert `and`", true]]);
});

it("calls several edits certain that mend the text together", () => {
  const [from, to] = ["  run 3 steps\n  expect thermostat", "  run for 3 steps\n  assert thermostat"];
  expect(mendedFrom(from, to)).toBe(rewritten(from, from));
});

it("only proposes an edit after which as much is wrong as before", () => {
  expect(certainties("{ emit heat }", "} emit heat }")).toEqual([
    ["open the body with `{`", false],
    ["remove it", false],
  ]);
});

it("only proposes an edit within a text that is not closed", () => {
  const [from, to] = ["(degrees: temperature)", '(degrees: " temperature)'];
  expect(mendedFrom(from, to)).toBeUndefined();
});

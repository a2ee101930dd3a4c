/* What is held for a certain edit is made and read again before it is called one. */
import { expect, it } from "vitest";
import { parse } from "../../src/syntax/parse.ts";
import type { SyntaxProblem } from "../../src/syntax/problems.ts";
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

it("finds as much out about a declaration among many as about one that stands alone", () => {
  const around = Array.from(
    { length: 40 },
    (_, number) => `environment e${number} {\n  q: number = 1\n}\n`,
  ).join("\n");
  for (const begin of ["", "\n", "\r\n", "\n\n"]) {
    const broken = "coupling c between e1 and e2 {\n  e1.q - e2.q\n  e2.q => e1.q\n}\n";
    const alone = parse({ name: "model.sys", text: `${begin}${broken}` }).problems;
    const among = parse({ name: "model.sys", text: `${begin}${around}\n${broken}\n${around}` }).problems;
    const certain = alone.map(certainty);
    expect(certain).toEqual([true, true]);
    expect(among.map(certainty)).toEqual(certain);
  }
});

function certainty({ facts }: SyntaxProblem): boolean {
  return "repair" in facts && facts.repair?.certain === true;
}

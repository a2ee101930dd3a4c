import fc from "fast-check";
import { expect, test } from "vitest";
import type { Severity } from "../../src/diagnostics/diagnostic.ts";
import { ordered, summarize } from "../../src/diagnostics/sort.ts";
import { finding } from "../support/sample-diagnostics.ts";

const found = (file: string, start: number, severity: Severity, check: string, message = "m") =>
  finding({ file, start, end: start + 1 }, { severity, check, message });

test("findings are ordered by file, start, severity and check", () => {
  const inOrder = [
    found("A.sys", 9, "hint", "z"),
    found("a.sys", 1, "error", "b"),
    found("a.sys", 1, "warning", "c"),
    found("a.sys", 1, "hint", "a"),
    found("a.sys", 1, "hint", "d"),
    found("a.sys", 10, "error", "a"),
    found("ä.sys", 0, "error", "a"),
  ];
  expect(ordered([...inOrder].reverse())).toEqual(inOrder);
});

test("the same check with the same words at the same place is one finding, the severest", () => {
  const error = found("a.sys", 1, "error", "a");
  expect(
    ordered([found("a.sys", 1, "warning", "a"), error, found("a.sys", 1, "error", "a", "other")]),
  ).toEqual([error, found("a.sys", 1, "error", "a", "other")]);
});

test("the order does not depend on the order in which findings come", () => {
  const any = fc
    .tuple(
      fc.constantFrom("a", "b"),
      fc.nat(2),
      fc.constantFrom("error", "warning", "hint"),
      fc.constantFrom("x", "y"),
      fc.constantFrom("m", "n"),
    )
    .map((parts) => found(...parts));
  fc.assert(
    fc.property(
      fc
        .array(any)
        .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(ordered(shuffled)).toEqual(ordered(all));
      },
    ),
  );
});

test("a summary counts by severity", () => {
  const all = [found("a", 1, "error", "a"), found("a", 2, "hint", "a"), found("b", 2, "hint", "a")];
  expect(summarize(all, { files: 5, silenced: 1 })).toEqual({
    errors: 1,
    warnings: 0,
    hints: 2,
    files: 5,
    silenced: 1,
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Edit, Fix } from "../../src/diagnostics/diagnostic.ts";
import { applyCertainFixes, applyEdits } from "../../src/diagnostics/edits.ts";
import { finding, sourcesOf } from "../support/sample-diagnostics.ts";

const edit = (start: number, end: number, text: string, file = "a.sys"): Edit => ({
  place: { file, start, end },
  text,
});
const fix = (...edits: Edit[]): Fix => ({ title: "mend", certain: true, edits });
const withFixes = (...fixes: Fix[]) => finding({ file: "a.sys", start: 0, end: 1 }, { fixes });
const sources = sourcesOf({ "a.sys": "0123456789", "b.sys": "abc" });

test("edits are made by place, not by the order they come in", () => {
  expect(
    applyEdits("0123456789", [edit(8, 9, ""), edit(2, 4, "xyz"), edit(0, 0, "<"), edit(10, 10, ">")]),
  ).toBe("<01xyz45679>");
});

test("edits that are the same count once", () => {
  expect(applyEdits("ab", [edit(1, 1, "-"), edit(1, 1, "-")])).toBe("a-b");
});

test("certain fixes are applied in order, those that touch an earlier one wait", () => {
  const first = withFixes(fix(edit(2, 5, "x")));
  const overlapping = withFixes(fix(edit(0, 1, "y"), edit(4, 6, "z")));
  const beside = withFixes(fix(edit(5, 6, "w")));
  const outcome = applyCertainFixes([first, overlapping, beside], sources);
  expect([...outcome.texts]).toEqual([["a.sys", "01xw6789"]]);
  expect(outcome.applied.map(({ diagnostic }) => diagnostic)).toEqual([first, beside]);
  expect(outcome.waiting).toEqual([overlapping]);
});

test("two insertions at one place, or an insertion at the edge of a change, are a matter of order: the second waits", () => {
  const insert = withFixes(fix(edit(5, 5, "x")));
  const other = withFixes(fix(edit(5, 5, "y")));
  const change = withFixes(fix(edit(5, 6, "z")));
  expect(applyCertainFixes([insert, other, change], sources).waiting).toEqual([other, change]);
  expect(applyCertainFixes([change, insert], sources).waiting).toEqual([insert]);
});

test("fixes that make the same edit are both applied, and the edit is made once", () => {
  const one = withFixes(fix(edit(0, 0, "import law\n"), edit(1, 2, "x")));
  const two = withFixes(fix(edit(0, 0, "import law\n"), edit(3, 4, "y")));
  const outcome = applyCertainFixes([one, two], sources);
  expect(outcome.texts.get("a.sys")).toBe("import law\n0x2y456789");
  expect(outcome.applied).toHaveLength(2);
});

test("a fix over several files is applied whole or not at all", () => {
  const blocking = withFixes(fix(edit(0, 1, "x", "b.sys")));
  const wide = withFixes(fix(edit(0, 1, "x"), edit(0, 2, "y", "b.sys")));
  const outcome = applyCertainFixes([blocking, wide], sources);
  expect([...outcome.texts]).toEqual([["b.sys", "xbc"]]);
  expect(outcome.waiting).toEqual([wide]);
});

test("uncertain fixes, and such as cannot be applied, are left alone", () => {
  const outcome = applyCertainFixes(
    [
      withFixes({ ...fix(edit(0, 1, "x")), certain: false }),
      withFixes(fix()),
      withFixes(fix(edit(9, 11, "x"))),
      withFixes(fix(edit(3, 2, "x"))),
      withFixes(fix(edit(0, 3, "x"), edit(2, 4, "y"))),
      withFixes(fix(edit(0, 1, "x", "gone.sys"))),
    ],
    sources,
  );
  expect(outcome).toEqual({ texts: new Map(), applied: [], waiting: [] });
});

test("a fix waits that would insert within what one before it removes, whatever else begins there", () => {
  const first = withFixes(fix(edit(2, 2, ""), edit(2, 4, "")));
  const second = withFixes(fix(edit(3, 3, "x")));
  const { texts, waiting } = applyCertainFixes([first, second], sources);
  expect(texts.get("a.sys")).toBe("01456789");
  expect(waiting).toEqual([second]);
});

test("applying to a fixpoint changes each character at most as often as fixes mean it", () => {
  const anyEdit = fc
    .tuple(fc.nat(12), fc.nat(3), fc.constantFrom("", "-", "++"))
    .map(([start, length, text]) => edit(start, start + length, text));
  const anyFix = fc.array(anyEdit, { minLength: 1, maxLength: 3 }).map((edits) => withFixes(fix(...edits)));
  fc.assert(
    fc.property(fc.array(anyFix, { maxLength: 6 }), (diagnostics) => {
      const { texts, applied, waiting } = applyCertainFixes(diagnostics, sources);
      expect(new Set([...applied.map(({ diagnostic }) => diagnostic), ...waiting]).size).toBe(
        applied.length + waiting.length,
      );
      const all = new Map(
        applied.flatMap(({ fix: { edits } }) => edits.map((one) => [JSON.stringify(one), one] as const)),
      );
      const added = [...all.values()].reduce(
        (sum, { place, text }) => sum + text.length - (place.end - place.start),
        0,
      );
      expect((texts.get("a.sys") ?? "0123456789").length).toBe(10 + added);
    }),
  );
});

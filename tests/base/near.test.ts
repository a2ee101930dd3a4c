import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "../../src/base/near.ts";

test("a name that differs in case and underscores alone comes first", () => {
  expect(nearest("NonPayment", ["nonpaymen", "non_payment", "sale"])).toEqual(["non_payment", "nonpaymen"]);
});

test("a letter added, dropped, changed or swapped with its neighbour is one step away", () => {
  for (const written of ["judgmennt", "judgmet", "judgnent", "jugdment"]) {
    expect(nearest(written, ["judgment", "sentence"])).toEqual(["judgment"]);
  }
});

test("a name with nothing in common is not proposed", () => {
  expect(nearest("one", ["name", "two"])).toEqual([]);
  expect(nearest("x", ["y", "z"])).toEqual([]);
});

test("letters are code points, so that one Chinese or astral sign is one letter", () => {
  expect(nearest("法率", ["法律", "经济"])).toEqual(["法律"]);
  expect(nearest("𝐋aw", ["𝐌aw", "law"])).toEqual(["law", "𝐌aw"]);
});

test("equally near names stand in the order of their code units, whatever the order they come in", () => {
  expect(nearest("lav", ["law", "lab", "laz", "lax"])).toEqual(["lab", "law", "lax"]);
  expect(nearest("lav", ["lax", "laz", "lab", "law"], { limit: 2 })).toEqual(["lab", "law"]);
});

test("names that hurt plain objects are names", () => {
  expect(nearest("__prto__", ["__proto__", "constructor"])).toEqual(["__proto__"]);
  expect(nearest("constructer", ["__proto__", "constructor"])).toEqual(["constructor"]);
});

test("a name of more than 256 units is neither looked up nor proposed", () => {
  const long = "a".repeat(257);
  expect(nearest(long, [long.slice(1)])).toEqual([]);
  expect(nearest(long.slice(1), [long])).toEqual([]);
});

test("in a long name at most sixteen letters may differ", () => {
  const long = "a".repeat(100);
  expect(nearest(long, [`${"b".repeat(16)}${long.slice(16)}`])).toHaveLength(1);
  expect(nearest(long, [`${"b".repeat(17)}${long.slice(17)}`])).toEqual([]);
});

test("of candidates of a fitting length the first 2,000 are weighed", () => {
  const many = Array.from({ length: 2000 }, (_, index) => `zz${String(index).padStart(4, "0")}`);
  expect(nearest("market", [...many.slice(1), "markets"])).toEqual(["markets"]);
  expect(nearest("market", [...many, "markets"])).toEqual([]);
});

/** The textbook recursion, without band or early end. */
function plainDistance(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => table[row]?.[column] ?? Infinity;
  for (let row = 1; row <= a.length; row += 1) {
    for (let column = 1; column <= b.length; column += 1) {
      const changed = at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? at(row - 2, column - 2) + 1 : Infinity;
      const line = table[row];
      if (line) line[column] = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, changed, swapped);
    }
  }
  return at(a.length, b.length);
}

test("what is proposed is exactly what the textbook distance allows", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(name, name, (written, known) => {
      const distance = plainDistance([...written], [...known]);
      const allowed =
        written !== known &&
        distance <= Math.max(1, Math.floor(written.length / 3)) &&
        distance < Math.max(written.length, known.length);
      expect(nearest(written, [known])).toEqual(allowed ? [known] : []);
    }),
  );
});

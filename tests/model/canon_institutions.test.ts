import { describe, expect, test } from "vitest";
import {
  couples,
  institutionNamed,
  institutions,
  institutionsBetween,
} from "../../src/model/canon/institutions.ts";
import { folded } from "../../src/model/canon/names.ts";
import { canonicalSystems } from "../../src/model/canon/systems.ts";

/** The names that stand in a table twice, so that one entry would hide another. */
function twice(names: readonly string[]): readonly string[] {
  const plain = names.map(folded);
  return plain.filter((name, index) => plain.indexOf(name) !== index);
}

describe("institutions", () => {
  const sides = new Set<string>([...canonicalSystems, "social_system", "psychic_system"]);

  test("have names that a coupling, an operation and a sensitivity can have", () => {
    for (const institution of institutions) {
      const names = institution.directions.flatMap(({ operation, sensitivity }) => [operation, sensitivity]);
      for (const name of [institution.name, ...names]) expect(name).toMatch(/^[a-z_]+$/);
    }
  });

  test("couple two different systems that exist, and carry from the one to the other", () => {
    for (const { name, between, alsoBetween, directions } of institutions) {
      for (const [a, b] of [between, ...(alsoBetween ?? [])]) {
        expect([name, a === b, sides.has(a), sides.has(b)]).toEqual([name, false, true, true]);
      }
      expect(directions.length).toBeGreaterThan(0);
      const ways = directions.map(({ from, to }) => `${from} ${to}`);
      const possible = [between.join(" "), [between[1], between[0]].join(" ")];
      expect(ways.filter((way) => !possible.includes(way))).toEqual([]);
      expect(new Set(ways).size).toBe(ways.length);
    }
  });

  test("are called by no name twice", () => {
    expect(twice(institutions.flatMap(({ name, otherNames }) => [name, ...otherNames]))).toEqual([]);
  });

  test("speak in clauses that a message can end", () => {
    for (const { title, condition, directions } of institutions) {
      for (const text of [title, condition, ...directions.map(({ carries }) => carries)]) {
        expect(text).toMatch(/^\S.*[^.\s]$/);
      }
    }
  });

  test("are found between two systems in either order, the best described first", () => {
    expect(institutionsBetween("law", "politics").map(({ name }) => name)).toEqual(["constitution"]);
    expect(institutionsBetween("law", "economy").map(({ name }) => name)).toEqual([
      "property",
      "contract",
      "lex_mercatoria",
    ]);
    expect(institutionsBetween("psychic_system", "social_system").map(({ name }) => name)).toEqual([
      "language",
    ]);
    expect(institutionsBetween("law", "law")).toEqual([]);
    expect(institutionsBetween("art", "sport")).toEqual([]);
  });

  test("are known by name in three languages, and by the pairs they couple", () => {
    expect(institutionNamed("Verfassung")?.name).toBe("constitution");
    expect(institutionNamed("合同")?.name).toBe("contract");
    expect(institutionNamed("sickNote")?.name).toBe("sick_note");
    expect(institutionNamed("__proto__")).toBeUndefined();
    const constitution = institutionNamed("constitution");
    expect(constitution && couples(constitution, "law", "politics")).toBe(true);
    expect(constitution && couples(constitution, "economy", "art")).toBe(false);
    const patent = institutionNamed("patent");
    expect(patent && couples(patent, "law", "science")).toBe(true);
  });
});

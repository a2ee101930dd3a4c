import { describe, expect, test } from "vitest";
import { canonAliases } from "../../src/model/canon/aliases.ts";
import {
  canonAlias,
  canonicalSystemMeant,
  canonicalSystems,
  everydayName,
  isCanonicalSystem,
  knownMedium,
  organizationWords,
  theme,
  undecidedIn,
} from "../../src/model/canon/knowledge.ts";
import { knownMedia } from "../../src/model/canon/media.ts";
import { folded, wordsOf } from "../../src/model/canon/names.ts";
import { knownCodes } from "../../src/model/canon/rivals.ts";
import { themes } from "../../src/model/canon/themes.ts";

/** The names that stand in a table twice, so that one entry would hide another. */
function twice(names: readonly string[]): readonly string[] {
  const plain = names.map(folded);
  return plain.filter((name, index) => plain.indexOf(name) !== index);
}

describe("names", () => {
  test("are compared without case and underscores, and parted into words", () => {
    expect(folded("massMedia")).toBe(folded("mass_media"));
    expect(wordsOf("HealthMinistry")).toEqual(["health", "ministry"]);
    expect(wordsOf("__health_ministry_")).toEqual(["health", "ministry"]);
  });

  test("stand in no table twice", () => {
    for (const table of [canonAliases, knownMedia, themes]) {
      expect(twice(table.flatMap(({ names }) => names))).toEqual([]);
    }
  });

  test("of the ten systems are neither aliases, themes nor everyday names", () => {
    for (const name of canonicalSystems) {
      expect([canonAlias(name), theme(name), everydayName(name)]).toEqual([undefined, undefined, undefined]);
      expect(canonicalSystemMeant(name)).toBe(name);
    }
  });

  test("that users give everything else objects have are unknown", () => {
    for (const name of ["constructor", "__proto__", "toString", ""]) {
      expect([canonAlias(name), theme(name), everydayName(name), undecidedIn(name)]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect([knownMedium(name), canonicalSystemMeant(name), isCanonicalSystem(name)]).toEqual([
        undefined,
        undefined,
        false,
      ]);
    }
  });

  test("of what is in a system lead to the system", () => {
    expect(canonAlias("Market")?.system).toBe("economy");
    expect(canonAlias("state")?.system).toBe("politics");
    expect(canonAlias("Schule")?.system).toBe("education");
    expect(canonAlias("church")?.system).toBe("religion");
    expect(canonAlias("法院")?.system).toBe("law");
    expect(canonAlias("bakery")).toBeUndefined();
  });

  test("of a system in other words mean that system", () => {
    expect(canonicalSystemMeant("Wirtschaft")).toBe("economy");
    expect(canonicalSystemMeant("法律")).toBe("law");
    expect(canonicalSystemMeant("medicine")).toBe("health");
    expect(canonicalSystemMeant("market")).toBeUndefined();
  });

  test("of organisations, places, persons and groups are everyday names", () => {
    expect(everydayName("Google")).toEqual({ kind: "organization" });
    expect(everydayName("beijing")).toEqual({ kind: "place" });
    expect(everydayName("XiJinping")).toEqual({ kind: "person" });
    expect(everydayName("citizens")).toEqual({ kind: "group" });
  });

  test("that end as such names do are everyday names, unless the ending is all of them", () => {
    expect(everydayName("health_ministry")).toEqual({ kind: "organization", ending: "ministry" });
    expect(everydayName("AcmeInc")).toEqual({ kind: "organization", ending: "inc" });
    expect(everydayName("Amtsgericht")).toEqual({ kind: "organization", ending: "gericht" });
    expect(everydayName("北京大学")).toEqual({ kind: "organization", ending: "大学" });
    expect(everydayName("court")).toBeUndefined();
    expect(everydayName("大学")).toBeUndefined();
    expect(everydayName("zinc")).toBeUndefined();
  });

  test("of themes and contested candidates say which of the two they are", () => {
    expect(theme("sustainability")?.standing).toBe("theme");
    expect(theme("Kultur")?.standing).toBe("theme");
    expect(theme("family")?.standing).toBe("contested");
    expect(theme("law")).toBeUndefined();
  });

  test("of media lead to the system they belong to", () => {
    expect(knownMedium("money")?.system).toBe("economy");
    expect(knownMedium("Macht")?.system).toBe("politics");
    expect(knownMedium("真理")?.system).toBe("science");
    expect(knownMedium("legal_norm")?.system).toBe("law");
  });

  test("that say a case is open are known in three languages", () => {
    expect(undecidedIn("Undecided")).toBe("English");
    expect(undecidedIn("unentschieden")).toBe("German");
    expect(undecidedIn("待定")).toBe("Chinese");
    expect(undecidedIn("lawful")).toBeUndefined();
  });

  test("that say a case is open belong to no known code", () => {
    const values = knownCodes.flatMap((code) => [code.values, ...code.spellings]).flat();
    expect(values.filter((value) => undecidedIn(value) !== undefined)).toEqual([]);
  });
});

describe("words of organisations", () => {
  test("are found in descriptions and in names", () => {
    expect(organizationWords("has Members and a head office")).toEqual(["members", "head office"]);
    expect(organizationWords("expel_members")).toEqual(["members"]);
    expect(organizationWords("Die Mitglieder wählen")).toEqual(["mitglieder"]);
    expect(organizationWords("由成员组成")).toEqual(["成员"]);
  });

  test("are not found inside other words, nor in membership in society", () => {
    expect(organizationWords("remembers what was said")).toEqual([]);
    expect(organizationWords("serves all members of society")).toEqual([]);
    expect(organizationWords("为社会成员服务")).toEqual([]);
  });

  test("that a function system may share count only together", () => {
    expect(organizationWords("collectively binding decisions")).toEqual([]);
    expect(organizationWords("the director signs all decisions")).toEqual(["decisions", "director"]);
  });
});

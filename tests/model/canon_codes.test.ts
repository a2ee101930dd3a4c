import { describe, expect, test } from "vitest";
import { criterionPairs } from "../../src/model/canon/criteria.ts";
import {
  canonicalCodes,
  canonicalSystems,
  codeBehind,
  criterionPair,
} from "../../src/model/canon/knowledge.ts";
import { folded, pairKey } from "../../src/model/canon/names.ts";
import {
  isKnownCode,
  knownCode,
  knownCodes,
  rivalsOf,
  systemsKnownWith,
} from "../../src/model/canon/rivals.ts";

describe("known codes", () => {
  test("begin, for each system, with the code of the canon", () => {
    for (const name of canonicalSystems) {
      const codes = knownCodes.filter((code) => code.system === name);
      expect(codes.filter((code) => code.standing === "canonical")).toEqual([codes[0]]);
      expect(codes[0]?.values).toEqual(canonicalCodes[name]);
    }
  });

  test("have two values, and no system knows a pair twice", () => {
    for (const name of canonicalSystems) {
      const pairs = knownCodes
        .filter((code) => code.system === name)
        .flatMap((code) => [code.values, ...code.spellings]);
      expect(pairs.filter(([a, b]) => folded(a) === folded(b))).toEqual([]);
      const keys = pairs.map((pair) => pairKey(pair) ?? "");
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    }
  });

  test("are recognised in the words and the order a modeller may use", () => {
    expect(isKnownCode("law", ["legal", "illegal"])).toBe(true);
    expect(isKnownCode("economy", ["pay", "notPay"])).toBe(true);
    expect(isKnownCode("economy", ["have", "have_not"])).toBe(true);
    expect(isKnownCode("health", ["healthy", "ill"])).toBe(true);
    expect(isKnownCode("law", ["合法", "非法"])).toBe(true);
    expect(isKnownCode("politics", ["Regierung", "Opposition"])).toBe(true);
    expect(knownCode("health", ["ill", "not_ill"])?.source).toBe("Pelikan 2007");
  });

  test("do not include the code of another system, a second coding, a criterion or a third value", () => {
    expect(isKnownCode("law", ["payment", "non_payment"])).toBe(false);
    expect(isKnownCode("law", ["constitutional", "unconstitutional"])).toBe(false);
    expect(isKnownCode("economy", ["profit", "loss"])).toBe(false);
    expect(isKnownCode("law", ["lawful", "unlawful", "tolerated"])).toBe(false);
    expect(isKnownCode("law", ["lawful"])).toBe(false);
    expect(isKnownCode("football", ["win", "lose"])).toBe(false);
  });

  test("tell whose code a pair is, and what rivals a code has", () => {
    expect(systemsKnownWith(["illegal", "legal"]).map(({ system }) => system)).toEqual(["law"]);
    expect(rivalsOf("art").map(({ values }) => values.join(" / "))).toEqual([
      "beautiful / ugly",
      "interesting / boring",
      "innovative / imitative",
    ]);
    expect(rivalsOf("football")).toEqual([]);
  });
});

describe("criteria in the place of codes", () => {
  test("are two values each, listed once", () => {
    const pairs = criterionPairs.flatMap(({ values, spellings }) => [values, ...spellings]);
    expect(pairs.filter(([a, b]) => folded(a) === folded(b))).toEqual([]);
    const keys = pairs.map((pair) => pairKey(pair) ?? "");
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test("lead back to the code of the system whose programs use them", () => {
    const criterion = criterionPair(["Loss", "profit"], "economy");
    expect(criterion?.system).toBe("economy");
    expect(criterion && codeBehind(criterion)).toEqual(["payment", "non_payment"]);
    const general = criterionPair(["effective", "ineffective"]);
    expect(general && codeBehind(general)).toBeUndefined();
  });

  test("are let alone where the literature proposes them as the code", () => {
    expect(criterionPair(["success", "failure"], "economy")).toBeDefined();
    expect(criterionPair(["success", "failure"], "sport")).toBeUndefined();
  });

  test("are not the code of any system of the canon", () => {
    for (const name of canonicalSystems) expect(criterionPair(canonicalCodes[name])).toBeUndefined();
  });
});

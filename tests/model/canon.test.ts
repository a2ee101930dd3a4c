import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  canonicalCodes,
  canonicalSystems,
  knownMedium,
  organizationWords,
} from "../../src/model/canon/knowledge.ts";
import { canonFiles } from "../../src/model/canon/texts.ts";
import { parse } from "../../src/syntax/parse.ts";
import type { System } from "../../src/syntax/tree.ts";
import { canonTexts } from "../support/generate/canon.ts";
import { canonSources, root } from "../support/generate/sources.ts";

/** The one system that a file of the canon declares. */
function declared(name: string): System {
  const text = canonFiles.get(`canon/${name}.sys`);
  if (text === undefined) throw new Error(`the canon has no ${name}`);
  const { tree, problems } = parse({ name, text });
  expect(problems).toEqual([]);
  const [system, ...others] = tree.items;
  if (system?.kind !== "System") throw new Error(`${name}.sys declares no system`);
  expect(others).toEqual([]);
  return system;
}

/** What a name or a text says, wherever it stands in the tree. */
function said(node: { readonly kind: string } | undefined): string | undefined {
  if (node === undefined) return undefined;
  if ("text" in node && typeof node.text === "string") return node.text;
  if ("value" in node && typeof node.value === "string") return node.value;
  return undefined;
}

describe("the files of the canon", () => {
  test("are the ten systems, each in a file of its name", () => {
    expect([...canonFiles.keys()]).toEqual(canonicalSystems.map((name) => `canon/${name}.sys`).sort());
  });

  test.each(canonicalSystems)(
    "declare %s as LANGUAGE.md says: what describes it, and nothing that works",
    (name) => {
      const system = declared(name);
      expect(said(system.name)).toBe(name);
      expect(system.systemKind).toBe("function system");
      const kinds = (system.body?.items ?? []).map((item) => item.kind);
      expect(kinds.slice(0, 4)).toEqual(["FunctionText", "Code", "Medium", "Contingency"]);
      expect(kinds.slice(4).filter((kind) => kind !== "Role" && kind !== "Reflection")).toEqual([]);
    },
  );

  test.each(canonicalSystems)("give %s its code, in the order of the canon, and its own medium", (name) => {
    const items = declared(name).body?.items ?? [];
    const values = items.flatMap((item) => (item.kind === "Code" ? item.values : []));
    expect(values.map((value) => said(value.name))).toEqual(canonicalCodes[name]);
    const media = items.flatMap((item) => (item.kind === "Medium" ? [said(item.name) ?? ""] : []));
    expect(media.map((medium) => knownMedium(medium)?.system)).toEqual([name]);
  });

  test.each(canonicalSystems)("include persons in %s by roles of both sides", (name) => {
    const roles = (declared(name).body?.items ?? []).flatMap((item) =>
      item.kind === "Role" ? [item.side] : [],
    );
    expect(new Set(roles)).toEqual(new Set(["performance", "public"]));
  });

  test.each(canonicalSystems)(
    "say in the doc of %s what it is for, why its code, what else was proposed",
    (name) => {
      const doc = declared(name).doc?.text ?? "";
      const parts = [...doc.matchAll(/^\s*\*\*(.+?)\.\*\*/gm)].map((match) => match[1]);
      expect(parts.slice(0, 4)).toEqual(["Function", "Code", "Rival codings", "Medium"]);
      expect(doc).toContain(`\`${canonicalCodes[name][0]}\` is the designation value, because`);
      expect(doc).toMatch(/Roth\s+and Schütz/);
      expect(doc).not.toMatch(/\bpp?\.\s*\d|\bS\.\s*\d/);
    },
  );

  test("are not mistaken for organisations by their own descriptions", () => {
    for (const name of canonicalSystems) {
      for (const item of declared(name).body?.items ?? []) {
        if (item.kind === "FunctionText") expect(organizationWords(said(item.text) ?? "")).toEqual([]);
      }
    }
  });

  test("are in the program as they stand in the folder", () => {
    const text = readFileSync(join(root, "src/model/canon/texts.ts"), "utf8");
    expect(text).toBe(canonTexts(canonSources()));
    expect(canonFiles).toEqual(new Map([...canonSources()].sort(([a], [b]) => (a < b ? -1 : 1))));
  });

  test("keep their backquotes, backslashes and dollar signs when they become program text", () => {
    const text = canonTexts(new Map([["canon/x.sys", "`a` \\n ${b} $c\r\nd"]]));
    expect(text).toContain("`\\`a\\` \\\\n \\${b} $c\nd`");
  });
});

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, it } from "vitest";
import { indexModel } from "../../src/model/lookup.ts";
import { resolveText } from "./resolving.ts";

const runs = Number(process.env["NIKLAS_FUZZ"] ?? 1) * 150;
/** The long version takes its time. */
const timeout = 600_000;

const texts = ["thermostat", "price_cap", "mistakes"].map((name) =>
  readFileSync(fileURLToPath(new URL(`./models/${name}.sys`, import.meta.url)), "utf8"),
);
const pieces = texts.map((text) => text.match(/\s+|[\p{L}_0-9]+|[^\s\p{L}_0-9]/gu) ?? []);
const words = [...new Set(pieces.flat())];

/** A model in which some words have been left out, replaced by others, or put in. */
const mutated = fc
  .record({
    model: fc.nat(texts.length - 1),
    changes: fc.array(
      fc.record({
        at: fc.nat(5000),
        kind: fc.constantFrom("drop", "replace", "insert"),
        word: fc.nat(words.length - 1),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ model, changes }) => {
    const tokens = [...(pieces[model] ?? [])];
    for (const { at, kind, word } of changes) {
      const index = at % tokens.length;
      if (kind === "drop") tokens.splice(index, 1);
      else tokens.splice(index, kind === "replace" ? 1 : 0, ` ${words[word] ?? ""} `);
    }
    return tokens.join("");
  });

/** All ids that a model refers to: of references, and of the owners of parts. */
function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    (key === "id" || key === "owner") && typeof below === "string" ? [below] : idsIn(below),
  );
}

it("resolves whatever a model has become, with every place inside its file", { timeout }, () => {
  fc.assert(
    fc.property(mutated, mutated, (text, other) => {
      const { model, problems, sources } = resolveText(text, { "other.sys": other, "canon/law.sys": other });
      for (const { place } of problems) {
        const length = sources.get(place.file)?.text.length ?? -1;
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.end).toBeGreaterThanOrEqual(place.start);
        expect(place.end).toBeLessThanOrEqual(length);
      }
      const index = indexModel(model);
      for (const id of idsIn(model)) expect(index.declared(id)).toBeDefined();
    }),
    { numRuns: runs },
  );
});

it("finds the same in the same text, in the same order", { timeout }, () => {
  fc.assert(
    fc.property(mutated, (text) => {
      expect(JSON.stringify(resolveText(text).problems)).toBe(JSON.stringify(resolveText(text).problems));
    }),
    { numRuns: Math.ceil(runs / 10) },
  );
});

/* Whatever names and labels say, it does nothing in what is told of an experiment. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Manifest } from "../../../src/runs/experiment/manifest.ts";
import { manifestFrom } from "../../../src/runs/experiment/manifest_from.ts";
import { resultsOf } from "../../../src/runs/experiment/results.ts";
import { experimentCsv } from "../../../src/views/experiment/csv.ts";
import { experimentJson, manifestJson } from "../../../src/views/experiment/json.ts";
import { renderExperiment } from "../../../src/views/experiment/text.ts";
import { hostileText } from "../../support/hostile.ts";
import { experimentValidator } from "../../support/json-schema.ts";

const valid = experimentValidator();
/** What a terminal, a log or a reader's eye could obey; line feeds aside. */
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

function manifestWith([one = "", two = "", three = "", four = ""]: readonly string[]): Manifest {
  return {
    niklas: "0",
    model: "0".repeat(64),
    experiment: one,
    label: two,
    scenario: three,
    seed: 1,
    design: { kind: "factorial" },
    runs: 2,
    chance: true,
    vary: [
      { name: four, values: [0, 1], reading: { words: [one, two] } },
      { name: three, values: [1, 2], reading: { unit: four } },
    ],
    measures: [
      { name: one, label: two, kind: "number", reading: { unit: three } },
      { name: two, kind: "share", reading: {} },
    ],
    variants: [three, four],
    combinations: 4,
    blockSize: 1,
    blocks: 8,
  };
}

const numbers = Float64Array.from({ length: 8 * 6 }, (_, index) => (index % 3 === 2 ? 0 : (index * 5) % 7));

test("text, JSON and tables hold nothing that is obeyed, and read back as what was said", () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 4, maxLength: 4 }), (words) => {
      const manifest = manifestWith(words);
      const result = resultsOf(manifest, numbers);
      const text = renderExperiment(result, { colour: false, ascii: false });
      expect(text).not.toMatch(obeyed);
      expect(renderExperiment(result, { colour: false, ascii: true })).not.toMatch(obeyed);
      const json = [...experimentJson(result)].join("");
      expect(json).not.toMatch(obeyed);
      const read: { readonly manifest: Manifest } = JSON.parse(json);
      expect(valid(read)).toEqual([]);
      const { digest, ...rest } = JSON.parse(manifestJson(result)) as Manifest & { readonly digest: string };
      expect(rest).toEqual(manifest);
      expect(read.manifest).toEqual({ ...manifest, digest });
      const csv = [...experimentCsv(result, numbers)].join("");
      expect(csv).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u202e]/);
      const rows: readonly (readonly string[])[] = parse(csv, { relax_column_count: false });
      expect(rows).toHaveLength(1 + 16);
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r\n]/);
    }),
    { numRuns: 100 },
  );
});

test("a manifest reads back as it was written, and what could be none is none", () => {
  const manifest = manifestWith(["a", "b", "c", "d"]);
  expect(manifestFrom(JSON.parse(JSON.stringify(manifest)))).toEqual(manifest);
  expect(JSON.stringify(manifestFrom(JSON.parse(JSON.stringify(manifest))))).toBe(JSON.stringify(manifest));
  for (const change of [
    { runs: 0 },
    { runs: 2 ** 40 },
    { combinations: 5 },
    { blocks: 9 },
    { blockSize: 0 },
    { seed: -1 },
    { vary: {} },
    { vary: [{ name: "a", values: [], reading: {} }] },
    { measures: [] },
    { variants: [] },
    { design: { kind: "lhs", points: "many" } },
    { design: { kind: "grid" } },
    { niklas: 1 },
    { chance: "no" },
  ])
    expect(manifestFrom({ ...manifest, ...change })).toBeUndefined();
  for (const none of [undefined, null, 3, "x", [], {}]) expect(manifestFrom(none)).toBeUndefined();
});

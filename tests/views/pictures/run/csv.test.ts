/* Tables read back by a parser of CSV. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRow, seriesCsv, traceCsv } from "../../../../src/views/pictures/run/csv.ts";
import { hostileText } from "../../../support/hostile.ts";
import { runText } from "../../../support/running.ts";
import { drawnRuns, runOf } from "./pictures.ts";

function read(csv: string): readonly (readonly string[])[] {
  return parse(csv, { record_delimiter: "\r\n", relax_column_count: false }) as string[][];
}

describe("the table of series", () => {
  it.each(drawnRuns)("has a row for each step of %s, %s, and ends as the run does", (example, scenario) => {
    const result = runOf(example, scenario);
    const [head = [], ...rows] = read(seriesCsv(result));
    expect(rows.map(([step]) => step)).toEqual(
      Array.from({ length: result.steps + 1 }, (_, step) => String(step)),
    );
    const last = rows.at(-1) ?? [];
    const own = last.slice(1, 1 + result.values.length);
    expect(own).toEqual(result.values.map(({ value }) => String(value)));
    expect(head.length).toBe(1 + result.values.length * (1 + result.verdicts.length));
  });

  it("has units in its head, and the run without a regulation beside it", () => {
    const [head = [], ...rows] = read(seriesCsv(runOf("pollution/pollution.sys", "priced")));
    expect(head).toContain("river.cadmium (µg/l)");
    const without = head.indexOf("river.cadmium without price_of_emissions (µg/l)");
    expect(rows.map((row) => row[without])).toEqual(["7", "7", "7", "7", "7"]);
    expect(rows.map((row) => row[head.indexOf("river.cadmium (µg/l)")])).toEqual(["7", "7", "7", "4", "4"]);
  });

  it("has a percentage as a fraction, and a number to the bit", () => {
    const result = runText(
      "environment town { share: number in 0..100% = 10% tenth: number = 0.1 becomes tenth + 0.2 }\nscenario s { run 1 steps }",
    );
    expect(read(seriesCsv(result)).slice(1)).toEqual([
      ["0", "0.1", "0.1"],
      ["1", "0.1", "0.30000000000000004"],
    ]);
  });
});

describe("the table of a trace", () => {
  it.each(drawnRuns)("has a row for each entry of %s, %s", (example, scenario) => {
    const result = runOf(example, scenario);
    const { entries } = result.trace();
    const [head = [], ...rows] = read(traceCsv(result));
    expect(rows.map((row) => row[0])).toEqual(entries.map(({ id }) => String(id)));
    expect(rows.map((row) => row[head.indexOf("kind")])).toEqual(entries.map(({ kind }) => kind));
    expect(rows.map((row) => row[head.indexOf("cause")])).toEqual(
      entries.map(({ cause }) => String(cause ?? "")),
    );
  });

  it("says what the scenario does in its own words, and arguments by name", () => {
    const [head = [], ...rows] = read(traceCsv(runOf("contract/contract.sys", "standard_36")));
    const told = rows.map((row) => row[head.indexOf("scenario step")]);
    expect(told).toContain("economy emits loan(rate: 20%, written: true)");
    expect(rows.map((row) => row[head.indexOf("arguments")])).toContain("rate=0.2; written=true");
  });
});

describe("a cell", () => {
  it("that begins as a formula does is a text for a spreadsheet, and a number stays one", () => {
    for (const begin of ["=", "+", "-", "@", "\t", "\r", "＝"])
      expect(read(csvRow([`${begin}cmd|'/C calc'!A0`]))[0]?.[0]).toMatch(/^'/u);
    expect(csvRow([-5, -0.25, 1e21, true, undefined])).toBe("-5,-0.25,1e+21,true,\r\n");
  });

  it("is empty where there is no number, and never `NaN`", () => {
    expect(csvRow([NaN, Infinity, -Infinity, -0])).toBe(",,,0\r\n");
  });

  it("is read back alone, whatever is in it", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 4 }), (texts) => {
        // A line that is empty is no row for the parser.
        const rows = read(csvRow(["first", ...texts]));
        expect(rows.length).toBe(1);
        expect(rows[0]?.length).toBe(texts.length + 1);
        for (const cell of rows[0] ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/u);
      }),
    );
  });

  it("holds commas, quotes and Chinese as they are", () => {
    expect(read(csvRow(['a, "b"', "单位", "straße"]))).toEqual([['a, "b"', "单位", "straße"]]);
  });
});

/* What the command about experiments is made of: progress, and parts. */
import { expect, test } from "vitest";
import { blocksOf } from "../../src/cli/experimenting/conduct.ts";
import { progressLine } from "../../src/cli/experimenting/progress.ts";
import type { Manifest } from "../../src/runs/experiment/manifest.ts";

test.each([
  [
    { total: 12_288, before: 0, runs: 4_546, milliseconds: 71_000 },
    "36% of 12,288 runs, about 2 minutes left",
  ],
  [{ total: 100, before: 50, runs: 25, milliseconds: 1_000 }, "75% of 100 runs, 1 second left"],
  [{ total: 100, before: 0, runs: 1, milliseconds: 60_000 }, "1% of 100 runs, about 2 hours left"],
  [{ total: 1_000_000, before: 0, runs: 1, milliseconds: 1_000 }, "0% of 1,000,000 runs, about 12 days left"],
  [{ total: 100, before: 0, runs: 100, milliseconds: 60_000 }, "100% of 100 runs, 0 seconds left"],
])("%o is told as `%s`", (reached, line) => {
  expect(progressLine("prices", reached)).toBe(`prices: ${line}`);
});

test("parts have every block once, and as many as one another but for one", () => {
  const manifest: Pick<Manifest, "blocks"> = { blocks: 23 };
  const parts = Array.from({ length: 5 }, (_, index) => blocksOf(manifest, { number: index + 1, of: 5 }));
  expect(parts.flat().toSorted((one, other) => one - other)).toEqual([...Array(23).keys()]);
  expect(parts.map(({ length }) => length)).toEqual([5, 5, 5, 4, 4]);
});

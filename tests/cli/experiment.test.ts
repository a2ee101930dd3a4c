/* Experiments as people carry them out: on one thread or several, in parts, interrupted and gone on with. */
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { commandLine } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const { niklas } = commandLine();
const house = resolve(import.meta.dirname, "../../examples/house_prices");

function withHouse(): string {
  const folder = folderWith();
  for (const name of ["house_prices.sys", "house_prices.bib"])
    copyFileSync(join(house, name), join(folder, name));
  return folder;
}

interface Written {
  readonly manifest: { readonly digest: string };
}

function digestIn(folder: string, name: string): string {
  const written: Written = JSON.parse(readFileSync(join(folder, name), "utf8"));
  return written.manifest.digest;
}

test("in what share of all that may be the curb backfires is the same on one worker, on two, and in five parts", () => {
  const folder = withHouse();
  const asked = ["experiment", "house_prices.sys", "backfiring", "--design", "sobol:2048"];
  const one = niklas([...asked, "--workers", "1", "-o", "one.json"], { in: folder });
  expect(one).toMatchObject({ status: 0, errors: "" });
  expect(one.output).toMatch(
    /backfires\n +in \d\d(\.\d)?% \(\d\d(\.\d)?% to \d\d(\.\d)?%\) of all that the ranges hold/,
  );
  const two = niklas([...asked, "--workers", "2", "-o", "two.json"], { in: folder });
  expect(two.output).toBe(one.output);
  for (const number of [3, 1, 5, 2, 4]) {
    const part = niklas([...asked, "--shard", `${number}/5`, "-o", `${number}.part`], { in: folder });
    expect(part).toMatchObject({ status: 0, errors: "" });
  }
  const parts = [4, 2, 1, 5, 3].map((number) => `${number}.part`);
  const merged = niklas(["merge", ...parts, "-o", "merged.json"], { in: folder });
  expect(merged).toEqual(one);
  for (const name of ["two.json", "merged.json"])
    expect(readFileSync(join(folder, name))).toEqual(readFileSync(join(folder, "one.json")));
  expect(digestIn(folder, "one.json")).toMatch(/^[0-9a-f]{64}$/);
  expect(readdirSync(folder).filter((name) => name.endsWith(".json.part"))).toEqual([]);
});

/* Experiments as people carry them out: on one thread or several, in parts, with results in all forms. */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { version } from "../../src/cli/version.ts";
import { experiment } from "../../src/index.ts";
import { readyExample } from "../support/running.ts";
import { experimentValidator } from "../support/json-schema.ts";
import { commandLine } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const { niklas } = commandLine();
const valid = experimentValidator();
const house = resolve(import.meta.dirname, "../../examples/house_prices");

function withHouse(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith(files);
  for (const name of ["house_prices.sys", "house_prices.bib"])
    copyFileSync(join(house, name), join(folder, name));
  return folder;
}

interface Written {
  readonly manifest: { readonly digest: string; readonly measures: readonly { readonly kind: string }[] };
  readonly basis: string;
  readonly variants: readonly {
    readonly name: string;
    readonly measures: readonly Readonly<Record<string, unknown>>[];
  }[];
  readonly differences: readonly unknown[];
  readonly sensitivities: readonly {
    readonly kind: string;
    readonly to: readonly { readonly name: string }[];
  }[];
  readonly combinations: readonly { readonly values: readonly unknown[] }[];
}

function written(folder: string, name: string): Written {
  const read: Written = JSON.parse(readFileSync(join(folder, name), "utf8"));
  expect(valid(read)).toEqual([]);
  return read;
}

const dice = `
environment die { face: number = 0 becomes uniform(0, 6) mood: one of (calm, angry) = calm }
machine watcher "" { function "watch" code seen / unseen sensitive to face(face: number)
  program watch conditional on face { when face > 3 -> seen otherwise -> unseen } }
coupling sight between die and watcher { die.face -> watcher.face(face: face) }
scenario thrown { run 3 steps }
experiment throws "A die \\"thrown\\"" of thrown {
  vary die.face over (0, 1) vary die.mood over (angry, calm) runs 40
  measure face = die.face measure seen = watcher designates seen measure root = (die.face - 3) / (die.face - die.face)
}
`;

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
    expect(readFileSync(join(folder, name), "utf8")).toBe(readFileSync(join(folder, "one.json"), "utf8"));
  expect(written(folder, "one.json").manifest.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(readdirSync(folder).filter((name) => name.endsWith(".json.part"))).toEqual([]);
});

test("the library gives the same digest as the command line", () => {
  const folder = withHouse();
  niklas(["experiment", "house_prices.sys", "backfiring", "--design", "lhs:50", "-o", "l.json"], {
    in: folder,
  });
  const { digest, manifest } = experiment(readyExample("house_prices/house_prices.sys"), {
    experiment: "backfiring",
    design: { kind: "lhs", points: 50 },
    version: version(),
  });
  const { manifest: read } = written(folder, "l.json");
  expect(read).toEqual({ ...manifest, digest });
});

test("the digest can be had by anybody from the manifest and the numbers of the table", () => {
  const folder = folderWith({ "die.sys": dice });
  const ended = niklas(["experiment", "die.sys", "-o", "all.csv", "-o", "all.json"], { in: folder });
  // A measure that has no result in any run is told, and is something found.
  expect(ended.status).toBe(1);
  expect(ended.output).toContain("in 160 of 160 runs a measure had no result, and was left out");
  const { digest, ...manifest } = written(folder, "all.json").manifest;
  expect(JSON.parse(readFileSync(join(folder, "all.manifest.json"), "utf8"))).toEqual({
    ...manifest,
    digest,
  });
  const rows: readonly (readonly string[])[] = parse(readFileSync(join(folder, "all.csv")));
  const [head = [], ...runs] = rows;
  expect(head).toEqual(["combination", "run", "die.face", "die.mood", "face", "seen", "root", "went wrong"]);
  expect(runs.map(([combination, run]) => `${combination} ${run}`)).toEqual(
    Array.from({ length: 160 }, (_, index) => `${Math.floor(index / 40)} ${index % 40}`),
  );
  expect(runs[159]?.slice(2, 4)).toEqual(["1", "calm"]);
  const flags = new Map([
    ["", 0],
    ["no result", 4],
  ]);
  const numbers = runs.flatMap(([, , , , face, seen, , wrong = "?"]) => [
    Number(face),
    Number(seen),
    NaN,
    flags.get(wrong) ?? -1,
  ]);
  const bytes = Buffer.alloc(numbers.length * 8);
  for (const [index, number] of numbers.entries()) {
    bytes.writeDoubleLE(number, index * 8);
    if (Number.isNaN(number)) bytes.writeBigUInt64LE(0x7ff8000000000000n, index * 8);
  }
  const found = createHash("sha256")
    .update(`${JSON.stringify(manifest)}\n`)
    .update(bytes)
    .digest("hex");
  expect(found).toBe(digest);
});

test("what is drawn is told with its intervals, which are those of the numbers in the table", () => {
  const folder = folderWith({ "die.sys": dice.replace(/ measure root.*/, "") });
  const ended = niklas(["experiment", "die.sys", "-o", "all.csv", "-f", "json"], { in: folder });
  expect(ended).toMatchObject({ status: 0, errors: "" });
  const result: Written = JSON.parse(ended.output);
  expect(valid(result)).toEqual([]);
  expect(result.basis).toBe("listed");
  const rows: readonly Readonly<Record<string, string>>[] = parse(readFileSync(join(folder, "all.csv")), { columns: true }); // prettier-ignore
  const held = rows.filter(({ seen }) => seen === "1").length;
  expect(result.variants[0]?.measures[1]).toMatchObject({ measure: "seen", runs: 160, held });
  const mean = rows.reduce((sum, { face }) => sum + Number(face), 0) / 160;
  const face: { readonly mean: { readonly value: number; readonly low: number; readonly high: number } } =
    JSON.parse(JSON.stringify(result.variants[0]?.measures[0]));
  expect(face.mean.value).toBeCloseTo(mean, 12);
  // A face between 0 and 6 has the deviation √3; of 160 the mean has an error of 0.137, and the interval is 2 to either side.
  expect(face.mean.high - face.mean.low).toBeGreaterThan(0.45);
  expect(face.mean.high - face.mean.low).toBeLessThan(0.65);
  expect(result.combinations.map(({ values }) => values)).toEqual([
    [0, "angry"],
    [0, "calm"],
    [1, "angry"],
    [1, "calm"],
  ]);
});

test("with and without a regulation are run on the same random numbers", () => {
  const folder = withHouse();
  const ended = niklas(
    ["experiment", "house_prices.sys", "willingness", "--without", "curb", "-o", "w.json"],
    {
      in: folder,
    },
  );
  expect(ended).toMatchObject({ status: 0, errors: "" });
  expect(ended.output).toContain("with curb, compared with without curb, on the same random numbers");
  const { variants, differences } = written(folder, "w.json");
  expect(variants.map(({ name }) => name)).toEqual(["with curb", "without curb"]);
  expect(differences[0]).toMatchObject({ measure: "price", pairs: 5, greater: 2, less: 3 });
  expect(differences[1]).toMatchObject({ measure: "backfires", pairs: 5, greater: 2, less: 0 });
  const none = niklas(["experiment", "house_prices.sys", "willingness", "--without", "tax"], { in: folder });
  expect(none).toMatchObject({ status: 2, output: "" });
  expect(none.errors).toContain("the scenario `evaded` applies no regulation `tax`");
  expect(none.errors).toContain("it applies `curb`");
});

test("a model is compared with another version of itself on the same random numbers: what is the same differs in nothing", () => {
  const other = dice.replace("when face > 3 -> seen", "when face > 2 -> seen");
  const folder = folderWith({ "old.sys": dice.replace(/ measure root.*/, ""), "new.sys": other });
  const ended = niklas(["experiment", "old.sys", "--against", "new.sys", "-o", "c.json"], { in: folder });
  expect(ended).toMatchObject({ status: 0, errors: "" });
  const { differences } = written(folder, "c.json");
  expect(differences[0]).toMatchObject({
    measure: "face",
    pairs: 160,
    greater: 0,
    less: 0,
    mean: { value: 0 },
  });
  // A face between 2 and 3 is seen in the one alone, a sixth of all.
  expect(differences[1]).toMatchObject({ measure: "seen", greater: 0 });
  const { less }: { readonly less: number } = JSON.parse(JSON.stringify(differences[1]));
  expect(less).toBeGreaterThan(12);
  expect(less).toBeLessThan(45);
  expect(ended.output).toContain("face: the same in all 160 pairs of runs");
});

test("what depends on what is told by Morris and by Sobol, chance as one more", () => {
  const folder = withHouse({ "die.sys": dice.replace(/ measure root.*/, "") });
  const asked = ["experiment", "house_prices.sys", "backfiring"];
  const morris = niklas([...asked, "--design", "morris:20", "-o", "m.json"], { in: folder });
  expect(morris).toMatchObject({ status: 0, errors: "" });
  expect(written(folder, "m.json")).toMatchObject({
    basis: "none",
    sensitivities: [{ kind: "morris" }, {}, {}],
  });
  expect(morris.output).toMatch(
    /what price in 10,000 CNY depends on[^]+economy\.alarm +6\d \(\d\d to \d\d\)/,
  );
  const saltelli = niklas(
    ["experiment", "die.sys", "--runs", "1", "--design", "saltelli:64", "-o", "s.json"],
    {
      in: folder,
    },
  );
  expect(saltelli).toMatchObject({ status: 0, errors: "" });
  const [face] = written(folder, "s.json").sensitivities;
  expect(face?.to.map(({ name }) => name)).toEqual(["die.face", "die.mood", "chance"]);
  // What is thrown depends on chance alone.
  expect(face?.to).toMatchObject([{ total: { value: 0 } }, { total: { value: 0 } }, { total: { value: expect.closeTo(1, 0) } }]); // prettier-ignore
});

test.each([
  [["none.sys"], "there is no file or folder `none.sys`", ""],
  [["die.sys", "throw"], "there is no experiment `throw` in this model", "a name like it: `throws`"],
  [["bare.sys"], "there is no experiment in this model", "an experiment begins with"],
  [["house_prices.sys"], "there are several experiments in this model", "its experiments are `willingness` and `backfiring`"], // prettier-ignore
  [["die.sys", "--design", "lsh:3"], "`--design` does not take `lsh:3`", "a design like it: `lhs:1000`"],
  [["die.sys", "--design", "lhs"], "`--design lhs` needs a number", "`--design lhs:1000`"],
  [["die.sys", "--design", "lhs:0"], "`--design` does not take `lhs:0`", "`0` is no whole number from 1 on"],
  [["die.sys", "--runs", "-1"], "`--runs` does not take `-1`", "it is a whole number from 1 on"],
  [["die.sys", "--shard", "6/5", "-o", "x"], "`--shard` does not take `6/5`", "`5/5` the last"],
  [["die.sys", "--shard", "1/5"], "a part of an experiment goes to one file", "`--shard 1/5 -o 1.part`"],
  [["die.sys", "-o", "x.xls"], "`x.xls` does not say in which form", "`.json` has all"],
  [["die.sys", "-o", "nowhere/x.csv"], "cannot write `nowhere/x.csv.part`", "does not exist"],
  [["die.sys", "--without", "a", "--against", "b"], "cannot be asked for at once", ""],
  [["die.sys", "--runs", "999999999"], "comes to 3,999,999,996 runs", "`lhs:1000`"],
  [["empty.sys"], "the experiment `nothing` measures nothing (empty.sys:2)", "`measure NAME = …`"],
])("niklas experiment %j is refused", (args, message, help) => {
  const folder = withHouse({
    "die.sys": dice,
    "bare.sys": dice.replace(/experiment[^]*/, ""),
    "empty.sys": dice.replace(/experiment[^]*/, "experiment nothing of thrown { }").replaceAll("\n", " ").replace("experiment", "\nexperiment"), // prettier-ignore
  });
  const ended = niklas(["experiment", ...args], { in: folder });
  expect(ended.errors).toContain(message);
  expect(ended.errors).toContain(help);
  expect(ended).toMatchObject({ status: 2, output: "" });
  expect(readdirSync(folder).filter((name) => name.includes("part"))).toEqual([]);
});

test("the model, and what it imports, is not written over", () => {
  const folder = folderWith({ "die.json": dice });
  const ended = niklas(["experiment", "die.json", "-o", "die.json"], { in: folder });
  expect(ended).toMatchObject({ status: 2, output: "" });
  expect(ended.errors).toContain("`die.json` is what the experiment is about");
  expect(readFileSync(join(folder, "die.json"), "utf8")).toBe(dice);
});

test("a model with errors is not run, and its errors are told", () => {
  const folder = folderWith({
    "die.sys": dice.replace("code seen / unseen", "code seen / unseen / overseen"),
  });
  const ended = niklas(["experiment", "die.sys", "-o", "x.json"], { in: folder });
  expect(ended.status).toBe(1);
  expect(ended.output).toContain("error[code_not_binary]");
  expect(existsSync(join(folder, "x.json"))).toBe(false);
});

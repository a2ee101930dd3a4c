/* Experiments that are killed and gone on with, and parts that do not belong together. */
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, statSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundledInto } from "./bundle.ts";
import { commandLine } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const { niklas } = commandLine();

/** Each run takes some milliseconds, and is a block of its own. */
const slow = `
environment die { face: number = 0 becomes uniform(0, 6) level: number = 0 becomes level + face / 6 }
machine watcher "" { function "watch" code seen / unseen sensitive to face(face: number)
  program watch conditional on face { when face > 3 -> seen otherwise -> unseen } }
coupling sight between die and watcher { die.face -> watcher.face(face: face) }
scenario thrown { run 2000 steps }
experiment throws of thrown { vary die.face over (0, 1) runs 60 measure level = die.level measure seen = watcher designates seen }
`;

interface Lines {
  readonly blocks: readonly number[];
  /** Lines that are no whole block. */
  readonly others: number;
}

function linesOf(path: string): Lines {
  const lines = readFileSync(path, "utf8").split("\n");
  const blocks: number[] = [];
  let others = 0;
  for (const line of lines.slice(1)) {
    const whole = /^\{"block":(\d+),"sum":"[0-9a-f]{16}","numbers":"[A-Za-z0-9+/=]+"\}$/.exec(line);
    if (whole === null) others += line === "" ? 0 : 1;
    else blocks.push(Number(whole[1]));
  }
  return { blocks, others };
}

/** Starts the command, and kills it as soon as so many blocks are in the file. */
async function killed(
  bundle: string,
  folder: string,
  args: readonly string[],
  file: string,
  after: number,
): Promise<void> {
  const child = spawn(process.execPath, [bundle, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH },
    stdio: "ignore",
  });
  const path = join(folder, file);
  const kill = (): void => {
    if (existsSync(path) && linesOf(path).blocks.length >= after) child.kill("SIGKILL");
  };
  const watcher = watch(folder, kill);
  const signal = await new Promise((resolve) => child.once("exit", (_code, by) => resolve(by)));
  watcher.close();
  expect(signal).toBe("SIGKILL");
}

test("killed at any moment, an experiment goes on where it was, and comes to the same digest", async () => {
  const folder = folderWith({ "slow.sys": slow });
  const bundle = await bundledInto(folderWith());
  const asked = ["experiment", "slow.sys", "throws"];
  expect(niklas([...asked, "-o", "whole.json", "-f", "csv"], { in: folder })).toMatchObject({
    status: 0,
    errors: "",
  });
  for (const [workers, moments] of [
    ["1", [0, 1, 37, 61, 118]],
    ["2", [3, 80]],
  ] as const) {
    const again = [...asked, "--workers", workers, "-o", "again.json"];
    const part = join(folder, "again.json.part");
    let before: readonly number[] = [];
    for (const moment of moments) {
      await killed(bundle, folder, again, "again.json.part", moment);
      const { blocks, others } = linesOf(part);
      // What was there is there still, nothing has been done twice, and no more than a line is half written.
      expect(blocks.slice(0, before.length)).toEqual(before);
      expect(new Set(blocks).size).toBe(blocks.length);
      expect(others).toBeLessThanOrEqual(1);
      if (workers === "1") expect(blocks).toEqual([...Array(blocks.length).keys()]);
      before = blocks;
    }
    const ended = niklas(again, { in: folder });
    expect(ended).toMatchObject({
      status: 0,
      errors: `niklas: ${before.length} of 120 runs are done already; the rest is carried out now\n`,
    });
    expect(readFileSync(join(folder, "again.json"), "utf8")).toBe(
      readFileSync(join(folder, "whole.json"), "utf8"),
    );
    expect(existsSync(part)).toBe(false);
  }
}, 120_000);

test("a line that was cut off, or that has been changed, counts for nothing and is carried out again", () => {
  const folder = folderWith({ "slow.sys": slow.replace("2000", "20") });
  const part = ["experiment", "slow.sys", "--shard", "2/3", "-o", "2.part"];
  expect(niklas(part, { in: folder }).status).toBe(0);
  const path = join(folder, "2.part");
  const whole = readFileSync(path, "utf8");
  for (const cut of [
    whole.length - 1,
    whole.length - 20,
    whole.length - 200,
    whole.indexOf("\n") + 1,
    100,
    3,
    0,
  ]) {
    writeFileSync(path, whole.slice(0, cut));
    expect(niklas(part, { in: folder }).status).toBe(0);
    expect(linesOf(path).blocks).toEqual(linesOfText(whole));
  }
  // A number is changed, its sum is not.
  const changed = whole.replace(
    /"numbers":"./,
    (start) => start.slice(0, -1) + (start.endsWith("A") ? "B" : "A"),
  );
  writeFileSync(path, changed);
  expect(niklas(part, { in: folder }).errors).toContain("39 of 40 runs are done already");
});

function linesOfText(text: string): readonly number[] {
  return [...text.matchAll(/"block":(\d+)/g)].map(([, number]) => Number(number));
}

test("what is kept of one experiment is not gone on with by another", () => {
  const folder = folderWith({
    "slow.sys": slow.replace("2000", "20"),
    "notes.part": "my notes\n",
    "empty.part": "",
  });
  const part = (...more: readonly string[]) =>
    niklas(["experiment", "slow.sys", "--shard", ...more], { in: folder });
  expect(part("1/3", "-o", "1.part").status).toBe(0);
  const before = readFileSync(join(folder, "1.part"));
  for (const [args, message] of [
    [["1/3", "-o", "1.part", "--seed", "2"], "`1.part` has been begun with another seed"],
    [["1/3", "-o", "1.part", "--runs", "61"], "`1.part` has been begun with another number of runs"],
    [["1/3", "-o", "1.part", "--design", "lhs:9"], "`1.part` has been begun with another design"],
    [["2/3", "-o", "1.part"], "`1.part` has been begun as part 1 of 3"],
    [["1/3", "-o", "notes.part"], "`notes.part` is there already, and it is no part of an experiment"],
    [["1/3", "-o", "/dev/null"], "cannot write `/dev/null`: it is not a regular file"],
  ] as const) {
    const ended = part(...args);
    expect(ended).toMatchObject({ status: 2, output: "" });
    expect(ended.errors).toContain(message);
  }
  expect(readFileSync(join(folder, "1.part"))).toEqual(before);
  expect(readFileSync(join(folder, "notes.part"), "utf8")).toBe("my notes\n");
  expect(part("1/3", "-o", "empty.part").status).toBe(0);
  expect(readFileSync(join(folder, "empty.part"))).toEqual(before);
});

test("parts of another model, seed, experiment or version are refused, each in its own words", () => {
  const quick = slow.replace("2000", "20");
  const two = `${quick}\nexperiment others of thrown { vary die.face over (0, 1) runs 60 measure level = die.level }`;
  const folder = folderWith({
    "a.sys": quick,
    "b.sys": quick.replace("face > 3", "face > 4"),
    "two.sys": two,
  });
  const part = (name: string, ...args: readonly string[]): void => {
    expect(niklas(["experiment", ...args, "-o", name], { in: folder }).status).toBe(0);
  };
  part("1.part", "a.sys", "--shard", "1/2");
  part("2.part", "a.sys", "--shard", "2/2");
  part("model.part", "b.sys", "--shard", "2/2");
  part("seed.part", "a.sys", "--shard", "2/2", "--seed", "7");
  part("runs.part", "a.sys", "--shard", "2/2", "--runs", "10");
  part("one.part", "two.sys", "throws", "--shard", "1/2");
  part("other.part", "two.sys", "others", "--shard", "2/2");
  const second = readFileSync(join(folder, "2.part"), "utf8");
  writeFileSync(join(folder, "version.part"), second.replace(/"niklas":"[^"]*"/, '"niklas":"0.0.1"'));
  writeFileSync(join(folder, "half.part"), second.slice(0, second.length / 2));
  writeFileSync(join(folder, "form.part"), second.replace('{"niklas_part":1', '{"niklas_part":2'));
  writeFileSync(
    join(folder, "large.part"),
    second.replace(/"combinations":\d+/, '"combinations":1000000000000'),
  );
  writeFileSync(join(folder, "notes.part"), "my notes\n");
  for (const [parts, message, help] of [
    [["1.part", "model.part"], "it is of another model, or another version of this one", "`1.part`"],
    [
      ["1.part", "seed.part"],
      "`seed.part` is not of the same experiment as `1.part`: it is of another seed",
      "",
    ],
    [["1.part", "runs.part"], "it is of another number of runs", ""],
    [["one.part", "other.part"], "it is of another experiment", ""],
    [
      ["1.part", "version.part"],
      "it is of another version of Niklas",
      "the same model, experiment, options, seed and version",
    ],
    [
      ["1.part", "form.part"],
      "cannot merge `form.part`: it is a part that another version of Niklas has written",
      "",
    ],
    [["1.part", "large.part"], "what it says of the experiment is not as Niklas writes it", ""],
    [["1.part", "notes.part"], "cannot merge `notes.part`: it is no part of an experiment", ""],
    [["1.part"], "60 blocks of 120 are in none of these parts", "not there, or not at its end: 2/2"],
    [["1.part", "half.part"], "of 120 are in none of these parts", "2/2"],
    [["1.part", "none.part"], "cannot read `none.part`: it does not exist", ""],
  ] as const) {
    const ended = niklas(["merge", ...parts, "-o", "merged.json"], { in: folder });
    expect(ended).toMatchObject({ status: 2, output: "" });
    expect(ended.errors).toContain(message);
    expect(ended.errors).toContain(help);
    expect(existsSync(join(folder, "merged.json"))).toBe(false);
  }
  // The same part twice does no harm, and neither does one that was carried out by two at once.
  const all = niklas(["merge", "2.part", "1.part", "1.part"], { in: folder });
  expect(all).toMatchObject({ status: 0, errors: "" });
  expect(all.output).toBe(niklas(["experiment", "a.sys"], { in: folder }).output);
});

test("two machines that calculate otherwise are found out", () => {
  const folder = folderWith({ "a.sys": slow.replace("2000", "20") });
  niklas(["experiment", "a.sys", "--shard", "1/1", "-o", "1.part"], { in: folder });
  const content = readFileSync(join(folder, "1.part"), "utf8");
  // The numbers of one block under the number of another, with its own right sum, cannot be had by chance: they are made by another seed.
  niklas(["experiment", "a.sys", "--seed", "9", "--shard", "1/1", "-o", "9.part"], { in: folder });
  const [, ...others] = readFileSync(join(folder, "9.part"), "utf8").split("\n");
  writeFileSync(join(folder, "2.part"), [content.split("\n")[0], ...others].join("\n"));
  const ended = niklas(["merge", "1.part", "2.part"], { in: folder });
  expect(ended).toMatchObject({ status: 2, output: "" });
  expect(ended.errors).toContain("`1.part` and `2.part` both have block 0, with other numbers");
});

test("two processes that write the same part find each other out", async () => {
  const folder = folderWith({ "slow.sys": slow });
  const bundle = await bundledInto(folderWith());
  const path = join(folder, "x.part");
  const child = spawn(
    process.execPath,
    [bundle, "experiment", "slow.sys", "--shard", "1/1", "-o", "x.part"],
    {
      cwd: folder,
      env: { PATH: process.env.PATH },
    },
  );
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  let added = false;
  const watcher = watch(folder, () => {
    if (added || !existsSync(path) || statSync(path).size < 3000) return;
    added = true;
    appendFileSync(path, "{}\n");
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  watcher.close();
  expect(code).toBe(2);
  expect(errors).toContain("something else writes to `x.part`");
  expect(niklas(["experiment", "slow.sys", "--shard", "1/1", "-o", "x.part"], { in: folder }).status).toBe(0);
  expect(niklas(["merge", "x.part"], { in: folder }).status).toBe(0);
}, 60_000);

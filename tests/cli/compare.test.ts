import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { market } from "../runs/comparison/comparing.ts";
import { exampleFiles } from "../support/examples.ts";
import { elementsOf } from "../views/pictures/svg_parts.ts";
import { commandLine, wrong } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const { niklas, shell } = commandLine();
const [old, renewed] = [market(), market({ strictness: "30" })];
const both = { "old.sys": old, "new.sys": renewed };

describe("compare", () => {
  test("tells in what two models differ, the same each time", () => {
    const folder = folderWith(both);
    const ended = niklas(["compare", "old.sys", "new.sys"], { in: folder });
    expect(ended).toMatchObject({ status: 0, errors: "" });
    expect(ended.output).toContain("economy.price       59          → 60\n");
    expect(niklas(["compare", "old.sys", "new.sys"], { in: folder })).toEqual(ended);
  });

  test.each([
    [[], both, 0],
    [["--exit-code"], both, 1],
    [["--exit-code"], { "old.sys": old, "new.sys": `// the same\n${old}` }, 0],
    [["--exit-code"], { "old.sys": old, "new.sys": old.replace("model market", `model market "A"`) }, 0],
    [[], { "old.sys": old, "new.sys": wrong }, 1],
    [[], { "old.sys": old }, 2],
  ])("with %j it ends with the status that its help says", (options, files, status) => {
    expect(niklas(["compare", ...options, "old.sys", "new.sys"], { in: folderWith(files) }).status).toBe(
      status,
    );
  });

  test("prints a command line that plays the run which one alone has", () => {
    const folder = folderWith({ ...both, "other one.sys": renewed });
    const { output } = niklas(["compare", "old.sys", "other one.sys"], { in: folder });
    const commands = [...output.matchAll(/^ +the same again: (.+)$/gmu)].map((match) => match[1] ?? "");
    expect(commands).toEqual([
      "niklas run old.sys lively --seed 1",
      "niklas run 'other one.sys' lively --seed 1",
    ]);
    const stories = commands.map((command) => shell(command, { in: folder }).output);
    expect(stories[0]).toContain(
      "lawful, by legislation, since limit < strictness (limit = 40, strictness = 50)",
    );
    expect(stories[1]).toContain("unlawful, by legislation, otherwise (limit = 40, strictness = 30)");
    for (const [index, story] of stories.entries()) {
      const told = output
        .split("\n")
        .filter((row) => row.includes("by legislation"))
        [index]?.trim();
      expect(story).toContain(told);
    }
  });

  test("reads one of the two from standard input, and prints no command for what is gone", () => {
    const folder = folderWith(both);
    const { output, status } = niklas(["compare", "-", "new.sys"], { in: folder, input: old });
    expect(status).toBe(0);
    expect(output).toMatch(/^standard input → new.sys\n/u);
    expect(output.match(/the same again/gu)).toHaveLength(1);
  });

  test("writes the form that the name of the file says", () => {
    const folder = folderWith(both);
    const made = (file: string): string => {
      const ended = niklas(["compare", "old.sys", "new.sys", "-o", file], { in: folder });
      expect(ended).toEqual({ status: 0, output: "", errors: "" });
      return readFileSync(join(folder, file), "utf8");
    };
    expect(made("a.txt")).toMatch(/^old.sys → new.sys\n/u);
    expect(made("a.md")).toMatch(/^### old.sys → new.sys\n/u);
    expect(JSON.parse(made("a.json"))).toMatchObject({ version: 1, first: { file: "old.sys" } });
    const drawn = elementsOf(made("a.svg"))
      .map(({ text }) => text)
      .join("\n");
    expect(drawn).toContain("old.sys → new.sys: what is otherwise");
    expect(made("a.dot")).toContain("\ndigraph picture {");
    expect(made("a.mmd")).toContain("flowchart");
    expect(made("a.graphml")).toContain("<graphml");
  });

  test("tells the errors of a model once, and compares it as far as it is understood", () => {
    const folder = folderWith({ "old.sys": `${old}\nfoo`, "new.sys": renewed });
    const { status, output, errors } = niklas(["compare", "old.sys", "new.sys"], { in: folder });
    expect(status).toBe(1);
    expect(errors).toBe(
      "niklas: old.sys has 1 error, and is compared as far as it is understood; `niklas check old.sys` tells them\n",
    );
    expect(output).toContain("runs are not compared");
    expect(output).toContain("~ expectation strictness: initial value 50 → 30");
    const twice = niklas(["compare", "old.sys", "old.sys"], { in: folder });
    expect(twice.errors.match(/has 1 error/gu)).toHaveLength(1);
    expect(twice.output).toContain("nothing is otherwise");
  });

  test("is about two models, and says so of folders and of files with several", () => {
    const folder = folderWith({ ...both, "models/a.sys": old });
    expect(niklas(["compare", "models", "new.sys"], { in: folder })).toMatchObject({
      status: 2,
      output: "",
      errors: expect.stringContaining("`models` is a folder, and two models are compared") as string,
    });
    expect(niklas(["compare", "--runs", "0", "old.sys", "new.sys"], { in: folder }).errors).toContain(
      "`--runs` does not take `0`",
    );
  });

  test("is what git shows differences with", () => {
    const folder = folderWith({ "city.sys": old });
    const git = (...args: readonly string[]): string => {
      const identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"];
      const { stdout, status } = spawnSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8" });
      expect(status).toBe(0);
      return stdout;
    };
    git("init", "-q");
    git("add", ".");
    git("commit", "-q", "-m", "one");
    writeFileSync(join(folder, "city.sys"), renewed);
    const piped = shell("git show HEAD:city.sys | niklas compare - city.sys", { in: folder });
    expect(piped.output).toContain("~ expectation strictness: initial value 50 → 30");
  });

  test("has models of several files, each with the files beside it", () => {
    const moved = (folder: string, change: (text: string) => string): Record<string, string> =>
      Object.fromEntries(
        ["city.sys", "governance.sys"].map((name) => [
          `${folder}/${name}`,
          change(exampleFiles.get(`governance/${name}`) ?? ""),
        ]),
      );
    const folder = folderWith({
      "niklas.json": "{}",
      ...moved("before", (text) => text),
      ...moved("after", (text) =>
        text.replace("required_appeal: number in 0..10 = 2", "required_appeal: number in 0..10 = 4"),
      ),
    });
    const { output, status } = niklas(["compare", "before/governance.sys", "after/governance.sys"], {
      in: folder,
    });
    expect(status).toBe(0);
    expect(output).toContain("~ expectation required_appeal: initial value 2 → 4");
    expect(output).toMatch(/^before\/governance.sys → after\/governance.sys\n/u);
  });
});

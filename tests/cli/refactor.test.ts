import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandLine } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const { niklas } = commandLine();

const part = `machine engine {
  function "run"
  code on_ / off
  sensitive to key(turn: number)
  operation roar
  program start conditional on key {
    when turn > 1 -> on_ { emit roar }
  }
}
`;
const user = (name: string) => `import engine from "./part"

machine ${name} {
  function "listen"
  code loud / still
  sensitive to noise
}
`;
const files = { "part.sys": part, "one.sys": user("ear"), "two.sys": user("dog") };

test("without a word the refactorings are listed, each with an example", () => {
  const { status, output } = niklas(["refactor"]);
  expect(status).toBe(0);
  expect(output).toContain("couple: Let an operation irritate another system, by a coupling\n");
  expect(output).toContain("    niklas refactor rename city.sys economy.price cost\n");
});

test("what can be done at a line is listed, and the command that is told does it", () => {
  const folder = folderWith(files);
  const listed = niklas(["refactor", "part.sys:6"], { in: folder });
  expect(listed.status).toBe(0);
  expect(listed.output).toContain("part.sys:6 Add `otherwise -> off` to `engine.start`\n");
  const [, command = ""] = /^ {4}niklas (refactor add-otherwise .* off)$/m.exec(listed.output) ?? [];
  const shown = niklas(command.split(" "), { in: folder });
  expect(shown.status).toBe(0);
  expect(shown.output).toContain("+    otherwise -> off\n");
  expect(shown.errors).toBe("niklas: nothing has been written; with `--write` it is\n");
  expect(readFileSync(join(folder, "part.sys"), "utf8")).toBe(part);
  const written = niklas([...command.split(" "), "--write"], { in: folder });
  expect(written).toEqual({ status: 0, output: "part.sys\n", errors: "" });
  expect(readFileSync(join(folder, "part.sys"), "utf8")).toBe(
    part.replace("emit roar }\n", "emit roar }\n    otherwise -> off\n"),
  );
});

test("a system is renamed in all files of the project", () => {
  const folder = folderWith({ ...files, "niklas.json": "{}" });
  const { status, output } = niklas(["refactor", "rename", "one.sys", "engine", "motor", "--write"], {
    in: folder,
  });
  expect([status, output.split("\n").sort()]).toEqual([0, ["", "one.sys", "part.sys", "two.sys"]]);
  for (const [name, text] of Object.entries(files))
    expect(readFileSync(join(folder, name), "utf8")).toBe(text.replaceAll("engine", "motor"));
  const refused = niklas(["refactor", "rename", "one.sys:3:9", "motor"], { in: folder });
  expect(refused.status).toBe(1);
  expect(refused.errors).toMatch(/^niklas: `motor` cannot be the name: /);
});

test("a model on standard input is shown, or given changed", () => {
  const words = ["refactor", "add-otherwise", "-", "engine.start", "off"];
  expect(niklas(words, { input: part }).output).toContain("--- a/stdin\n");
  expect(niklas([...words, "--write"], { input: part })).toEqual({
    status: 0,
    output: part.replace("emit roar }\n", "emit roar }\n    otherwise -> off\n"),
    errors: "",
  });
});

test("several ways are listed, and one is to be chosen", () => {
  const { status, output, errors } = niklas(["refactor", "add-otherwise", "part.sys", "engine.start"], {
    in: folderWith(files),
  });
  expect([status, errors]).toEqual([
    1,
    "niklas: there are 2 ways to do this, of which one is to be chosen\n",
  ]);
  expect(output).toContain("    niklas refactor add-otherwise part.sys engine.start undecided\n");
});

test.each([
  [["refactor", "coupel", "part.sys"], 2, /no refactoring `coupel`\n +one like it: `niklas refactor couple`/],
  [["refactor", "couple"], 2, /not said which model/],
  [["refactor", "prat.sys"], 2, /no file or folder `prat.sys`\n +a name like it: `part.sys`/],
  [["refactor", "part.sys:99"], 2, /`part.sys` has no line 99\n +it has 10 lines/],
  [["refactor", "part.sys:2:99"], 2, /line 2 of `part.sys` has no column 99/],
  [["refactor", "part.sys", "couple"], 2, /no refactoring is named\n +name it first/],
  [["refactor", "."], 2, /`\.` is a folder/],
  [["refactor", "notes.md"], 2, /`notes.md` is a Markdown file/],
  [["refactor", "part.sys:2"], 1, /nothing to be changed in line 2/],
  [
    ["refactor", "regulate", "part.sys"],
    1,
    /nothing of the kind in `part.sys`\n +`regulate` applies to `steer`/,
  ],
  [["refactor", "couple", "part.sys", "engine.raor", "engine"], 1, /no `raor`.*\n +a name like it: `roar`/],
  [["refactor", "couple", "part.sys", "engine.roar", "engine"], 1, /not coupled with itself/],
  [["refactor", "couple", "part.sys", "--writ"], 2, /no option `--writ`\n +an option like it: `--write`/],
  [["refactr", "part.sys"], 2, /a command like it: `niklas refactor`/],
])("%j ends with status %i and says why", (args, status, said) => {
  const ended = niklas(args, { in: folderWith(files) });
  expect(ended.errors).toMatch(said);
  expect(ended.status).toBe(status);
});

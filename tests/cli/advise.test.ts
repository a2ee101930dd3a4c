/* `niklas advise` as it is typed, and `--robust` of `run` and `test`. */
import { expect, test } from "vitest";
import { exampleFiles } from "../support/examples.ts";
import { adviceValidator, testValidator } from "../support/json-schema.ts";
import { commandLine } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const { niklas } = commandLine();
const decree = exampleFiles.get("house_prices/decree.sys") ?? "";
const priceCap = exampleFiles.get("house_prices/price_cap.sys") ?? "";

/** The file with the lines that are shown as coming and going written into it, as somebody would who reads them. */
function typedOver(text: string, shown: string): string {
  const lines = text.split("\n");
  const result: string[] = [];
  const hunks = [...shown.matchAll(/^ +(\d*) ([+-])(?: (.*))?$/gm)];
  let next = 1;
  for (const [, number = "", sign, line = ""] of hunks) {
    const at = number === "" ? next : Number(number);
    result.push(...lines.slice(next - 1, at - 1));
    next = at;
    if (sign === "+") result.push(line);
    else {
      expect(lines[at - 1]).toBe(line);
      next = at + 1;
    }
  }
  return [...result, ...lines.slice(next - 1)].join("\n");
}

test("the lines of each proposal make the regulation effective when they are typed into the file", () => {
  const folder = folderWith({ "decree.sys": decree });
  const { status, output, errors } = niklas(["advise", "decree.sys"], { in: folder });
  expect({ status, errors }).toEqual({ status: 0, errors: "" });
  const proposals = output.split(/^ {2}\d+\. /m).slice(1);
  expect(proposals).toHaveLength(4);
  for (const proposal of proposals) {
    const changed = typedOver(decree, proposal)
      .replace("expect price_decree is indifferent", "expect price_decree is effective")
      .replace("expect economy.price = 60", "expect economy.price = 54");
    const there = { in: folderWith({ "changed.sys": changed }) };
    expect(niklas(["check", "changed.sys"], there)).toMatchObject({ status: 0 });
    expect(niklas(["test", "changed.sys"], there).output).toContain("1 passed, 0 failed");
  }
});

test("the advice says how to have the same again, which is the same", () => {
  const folder = folderWith({ "decree.sys": decree });
  const { output } = niklas(["advise", "decree.sys"], { in: folder });
  const [, again = ""] = /the same again: niklas (.*)\n$/.exec(output) ?? [];
  expect(niklas(again.split(" "), { in: folder }).output).toBe(output);
});

test("advice can be had as JSON, by its schema, and in ASCII", () => {
  const folder = folderWith({ "decree.sys": decree });
  const { output, status } = niklas(["advise", "decree.sys", "-f", "json"], { in: folder });
  expect(adviceValidator()(JSON.parse(output))).toEqual([]);
  expect(status).toBe(0);
  expect(niklas(["advise", "decree.sys", "--ascii"], { in: folder }).output).toMatch(/^[\x20-\x7e\n]*$/);
});

test("where nothing is found the status is 1, and it is said that this proves nothing", () => {
  const folder = folderWith({ "decree.sys": decree.replace("economy.price <= 55", "economy.price <= 1") });
  const { output, status, errors } = niklas(["advise", "decree.sys"], { in: folder });
  expect(output).toContain("Nothing that was tried makes it effective. That is no proof that nothing does.");
  expect({ status, errors }).toEqual({ status: 1, errors: "" });
});

test("where the aim is reached the status is 0, and nothing was searched", () => {
  const folder = folderWith({ "cap.sys": priceCap });
  const { output, status } = niklas(["advise", "cap.sys", "credit_rules"], { in: folder });
  expect(output).toContain("credit_rules is effective there as the model is. Nothing was searched.");
  expect(status).toBe(0);
});

test.each([
  [
    ["advise", "cap.sys", "credit_rule"],
    "there is no regulation `credit_rule` in `cap.sys`",
    "`credit_rules`",
  ],
  [["advise", "cap.sys", "credit_rules", "--scenario", "dcree"], "there is no scenario `dcree`", "`decree`"],
  [
    ["advise", "cap.sys", "credit_rules", "--scenario", "decree"],
    "`credit_rules` is not applied in `decree`",
    "apply",
  ],
  [["advise", "none.sys"], "there is no regulation in `none.sys`", "a regulation begins with"],
  [["advise", "aimless.sys"], "`drift` in `aimless.sys` has no aim that could be reached", "`aim "],
  [["advise", "two.sys"], "it is not said on which regulation of `two.sys` advice is wanted", "`a` and `b`"],
  [["advise", "."], "`.` is a folder, and advice is given on one model", "name a model in it"],
  [["advise", "page.md"], "the model stands in the block of a document, `page.md`", "a file of its own"],
])("%j is refused", (args, message, help) => {
  const head =
    'import politics, law from "canon"\nextend politics { operation bill }\nextend law { sensitive to enacted program p conditional on enacted { otherwise -> lawful } }\ncoupling constitution between politics and law { politics.bill -> law.enacted }\n';
  const regulation = (name: string, aim: string) =>
    `regulation ${name} { by politics of law starts with politics.bill through constitution ${aim} }\n`;
  const aim = "aim law.designated = lawful";
  const folder = folderWith({
    "cap.sys": priceCap,
    "none.sys": head,
    "aimless.sys": head + regulation("drift", 'allow missing_aim "nobody wants anything"'),
    "two.sys": head + regulation("a", aim) + regulation("b", aim),
    "page.md": `\`\`\`sys\n${head}${regulation("a", aim)}\`\`\`\n`,
  });
  const ended = niklas(args, { in: folder });
  expect(ended.errors).toContain(message);
  expect(ended.errors).toContain(help);
  expect(ended).toMatchObject({ status: 2, output: "" });
});

test("a model with errors gets none, and they are told", () => {
  const folder = folderWith({ "decree.sys": decree.replace("emit judgment", "emit judgement") });
  const { output, errors, status } = niklas(["advise", "decree.sys"], { in: folder });
  expect(output).toContain("judgement");
  expect(errors).toBe("niklas: with 1 error the model does not run\n");
  expect(status).toBe(1);
});

test("but not that the regulation has no way yet, which is what advice is about", () => {
  const folder = folderWith({ "decree.sys": decree.replace(/^ *allow direct_steering.*\n/m, "") });
  expect(niklas(["advise", "decree.sys"], { in: folder })).toMatchObject({
    status: 0,
    output: expect.stringContaining("through constitution, contract"),
  });
});

test("hostile names and texts do nothing in the advice", () => {
  const folder = folderWith({
    "decree.sys": decree.replace('"1000 CNY/m²"', '"\\u{1b}[31m\\u{202e}##[error]x"'),
  });
  const { output } = niklas(["advise", "decree.sys"], { in: folder });
  expect(output).not.toMatch(/[\u001b\u202e]/u);
});

test("run and test tell how robust the verdicts are where it is asked", () => {
  const folder = folderWith({ "cap.sys": priceCap });
  const run = niklas(["run", "cap.sys", "reflexive_law", "--robust"], { in: folder });
  expect(run.output).toContain("how robust it is that credit_rules is effective");
  expect(run.output).toMatch(
    /the 70 in credit_rules: ineffective from 80\.\d+ up, at 79\.\d+ not yet {2}cap\.sys:40/,
  );
  expect(niklas(["run", "cap.sys", "reflexive_law"], { in: folder }).output).not.toContain("robust it is");
  expect(niklas(["test", "cap.sys", "--robust"], { in: folder }).output).toContain(
    "cap.sys reflexive_law\n  how robust",
  );
  const { output } = niklas(["test", "cap.sys", "--robust", "-f", "json"], { in: folder });
  expect(testValidator()(JSON.parse(output))).toEqual([]);
  expect(niklas(["test", "cap.sys", "--robust", "-f", "junit"], { in: folder }).errors).toContain(
    "how robust",
  );
});

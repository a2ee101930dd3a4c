import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { XMLParser } from "fast-xml-parser";
import { commandLine, right, wrong } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const { niklas, started } = commandLine();
const example = (path: string): string =>
  readFileSync(new URL(`../../examples/${path}`, import.meta.url), "utf8");
const cap = example("house_prices/price_cap.sys");
/** The same, with an expectation that is disappointed. */
const wrongly = cap.replace("expect economy.price = 60", "expect economy.price = 50");
const lines = (text: string): string[] => text.trimEnd().split("\n");

describe("run", () => {
  test("tells the story, the outcomes, both sides of the verdict and how to have it again", () => {
    const folder = folderWith({ "price_cap.sys": cap });
    const { status, output, errors } = niklas(["run", "price_cap.sys"], { in: folder });
    expect(errors).toBe("");
    expect(status).toBe(0);
    // In one screen: why the decree is noise, and the law is not.
    expect(lines(output).length).toBeLessThanOrEqual(45);
    expect(output).toContain("noise     politics.decree for economy: nothing couples the two");
    expect(output).toContain("economy   law.judgment ─contract→ credit_cost(amount: 30)");
    expect(output).toContain("non_payment, by investment, since amount > 20 (amount = 30)");
    expect(output).toContain("price 60 → 54");
    expect(output).toContain("✓ expect economy stays indifferent");
    expect(output).toContain("with it     reached (economy.price = 54)");
    expect(output).toContain("without it  not reached, 5 off (economy.price = 60)");
    const again = /the same again: niklas (.*)\n/.exec(output)?.[1]?.split(" ") ?? [];
    expect(again).toEqual(["run", "price_cap.sys", "decree", "--seed", "1"]);
    const repeated = niklas(again, { in: folder });
    expect(repeated.output).toBe(output.slice(0, output.indexOf("\nscenario reflexive_law")));
  });

  test("plays the scenarios that are named, in their order", () => {
    const folder = folderWith({ "a.sys": cap });
    const { output } = niklas(["run", "a.sys", "reflexive_law", "decree"], { in: folder });
    expect(output.match(/^scenario \w+/gm)).toEqual(["scenario reflexive_law", "scenario decree"]);
    const misspelt = niklas(["run", "a.sys", "reflexive"], { in: folder });
    expect(misspelt.status).toBe(2);
    expect(misspelt.errors).toContain("there is no scenario `reflexive`");
  });

  test("ends with 1 where an expectation is disappointed, and says at which step, with both sides", () => {
    const folder = folderWith({ "a.sys": wrongly });
    const { status, output } = niklas(["run", "a.sys", "decree"], { in: folder });
    expect(status).toBe(1);
    expect(output).toContain("✗ expect economy.price = 50");
    expect(output).toContain(
      "error[expectation_failed]: in step 1 of `decree`, the expectation `economy.price = 50` is disappointed: here `economy.price = 60`",
    );
  });

  test("does not run a model with errors, and says what they are", () => {
    const folder = folderWith({ "a.sys": wrong });
    const { status, output } = niklas(["run", "a.sys"], { in: folder });
    expect(status).toBe(1);
    expect(output).toContain("error[code_not_binary]");
  });

  test("ends with 2 where there is nothing to play, no file, or a seed that is none", () => {
    const folder = folderWith({ "right.sys": right, "a.sys": cap });
    const ended = (...args: string[]) => niklas(["run", ...args], { in: folder });
    expect(ended("right.sys")).toMatchObject({ status: 2 });
    expect(ended("right.sys").errors).toContain("scenario");
    expect(ended("b.sys")).toMatchObject({ status: 2 });
    for (const seed of ["-1", "1.5", "one", "9007199254740993"])
      expect(ended("a.sys", "--seed", seed)).toMatchObject({ status: 2, output: "" });
    expect(ended()).toMatchObject({ status: 2 });
  });

  test("reads standard input", () => {
    const folder = folderWith();
    const { status, output } = niklas(["run", "-"], { in: folder, input: cap });
    expect(status).toBe(0);
    expect(output).toContain("✓ expect credit_rules is effective");
  });

  test("writes the trace as JSON, one line an entry, the same for the same run", () => {
    const folder = folderWith({ "a.sys": cap });
    const { status, output } = niklas(["run", "a.sys", "--format", "json"], { in: folder });
    expect(status).toBe(0);
    const entries = lines(output).map((line): { kind: string; [name: string]: unknown } => JSON.parse(line));
    expect(entries.filter(({ kind }) => kind === "head")).toMatchObject([
      { scenario: "decree", seed: 1, version: 1 },
      { scenario: "reflexive_law" },
    ]);
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: "decision", step: 2, owner: "economy", value: "non_payment" }),
    );
    expect(entries.at(-1)).toMatchObject({
      kind: "end",
      verdicts: [{ verdict: "effective", withIt: { holds: true }, without: { holds: false, distance: 5 } }],
    });
    expect(niklas(["run", "a.sys", "-f", "json"], { in: folder }).output).toBe(output);
  });

  test("tells of all noise when asked, with each reason", () => {
    const folder = folderWith({ "a.sys": example("contract/contract.sys") });
    const plain = niklas(["run", "a.sys", "standard_36", "--all"], { in: folder }).output;
    const noisy = niklas(["run", "a.sys", "standard_36", "--all", "--noise"], { in: folder }).output;
    expect(plain).toContain("noise    economy.loan for law (condition)");
    expect(noisy).toContain("economy.loan ─contract→ law.suit");
    expect(noisy).toContain("written = false");
    expect(lines(noisy).length).toBeGreaterThanOrEqual(lines(plain).length);
  });

  test("folds a long story, and --all unfolds it", () => {
    const prices = example("house_prices/house_prices.sys").replace(/^bibliography.*$|^ *cite .*$/gm, "");
    const folder = folderWith({ "a.sys": prices });
    const folded = niklas(["run", "a.sys"], { in: folder }).output;
    expect(folded).toMatch(/… \d+ steps more: --all tells them/);
    const all = niklas(["run", "a.sys", "untouched", "--all"], { in: folder }).output;
    for (const step of [1, 2, 3, 4, 5, 6]) expect(all).toContain(`step ${step}\n`);
  });

  const clerk = `machine clerk {
  code served / waiting
  operation serve(n: number)
  expectation k: number = 0
  program p conditional on every step { otherwise -> served { k := k + 1 emit serve(n: k) } }
}
scenario long { run 700000 steps expect clerk.k = 700000 }
scenario too_long { run 1000001 steps expect clerk.k = 1000001 }
scenario year { run 150000 steps expect clerk.k = 150000 }
`;
  test("a run of which more would have to be told than can be is told without its story, and passes as in `test`", () => {
    const folder = folderWith({ "a.sys": clerk });
    const { status, output } = niklas(["run", "a.sys", "long"], { in: folder });
    expect(output).toContain("700000 steps; more happened than a story can tell");
    expect(output).toContain("✓ expect clerk.k = 700000");
    expect(status).toBe(0);
    const tested = niklas(["test", "a.sys"], { in: folder }).output;
    expect(tested).toContain("✓ long      700000 steps, 1 expectation");
    expect(tested).toContain("✗ too_long  1000000 steps, broken off");
    expect(tested).toContain("more than 1,000,000 steps");
  });

  test("tells every step of a long story when asked", () => {
    const folder = folderWith({ "a.sys": clerk });
    const { status, output } = niklas(["run", "a.sys", "year", "--all"], { in: folder });
    expect(status).toBe(0);
    expect(output).toContain("\n  step 150000\n");
  });

  test("a seed given wins over the model's, and is told", () => {
    const folder = folderWith({ "a.sys": example("epidemic/epidemic.sys") });
    const { output } = niklas(["run", "a.sys", "--seed", "4294967297"], { in: folder });
    expect(output).toContain("--seed 4294967297");
  });

  test("says everything in ASCII when asked", () => {
    const folder = folderWith({ "a.sys": cap.replaceAll("²", "2") });
    expect(niklas(["run", "a.sys", "--ascii"], { in: folder }).output).not.toMatch(/[^\x00-\x7f]/);
  });
});

describe("test", () => {
  const files = { "cap.sys": cap, "deep/wrong.sys": wrongly, "deep/broken.sys": wrong };

  test("has a line for each scenario and property, and the failures in full", () => {
    const folder = folderWith(files);
    const { status, output } = niklas(["test"], { in: folder });
    expect(status).toBe(1);
    expect(output).toContain("cap.sys\n  ✓ decree         1 step, 3 expectations\n");
    expect(output).toContain("  ✗ decree         1 step, 3 expectations\n");
    expect(output).toContain("deep/broken.sys\n  ✗ does not run: 1 error\n");
    expect(output).toContain("here `economy.price = 60`");
    expect(lines(output).at(-1)).toBe("5 passed, 2 failed in 3 files");
    expect(niklas(["test", "cap.sys"], { in: folder }).status).toBe(0);
  });

  test("none found is a failure", () => {
    const folder = folderWith({ "right.sys": right, "a.sys": cap });
    for (const args of [["right.sys"], ["a.sys", "--filter", "nothing like it"], ["nowhere"]])
      expect(niklas(["test", ...args], { in: folder })).toMatchObject({ status: 2 });
  });

  test("takes what has a text in its name, or in that of its file", () => {
    const folder = folderWith({ "cap.sys": cap, "contract.sys": example("contract/contract.sys") });
    const { output } = niklas(["test", "--filter", "decree"], { in: folder });
    expect(lines(output).at(-1)).toBe("2 passed, 0 failed in 2 files");
    const file = niklas(["test", "--filter", "contract"], { in: folder }).output;
    expect(lines(file).at(-1)).toBe("5 passed, 0 failed in 1 file");
  });

  test("tells which clauses and channels took part in no run", () => {
    const folder = folderWith({ "contract.sys": example("contract/contract.sys") });
    const { output } = niklas(["test", "--coverage"], { in: folder });
    expect(output).toContain("clauses that took part: 6 of 7 (85%)");
    expect(output).toMatch(/never law\.judicial_interpretation {2}contract\.sys:22/);
    for (const format of ["junit", "sarif", "github"]) {
      const { errors } = niklas(["test", "--coverage", "--format", format], { in: folder });
      expect(errors).toContain("coverage of contract.sys\n");
      expect(errors).toMatch(/never law\.judicial_interpretation {2}contract\.sys:22/);
    }
  });

  test("writes JUnit, JSON, SARIF and GitHub's commands", () => {
    const folder = folderWith(files);
    const as = (format: string) => niklas(["test", "--format", format], { in: folder });
    const junit = as("junit");
    expect(junit.status).toBe(1);
    const suites: { testsuites: object } = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: "",
    }).parse(junit.output);
    expect(suites.testsuites).toMatchObject({ tests: "7", failures: "2" });
    expect(junit.output).toContain("economy.price = 60");
    expect(JSON.parse(as("json").output)).toMatchObject({ passed: 5, failed: 2 });
    const sarif: { runs: { results: { ruleId: string }[] }[] } = JSON.parse(as("sarif").output);
    expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toContain("expectation_failed");
    expect(as("github").output).toMatch(/^::error file=deep\/wrong\.sys,.*expectation_failed/m);
  });
});

describe("why", () => {
  test("answers both ways: the chain of causes, and where each way was cut", () => {
    const folder = folderWith({ "a.sys": cap });
    const asked = (...args: string[]) => niklas(["why", "a.sys", ...args], { in: folder });
    const happened = asked("reflexive_law", "economy.price");
    expect(happened.status).toBe(0);
    expect(lines(happened.output)[0]).toContain(
      "economy.price is 54 × 1000 CNY/m² at the end of reflexive_law",
    );
    expect(happened.output).toContain("─constitution→ law.enacted(limit: 70)");
    expect(happened.output).toContain("since amount > 20 (amount = 30)");
    const not = asked("decree", "economy");
    expect(not.output).toContain("economy stayed indifferent in decree");
    expect(not.output).toContain("nothing couples it with economy");
    expect(not.output).toContain(
      "politics.bill ─constitution→ law.enacted → law.judgment ─contract→ economy.credit_cost",
    );
    expect(asked("decree", "law.judgment").output).toContain("law.judgment did not occur in decree");
  });

  test("tells which limit blocked an operation, and what it read", () => {
    const folder = folderWith({
      "a.sys": example("gene_editing/gene_editing.sys").replace(/^bibliography.*$|^ *cite .*$/gm, ""),
    });
    const { output } = niklas(["why", "a.sys", "own_limit", "science.protocol"], { in: folder });
    expect(output).toContain(
      "science.experiment(embryos: 1, implanted: true) is blocked by the limit protocol",
    );
    expect(output).toContain(
      "since germline_protected and implanted (germline_protected = true, implanted = true)",
    );
  });

  test("says first that nothing couples what an operation was put to, whoever else it might have reached", () => {
    const folder = folderWith({
      "a.sys": cap.replace(
        "politics.bill ->",
        "politics.decree -> law.enacted(limit: cap) when cap > 0\n  politics.bill ->",
      ),
    });
    const { output } = niklas(["why", "a.sys", "decree", "economy"], { in: folder });
    const cuts = output.slice(output.indexOf("was cut off:"));
    expect(cuts.indexOf("nothing couples it with economy")).toBeGreaterThan(0);
    expect(cuts.indexOf("nothing couples it with economy")).toBeLessThan(
      cuts.indexOf("it was put to another, not to law"),
    );
  });

  test("says what has not been said, and what could be", () => {
    const folder = folderWith({ "a.sys": cap });
    const asked = (...args: string[]) => niklas(["why", "a.sys", ...args], { in: folder });
    expect(asked()).toMatchObject({ status: 2, output: "" });
    expect(asked().errors).toContain("its scenarios are `decree` and `reflexive_law`");
    expect(asked("nosuch").errors).toContain("its scenarios are `decree`, `reflexive_law`");
    expect(asked("decree").errors).toContain("ask about a system, or about one of its parts: `");
  });

  test("has a name like it for what is not there", () => {
    const folder = folderWith({ "a.sys": cap });
    expect(niklas(["why", "a.sys", "decree", "economy.prise"], { in: folder })).toMatchObject({
      status: 2,
      output: "",
    });
    expect(niklas(["why", "a.sys", "decree", "economy.prise"], { in: folder }).errors).toContain(
      "`economy.price`",
    );
  });

  test("writes JSON", () => {
    const folder = folderWith({ "a.sys": cap });
    const { output } = niklas(["why", "a.sys", "decree", "economy", "-f", "json"], { in: folder });
    expect(JSON.parse(output)).toBeTypeOf("object");
  });
});

describe("--watch", () => {
  test.each([
    [["check", "a.sys"], "+ ", "code_not_binary"],
    [["run", "a.sys", "decree"], "~ ", "economy.price"],
    [["test", "a.sys"], "~ ", "decree"],
  ])("%s does it again when a file changes, and tells what is otherwise", async (args, sign, named) => {
    const folder = folderWith({ "a.sys": cap });
    const watching = started([...args, "--watch"], folder);
    await watching.says("watching 1 file", "errors");
    if (args[0] === "check") appendFileSync(join(folder, "a.sys"), wrong);
    else if (args[0] === "run")
      writeFileSync(join(folder, "a.sys"), cap.replace('CNY/m²" = 60', 'CNY/m²" = 61'));
    else writeFileSync(join(folder, "a.sys"), wrongly);
    await watching.says("otherwise than the last time", "output");
    await watching.says(sign, "output");
    const told = watching.output().slice(watching.output().indexOf("otherwise than the last time"));
    expect(told).toContain(named);
    expect(await watching.interrupted()).toBeLessThan(2);
  });

  test("an expectation that is met only the second time is a difference, and so is what else is found", async () => {
    const twice = `machine m { code a / b expectation k: number in 0..9 = 1 program p conditional on every step { otherwise -> a { k := k + 1 } } }
scenario s { expect m.k = 5 run 3 steps expect m.k = 5 }
`;
    const folder = folderWith({ "a.sys": twice });
    const watching = started(["run", "a.sys", "--watch"], folder);
    await watching.says("watching 1 file", "errors");
    writeFileSync(join(folder, "a.sys"), twice.replace("run 3 steps", "run 4 steps"));
    await watching.says("expect m.k = 5 (2): is disappointed → holds", "output");
    writeFileSync(join(folder, "a.sys"), twice.replace("run 3 steps", "run 9 steps"));
    await watching.says("out_of_bounds: found", "output");
    await watching.interrupted();
  });

  test("standard input cannot be watched", () => {
    const { status, errors } = niklas(["run", "--watch", "-"], { in: folderWith(), input: cap });
    expect(status).toBe(2);
    expect(errors).toContain("there are no files to watch");
  });

  test("what cannot be read now is waited for", async () => {
    const folder = folderWith({ "a.sys": cap });
    const watching = started(["run", "a.sys", "decree", "--watch"], folder);
    await watching.says("watching 1 file", "errors");
    writeFileSync(join(folder, "a.sys"), "scenario {");
    await watching.says("error[", "output");
    writeFileSync(join(folder, "a.sys"), cap.replace("cap: 50", "cap: 40"));
    await watching.says("decree(cap: 40)", "output");
    await watching.interrupted();
  });
});

import { expect, test } from "vitest";
import { exampleFiles } from "../support/examples.ts";
import { exploreValidator } from "../support/json-schema.ts";
import { commandLine } from "./command_line.ts";
import { folderWith } from "./folder.ts";
import { yearsOfLevy } from "../explore/years.ts";

const { niklas } = commandLine();
const example = exampleFiles.get("miscarriage/miscarriage.sys") ?? "";
const years = "niklas run miscarriage.sys years --choices ";

test("a violated property is told as a run, which is played again by its choices", () => {
  const folder = folderWith({ "miscarriage.sys": example });
  const { status, output, errors } = niklas(["explore", "miscarriage.sys"], { in: folder });
  expect({ status, errors }).toEqual({ status: 1, errors: "" });
  expect(output).toContain("exhausted: 2,435 states");
  expect(output).toContain("property corrected  violated in step 10 of the shortest such run");
  expect(output).toContain("(about 1 run in 439,782)");
  expect(output).toContain("error[property_violated]: `corrected` is violated in step 10 of `years`");
  const choices = /--choices ([\d,]+)/.exec(output)?.[1] ?? "";
  const again = niklas(["run", "miscarriage.sys", "years", "--choices", choices], { in: folder });
  expect(again.status).toBe(1);
  expect(again.output).toContain("`corrected` is violated in step 10 of `years`");
  expect(again.output).toContain(`the same again: ${years}${choices}`);
  // It is the same run: what is told of it is a part of what exploring tells.
  const story = again.output.slice(again.output.indexOf("  step 0"), again.output.indexOf("  step 5"));
  expect(output).toContain(story);
});

test("what holds in every run ends with status 0, and is said to have been exhausted", () => {
  const text = example.replace(
    "when dismissed >= 2 -> unlawful",
    "when evidence -> lawful { convicted := false emit quashing }\n    when dismissed >= 2 -> unlawful",
  );
  const { status, output } = niklas(["explore", "miscarriage.sys"], {
    in: folderWith({ "miscarriage.sys": text }),
  });
  expect(status).toBe(0);
  expect(output).toContain("property corrected  holds in every run");
  expect(output).toContain("a clause of law.appeals decides");
});

test("what is bounded says by what, and what was done besides", () => {
  const folder = folderWith({ "miscarriage.sys": example });
  const { status, output } = niklas(["explore", "miscarriage.sys", "years", "--depth", "4", "--runs", "50"], {
    in: folder,
  });
  expect(status).toBe(0);
  expect(output).toContain("bounded at step 4 by the bound of steps (`--depth`)");
  expect(output).toContain("Besides, 50 runs with seeds from 1 on were played to their end.");
  expect(output).toContain("property corrected  holds in all that was explored, which is not all");
  expect(output).toContain("violated in 0 of 50 runs with seeds from 1 on");
  const { output: little } = niklas(["explore", "miscarriage.sys", "--depth", "1", "--runs", "1"], { in: folder }); // prettier-ignore
  expect(little).toContain("not seen in what was explored; it may happen all the same\n");
});

test("what is bounded in its states is known all the same where every run was played", () => {
  const contract = { "contract.sys": exampleFiles.get("contract/contract.sys") ?? "" };
  const { output } = niklas(["explore", "contract.sys", "standard_36", "--states", "3"], {
    in: folderWith(contract),
  });
  expect(output).toContain("by the bound of states (`--states`)");
  expect(output).toContain("Besides, every run was played to its end: 1 run.");
  expect(output).toContain("never, in any of these runs\n");
});

test("verdicts of too many runs to play each are exact, and each is shown by a run that comes to it", () => {
  const folder = folderWith({ "years.sys": yearsOfLevy });
  const { output } = niklas(["explore", "years.sys"], { in: folder });
  expect(output).toContain("A verdict compares two runs, so every run was explored beside the same one without the regulation: 2,546 states of two.\n"); // prettier-ignore
  expect(output).toContain("mild  is effective, ineffective or backfiring, by the run\n");
  const shown = [...output.matchAll(/^ +(\w+), with probability [\d.]+: niklas (run .+)$/gm)];
  expect(shown.map(([, verdict]) => verdict)).toEqual(["effective", "ineffective", "backfiring"]);
  for (const [, verdict, command = ""] of shown)
    expect(niklas(command.split(" "), { in: folder }).output).toContain(`mild is ${verdict}, with the aim`);
  const { output: json } = niklas(["explore", "years.sys", "--format", "json"], { in: folder });
  const report: unknown = JSON.parse(json);
  expect(exploreValidator()(report)).toEqual([]);
  expect(report).toMatchObject({ files: [{ scenarios: [{ pairs: { states: 2_546 } }] }] });
});

test("as data it is what its schema describes", () => {
  const folder = folderWith({ "miscarriage.sys": example });
  const { status, output } = niklas(["explore", "miscarriage.sys", "--format", "json"], { in: folder });
  expect(status).toBe(1);
  expect(exploreValidator()(JSON.parse(output))).toEqual([]);
});

test.each([
  [["explore"], "it is not said which model to explore", "`niklas explore city.sys`"],
  [["explore", "m.sys", "yeers"], "there is no scenario `yeers`", "a name like it: `years`"],
  [["explore", "m.sys", "--states", "0"], "`--states` does not take `0`", "a whole number from 1 on"],
  [["explore", "m.sys", "--runs", "many"], "`--runs` does not take `many`", "a whole number from 1 on"],
  [["run", "m.sys", "--choices", "0;1"], "`--choices` does not take `0;1`", "`niklas explore` prints them"],
  [
    ["run", "m.sys", "--choices", "0,0,7"],
    "`--choices`: number 3 is 7, and there are 2 branches",
    "from 0 on",
  ],
  [
    ["run", "m.sys", "--choices", "1".repeat(60).split("").join(",")],
    "decides more than this run leaves open",
    "in vain",
  ],
])("%j is refused", (args, message, help) => {
  const ended = niklas(args, { in: folderWith({ "m.sys": example }) });
  expect(ended.errors).toContain(message);
  expect(ended.errors).toContain(help);
  expect(ended).toMatchObject({ status: 2, output: "" });
});

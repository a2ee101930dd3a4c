import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { columnsOf } from "../../src/cli/terminal.ts";
import { commandLine, right, wrong } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const { niklas } = commandLine();

test("help and version are printed, and are no failure", () => {
  expect(niklas(["--version"])).toEqual({
    status: 0,
    output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    errors: "",
  });
  const help = niklas(["--help"]);
  expect(help).toMatchObject({ status: 0, errors: "" });
  expect(help.output).toContain("niklas check city.sys");
  expect(niklas(["help", "check"])).toEqual(niklas(["check", "--help"]));
  expect(niklas(["check", "--help"]).output).toContain("The status is 0 if");
});

test("without a command the help is shown, and nothing was done", () => {
  expect(niklas([])).toEqual({ status: 2, output: "", errors: niklas(["--help"]).output });
});

test.each([
  [["chek"], "there is no command `chek`", "a command like it: `niklas check`"],
  [["help", "explian"], "there is no command `explian`", "a command like it: `niklas explain`"],
  [["city.sys"], "there is no command `city.sys`", "to check a model: `niklas check city.sys`"],
  [
    ["zzz"],
    "there is no command `zzz`",
    "the commands are `check`, `explain`, `run`, `test`, `explore`, `why`, `advise`, `experiment`, `merge`, `emit-job`, `draw`, `compare`, `report`, `fmt`, `refactor`, `lsp`, `play` and `help`",
  ],
  [["check", "--formt", "json"], "there is no option `--formt`", "an option like it: `--format`"],
  [["check", "--sevrity=a=b"], "there is no option `--sevrity`", "an option like it: `--severity`"],
  [["check", "-x"], "there is no option `-x`", "`niklas check --help` lists the options"],
  [["play", "--port", "http"], "`--port` does not take `http`", "a port is a whole number from 1 to 65535"],
  [["play", "--port", "70000"], "`--port` does not take `70000`", "without one, a free port is found"],
  [["--versoin"], "there is no option `--versoin`", "an option like it: `--version`"],
  [["check", "--format"], "`--format` needs a value", "in full: `-f, --format <format>`"],
  [["check", "-f", "jsn"], "`--format` does not take `jsn`", "a word like it that it takes: `json`"],
  [
    ["check", "-f", "xml"],
    "`--format` does not take `xml`",
    "it takes `text`, `json`, `sarif`, `github` or `junit`",
  ],
  [["check", "--fail-level", "warn"], "`--fail-level` does not take `warn`", "it takes"],
  [["check", "-o", "json"], "`--output json` is not of the form `format=file`", "sarif=niklas.sarif"],
  [["check", "-o", "jsn=a"], "`--output`: there is no format `jsn`", "a format is"],
  [["check", "-s", "syntax_eror=off"], "there is no check `syntax_eror`", "`syntax_error`"],
  [["check", "-s", "shared_code=of"], "`of` is no level for `shared_code`", "a level is"],
  [["check", "-s", "syntax_error=off"], "`syntax_error` stays an error", ""],
  [["check", "--config", "none.json"], "there is no project file `none.json`", ""],
  [["check", "-o", "json=a.sys"], "which has the name of a model", ""],
  [["check", "-o", "json=a", "-o", "sarif=./a"], "two outputs go to the same file", ""],
  [["explain", "cod_not_binary"], "there is no check `cod_not_binary`", "`code_not_binary`"],
  [["explain", "uncoupled"], "there is no check `uncoupled`", "`uncoupled_perturbation`"],
  [["advise"], "it is not said on which model advice is wanted", "`niklas advise city.sys curb`"],
  [["advise", "a.sys", "--most", "0"], "`--most` does not take `0`", "a whole number from 1 on"],
  [
    ["run", "a.sys", "--robust", "--choices", "0"],
    "`--robust` and `--choices` cannot be asked for at once",
    "asked with a seed",
  ],
  [
    ["run", "a.sys", "--robust", "-f", "json"],
    "a trace has no place for what `--robust` finds",
    "niklas test",
  ],
  [["run"], "it is not said which model to run", "for example: `niklas run city.sys`"],
  [["why"], "it is not said which model is asked about", "`niklas why city.sys decree economy.price`"],
  [["compare"], "it is not said which two models to compare", "`niklas compare old.sys new.sys`"],
  [["compare", "a.sys"], "it is not said which two models to compare", "`niklas compare old.sys new.sys`"],
  [["compare", "-", "-"], "standard input can be one of the two models, and not both", "git show"],
  [["compare", "a.sys", "a.sys", "-o", "a"], "does not say in which form the comparison is wanted", "`.md`"],
  [["compare", "a.sys", "a.sys", "-o", "a.sys", "-f", "text"], "`a.sys` is what is compared", ""],
  [["experiment"], "it is not said which model the experiment is of", "`niklas experiment city.sys`"],
  [["merge"], "it is not said which parts to merge", "`niklas merge *.part -o prices.json`"],
  [
    ["emit-job", "slurm", "--shards", "2"],
    "it is not said what the job is for",
    "`niklas emit-job slurm city.sys",
  ],
  [["run", "a"], "there is no file or folder `a`", "a name like it: `a.sys`"],
  [["check", "-o", "json=sources.bib"], "which has the name of a bibliography", ""],
  [["check", "-o", "json=niklas.json"], "which has the name of a project file", ""],
  [["check", "-o", "json=-"], "findings are written to a file, and `-` is none", "`--format json`"],
  [["check", ""], "one of the paths to check is an empty text", "a variable that is not set"],
  [
    ["explain", "a", "b"],
    "there are more words than `niklas explain` takes",
    "`niklas explain --help` shows what it takes",
  ],
])("%j is not understood", (args, message, help) => {
  const ended = niklas(args, { in: folderWith({ "a.sys": right }) });
  expect(ended.errors).toContain(message);
  expect(ended.errors).toContain(help);
  expect(ended).toMatchObject({ status: 2, output: "" });
});

test("a check is explained by its page, and without a name all are listed", () => {
  const page = niklas(["explain", "code_not_binary"]);
  expect(page).toMatchObject({ status: 0, errors: "" });
  expect(page.output).toContain("code_not_binary\n---------------\n\n*error*, Codes and media\n");
  expect(page.output).toContain("\n    machine court_computer {\n");
  expect(page.output.split("\n").filter((line) => line.length > 80 && !line.startsWith("    "))).toEqual([]);
  const list = niklas(["explain"]);
  expect(list).toMatchObject({ status: 0, errors: "" });
  expect(list.output).toMatch(/^Codes and media\n {2}code_not_binary +error +a code/m);
});

test("a project file sets what the command line does not say", () => {
  const folder = folderWith({
    "niklas.json":
      '{ "paths": ["models"], "exclude": ["models/drafts"], "severity": { "code_not_binary": "warning" } }',
    "models/a.sys": wrong,
    "models/drafts/b.sys": "?",
    "other/c.sys": right,
    "strict.json": '{ "paths": ["models/a.sys"], "failLevel": "hint" }',
  });
  const plain = niklas(["check"], { in: folder });
  expect(plain.output).toContain("warning[code_not_binary]");
  expect(plain.output).toContain("1 warning in 1 file");
  expect(plain.status).toBe(0);
  const nested = niklas(["check"], { in: `${folder}/other` });
  expect(nested.output).toContain("../models/a.sys:3:");
  expect(niklas(["check", "--fail-level", "warning"], { in: folder }).status).toBe(1);
  expect(niklas(["check", "-s", "code_not_binary=off"], { in: folder }).output).toBe(
    "nothing found in 1 file\n",
  );
  expect(niklas(["check", "--no-config", "models/a.sys"], { in: folder }).output).toContain(
    "error[code_not_binary]",
  );
  const named = niklas(["check", "--config", "strict.json"], { in: folder });
  expect(named.output).toContain("error[code_not_binary]");
  expect(niklas(["check", "other"], { in: folder }).output).toBe("nothing found in 1 file\n");
});

test.each([
  ['{ "paths": ["../secret"] }', "names `../secret`, which lies outside the project"],
  ['{ "paths": ["/etc/passwd"] }', "names `/etc/passwd`, which lies outside the project"],
  ['{ "output": { "json": "../a.json" } }', "lies outside the project"],
  ['{ "output": { "json": ".git/hooks/post-checkout" } }', "is hidden or lies outside"],
  ['{ "output": { "json": "models/a.sys" } }', "has the name of a model"],
  ['{ "failLevl": "hint" }', "`failLevel`"],
  ["{ not json", "is not JSON"],
])("the project file %s is refused", (text, message) => {
  const ended = niklas(["check"], { in: folderWith({ "niklas.json": text, "models/a.sys": right }) });
  expect(ended.errors).toContain(message);
  expect(ended).toMatchObject({ status: 2, output: "" });
});

test("an output takes the place of nothing that is checked, and needs its folder", () => {
  const files = { "a.sys": `bibliography "sources.json"\n${right}`, "sources.json": '[{ "id": "luhmann" }]' };
  const folder = folderWith(files);
  const over = niklas(["check", "-o", "json=sources.json"], { in: folder });
  expect(over.status).toBe(2);
  expect(over.errors).toContain(
    "findings are not written to `sources.json`, which belongs to what is checked",
  );
  expect(readFileSync(join(folder, "sources.json"), "utf8")).toBe(files["sources.json"]);
  const nowhere = niklas(["check", "-o", "json=reports/x.json"], { in: folder });
  expect(nowhere.status).toBe(2);
  expect(nowhere.errors).toContain("cannot write `reports/x.json`: there is no folder `reports`");
});

test("what is passed over is named where nothing else is there, and a slip is told", () => {
  const models = { "models/drafts/a.sys": right };
  const all = folderWith({ ...models, "niklas.json": '{ "exclude": ["models/drafts"] }' });
  expect(niklas(["check"], { in: all })).toMatchObject({
    status: 2,
    errors: expect.stringMatching(
      /but those that `exclude` of the project file passes over\n.*`models\/drafts`/u,
    ),
  });
  const slip = folderWith({ ...models, "niklas.json": '{ "exclude": ["models/draft"] }' });
  expect(niklas(["check"], { in: slip })).toMatchObject({
    status: 2,
    errors: expect.stringMatching(/excludes `models\/draft`, and there is no such.*\n.*`models\/drafts`/u),
  });
  const absent = folderWith({ ...models, "niklas.json": '{ "exclude": ["generated"] }' });
  expect(niklas(["check"], { in: absent }).status).toBe(0);
});

test("a window that does not know its columns is not narrow", () => {
  expect([columnsOf(0), columnsOf(undefined), columnsOf(72)]).toEqual([undefined, undefined, 72]);
});

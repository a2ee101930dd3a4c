import { Ajv } from "ajv";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { KnownCheck } from "../../src/cli/check_levels.ts";
import { UsageError } from "../../src/cli/failure.ts";
import { readProjectFile } from "../../src/cli/project_file.ts";
import { projectSchema, readProjectSettings } from "../../src/cli/project_settings.ts";
import { folderWith } from "./folder.ts";

const checks: readonly KnownCheck[] = [
  { name: "syntax_error", severity: "error", group: "reading", summary: "text that is not of the language" },
  { name: "unused_import", severity: "warning", group: "reading", summary: "an import that nothing uses" },
  { name: "missing_program", severity: "warning", group: "programs", summary: "a system that never decides" },
];

const accepts = new Ajv({ strict: false }).compile(projectSchema(checks));

/** What is said to the settings, and whether the schema says the same. */
function problemsOf(document: unknown): readonly string[] {
  const { problems } = readProjectSettings(document, checks);
  expect(accepts(document), JSON.stringify(document)).toBe(problems.length === 0);
  return problems.map(({ setting, message, help }) => [setting, message, ...(help ? [help] : [])].join(": "));
}

test("a project file says what to check and how seriously", () => {
  const document = {
    $schema: "./niklas.schema.json",
    paths: ["models"],
    exclude: ["models/drafts", "models/old.sys"],
    severity: { missing_program: "error", unused_import: "off", syntax_error: "error" },
    failLevel: "warning",
    format: "sarif",
    output: { json: "findings.json" },
  };
  expect(problemsOf(document)).toEqual([]);
  expect(readProjectSettings(document, checks).settings).toEqual({
    paths: ["models"],
    exclude: ["models/drafts", "models/old.sys"],
    severity: new Map([
      ["missing_program", "error"],
      ["unused_import", "off"],
      ["syntax_error", "error"],
    ]),
    failLevel: "warning",
    format: "sarif",
    output: new Map([["json", "findings.json"]]),
  });
  expect(problemsOf({})).toEqual([]);
});

test("a setting that there is not is told with one like it", () => {
  expect(problemsOf({ exlude: [] })).toEqual([
    "exlude: there is no such setting: a setting with a name like it: `exclude`",
  ]);
  expect(problemsOf({ zzz: 1 })).toEqual([
    "zzz: there is no such setting: the settings are `$schema`, `paths`, `exclude`, `severity`, `failLevel`, `format`, `output` and `markdown`",
  ]);
  expect(problemsOf({ constructor: 1 })).toHaveLength(1);
  expect(problemsOf(JSON.parse('{ "__proto__": 1 }'))).toHaveLength(1);
});

test("checks are known by name, and have four levels", () => {
  expect(problemsOf({ severity: { missing_programs: "off" } })).toEqual([
    "severity.missing_programs: there is no check `missing_programs`: a check with a name like it: `missing_program`",
  ]);
  expect(problemsOf({ severity: { missing_program: "fatal" } })).toEqual([
    "severity.missing_program: `fatal` is no level for `missing_program`: a level is `error`, `warning`, `hint` or `off`",
  ]);
  expect(problemsOf({ severity: { missing_program: true } })).toHaveLength(1);
});

test("what makes a text unreadable stays an error", () => {
  for (const level of ["warning", "hint", "off"]) {
    expect(problemsOf({ severity: { syntax_error: level } })).toEqual([
      "severity.syntax_error: `syntax_error` stays an error: where it is found, the model is not read as it was written",
    ]);
  }
});

test.each([
  [[]],
  ["text"],
  [null],
  [{ $schema: 1 }],
  [{ paths: "models" }],
  [{ paths: [1] }],
  [{ paths: [""] }],
  [{ paths: [] }],
  [{ paths: ["models/*.sys"] }],
  [{ exclude: {} }],
  [{ severity: [] }],
  [{ failLevel: "info" }],
  [{ failLevel: null }],
  [{ format: "xml" }],
  [{ output: { xml: "a" } }],
  [{ output: { json: "" } }],
  [{ output: { json: 1 } }],
  [{ output: ["json"] }],
])("%j is not a project file, by the schema as by the reader", (document) => {
  expect(problemsOf(document)).not.toEqual([]);
});

function read(files: Readonly<Record<string, string>>, config?: string) {
  const root = folderWith(files);
  try {
    return readProjectFile({ workingFolder: root, root, config, checks });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [error.message, error.help];
  }
}

test("the project file lies at the root, or where the command line says", () => {
  expect(read({})).toBeUndefined();
  expect(read({ "niklas.json": '\uFEFF{ "failLevel": "hint" }' })).toMatchObject({
    settings: { failLevel: "hint" },
  });
  expect(read({ "ci/strict.json": '{ "failLevel": "hint" }' }, "ci/strict.json")).toMatchObject({
    settings: { failLevel: "hint" },
  });
  expect(read({ "niklas.json": "{}" }, "nikls.json")).toEqual([
    "there is no project file `nikls.json`",
    "a name like it: `niklas.json`",
  ]);
});

test("a project file that is not JSON is told with the line, if that is known", () => {
  const [message] = [read({ "niklas.json": '{\n  "paths": ["a"],\n}' })].flat();
  expect(message).toBe("`niklas.json` is not JSON from line 3 on");
  expect(read({ "niklas.json": "" })).toEqual([
    expect.stringMatching(/^`niklas.json` is not JSON/),
    expect.anything(),
  ]);
});

test("the first problem is told, with the file and the setting", () => {
  expect(read({ "niklas.json": '{ "severity": { "missing_program": 1 } }' })).toEqual([
    "`niklas.json`, setting `severity.missing_program`: what is written is no level for `missing_program`",
    "a level is `error`, `warning`, `hint` or `off`",
  ]);
});

test("a project file that is a link out of the project is not read", () => {
  const outside = folderWith({ "niklas.json": "{}" });
  const root = folderWith();
  symlinkSync(join(outside, "niklas.json"), join(root, "niklas.json"));
  expect(() => readProjectFile({ workingFolder: root, root, config: undefined, checks })).toThrow(
    "out of the project",
  );
});

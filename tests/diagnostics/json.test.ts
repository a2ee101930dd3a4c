import { expect, test } from "vitest";
import type { JsonReport } from "../../src/diagnostics/show/json.ts";
import { jsonReport, renderJson } from "../../src/diagnostics/show/json.ts";
import { plainJson } from "../../src/diagnostics/show/facts.ts";
import { summarize } from "../../src/diagnostics/sort.ts";
import { reportValidator } from "../support/json-schema.ts";
import { finding, placeOf, sourcesOf } from "../support/sample-diagnostics.ts";

const sources = sourcesOf({ "a.sys": "machine 法律 {\r\n  code a / b / c\r\n}\r\n", "b.sys": "code 𝐋 / b" });
const third = placeOf("c\r", "a.sys", sources);
const complete = finding(
  { ...third, end: third.start + 1 },
  {
    check: "code_not_binary",
    message: "the code of `法律` has 3 values, a code has exactly two",
    label: "a third value",
    related: [{ place: placeOf("/ b", "b.sys", sources), message: "here are two" }],
    why: ["a code is a distinction with two sides"],
    help: ["keep `a` and `b`"],
    facts: { values: ["a", "b", "c"], surplus: undefined },
    fixes: [
      {
        title: "remove `c`",
        certain: true,
        edits: [{ place: { ...third, start: third.start - 3, end: third.start + 1 }, text: "" }],
      },
    ],
  },
);

test("a finding with all there is to say", () => {
  const report = renderJson([complete], sources, {
    summary: summarize([complete], { files: 2 }),
    url: (check) => `https://example.org/checks/${check}`,
  });
  expect(report).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "diagnostics": [
        {
          "check": "code_not_binary",
          "severity": "error",
          "message": "the code of \`法律\` has 3 values, a code has exactly two",
          "label": "a third value",
          "file": "a.sys",
          "start": {
            "line": 2,
            "column": 16
          },
          "end": {
            "line": 2,
            "column": 17
          },
          "related": [
            {
              "file": "b.sys",
              "start": {
                "line": 1,
                "column": 9
              },
              "end": {
                "line": 1,
                "column": 12
              },
              "message": "here are two"
            }
          ],
          "why": [
            "a code is a distinction with two sides"
          ],
          "help": [
            "keep \`a\` and \`b\`"
          ],
          "fixes": [
            {
              "title": "remove \`c\`",
              "certain": true,
              "edits": [
                {
                  "file": "a.sys",
                  "start": {
                    "line": 2,
                    "column": 13
                  },
                  "end": {
                    "line": 2,
                    "column": 17
                  },
                  "text": ""
                }
              ]
            }
          ],
          "facts": {
            "values": [
              "a",
              "b",
              "c"
            ]
          },
          "url": "https://example.org/checks/code_not_binary"
        }
      ],
      "summary": {
        "errors": 1,
        "warnings": 0,
        "hints": 0,
        "files": 2,
        "silenced": 0
      }
    }
    "
  `);
  expect(reportValidator()(JSON.parse(report))).toEqual([]);
});

test("columns count UTF-16 units, ends are exclusive", () => {
  const report = jsonReport([finding(placeOf("𝐋 /", "b.sys", sources))], sources, {
    summary: summarize([], { files: 1 }),
  });
  expect(report.diagnostics[0]).toMatchObject({
    file: "b.sys",
    start: { line: 1, column: 6 },
    end: { line: 1, column: 10 },
  });
});

test("silenced findings are listed with their reasons where they are asked for", () => {
  const report: JsonReport = JSON.parse(
    renderJson([], sources, {
      summary: summarize([], { files: 1, silenced: 1 }),
      silenced: [{ diagnostic: finding(third), reason: "a case of its own" }],
    }),
  );
  expect(report.silenced).toMatchObject([{ check: "unknown_name", reason: "a case of its own" }]);
  expect(report.summary.silenced).toBe(1);
  expect(reportValidator()(report)).toEqual([]);
});

test("the schema refuses what is missing or not described", () => {
  const report = jsonReport([complete], sources, { summary: summarize([complete], { files: 2 }) });
  const [first] = report.diagnostics;
  const validate = reportValidator();
  expect(validate(report)).toEqual([]);
  expect(validate({ ...report, version: 2 })).not.toEqual([]);
  expect(validate({ ...report, more: 1 })).not.toEqual([]);
  expect(validate({ ...report, diagnostics: [{ ...first, more: 1 }] })).not.toEqual([]);
  expect(validate({ ...report, diagnostics: [{ ...first, check: undefined }] })).not.toEqual([]);
  expect(validate({ ...report, diagnostics: [{ ...first, start: { line: 0, column: 1 } }] })).not.toEqual([]);
  expect(
    validate({ ...report, diagnostics: [{ ...first, start: { line: 1, column: 1, offset: 2 } }] }),
  ).not.toEqual([]);
});

test("the text of an edit is given exactly, words are made visible, and nothing hidden is printed", () => {
  const hidden = finding(third, {
    message: "a \u202e b",
    fixes: [
      { title: "mend", certain: false, edits: [{ place: third, text: "\u202e\u200b\u001b##[error]" }] },
    ],
  });
  const printed = renderJson([hidden], sources, { summary: summarize([hidden], { files: 1 }) });
  const report: JsonReport = JSON.parse(printed);
  expect(report.diagnostics[0]?.message).toBe(String.raw`a \u{202E} b`);
  expect(report.diagnostics[0]?.fixes[0]?.edits[0]?.text).toBe("\u202e\u200b\u001b##[error]");
  expect(printed).toContain(String.raw`"\u202e\u200b\u001b#\u0023[error]"`);
});

test("facts are given where they are plain and small", () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;
  expect(plainJson({ system: "law", values: ["a", null, 1, true], none: undefined })).toEqual({
    system: "law",
    values: ["a", null, 1, true],
  });
  for (const facts of [
    undefined,
    NaN,
    10n,
    () => 1,
    Symbol("x"),
    new Map(),
    new Date(0),
    circular,
    { nested: { set: new Set() } },
    { toJSON: "x" },
    Array.from({ length: 1000 }, () => 1),
  ]) {
    expect(plainJson(facts)).toBeUndefined();
  }
});

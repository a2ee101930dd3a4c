import { expect, test } from "vitest";
import type { RulePage } from "../../src/diagnostics/show/sarif_rules.ts";
import type { SarifOptions } from "../../src/diagnostics/show/sarif.ts";
import { renderSarif } from "../../src/diagnostics/show/sarif.ts";
import { artifactLocation } from "../../src/diagnostics/show/uri.ts";
import type { SarifLog } from "../support/github-sarif.ts";
import { githubComplaints } from "../support/github-sarif.ts";
import { sarifValidator } from "../support/json-schema.ts";
import { finding, placeOf, sourcesOf } from "../support/sample-diagnostics.ts";

const rule: RulePage = {
  name: "code_not_binary",
  summary: "a code that does not have exactly two values",
  page: "# code_not_binary\n\nA code that has one value, or three.\n\n## Why\n\nA function system observes\neverything through one distinction.\n\n## Wrong\n\nno\n",
  severity: "error",
  group: "codes",
  url: "https://example.org/checks/code_not_binary",
};
const options: SarifOptions = { version: "0.1.0", rules: [rule] };

const sources = sourcesOf({
  "models/a b#?%é.sys": "machine 🙂 {\n  code a / b / c\n}\n",
  "b.sys": "code a / b",
});
const third = placeOf(" / c", "models/a b#?%é.sys", sources);
const complete = finding(third, {
  check: "code_not_binary",
  message: "the code has 3 values, a code has exactly two",
  label: "a third value",
  related: [{ place: placeOf("/ b", "b.sys", sources), message: "here are two" }],
  why: ["a code is a distinction with two sides"],
  help: ["keep `a` and `b`"],
  fixes: [{ title: "remove `c`", certain: true, edits: [{ place: third, text: "" }] }],
});

const valid = sarifValidator();

function parsed(text: string): SarifLog {
  const log: SarifLog = JSON.parse(text);
  expect(valid(log)).toEqual([]);
  expect(githubComplaints(log)).toEqual([]);
  return log;
}

test("a finding with all there is to say", () => {
  const text = renderSarif([complete], sources, {
    ...options,
    informationUri: "https://example.org",
    exitCode: 1,
  });
  parsed(text);
  expect(text).toMatchInlineSnapshot(`
    "{
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        {
          "tool": {
            "driver": {
              "name": "Niklas",
              "semanticVersion": "0.1.0",
              "informationUri": "https://example.org",
              "rules": [
                {
                  "id": "code_not_binary",
                  "name": "CodeNotBinary",
                  "shortDescription": {
                    "text": "a code that does not have exactly two values"
                  },
                  "fullDescription": {
                    "text": "a code that does not have exactly two values. A function system observes everything through one distinction."
                  },
                  "help": {
                    "text": "# code_not_binary\\n\\nA code that has one value, or three.\\n\\n## Why\\n\\nA function system observes\\neverything through one distinction.\\n\\n## Wrong\\n\\nno\\n",
                    "markdown": "# code_not_binary\\n\\nA code that has one value, or three.\\n\\n## Why\\n\\nA function system observes\\neverything through one distinction.\\n\\n## Wrong\\n\\nno\\n"
                  },
                  "helpUri": "https://example.org/checks/code_not_binary",
                  "defaultConfiguration": {
                    "level": "error"
                  },
                  "properties": {
                    "tags": [
                      "codes"
                    ],
                    "precision": "very-high",
                    "problem.severity": "error"
                  }
                }
              ]
            }
          },
          "language": "en",
          "columnKind": "utf16CodeUnits",
          "originalUriBaseIds": {
            "%SRCROOT%": {
              "description": {
                "text": "The folder to which the names of files are relative."
              }
            }
          },
          "invocations": [
            {
              "executionSuccessful": true,
              "exitCode": 1,
              "toolExecutionNotifications": []
            }
          ],
          "results": [
            {
              "ruleId": "code_not_binary",
              "ruleIndex": 0,
              "level": "error",
              "message": {
                "text": "the code has 3 values, a code has exactly two\\na code is a distinction with two sides\\nkeep \`a\` and \`b\`"
              },
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "models/a%20b%23%3F%25%C3%A9.sys",
                      "uriBaseId": "%SRCROOT%"
                    },
                    "region": {
                      "startLine": 2,
                      "startColumn": 13,
                      "endLine": 2,
                      "endColumn": 17
                    }
                  },
                  "message": {
                    "text": "a third value"
                  }
                }
              ],
              "relatedLocations": [
                {
                  "id": 0,
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "b.sys",
                      "uriBaseId": "%SRCROOT%"
                    },
                    "region": {
                      "startLine": 1,
                      "startColumn": 8,
                      "endLine": 1,
                      "endColumn": 11
                    }
                  },
                  "message": {
                    "text": "here are two"
                  }
                }
              ],
              "fixes": [
                {
                  "description": {
                    "text": "remove \`c\`"
                  },
                  "artifactChanges": [
                    {
                      "artifactLocation": {
                        "uri": "models/a%20b%23%3F%25%C3%A9.sys",
                        "uriBaseId": "%SRCROOT%"
                      },
                      "replacements": [
                        {
                          "deletedRegion": {
                            "startLine": 2,
                            "startColumn": 13,
                            "endLine": 2,
                            "endColumn": 17
                          }
                        }
                      ]
                    }
                  ],
                  "properties": {
                    "certain": true
                  }
                }
              ],
              "partialFingerprints": {
                "primaryLocationLineHash": "d343865ab603a0e3:1"
              }
            }
          ]
        }
      ]
    }
    "
  `);
});

test("a log without findings tells the rules and that all went well", () => {
  const log = parsed(renderSarif([], sources, options));
  expect(log.runs?.[0]?.results).toEqual([]);
  expect(log.runs?.[0]?.tool?.driver?.rules).toHaveLength(1);
  expect(log.runs?.[0]?.invocations?.[0]?.executionSuccessful).toBe(true);
});

test("what kept the tool from its job is told", () => {
  const log = parsed(
    renderSarif([], sources, {
      ...options,
      successful: false,
      exitCode: 2,
      notifications: [{ level: "error", message: "gone.sys cannot be read" }],
    }),
  );
  const [invocation] = log.runs?.[0]?.invocations ?? [];
  expect(invocation?.executionSuccessful).toBe(false);
  expect(invocation?.toolExecutionNotifications?.[0]?.message?.text).toBe("gone.sys cannot be read");
});

test("silenced findings are suppressed with their reason, and all others are said not to be", () => {
  const log = parsed(
    renderSarif([complete], sources, {
      ...options,
      silenced: [{ diagnostic: finding(third, { check: "hub" }), reason: "meant so" }],
    }),
  );
  expect(log.runs?.[0]?.results?.map(({ suppressions }) => suppressions)).toEqual([
    [],
    [{ kind: "inSource", justification: "meant so" }],
  ]);
});

test("of too many findings the least severe are left out, and that is told", () => {
  const hint = finding(third, { severity: "hint", message: "h" });
  const error = finding(third, { message: "e" });
  const many = [...Array.from({ length: 25_000 }, () => hint), error];
  const log = parsed(renderSarif(many, sources, options));
  const results = log.runs?.[0]?.results ?? [];
  expect(results).toHaveLength(25_000);
  expect(results.at(-1)?.level).toBe("error");
  expect(log.runs?.[0]?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message?.text).toBe(
    "1 of 25001 findings are left out, the least severe first: a log holds at most 25000",
  );
});

test("a finding has at most a thousand places", () => {
  const related = Array.from({ length: 2000 }, () => ({ place: third, message: "x" }));
  const log = parsed(renderSarif([finding(third, { related })], sources, options));
  expect(log.runs?.[0]?.results?.[0]?.relatedLocations).toHaveLength(999);
});

test("long descriptions are cut at a word", () => {
  const page = `## Why\n\n${"reason ".repeat(500)}\n`;
  const log = parsed(renderSarif([], sources, { ...options, rules: [{ ...rule, page }] }));
  const text = log.runs?.[0]?.tool?.driver?.rules?.[0]?.fullDescription?.text ?? "";
  expect(text.length).toBeLessThanOrEqual(1024);
  expect(text).toMatch(/ reason …$/);
});

test("what looks like a link in a message is none", () => {
  const log = parsed(renderSarif([finding(third, { message: "a [b](http://c) d" })], sources, options));
  expect(log.runs?.[0]?.results?.[0]?.message?.text).toBe(String.raw`a \[b\](http://c) d`);
});

test("names of files are percent-encoded and relative wherever they can be", () => {
  expect(artifactLocation("./a/b c.sys")).toEqual({ uri: "a/b%20c.sys", uriBaseId: "%SRCROOT%" });
  expect(artifactLocation("../x.sys").uri).toBe("../x.sys");
  expect(artifactLocation("a:b.sys").uri).toBe("a%3Ab.sys");
  expect(artifactLocation("法律.sys").uri).toBe("%E6%B3%95%E5%BE%8B.sys");
  expect(artifactLocation("a\\b\ud800.sys").uri).toBe("a%5Cb%EF%BF%BD.sys");
  expect(artifactLocation("/w/a.sys")).toEqual({ uri: "file:///w/a.sys" });
  expect(artifactLocation("C:\\w\\a.sys")).toEqual({ uri: "file:///C%3A/w/a.sys" });
});

test("the rules of GitHub find what is wrong", () => {
  const [run] = parsed(renderSarif([complete], sources, options)).runs ?? [];
  const [result] = run?.results ?? [];
  expect(githubComplaints({ version: "2.1.0", runs: [] })).toEqual(["there are not 1 to 20 runs"]);
  expect(
    githubComplaints({ version: "2.1.0", runs: [{ ...run, results: [{ ...result, ruleIndex: 7 }] }] }),
  ).toEqual(["a result does not point at its rule"]);
  expect(
    githubComplaints({
      version: "2.1.0",
      runs: [{ ...run, results: [{ ...result, partialFingerprints: {} }] }],
    }),
  ).toEqual(["a result has no fingerprint"]);
  expect(
    valid({ version: "2.1.0", runs: [{ ...run, results: [{ ...result, level: "fatal" }] }] }),
  ).not.toEqual([]);
});

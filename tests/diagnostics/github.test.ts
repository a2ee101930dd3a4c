import { expect, test } from "vitest";
import { renderGithub } from "../../src/diagnostics/show/github.ts";
import { guarded } from "../../src/diagnostics/show/guard.ts";
import { logSafe } from "../../src/diagnostics/show/log_safe.ts";
import { runnerCommands } from "../support/runner-commands.ts";
import { finding, placeOf, sourcesOf } from "../support/sample-diagnostics.ts";

const sources = sourcesOf({ "a,b:c.sys": "machine m {\n  code a / b / c\n}\n" });
const place = placeOf("/ c", "a,b:c.sys", sources);

test("a finding is one command with escaped properties", () => {
  const found = finding(place, { message: "50% of `a`", why: ["two\nlines"], help: ["do"] });
  expect(renderGithub([found], sources)).toBe(
    "::error file=a%2Cb%3Ac.sys,line=2,endLine=2,col=14,endColumn=17,title=unknown_name::50%25 of `a`%0Atwo%0Alines%0Ado\n",
  );
});

test("the runner reads what was meant", () => {
  const found = finding(place, { message: "50% of `a`", why: ["two\nlines"] });
  const [command] = runnerCommands(renderGithub([found], sources));
  expect(command?.name).toBe("error");
  expect(command?.data).toBe("50% of `a`\ntwo\nlines");
  expect(command?.properties.get("file")).toBe("a,b:c.sys");
});

test("a place of several lines has no columns", () => {
  expect(renderGithub([finding({ ...place, end: place.end + 2 })], sources)).toBe(
    "::error file=a%2Cb%3Ac.sys,line=2,endLine=3,title=unknown_name::nothing here is called so\n",
  );
});

test("errors come first, at most ten of a kind, and the rest is counted", () => {
  const many = Array.from({ length: 36 }, (_, index) =>
    finding(place, { severity: index % 3 === 0 ? "hint" : index % 3 === 1 ? "warning" : "error" }),
  );
  const lines = renderGithub(many.slice(0, 35), sources).split("\n");
  expect(lines.map((line) => line.slice(0, 9))).toEqual([
    ...Array.from({ length: 10 }, () => "::error f"),
    ...Array.from({ length: 10 }, () => "::warning"),
    ...Array.from({ length: 10 }, () => "::notice "),
    "1 more er",
    "",
  ]);
  expect(lines.at(-2)).toBe(
    "1 more error, 2 more warnings and 2 more hints not shown as annotations: they are in the log",
  );
});

test("what a runner would obey is broken in text and kept otherwise", () => {
  const text = "a ##[error]b ##vso[task]c ## [x] # 1\n  ::error::x\n::y::\na ::b::\n";
  expect(logSafe(text)).toBe(
    String.raw`a #\u{23}[error]b #\u{23}vso[task]c ## [x] # 1
  \u{3A}:error::x
\u{3A}:y::
a ::b::
`,
  );
  expect(runnerCommands(text).map(({ name }) => name)).toEqual(["error", "error"]);
  expect(runnerCommands(logSafe(text))).toEqual([]);
});

test("a guard stops commands and resumes them with its token", () => {
  const token = "0123456789abcdef";
  const text = guarded(`::error::x\n${token}\n##[group]y`, token);
  expect(text).toBe(
    String.raw`::stop-commands::0123456789abcdef
\u{3A}:error::x
…
#\u{23}[group]y
::0123456789abcdef::
`,
  );
  expect(runnerCommands(`${text}::warning::z`).map(({ name }) => name)).toEqual(["stop-commands", "warning"]);
  expect(() => guarded("x", "short")).toThrow();
});

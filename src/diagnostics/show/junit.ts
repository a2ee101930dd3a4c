import type { Diagnostic, Severity, Silenced } from "../diagnostic.ts";
import type { Sources } from "../locate.ts";
import { locator } from "../locate.ts";
import { severityRank } from "../sort.ts";
import { renderDiagnostic } from "./text.ts";
import { escapedXml, quotedXml } from "./xml.ts";

export interface JunitOptions {
  /** All files looked at; those without findings pass. */
  readonly files: readonly string[];
  /** Findings of this severity and above are failures, others are noted in tests that pass; `error` if not given. */
  readonly failLevel?: Severity;
  readonly silenced?: readonly Silenced[];
}

interface TestCase {
  readonly kind: "failure" | "note" | "skipped" | "passed";
  readonly xml: string;
}

/**
 * The findings as JUnit XML: a suite for each file, a test for each finding with the whole message as its text, and
 * one that passes for each file without findings. Silenced findings are tests that are skipped, with the reason.
 */
export function renderJunit(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: JunitOptions,
): string {
  const failLevel = severityRank(options.failLevel ?? "error");
  const located = locator(sources);
  const suites = new Map<string, TestCase[]>(options.files.map((file) => [file, []]));
  const add = (diagnostic: Diagnostic, kind: TestCase["kind"], content: string): void => {
    const { file } = diagnostic.place;
    const { line, column } = located.locate(diagnostic.place).start;
    const name = `${diagnostic.check} at ${line}:${column}`;
    const xml = `    <testcase classname=${quotedXml(file)} name=${quotedXml(name)} file=${quotedXml(file)} line="${line}">\n${content}\n    </testcase>`;
    const suite = suites.get(file);
    if (suite) suite.push({ kind, xml });
    else suites.set(file, [{ kind, xml }]);
  };
  for (const diagnostic of diagnostics) {
    const text = escapedXml(renderDiagnostic(diagnostic, located));
    if (severityRank(diagnostic.severity) <= failLevel) {
      const attributes = `type=${quotedXml(diagnostic.check)} message=${quotedXml(diagnostic.message)}`;
      add(diagnostic, "failure", `      <failure ${attributes}>${text}</failure>`);
    } else add(diagnostic, "note", `      <system-out>${text}</system-out>`);
  }
  for (const { diagnostic, reason } of options.silenced ?? []) {
    add(diagnostic, "skipped", `      <skipped message=${quotedXml(reason)}/>`);
  }
  const all = [...suites].map(([file, cases]) => suiteXml(file, cases));
  const totals = countsXml([...suites.values()].flatMap((cases) => (cases.length > 0 ? cases : [passed])));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="niklas check" ${totals}>`,
    ...all,
    "</testsuites>",
    "",
  ].join("\n");
}

const passed: TestCase = { kind: "passed", xml: "" };

function suiteXml(file: string, cases: readonly TestCase[]): string {
  const clean = `    <testcase classname=${quotedXml(file)} name="nothing found" file=${quotedXml(file)}/>`;
  const tests = cases.length > 0 ? cases : [{ ...passed, xml: clean }];
  return [
    `  <testsuite name=${quotedXml(file)} ${countsXml(tests)}>`,
    ...tests.map(({ xml }) => xml),
    "  </testsuite>",
  ].join("\n");
}

function countsXml(cases: readonly TestCase[]): string {
  const of = (kind: TestCase["kind"]): number => cases.filter((test) => test.kind === kind).length;
  return `tests="${cases.length}" failures="${of("failure")}" errors="0" skipped="${of("skipped")}"`;
}

/* What tests of models found, as JUnit XML: a suite for each model, a test for each scenario and property. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { locator, type Locator, type Sources } from "../diagnostics/locate.ts";
import { renderDiagnostic } from "../diagnostics/show/text.ts";
import { escapedXml, quotedXml } from "../diagnostics/show/xml.ts";
import type { TestedFile } from "./test_json.ts";

interface TestCase {
  readonly failed: boolean;
  readonly xml: string;
}

export function renderTestJunit(files: readonly TestedFile[], sources: Sources): string {
  const located = locator(sources);
  const suites = files.map((file) => ({ name: file.name, cases: casesOf(file, located) }));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="niklas test" ${countsXml(suites.flatMap(({ cases }) => cases))}>`,
    ...suites.flatMap(({ name, cases }) => [
      `  <testsuite name=${quotedXml(name)} ${countsXml(cases)}>`,
      ...cases.map(({ xml }) => xml),
      "  </testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}

function casesOf({ name: file, items, errors }: TestedFile, located: Locator): readonly TestCase[] {
  if (errors.length > 0) return [caseXml(file, "the model can be run", undefined, errors, located)];
  return items.map((item) => {
    const { line } = located.locate(item.place).start;
    return caseXml(file, item.name, line, item.passed ? [] : item.diagnostics, located);
  });
}

function caseXml(
  file: string,
  name: string,
  line: number | undefined,
  diagnostics: readonly Diagnostic[],
  located: Locator,
): TestCase {
  const at = line === undefined ? "" : ` line="${line}"`;
  const head = `    <testcase classname=${quotedXml(file)} name=${quotedXml(name)} file=${quotedXml(file)}${at}`;
  const failures = diagnostics.filter(({ severity }) => severity === "error");
  if (failures.length === 0) return { failed: false, xml: `${head}/>` };
  const told = failures.map((diagnostic) => {
    const text = escapedXml(renderDiagnostic(diagnostic, located));
    return `      <failure type=${quotedXml(diagnostic.check)} message=${quotedXml(diagnostic.message)}>${text}</failure>`;
  });
  return { failed: true, xml: `${head}>\n${told.join("\n")}\n    </testcase>` };
}

function countsXml(cases: readonly TestCase[]): string {
  const failures = cases.filter(({ failed }) => failed).length;
  return `tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
}

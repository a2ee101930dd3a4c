import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { renderJunit } from "../../src/diagnostics/show/junit.ts";
import { finding, placeOf, sourcesOf } from "../support/sample-diagnostics.ts";

const sources = sourcesOf({ "a&b.sys": 'machine m "<x>" {\n  code a / b / c\n}\n', "b.sys": "" });
const place = placeOf("/ c", "a&b.sys", sources);

test("a suite for each file, a test for each finding", () => {
  const xml = renderJunit(
    [
      finding(placeOf("<x>", "a&b.sys", sources), { message: 'a < b & "c"' }),
      finding(place, { check: "hub", severity: "hint", message: "many ways lead through `m`" }),
    ],
    sources,
    {
      files: ["a&b.sys", "b.sys"],
      silenced: [{ diagnostic: finding(place, { check: "several_codes" }), reason: "meant so" }],
    },
  );
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(xml).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="niklas check" tests="4" failures="1" errors="0" skipped="1">
      <testsuite name="a&amp;b.sys" tests="3" failures="1" errors="0" skipped="1">
        <testcase classname="a&amp;b.sys" name="unknown_name at 1:12" file="a&amp;b.sys" line="1">
          <failure type="unknown_name" message="a &lt; b &amp; &quot;c&quot;">error[unknown_name]: a &lt; b &amp; &quot;c&quot;
      ┌─ a&amp;b.sys:1:12
    1 │ machine m &quot;&lt;x&gt;&quot; {
      │            ^^^
      = more: niklas explain unknown_name
    </failure>
        </testcase>
        <testcase classname="a&amp;b.sys" name="hub at 2:14" file="a&amp;b.sys" line="2">
          <system-out>hint[hub]: many ways lead through \`m\`
      ┌─ a&amp;b.sys:2:14
    2 │   code a / b / c
      │              ^^^
      = more: niklas explain hub
    </system-out>
        </testcase>
        <testcase classname="a&amp;b.sys" name="several_codes at 2:14" file="a&amp;b.sys" line="2">
          <skipped message="meant so"/>
        </testcase>
      </testsuite>
      <testsuite name="b.sys" tests="1" failures="0" errors="0" skipped="0">
        <testcase classname="b.sys" name="nothing found" file="b.sys"/>
      </testsuite>
    </testsuites>
    "
  `);
});

test("what is read back is what was said", () => {
  const xml = renderJunit([finding(place, { message: 'a < b & "c" \u0000 \ud800 \ufffe ]]>' })], sources, {
    files: [],
  });
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", htmlEntities: false });
  const read: { testsuites: { testsuite: { name: string; testcase: { failure: { message: string } } } } } =
    parser.parse(xml);
  expect(read.testsuites.testsuite.name).toBe("a&b.sys");
  expect(read.testsuites.testsuite.testcase.failure.message).toBe(
    String.raw`a < b & "c" ␀ \u{D800} \u{FFFE} ]]>`,
  );
});

test("the fail level says what fails", () => {
  const warning = finding(place, { severity: "warning" });
  expect(renderJunit([warning], sources, { files: [] })).toContain('tests="1" failures="0"');
  expect(renderJunit([warning], sources, { files: [], failLevel: "warning" })).toContain(
    'tests="1" failures="1"',
  );
});

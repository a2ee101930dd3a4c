import { XMLValidator } from "fast-xml-parser";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lineText, lineStartsOf } from "../../src/base/source.ts";
import { visible } from "../../src/base/visible.ts";
import { renderGithub } from "../../src/diagnostics/show/github.ts";
import { guarded } from "../../src/diagnostics/show/guard.ts";
import { jsonReport, renderJson } from "../../src/diagnostics/show/json.ts";
import { renderJunit } from "../../src/diagnostics/show/junit.ts";
import { renderSarif } from "../../src/diagnostics/show/sarif.ts";
import { renderText } from "../../src/diagnostics/show/text.ts";
import { summarize } from "../../src/diagnostics/sort.ts";
import { displayWidth, graphemes } from "../../src/diagnostics/width.ts";
import { harmful, hostileCases, hostileText } from "../support/hostile.ts";
import { githubComplaints } from "../support/github-sarif.ts";
import { reportValidator, sarifValidator } from "../support/json-schema.ts";
import { runnerCommands } from "../support/runner-commands.ts";
import { finding, sourcesOf } from "../support/sample-diagnostics.ts";

const token = "a1b2c3d4e5f6a7b8";
const runs = { numRuns: 300 };

test("the terminal form contains nothing that a terminal interprets or nobody sees, whatever it is about", () => {
  const options = fc.record({
    ascii: fc.boolean(),
    width: fc.option(fc.integer({ min: 1, max: 90 }), { nil: 200 }),
  });
  fc.assert(
    fc.property(hostileCases, options, ({ diagnostics, sources }, chosen) => {
      const plain = renderText(diagnostics, sources, chosen);
      expect(harmful(plain)).toEqual([]);
      const coloured = renderText(diagnostics, sources, { ...chosen, colour: true });
      expect(coloured.replace(/\u001b\[(?:0|1|2|3[124]|1;3[136])m/g, "")).toBe(plain);
    }),
    runs,
  );
});

test("in the log of a workflow the guarded terminal form gives no command but the guard's own", () => {
  fc.assert(
    fc.property(hostileCases, ({ diagnostics, sources }) => {
      for (const colour of [false, true]) {
        const log = guarded(renderText(diagnostics, sources, { colour, width: 30 }), token);
        expect(runnerCommands(log).map(({ name, data }) => [name, data])).toEqual([["stop-commands", token]]);
        const inside = log.split("\n").slice(1, -2).join("\n");
        expect(runnerCommands(inside)).toEqual([]);
      }
    }),
    runs,
  );
});

test("annotations are read by the runner as what they are, and as nothing else", () => {
  fc.assert(
    fc.property(hostileCases, ({ diagnostics, sources }) => {
      const log = renderGithub(diagnostics, sources);
      expect(harmful(log)).toEqual([]);
      const commands = runnerCommands(log);
      expect(commands).toHaveLength(diagnostics.length);
      const names = commands.map(({ name }) => name);
      expect(names.filter((name) => !["error", "warning", "notice"].includes(name))).toEqual([]);
      for (const { properties } of commands) {
        expect(properties.has("file") && properties.has("title")).toBe(true);
      }
    }),
    runs,
  );
});

test("the JSON form always fits its schema, reads back as it was and gives no command", () => {
  const validate = reportValidator();
  fc.assert(
    fc.property(hostileCases, hostileText, ({ diagnostics, sources, files }, reason) => {
      const options = {
        summary: summarize(diagnostics, { files: files.length }),
        silenced: diagnostics.map((diagnostic) => ({ diagnostic, reason })),
      };
      const text = renderJson(diagnostics, sources, options);
      const report: unknown = JSON.parse(text);
      expect(validate(report)).toEqual([]);
      expect(report).toEqual(JSON.parse(JSON.stringify(jsonReport(diagnostics, sources, options))));
      expect(harmful(text)).toEqual([]);
      expect(text).not.toMatch(/\p{Emoji_Modifier_Base}\u200d/u);
      expect(runnerCommands(text)).toEqual([]);
    }),
    runs,
  );
});

test("the SARIF form always fits the schema of OASIS and what GitHub demands", () => {
  const validate = sarifValidator();
  fc.assert(
    fc.property(hostileCases, hostileText, ({ diagnostics, sources }, hostile) => {
      const text = renderSarif(diagnostics, sources, {
        version: "1.0.0",
        rules: [
          {
            name: "unknown_name",
            summary: "a name",
            page: `# x\n\n## Why\n\n${hostile}`,
            severity: "error",
            group: "reading",
          },
        ],
        silenced: diagnostics.map((diagnostic) => ({ diagnostic, reason: hostile })),
        notifications: [{ level: "note", message: hostile }],
      });
      const log: Parameters<typeof githubComplaints>[0] = JSON.parse(text);
      expect(validate(log)).toEqual([]);
      expect(githubComplaints(log)).toEqual([]);
      expect(harmful(text)).toEqual([]);
      expect(runnerCommands(text)).toEqual([]);
    }),
    runs,
  );
});

test("the JUnit form is always well-formed, holds every finding and gives no command", () => {
  fc.assert(
    fc.property(hostileCases, ({ diagnostics, sources, files }) => {
      const xml = renderJunit(diagnostics, sources, { files, failLevel: "hint" });
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(xml.split("<failure ")).toHaveLength(diagnostics.length + 1);
      expect(harmful(xml)).toEqual([]);
      expect(runnerCommands(xml)).toEqual([]);
    }),
    runs,
  );
});

/** A line of the model that ends in something to be seen, so that no white space is lost at its end. */
const line = hostileText.map((text) => `${text.replace(/[\r\n]/g, "")}.`);

test("carets stand under exactly the graphemes that are meant, and never beyond the end of the line", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), fc.nat(), fc.nat(), (lines, from, length) => {
      const text = lines.join("\n");
      const starts = lineStartsOf(text);
      const start = from % text.length;
      const end = Math.min(start + (length % 5), text.length);
      const rows = renderText([finding({ file: "a.sys", start, end })], sourcesOf({ "a.sys": text })).split(
        "\n",
      );
      const number = starts.findLastIndex((begin) => begin <= start) + 1;
      const begin = starts[number - 1] ?? 0;
      const row = rows.findIndex((shown) => shown.startsWith(`${number} │ `));
      const shown = rows[row]?.slice(4) ?? "";
      const under = rows[row + 1]?.slice(4) ?? "";
      expect(under).toMatch(/^ *\^+$/);
      expect(under.length).toBeLessThanOrEqual(displayWidth(shown) + 1);
      if (shown.includes("…") || end > (starts[number] ?? text.length + 1) - 1) return;

      let column = 0;
      let expected = "";
      // Where nothing that is meant takes a column, one caret stands where it would be.
      let place: number | undefined;
      for (const { text: letter, start: at } of graphemes(lineText(text, starts, number))) {
        const width = letter === "\t" ? 4 - (column % 4) : displayWidth(visible(letter));
        const meant = begin + at < Math.max(end, start + 1) && start < begin + at + letter.length;
        const sign = meant ? "^" : " ";
        if (meant) place ??= column;
        expected += sign.repeat(meant && end === start ? 1 : width);
        column += width;
        if (meant && end === start) break;
      }
      expect(under).toBe(expected.includes("^") ? expected.trimEnd() : `${" ".repeat(place ?? column)}^`);
    }),
    { numRuns: 1000 },
  );
});

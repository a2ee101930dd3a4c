/* Reports in Markdown, rendered by the parser that GitHub's own is held against. */
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { reportOf } from "../../../src/views/report/contents.ts";
import { renderReportMarkdown } from "../../../src/views/report/markdown.ts";
import { oddOf } from "../../../src/views/report/odd.ts";
import { exampleModels } from "../../support/examples.ts";
import { harmful } from "../../support/hostile.ts";
import { asComment, filesSaying, hostileTexts } from "../../support/report_model.ts";
import { attribute, elementsOf, inputOf, prepared, skeletonOf, textOf } from "../../support/reporting.ts";

function rendered(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg"><title>A [map]</title><desc>Boxes (three)</desc></svg>`;
const pictures = new Map([["map", svg]]);
const files = new Map([["map", "a report (1).svg"]]);

function reportsSaying(text: string, doc: string): readonly string[] {
  const input = inputOf(prepared("model.sys", filesSaying({ text, doc })), { pictures });
  return [reportOf(input), oddOf(input)].map((report) => renderReportMarkdown(report, { pictures: files }));
}

describe("a report in Markdown", () => {
  const harmless = reportsSaying("x words", "words");

  it.each(hostileTexts.map((text) => [text]))("is made of the same, whatever the model says: %j", (text) => {
    const reports = reportsSaying(`x ${text}`, `x ${asComment(text)}`);
    expect(reports.map((one) => skeletonOf(rendered(one)))).toEqual(
      harmless.map((one) => skeletonOf(rendered(one))),
    );
    // What runs from right to left is kept apart by signs of ours.
    for (const report of reports) expect(harmful(report.replace(/[\u2068\u2069]/gu, ""))).toEqual([]);
  });

  it.each([["x #"], ["# x"], ["1. x"], ["- x"], ["+ x"], ["> x"], ["=== x"], ["    x"], ["~~~"], ["```"]])(
    "begins no block with what the model says: %j",
    (text) => {
      const [report = ""] = reportsSaying(`${text} y`, "words");
      const [plain = ""] = reportsSaying("two words", "words");
      expect(skeletonOf(rendered(report))).toBe(skeletonOf(rendered(plain)));
    },
  );

  it("has no chapter in which only pictures would stand that are left out", () => {
    const input = inputOf(prepared("thermostat/thermostat.sys"), { pictures });
    const chapters = (shown: ReadonlyMap<string, string>): readonly string[] =>
      renderReportMarkdown(reportOf(input), { pictures: shown }).match(/^## .*$/gmu) ?? [];
    expect(chapters(files).slice(0, 2)).toEqual(["## The model", "## Systems"]);
    expect(chapters(new Map())[0]).toBe("## Systems");
  });

  it("shows what the model says, sign by sign", () => {
    const text = `x <b> & "quotes" | _and_ *so* [on](x) \`y\` \\ ~z~`;
    const [report = ""] = reportsSaying(text, "words");
    const [title] = elementsOf(rendered(report)).filter(({ tagName }) => tagName === "h1");
    expect(title && textOf(title)).toBe(text);
  });

  it("names its pictures, which lie beside it", () => {
    const [report = ""] = harmless;
    const [image] = elementsOf(rendered(report)).filter(({ tagName }) => tagName === "img");
    expect(image && attribute(image, "src")).toBe("a%20report%20%281%29.svg");
    expect(image && attribute(image, "alt")).toBe("Boxes (three)");
    const without = renderReportMarkdown(
      reportOf(inputOf(prepared("model.sys", filesSaying({ text: "x", doc: "y" })), { pictures })),
      { pictures: new Map() },
    );
    expect(rendered(without)).not.toContain("<img");
  });

  it("keeps a story in a fence that nothing in it ends", () => {
    const [report = ""] = reportsSaying("x ````` y", "words");
    const fences = report.match(/^`{3,}/gmu) ?? [];
    expect(fences.length % 2).toBe(0);
    const stories = elementsOf(rendered(report)).filter(({ tagName }) => tagName === "pre");
    expect(stories.some((story) => textOf(story).includes("bill(limit: 70)"))).toBe(true);
  });

  it.each(exampleModels.map((name) => [name]))("of the example %s has its chapters", (name) => {
    const input = inputOf(prepared(name));
    const report = renderReportMarkdown(reportOf(input), { pictures: new Map() });
    const titles = elementsOf(rendered(report))
      .filter(({ tagName }) => tagName === "h2")
      .map(textOf);
    for (const title of ["Systems", "What the checks say", "How to repeat it"])
      expect(titles).toContain(title);
    const odd = renderReportMarkdown(oddOf(input), { pictures: new Map() });
    const elements = elementsOf(rendered(odd))
      .filter(({ tagName }) => tagName === "h2")
      .map(textOf);
    expect(elements.filter((title) => /^\d\./u.test(title))).toEqual([
      "1. Purpose and patterns",
      "2. Entities, state variables, and scales",
      "3. Process overview and scheduling",
      "4. Design concepts",
      "5. Initialization",
      "6. Input data",
      "7. Submodels",
    ]);
    expect(odd.match(/For the author to write/gu)?.length).toBeGreaterThanOrEqual(9);
  });
});

/* Comparisons in Markdown, rendered by the parser that GitHub's own is held against. */
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import type { Comparison } from "../../../src/runs/comparison/compare.ts";
import { compare } from "../../../src/runs/comparison/compare.ts";
import { renderComparisonMarkdown } from "../../../src/views/comparison/markdown.ts";
import { market } from "../../runs/comparison/comparing.ts";
import { harmful } from "../../support/hostile.ts";
import { asComment, filesSaying, hostileTexts } from "../../support/report_model.ts";
import { elementsOf, prepared, skeletonOf, textOf } from "../../support/reporting.ts";
import { compared } from "../../runs/comparison/comparing.ts";
import { files, governance } from "./showing.ts";

function rendered(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

function written(comparison: Comparison, all = true, named = files): string {
  return renderComparisonMarkdown(comparison, { files: named, all });
}

const plain = prepared("model.sys", filesSaying({ text: "words", doc: "words" }));

/** A model that says a text everywhere, against one that says other words. */
function saying(text: string, all: boolean): string {
  const other = prepared("model.sys", filesSaying({ text, doc: asComment(text) }));
  return written(compare(plain, other, { runs: 1 }), all);
}

describe("a comparison in Markdown", () => {
  it.each(hostileTexts.flatMap((text) => [[text, true] as const, [text, false] as const]))(
    "is made of the same, whatever the model says: %j, all %s",
    (text, all) => {
      const markdown = saying(`x ${text}`, all);
      // How long something is decides how it is laid out; what it says does not.
      const harmless = `x ${text.replace(/\S/g, "o")}`;
      expect(skeletonOf(rendered(markdown))).toBe(skeletonOf(rendered(saying(harmless, all))));
      expect(harmful(markdown.replace(/[\u2068\u2069]/gu, ""))).toEqual([]);
    },
  );

  it.each([
    ["a|b.sys"],
    ["`a`.sys"],
    ["<script>.sys"],
    ["- a.sys"],
    ["[a](b).sys"],
    ["a\nb.sys"],
    ["@all.sys"],
  ])("is made of the same, whatever the files are called: %j", (first) => {
    const comparison = compared(market(), market({ strictness: "30" }));
    const page = rendered(written(comparison, false, { first, second: "new.sys" }));
    expect(skeletonOf(page)).toBe(skeletonOf(rendered(written(comparison, false))));
  });

  it("has what only some want to know folded away", () => {
    const page = elementsOf(rendered(written(governance(), false)));
    const folded = page.filter(({ tagName }) => tagName === "summary").map(textOf);
    expect(folded).toEqual(["systems", "regulations, scenarios, properties and experiments"]);
    const cells = page.filter(({ tagName }) => tagName === "td").map(textOf);
    expect(cells.slice(0, 3)).toEqual(["economy.required_appeal", "10", "3"]);
  });

  it("nests what belongs to a line under it", () => {
    const page = elementsOf(rendered(written(governance(), false)));
    const items = page.filter(({ tagName }) => tagName === "li").map(textOf);
    const parting = items.find((text) => text.startsWith("- then, in step 2"));
    expect(parting).toContain("the same again: niklas run old.sys old_way --seed 1");
  });

  it("says that two models are the same", () => {
    expect(written(compared(market(), market()), false)).toBe(
      "### old.sys → new.sys\n\n- nothing is otherwise: the models say the same\n",
    );
  });
});

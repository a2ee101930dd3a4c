import { describe, expect, it } from "vitest";
import { base64 } from "../../../src/views/report/base64.ts";
import { reportOf } from "../../../src/views/report/contents.ts";
import { plainText, type Block } from "../../../src/views/report/document.ts";
import { renderReportMarkdown } from "../../../src/views/report/markdown.ts";
import { oddOf } from "../../../src/views/report/odd.ts";
import { remarkBlocks } from "../../../src/views/report/remarks.ts";
import type { ReportInput } from "../../../src/views/report/input.ts";
import { inputOf, prepared } from "../../support/reporting.ts";

function told(input: ReportInput): string {
  return renderReportMarkdown(reportOf(input), { pictures: new Map() });
}

const cap = inputOf(prepared("house_prices/price_cap.sys"));

describe("a report", () => {
  it("tells what the model consists of and what came of it", () => {
    const report = told(cap);
    expect(report).toContain(
      "three function systems (politics, law and economy), with two couplings between them",
    );
    expect(report).toContain(
      "Two scenarios have been played, and all five expectations that they state are met.",
    );
    expect(report).toContain("Its regulation credit rules is **effective**.");
    expect(report).toContain("If `amount > 20`: **non-payment**; `price := price * 90%`.");
    expect(report).toContain("| `economy.price <= 55` | reached (economy.price = 54) | not reached, 5 off (economy.price = 60) |".replace(/ = /gu, "\u00a0=\u00a0")); // prettier-ignore
    expect(report).toContain("politics.decree for economy: nothing couples the two");
  });

  it("tells the sources of the checks that spoke, those of what was expected to go wrong among them", () => {
    const report = told(cap);
    expect(report).toMatch(/^\| `uncoupled_perturbation` \| .* \| Luhmann 1984, ch\. 1; .* \|$/mu);
    expect(report).not.toContain("`code_not_binary`");
  });

  it("tells what the header and the extensions say of themselves", () => {
    const report = told(inputOf(prepared("house_prices/house_prices.sys")));
    expect(report).toContain("A megacity curbs the purchase of flats");
    expect(report).toContain("What the price will be depends on what the price is expected to be.");
    expect(report).toContain("One of its steps stands for one month.");
    expect(report).toMatch(/^- Chang, Z\., Li, W\., Diao, M\., & Li, X\. \(2024\)/mu);
  });

  it("of a model with errors tells these first, and what can be said without a run", () => {
    const files = new Map([
      ["a.sys", `machine m "The machine" { code a / b / c }\nscenario s { m emits x run }\n`],
    ]);
    const input = inputOf(prepared("a.sys", files));
    const [first, second, third] = reportOf(input).blocks;
    expect(first).toMatchObject({ kind: "note", tone: "error" });
    expect(second).toMatchObject({ kind: "heading" });
    expect(third).toMatchObject({ kind: "note", tone: "error" });
    const report = told(input);
    expect(report).toContain("### The machine");
    expect(report).toContain("It has not been played. What is to happen in it:");
    const [odd] = oddOf(input).blocks;
    expect(odd).toMatchObject({ kind: "note", tone: "error" });
  });

  it("of an empty model says that it is", () => {
    expect(told(inputOf(prepared("a.sys", new Map([["a.sys", ""]]))))).toContain("The model is empty.");
  });

  it("tells of a disappointed expectation, and of a property that does not hold", () => {
    const text = `environment town { x: number = 1 becomes x + 1 }
scenario s { run 2 steps expect town.x = 1 }
property small { always town.x < 2 }
`;
    const report = told(inputOf(prepared("a.sys", new Map([["a.sys", text]]))));
    expect(report).toContain("of the one expectation that they state one is disappointed");
    expect(report).toContain("| `town.x = 1` | 2 | **disappointed** |");
    expect(report).toContain("One property does not hold.");
  });

  it("says the number of what there is one of", () => {
    const text = `machine clock { function "tell the time" code tick / tock operation strike role keeper performance }
population people of 3 { included in clock as keeper included in clock as owner }
extend clock { role owner public role heir public }
`;
    const report = told(inputOf(prepared("a.sys", new Map([["a.sys", text]]))));
    expect(report).toContain("Its performance role: keeper. Its public roles: owner and heir.");
    expect(report).toContain("Its operation:\n");
    expect(report).toContain("It is included in clock as keeper and owner.");
  });

  it("puts each picture where it belongs", () => {
    const svg = "<svg/>";
    const pictures = new Map(
      ["map", "check", "scenario decree", "scenario decree lanes"].map((name) => [name, svg]),
    );
    const { blocks } = reportOf({ ...cap, pictures });
    let chapter = "";
    const places: string[] = [];
    for (const block of blocks) {
      if (block.kind === "heading") chapter = plainText(block.pieces);
      if (block.kind === "figure") places.push(`${block.name} in ${chapter}`);
    }
    expect(places).toEqual([
      "map in The model",
      "check in What the checks say",
      "scenario decree in The city decrees a price",
      "scenario decree lanes in The city decrees a price",
    ]);
  });

  it("says of the values in a run with a regulation that they are shown without it as well", () => {
    const pictures = new Map(
      ["decree", "reflexive_law"].map((name) => [`scenario ${name} series`, "<svg/>"]),
    );
    const captions = reportOf({ ...cap, pictures }).blocks.flatMap((block) =>
      block.kind === "figure" ? [plainText(block.caption)] : [],
    );
    expect(captions).toEqual([
      "Figure 1. What has changed over time.",
      "Figure 2. What has changed over time, and how it goes without the regulation.",
    ]);
  });
});

describe("a doc comment", () => {
  const words = (blocks: readonly Block[]): unknown =>
    blocks.map((block) => {
      if (block.kind === "paragraph") return plainText(block.pieces);
      return block.kind === "list" ? block.items.map(words) : block.kind;
    });

  it("keeps its paragraphs and lists", () => {
    expect(words(remarkBlocks("one\ntwo\n\n- a\n  more\n- b\n\nend"))).toEqual([
      "one two",
      [["a more"], ["b"]],
      "end",
    ]);
  });

  it("puts no space between two lines of Chinese", () => {
    expect(words(remarkBlocks("单位制：\n人的工作"))).toEqual(["单位制：人的工作"]);
  });

  it("sets off code and emphasis, and takes everything else as it is", () => {
    expect(remarkBlocks("a `b` *c* **d** <i> [e](f)")).toEqual([
      {
        kind: "paragraph",
        pieces: [
          { kind: "said", text: "a " },
          { kind: "code", text: "b" },
          { kind: "said", text: " " },
          { kind: "emphasis", pieces: [{ kind: "said", text: "c" }] },
          { kind: "said", text: " " },
          { kind: "strong", pieces: [{ kind: "said", text: "d" }] },
          { kind: "said", text: " <i> [e](f)" },
        ],
      },
    ]);
  });
});

it("writes base64 as everybody does", () => {
  for (const text of ["", "a", "ab", "abc", "äöü", "单位", "😀x", "<svg/>\n"])
    expect(base64(text)).toBe(Buffer.from(text).toString("base64"));
  expect(base64("\ud800x")).toBe(Buffer.from("\ufffdx").toString("base64"));
});

/* Reports as pages, read back by a parser of HTML. */
import { describe, expect, it } from "vitest";
import { reportOf } from "../../../src/views/report/contents.ts";
import { oddOf } from "../../../src/views/report/odd.ts";
import { reportStyle } from "../../../src/views/report/style.ts";
import { exampleModels } from "../../support/examples.ts";
import { harmful } from "../../support/hostile.ts";
import { asComment, filesSaying, hostileTexts } from "../../support/report_model.ts";
import {
  attribute,
  elementsOf,
  inputOf,
  pageOf,
  prepared,
  skeletonOf,
  styleHash,
  textOf,
} from "../../support/reporting.ts";

const picture = `<svg xmlns="http://www.w3.org/2000/svg"><title>A &lt;map&gt;</title><desc>Three &amp; more boxes</desc></svg>`;
const pictures = new Map([["map", picture]]);

function pagesSaying(text: string, doc: string): readonly string[] {
  const input = inputOf(prepared("model.sys", filesSaying({ text, doc })), { pictures });
  return [pageOf(reportOf(input)), pageOf(oddOf(input))];
}

describe("a page", () => {
  const harmless = pagesSaying("x words", "words");

  it.each(hostileTexts.map((text) => [text]))("is made of the same, whatever the model says: %j", (text) => {
    const pages = pagesSaying(`x ${text}`, `x ${asComment(text)}`);
    expect(pages.map(skeletonOf)).toEqual(harmless.map(skeletonOf));
    for (const page of pages) expect(harmful(page)).toEqual([]);
  });

  it("is of a model that can be run, of which much is to be told", () => {
    const model = prepared("model.sys", filesSaying({ text: "x", doc: "y" }));
    expect(model.errors).toEqual([]);
    expect(model.checked.silenced).toHaveLength(1);
    expect(inputOf(model).results.flatMap(({ verdicts }) => verdicts)).toHaveLength(1);
  });

  it("shows what the model says, sign by sign", () => {
    const text = `x <b> & "quotes" 'and' </p>`;
    const [page = ""] = pagesSaying(text, "words");
    const titles = elementsOf(page).filter(({ tagName }) => tagName === "h1" || tagName === "title");
    expect(titles.map(textOf)).toEqual([text, text]);
  });

  it("holds a picture as an image, with what it shows in words", () => {
    const [page = ""] = harmless;
    const [image, ...others] = elementsOf(page).filter(({ tagName }) => tagName === "img");
    expect(others).toEqual([]);
    expect(image && attribute(image, "alt")).toBe("Three & more boxes");
    const source = image === undefined ? "" : (attribute(image, "src") ?? "");
    expect(Buffer.from(source.replace("data:image/svg+xml;base64,", ""), "base64").toString()).toBe(picture);
    expect(elementsOf(page).some(({ tagName }) => tagName === "svg")).toBe(false);
    const caption = elementsOf(page).find(({ tagName }) => tagName === "figcaption");
    expect(caption && textOf(caption)).toMatch(/^Figure 1\. The map: /u);
  });

  it("numbers its pictures, and calls one that it does not know by its title", () => {
    const more = new Map([...pictures, ["mine", picture]]);
    const input = inputOf(prepared("model.sys", filesSaying({ text: "x", doc: "y" })), { pictures: more });
    const captions = elementsOf(pageOf(reportOf(input))).filter(({ tagName }) => tagName === "figcaption");
    expect(captions.map(textOf)).toEqual([
      "Figure 1. The map: what the model consists of, and the institutions that couple it.",
      "Figure 2. A <map>",
    ]);
  });

  it("gives a picture that is wider than its lines the room for it, and lets it be moved by keys", () => {
    const wide = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 20"><title>Wide</title></svg>`;
    const input = inputOf(prepared("model.sys", filesSaying({ text: "x", doc: "y" })));
    const page = pageOf(reportOf({ ...input, pictures: new Map([["map", wide]]) }));
    const figure = elementsOf(page).find(({ tagName }) => tagName === "figure");
    expect(figure && attribute(figure, "class")).toBe("wide");
    const scrolled = elementsOf(page).find((element) => attribute(element, "class") === "picture");
    expect(scrolled && attribute(scrolled, "tabindex")).toBe("0");
    expect(scrolled && attribute(scrolled, "aria-label")).toMatch(/^Figure 1\. /u);
  });
});

describe.each(exampleModels.map((name) => [name]))("of the example %s", (name) => {
  const input = inputOf(prepared(name), { pictures });
  const pages = [reportOf(input), oddOf(input)].map(pageOf);

  it("a page does nothing, and asks for nothing", () => {
    for (const page of pages) {
      const elements = elementsOf(page);
      const tags = new Set(elements.map(({ tagName }) => tagName));
      for (const acting of [
        "script",
        "iframe",
        "object",
        "embed",
        "link",
        "base",
        "form",
        "svg",
        "video",
        "audio",
      ])
        expect(tags).not.toContain(acting);
      for (const element of elements) {
        for (const { name: key, value } of element.attrs) {
          expect(key).not.toMatch(/^on|^style$|^srcset$/u);
          if (key === "src") expect(value).toMatch(/^data:image\/svg\+xml;base64,[A-Za-z0-9+/]+=*$/u);
          if (key === "href") expect(value).toMatch(/^(?:#|https:\/\/)/u);
        }
      }
    }
  });

  it("a page permits its own style alone", () => {
    for (const page of pages) {
      const elements = elementsOf(page);
      const policy = elements.find((one) => attribute(one, "http-equiv") === "Content-Security-Policy");
      expect(policy && attribute(policy, "content")).toBe(
        `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`,
      );
      const styles = elements.filter(({ tagName }) => tagName === "style");
      expect(styles.map(textOf)).toEqual([reportStyle]);
    }
  });

  it("a page has headings in their order, and each link within it leads somewhere", () => {
    for (const page of pages) {
      const elements = elementsOf(page);
      const levels = elements.flatMap(({ tagName }) => /^h(\d)$/u.exec(tagName)?.[1] ?? []).map(Number);
      expect(levels[0]).toBe(1);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1));
      const ids = elements.flatMap((one) => attribute(one, "id") ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const one of elements) {
        const goal = attribute(one, "href");
        if (goal?.startsWith("#") === true) expect(ids).toContain(goal.slice(1));
      }
      expect(elements[0] && attribute(elements[0], "lang")).toBe("en");
    }
  });

  it("the same comes of it each time", () => {
    const again = inputOf(prepared(name), { pictures });
    expect([reportOf(again), oddOf(again)].map(pageOf)).toEqual(pages);
  });
});

/* The gallery of the examples, as `npm run build` makes it. */
import { dirname, posix } from "node:path";
import { XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { galleryOf, readExamples } from "../../src/cli/package/gallery_of.ts";
import { hashOf } from "../../src/embedding/style_hash.ts";
import { harmful } from "../support/hostile.ts";
import { attribute, elementsOf, textOf, type PageElement } from "../support/reporting.ts";

const files = readExamples();
const models = [...files.keys()].filter((path) => path.endsWith(".sys"));
let gallery: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  gallery = await galleryOf(files);
}, 120_000);

function pages(): readonly (readonly [string, readonly PageElement[]])[] {
  return [...gallery].flatMap(([name, text]) =>
    name.endsWith(".html") ? [[name, elementsOf(text)] as const] : [],
  );
}

test("is made of each model, and is the same when it is made again", async () => {
  expect(models.length).toBeGreaterThan(10);
  for (const path of models) {
    const name = posix.basename(path, ".sys");
    for (const file of ["report.html", "map.svg", "flow.svg"])
      expect(gallery.has(`${name}/${file}`), `${name}/${file}`).toBe(true);
  }
  // Not in the order in which they were read.
  const again = await galleryOf(new Map([...files].reverse()));
  expect([...again.keys()]).toEqual([...gallery.keys()]);
  for (const [name, text] of gallery) expect(again.get(name) === text, name).toBe(true);
}, 120_000);

test("leads from its page to every file, and to nothing that is not there", () => {
  const reached = new Set(["index.html"]);
  for (const [name, elements] of pages()) {
    const ids = new Set(elements.flatMap((element) => attribute(element, "id") ?? []));
    for (const element of elements) {
      const href = attribute(element, "href");
      if (href === undefined || /^https?:\/\//.test(href)) continue;
      if (href.startsWith("#")) {
        expect(ids.has(href.slice(1)), `${name}: ${href}`).toBe(true);
        continue;
      }
      const target = posix.join(dirname(name), decodeURIComponent(href));
      // Beside the gallery lies the playground.
      if (target === "../playground/index.html") continue;
      expect(gallery.has(target), `${name}: ${href}`).toBe(true);
      reached.add(target);
    }
  }
  expect([...reached].sort()).toEqual([...gallery.keys()].sort());
});

test("asks for nothing from elsewhere, and permits its own style alone", () => {
  for (const [name, elements] of pages()) {
    expect(harmful(gallery.get(name) ?? ""), name).toEqual([]);
    const style = elements.find(({ tagName }) => tagName === "style");
    const policy = elements.flatMap((element) => attribute(element, "content") ?? []).join();
    expect(policy, name).toContain(`style-src 'sha256-${hashOf(style === undefined ? "" : textOf(style))}'`);
    for (const image of elements.filter(({ tagName }) => tagName === "img"))
      expect(attribute(image, "src")).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(new Set(elements.map(({ tagName }) => tagName)).has("script")).toBe(false);
  }
});

describe("what is made", () => {
  test("is pictures that can be read, each with a title", () => {
    for (const [name, text] of gallery) {
      if (!name.endsWith(".svg")) continue;
      expect(XMLValidator.validate(text), name).toBe(true);
      expect(text, name).toMatch(/<title>[^<]+<\/title>/);
    }
  });

  test("shows findings where there are any, and of runs only what has something in it", () => {
    expect(gallery.has("thermostat/check.svg")).toBe(true);
    expect(gallery.has("danwei/check.svg")).toBe(false);
    // The decree is noise: nobody decides, and nothing changes.
    const ofDecree = [...gallery.keys()].filter((name) => name.startsWith("price_cap/decree."));
    expect(ofDecree).toEqual(["price_cap/decree.run.svg"]);
  });

  test("says on its page what each example is about", () => {
    const [, index = []] = pages().find(([name]) => name === "index.html") ?? [];
    const articles = index.filter(({ tagName }) => tagName === "article");
    expect(articles.map((article) => attribute(article, "id")).sort()).toEqual(
      models.map((path) => posix.basename(path, ".sys")).sort(),
    );
    for (const article of articles) {
      const about = article.childNodes.find((node) => node.nodeName === "p");
      expect(about === undefined ? 0 : textOf(about).length, attribute(article, "id")).toBeGreaterThan(60);
    }
    expect(index.filter(({ tagName }) => tagName === "h2").map(textOf)).toContain(
      "单位制：一个组织包下整个人生",
    );
  });
});

test("a report shows no picture twice: of a scenario that only expects more than another, it says so", () => {
  const report = elementsOf(gallery.get("city/report.html") ?? "");
  const images = report.filter(({ tagName }) => tagName === "img").map((image) => attribute(image, "src"));
  expect(new Set(images).size).toBe(images.length);
  expect(images).toHaveLength(4);
  const said = report.filter(({ tagName }) => tagName === "p").map(textOf);
  expect(said).toContain("Pictures of it would show the same as those of “three novelties”.");
});

test("two models of one name are refused, and so is one with errors", async () => {
  const model = "model a machine b { code c / d }";
  const twice = new Map([
    ["examples/a/m.sys", model],
    ["examples/b/m.sys", model],
  ]);
  await expect(galleryOf(twice)).rejects.toThrow("two examples are called m");
  await expect(galleryOf(new Map([["examples/a/m.sys", "machine b { code c }"]]))).rejects.toThrow(
    "has errors",
  );
});

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { visible } from "../../../src/base/visible.ts";
import { graphviz } from "../../../src/embedding/graphviz.ts";
import { cardOf } from "../../../src/views/pictures/cards.ts";
import { drawGraph } from "../../../src/views/pictures/draw_graph.ts";
import type { Graph } from "../../../src/views/pictures/graph.ts";
import { layOut, type LayoutEngine } from "../../../src/views/pictures/layout.ts";
import { textWidth } from "../../../src/views/pictures/metrics.ts";
import { dark, light } from "../../../src/views/pictures/palette.ts";
import { everything, nodeKinds } from "./sample_graph.ts";
import { elementsOf } from "./svg_parts.ts";

const elements = new Set(
  "svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker style".split(" "),
);
const attributes = new Set(
  (
    "xmlns class role viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform font-size " +
    "aria-label"
  ).split(" "),
);

const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  "]]>",
  "<!-- --> <!DOCTYPE x [<!ENTITY a 'b'>]> &a; &#60;",
  "%%{init: {}}%%",
  "=cmd|' /C calc'!A0",
  "javascript:alert(1)",
  "</style><style>@import url(http://example.org)</style>",
  "\u202Egnirts\u202C",
  "\0\u0007\u001b[2J\uFFFE\uD800",
  "\r\n\t\v",
  "שלום עולם",
  "Rechtsschutzversicherungsgesellschaftsangestelltenkammer",
  "以角色涵括而不是以单位涵括以角色涵括而不是以单位涵括",
  "",
];

let engine: LayoutEngine;
beforeAll(async () => {
  engine = await graphviz();
});

function drawn(graph: Graph): string {
  return drawGraph(graph, layOut(graph, engine));
}

describe("a picture of everything", () => {
  const plain = everything((index) => `name_${index}`);

  it("is well-formed, and made of shapes and texts alone", () => {
    const parts = elementsOf(drawn(plain));
    expect(parts.filter(({ name }) => !elements.has(name))).toEqual([]);
    const used = new Set(parts.flatMap((part) => Object.keys(part.attributes)));
    expect([...used].filter((name) => !attributes.has(name))).toEqual([]);
  });

  it("is the same to the byte when it is drawn again", async () => {
    const other = await graphviz();
    expect(drawGraph(plain, layOut(plain, other))).toBe(drawn(plain));
    expect(drawn(plain)).toBe(drawn(plain));
  });

  it("has a title and a description, and says of each node what it is", () => {
    const parts = elementsOf(drawn(plain));
    expect(parts.find(({ name, within }) => name === "title" && within.length === 1)?.text).toBe(plain.title);
    expect(parts.find(({ name }) => name === "desc")?.text).toBe(plain.description);
    const symbols = parts.filter((part) => part.attributes.role === "graphics-symbol");
    expect(symbols.map((part) => part.attributes["aria-label"])).toEqual(
      plain.nodes.map(({ title, kind }) => expect.stringContaining(`${title} (${kind})`)),
    );
  });

  it("leads nowhere: neither references nor addresses but that of SVG itself", () => {
    const svg = drawn(plain);
    expect(svg.match(/href|url\(|@import|https?:[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
    expect(svg).not.toMatch(/ (id|style|on\w+)=/);
  });

  it("is light or dark as whoever looks at it has it, if nothing is said", () => {
    const layout = layOut(plain, engine);
    expect(drawGraph(plain, layout)).toContain("@media (prefers-color-scheme: dark)");
    expect(drawGraph(plain, layout)).toContain(dark.ground);
    expect(drawGraph(plain, layout, { scheme: "light" })).not.toContain("@media");
    expect(drawGraph(plain, layout, { scheme: "dark" })).not.toContain(light.ink);
  });

  it("tells the findings in words below, and numbers them", () => {
    const parts = elementsOf(drawn(plain));
    const texts = parts.filter(({ name }) => name === "text").map(({ text }) => text);
    expect(texts).toContain("`politics` decides what only the economy can decide");
    expect(texts.filter((text) => text === "1").length).toBeGreaterThanOrEqual(2);
  });
});

describe("what a model says", () => {
  it("does nothing: the picture has the same elements whatever it is", () => {
    // Of one line each, so that the texts take as many elements.
    const names = hostile.filter((name) => visible(name).trim() !== "" && visible(name).length <= 8);
    const skeleton = (name: string): readonly string[] =>
      elementsOf(drawn(everything(() => name))).map((part) => `${part.within.length} ${part.name}`);
    for (const name of names) expect(skeleton(name), name).toEqual(skeleton("name"));
    expect(names.length).toBeGreaterThan(1);
  });

  it("is shown: no sign of it is left out, and none is taken for markup", () => {
    for (const name of hostile) {
      const parts = elementsOf(drawn(everything(() => name)));
      expect(parts.filter((part) => !elements.has(part.name))).toEqual([]);
      const label = parts.find((part) => part.attributes.role === "graphics-symbol")?.attributes[
        "aria-label"
      ];
      expect(label, name).toContain(visible(name).replaceAll("\uFFFE", "\uFFFD"));
    }
  });

  it("is laid out and drawn, whatever it is", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 40 }), { minLength: 3 }), (texts) => {
        const graph = everything((index) => texts[index % texts.length] ?? "");
        const parts = elementsOf(drawn(graph));
        return parts.every(({ name }) => elements.has(name));
      }),
      { numRuns: 20 },
    );
  });
});

describe("labels", () => {
  it.each(nodeKinds)("stand within the form of a %s", (kind) => {
    for (const title of hostile) {
      const { width, height, rows } = cardOf({ id: "n0", kind, title, lines: [title, "medium: money"] });
      for (const line of rows) {
        expect(textWidth(line.text, line)).toBeLessThanOrEqual(width - 8);
        expect(line.y - line.size).toBeGreaterThanOrEqual(0);
        expect(line.y).toBeLessThanOrEqual(height);
      }
    }
  });

  it("stand within the ellipse of an environment, corners and all", () => {
    const title = "everything that is the case and is not said of any system";
    const { width, height, rows } = cardOf({ id: "n0", kind: "environment", title, lines: [title] });
    for (const line of rows) {
      for (const y of [line.y - line.size * 0.75, line.y]) {
        const x = textWidth(line.text, line) / 2;
        expect((x / (width / 2)) ** 2 + ((y - height / 2) / (height / 2)) ** 2).toBeLessThanOrEqual(1);
      }
    }
  });
});

/** The contrast of two colours, as WCAG 2 has it. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
      const part = parseInt(colour.slice(start, start + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ["light", light],
  ["dark", dark],
])("in the %s", (_, palette) => {
  it("texts can be read on every tint, and marks on the ground", () => {
    for (const ground of [palette.ground, palette.frameFill, ...Object.values(palette.tints)]) {
      expect(contrast(palette.ink, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.soft, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.line, ground)).toBeGreaterThanOrEqual(3);
    }
    for (const mark of Object.values(palette.marks))
      expect(contrast(mark, palette.ground)).toBeGreaterThanOrEqual(4.5);
  });
});

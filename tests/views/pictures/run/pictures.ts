/* Pictures read back by an XML parser. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { run, type RunResult } from "../../../../src/index.ts";
import { sizes } from "../../../../src/views/pictures/run/frame.ts";
import { textWidth } from "../../../../src/views/pictures/metrics.ts";
import { readyExample } from "../../../support/running.ts";

export interface Part {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly in it. */
  readonly text: string;
}

const allowed = new Set(
  "svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker pattern style".split(
    " ",
  ),
);

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseTagValue: false,
  htmlEntities: true,
});

type Node = Readonly<Record<string, unknown>>;

/** All elements of a picture, in their order. Throws where it is not well-formed or has an element that pictures do not have. */
export function partsOf(svg: string): readonly Part[] {
  const valid = XMLValidator.validate(svg);
  if (valid !== true) throw new Error(JSON.stringify(valid.err));
  const parts: Part[] = [];
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      const name = Object.keys(node).find((key) => key !== ":@" && key !== "#text");
      if (name === undefined) continue;
      if (!allowed.has(name)) throw new Error(`<${name}>`);
      const children = node[name] as readonly Node[];
      const text = children.map((child) => String(child["#text"] ?? "")).join("");
      parts.push({ name, attributes: (node[":@"] ?? {}) as Part["attributes"], text });
      visit(children);
    }
  };
  visit(parser.parse(svg) as readonly Node[]);
  return parts;
}

/** The elements with one of our styles. */
export function withClass(parts: readonly Part[], name: string): readonly Part[] {
  return parts.filter(({ attributes }) => attributes.class?.split(" ").includes(name));
}

export function textsOf(parts: readonly Part[]): readonly string[] {
  return parts.filter(({ name }) => name === "text").map(({ text }) => text);
}

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf({ attributes, text }: Part): Box {
  const size = Number(attributes["font-size"] ?? sizes.text);
  const width = textWidth(text, { size, strong: attributes.class?.split(" ").includes("strong") === true });
  const x = Number(attributes.x);
  const anchor = attributes["text-anchor"];
  const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
  const y = Number(attributes.y);
  return { text, left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.22 };
}

/** What is wrong with where the texts stand: cut off, or on one another. */
export function misplaced(parts: readonly Part[]): readonly string[] {
  const sheet = parts.find(({ name }) => name === "svg");
  const [width, height] = [Number(sheet?.attributes.width), Number(sheet?.attributes.height)];
  const boxes = parts.filter(({ name }) => name === "text").map(boxOf);
  const cut = boxes.filter(
    ({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height,
  );
  const crossing = boxes.flatMap((box, number) =>
    boxes
      .slice(number + 1)
      .filter(
        (other) =>
          box.left < other.right &&
          other.left < box.right &&
          box.top < other.bottom &&
          other.top < box.bottom,
      )
      .map((other) => `${box.text} × ${other.text}`),
  );
  return [...cut.map(({ text }) => `cut: ${text}`), ...crossing];
}

/** The runs that are drawn in these tests: by example and scenario. */
export const drawnRuns = [
  ["house_prices/house_prices.sys", "announced"],
  ["house_prices/house_prices.sys", "evaded"],
  ["house_prices/house_prices.sys", "unheard"],
  ["house_prices/price_cap.sys", "decree"],
  ["contract/contract.sys", "standard_36"],
  ["contract/contract.sys", "decree"],
  ["pollution/pollution.sys", "translated"],
  ["pollution/pollution.sys", "priced"],
  ["pollution/pollution.sys", "moral_appeal"],
  ["danwei/megacity.sys", "辞退"],
  ["danwei/danwei.sys", "批评"],
  ["university/university.sys", "Geniestreich"],
  ["thermostat/thermostat.sys", "cold_morning"],
] as const;

const known = new Map<string, RunResult>();

export function runOf(example: string, scenario: string): RunResult {
  const key = `${example} ${scenario}`;
  let result = known.get(key);
  if (result === undefined) known.set(key, (result = run(readyExample(example), { scenario })));
  return result;
}

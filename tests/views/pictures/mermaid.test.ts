import { JSDOM } from "jsdom";
import { describe, expect, it, vi } from "vitest";
import type { Graph } from "../../../src/views/pictures/graph.ts";
import { toMermaid } from "../../../src/views/pictures/mermaid.ts";
import { oneLine } from "../../../src/views/pictures/wording.ts";
import { exampleModels } from "../../support/examples.ts";
import { harmful } from "../../support/hostile.ts";
import { checkedExample, picturesOf } from "./drawing.ts";
import { hostileGraph, hostileNames } from "./hostile_graph.ts";

/** What is asked of the data that Mermaid reads out of a flowchart. */
interface Flowchart {
  readonly getVertices: () => ReadonlyMap<string, { readonly text?: string; readonly link?: string }>;
  readonly getEdges: () => readonly { readonly start: string; readonly end: string; readonly text: string }[];
  readonly getSubGraphs: () => readonly { readonly id: string; readonly title: string }[];
  readonly getClasses: () => ReadonlyMap<string, unknown>;
  readonly getAccTitle: () => string;
}

/** Mermaid looks for a page when it is loaded. */
const page = new JSDOM("").window;
vi.stubGlobal("window", page);
vi.stubGlobal("document", page.document);
const { default: mermaid } = await import("mermaid");

async function read(graph: Graph): Promise<Flowchart> {
  const text = toMermaid(graph);
  expect(await mermaid.parse(text)).toEqual({ diagramType: "flowchart-v2", config: {} });
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  return diagram.db as unknown as Flowchart;
}

/** Mermaid keeps the numbers of signs in a form of its own until it has drawn, and hands them to the page as `&#35;`. */
function shown(text: string | undefined): readonly string[] {
  return (text ?? "").split("<br>").map((line) =>
    line
      .replace(/ﬂ°°(\d+)¶ß/g, (_, point: string) => String.fromCodePoint(Number(point)))
      .replaceAll("\u2060", "")
      .trim(),
  );
}

describe("Mermaid", () => {
  it.each(exampleModels)("of %s is read by Mermaid with all its boxes, lines and groups", async (name) => {
    for (const graph of picturesOf(checkedExample(name))) {
      const chart = await read(graph);
      expect([...chart.getVertices().keys()].sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
      expect(chart.getEdges().map(({ start, end }) => [start, end])).toEqual(
        graph.edges.map(({ from, to }) => [from, to]),
      );
      expect(
        chart
          .getSubGraphs()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(graph.groups.map(({ id }) => id).sort());
      for (const { id, title } of graph.nodes) {
        expect(shown(chart.getVertices().get(id)?.text)[0]).toBe(title);
      }
    }
  });

  it("gives every text back as it is, whatever it says", async () => {
    const graph = hostileGraph();
    const chart = await read(graph);
    expect(chart.getVertices().size).toBe(hostileNames.length);
    expect([...chart.getClasses().keys()]).toEqual(["error"]);
    const titles = new Map(chart.getSubGraphs().map(({ id, title }) => [id, title]));
    hostileNames.forEach((name, index) => {
      const line = oneLine(name);
      const vertex = chart.getVertices().get(`n${index + 1}`);
      expect(shown(vertex?.text)).toEqual([line, line, oneLine(`${name}${name}`), `error: ${line}`.trim()]);
      expect(vertex?.link).toBeUndefined();
      expect(shown(chart.getEdges()[index]?.text)).toEqual([line, line]);
      expect(shown(titles.get(`g${index + 1}`))).toEqual([line]);
    });
  });

  it("has nothing in its text but letters, digits and what the form is made of", () => {
    const text = toMermaid(hostileGraph());
    expect(harmful(text)).toEqual([]);
    for (const never of ["%%", "<s", "<i", "click", "javascript:", "`", "$$", "]]>"]) {
      const outside = text.replace(/"[^"]*"|acc(Title|Descr): .*/g, "");
      expect(outside).not.toContain(never);
      if (never !== "click") expect(text).not.toContain(never);
    }
  });
});

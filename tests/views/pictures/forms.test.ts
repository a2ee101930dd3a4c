import { instance } from "@viz-js/viz";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { toDot } from "../../../src/views/pictures/dot.ts";
import type { Graph } from "../../../src/views/pictures/graph.ts";
import { toGraphJson } from "../../../src/views/pictures/graph_json.ts";
import { toGraphml } from "../../../src/views/pictures/graphml.ts";
import { mapOf } from "../../../src/views/pictures/map.ts";
import { oneLine } from "../../../src/views/pictures/wording.ts";
import { exampleModels } from "../../support/examples.ts";
import { harmful } from "../../support/hostile.ts";
import { graphValidator } from "../../support/json-schema.ts";
import { checkedExample, picturesOf } from "./drawing.ts";
import { hostileGraph, hostileNames } from "./hostile_graph.ts";

const hostile = hostileGraph();

const examples: readonly (readonly [string, readonly Graph[]])[] = exampleModels.map((name) => [
  name,
  picturesOf(checkedExample(name)),
]);

interface DrawnNode {
  readonly id: string;
  readonly texts: readonly string[];
}

interface Markup {
  readonly "@class"?: string;
  readonly title?: string;
  readonly text?: readonly { readonly "#text"?: string }[];
  readonly g?: readonly Markup[];
}

const reader = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => ["g", "text", "node", "edge", "data", "key"].includes(name),
});

/**
 * Drawn by a Graphviz of its own: one that has drawn many groups full of signs of all scripts before can break off in its
 * memory (3.31, at the third drawing).
 */
async function svgOf(dot: string): Promise<string> {
  const result = (await instance()).render(dot, { format: "svg" });
  if (result.status !== "success") throw new Error(result.errors.map(({ message }) => message).join("\n"));
  return result.output;
}

/** What Graphviz draws: the boxes, lines and groups by their ids, with the texts that stand in them. */
async function drawnByGraphviz(
  dot: string,
): Promise<Readonly<Record<"node" | "edge" | "cluster", readonly DrawnNode[]>>> {
  const root: { readonly svg: { readonly g: readonly Markup[] } } = reader.parse(await svgOf(dot));
  const parts = root.svg.g[0]?.g ?? [];
  const ofClass = (kind: string): readonly DrawnNode[] =>
    parts
      .filter((part) => part["@class"] === kind)
      .map(({ title = "", text = [] }) => ({ id: title, texts: text.map((each) => each["#text"] ?? "") }));
  return { node: ofClass("node"), edge: ofClass("edge"), cluster: ofClass("cluster") };
}

describe("DOT", () => {
  it.each(examples)(
    "of %s is drawn by Graphviz with all its boxes, lines and groups",
    async (_, pictures) => {
      for (const graph of pictures) {
        const { node, edge, cluster } = await drawnByGraphviz(toDot(graph));
        expect(node.map(({ id }) => id).sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
        expect(edge.map(({ id }) => id).sort()).toEqual(
          graph.edges.map(({ from, to }) => `${from}->${to}`).sort(),
        );
        expect(cluster).toHaveLength(graph.groups.length);
      }
    },
  );

  it("gives every text back as it is, whatever it says, and nothing else is drawn", async () => {
    const { node, edge, cluster } = await drawnByGraphviz(toDot(hostile));
    const byId = new Map([...node, ...cluster].map(({ id, texts }) => [id, texts]));
    expect(node).toHaveLength(hostileNames.length);
    expect(edge).toHaveLength(hostileNames.length);
    hostileNames.forEach((name, index) => {
      const line = oneLine(name);
      const lines = [line, line, oneLine(`${name}${name}`), `error: ${line}`.trimEnd()];
      const drawn = byId.get(`n${index + 1}`)?.map((text) => text.trimEnd());
      expect(drawn?.filter((text) => text !== "")).toEqual(lines.filter((text) => text !== ""));
      if (line !== "") expect(byId.get(`cluster_g${index + 1}`)).toEqual([line]);
    });
    expect(harmful(toDot(hostile))).toEqual([]);
  });

  it("has no link and no markup of Graphviz's own", async () => {
    const dot = toDot(hostile);
    expect(dot).not.toMatch(/\b(URL|href|image)=/);
    expect(await svgOf(dot)).not.toMatch(/<a |<image/);
  });
});

describe("groups that stand in themselves or in none", () => {
  const node = { id: "n1", kind: "coupling", title: "one", lines: [], group: "g1" } as const;
  const plain: Graph = {
    ...hostile,
    nodes: [node, { ...node, id: "n2", group: "g2" }, { ...node, id: "n3", group: "g9" }],
    edges: [],
  };

  it("count as standing in the picture", async () => {
    const groups = [
      { id: "g1", title: "a", within: "g2" },
      { id: "g2", title: "b", within: "g1" },
    ];
    const { node: drawn, cluster } = await drawnByGraphviz(toDot({ ...plain, groups }));
    expect(drawn.map(({ id }) => id).sort()).toEqual(["n1", "n2", "n3"]);
    expect(cluster).toHaveLength(2);
    expect(toGraphml({ ...plain, groups })).toContain('<data key="node_group">a\nb</data>');
  });
});

interface GraphmlData {
  readonly "@key": string;
  readonly "#text"?: string;
}
interface Graphml {
  readonly graphml: {
    readonly graph: {
      readonly data: readonly GraphmlData[];
      readonly node: readonly { readonly "@id": string; readonly data: readonly GraphmlData[] }[];
      readonly edge?: readonly {
        readonly "@source": string;
        readonly "@target": string;
        readonly data: readonly GraphmlData[];
      }[];
    };
    readonly key: readonly { readonly "@id": string }[];
  };
}

function readGraphml(text: string): Graphml["graphml"] {
  expect(XMLValidator.validate(text)).toBe(true);
  const read: Graphml = reader.parse(text);
  return read.graphml;
}

describe("GraphML", () => {
  it.each(examples)("of %s is well-formed, and has all nodes and edges with declared data", (_, pictures) => {
    for (const graph of pictures) {
      const { graph: read, key } = readGraphml(toGraphml(graph));
      const keys = new Set(key.map((each) => each["@id"]));
      expect(read.node.map((node) => node["@id"])).toEqual(graph.nodes.map(({ id }) => id));
      expect(read.edge?.map((edge) => [edge["@source"], edge["@target"]])).toEqual(
        graph.edges.map(({ from, to }) => [from, to]),
      );
      for (const { data } of [...read.node, ...(read.edge ?? [])])
        for (const each of data) expect(keys.has(each["@key"])).toBe(true);
    }
  });

  it("gives every text back, whatever it says", () => {
    const { graph } = readGraphml(toGraphml(hostile));
    const dataOf = (data: readonly GraphmlData[], key: string): string | undefined =>
      data.find((each) => each["@key"] === key)?.["#text"];
    hostileNames.forEach((name, index) => {
      const data = graph.node[index]?.data ?? [];
      expect(dataOf(data, "node_label") ?? "").toBe(oneLine(name));
      expect(dataOf(data, "node_findings") ?? "").toBe(oneLine(name));
      expect(dataOf(graph.edge?.[index]?.data ?? [], "edge_label")).toBe(
        `${oneLine(name)}\n${oneLine(name)}`,
      );
    });
    expect(harmful(toGraphml(hostile))).toEqual([]);
  });

  it("says of each node in which groups it stands", () => {
    const map = mapOf(checkedExample("danwei/megacity.sys").model);
    const text = toGraphml(map);
    expect(text).toContain(`<data key="node_group">${map.groups[0]?.title ?? "?"}</data>`);
  });
});

describe("JSON", () => {
  const validate = graphValidator();

  it.each(examples)("of %s is as the schema says", (_, pictures) => {
    for (const graph of pictures) expect(validate(JSON.parse(toGraphJson(graph)))).toEqual([]);
  });

  it("gives a picture back as it is, whatever its texts say", () => {
    const read: unknown = JSON.parse(toGraphJson(hostile));
    expect(validate(read)).toEqual([]);
    expect(read).toEqual(JSON.parse(JSON.stringify({ version: 1, ...hostile })));
    expect(harmful(toGraphJson(hostile))).toEqual([]);
  });

  it("that says more than the schema knows is told apart", () => {
    expect(validate({ ...hostile, version: 2 })).not.toEqual([]);
    expect(validate({ ...hostile, version: 1, more: 1 })).not.toEqual([]);
    expect(
      validate({ version: 1, ...hostile, nodes: [{ id: "<x>", kind: "coupling", title: "", lines: [] }] }),
    ).not.toEqual([]);
  });
});

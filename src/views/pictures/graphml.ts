/*
 * A picture in GraphML, for yEd, Gephi, Cytoscape and NetworkX. Groups are data of the nodes: most of what reads GraphML
 * passes over graphs within nodes.
 */
import { oneLine } from "./wording.ts";
import type { Graph, GraphEdge, GraphNode, Mark } from "./graph.ts";
import { groupsAround } from "./groups.ts";
import { element, writeXml, type Element } from "./xml.ts";

const keys = [
  { id: "title", of: "graph" },
  { id: "description", of: "graph" },
  { id: "label", of: "node" },
  { id: "kind", of: "node" },
  { id: "details", of: "node" },
  { id: "group", of: "node" },
  { id: "mark", of: "node" },
  { id: "findings", of: "node" },
  { id: "label", of: "edge" },
  { id: "kind", of: "edge" },
  { id: "mark", of: "edge" },
  { id: "findings", of: "edge" },
] as const;

export function toGraphml(graph: Graph): string {
  const { title, description, nodes, edges } = graph;
  const root = element(
    "graphml",
    { xmlns: "http://graphml.graphdrawing.org/xmlns" },
    ...keys.map(({ id, of }) =>
      element("key", { id: `${of}_${id}`, for: of, "attr.name": id, "attr.type": "string" }),
    ),
    element(
      "graph",
      { id: "g", edgedefault: "directed" },
      ...data("graph", { title: [title], description: [description] }),
      ...nodes.map((node) => nodeElement(graph, node)),
      ...edges.map(edgeElement),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(root)}`;
}

function nodeElement(graph: Graph, node: GraphNode): Element {
  const { id, kind, title, lines, mark } = node;
  const groups = groupsAround(graph, node).map((group) => group.title);
  return element(
    "node",
    { id },
    ...data("node", { label: [title], kind: [kind], details: lines, group: groups, ...marked(mark) }),
  );
}

function edgeElement({ from, to, kind, label, mark }: GraphEdge, index: number): Element {
  return element(
    "edge",
    { id: `e${index + 1}`, source: from, target: to },
    ...data("edge", { label, kind: [kind], ...marked(mark) }),
  );
}

type Lines = Readonly<Record<string, readonly string[]>>;

function marked(mark: Mark | undefined): Lines {
  if (mark === undefined) return {};
  return mark.kind === "finding" ? { mark: [mark.severity], findings: mark.texts } : { mark: [mark.kind] };
}

/** What is empty is left out. */
function data(of: "graph" | "node" | "edge", texts: Lines): readonly Element[] {
  return Object.entries(texts).flatMap(([id, lines]) =>
    lines.length === 0 ? [] : [element("data", { key: `${of}_${id}` }, lines.map(oneLine).join("\n"))],
  );
}

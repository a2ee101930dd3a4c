/* A picture in the language of Graphviz. */
import { oneLine } from "./wording.ts";
import type { EdgeKind, Graph, GraphEdge, GraphNode, NodeKind } from "./graph.ts";
import { leadingBack } from "./leading_back.ts";
import { nestedGroups, type Nested } from "./groups.ts";
import { lookColours, lookOf, markLines } from "./marked.ts";

type Attributes = Readonly<Record<string, string | undefined>>;

const nodeForms: Readonly<Record<NodeKind, Attributes>> = {
  "function system": { shape: "box", style: "filled" },
  organization: { shape: "box", style: "filled,rounded" },
  interaction: { shape: "box", style: "filled,rounded,dashed" },
  movement: { shape: "parallelogram", style: "filled" },
  "psychic system": { shape: "ellipse", style: "filled" },
  machine: { shape: "box3d", style: "filled" },
  society: { shape: "doubleoctagon", style: "filled" },
  environment: { shape: "box", style: "filled,dashed" },
  population: { shape: "octagon", style: "filled" },
  coupling: { shape: "hexagon", style: "filled" },
  sensitivity: { shape: "cds", style: "filled" },
  operation: { shape: "box", style: "filled" },
  event: { shape: "box", style: "filled,dashed" },
  quantity: { shape: "cylinder", style: "filled" },
  expectation: { shape: "note", style: "filled" },
  decision: { shape: "diamond", style: "filled" },
  channel: { shape: "hexagon", style: "filled" },
  cluster: { shape: "folder", style: "filled" },
  more: { shape: "plaintext", style: "filled" },
};

const edgeForms: Readonly<Record<EdgeKind, Attributes>> = {
  channel: {},
  couples: { arrowhead: "none" },
  follows: {},
  reading: { style: "dashed", arrowhead: "empty" },
  within: { style: "dotted", arrowhead: "odiamond" },
  inclusion: { style: "dashed", arrowhead: "odot" },
  // It ends at the boundary.
  missing: { style: "dashed", arrowhead: "tee" },
};

export function toDot(graph: Graph): string {
  const whole = nestedGroups(graph);
  const lines = [
    // No tooltip: Graphviz would give it to all groups, and look for words of its own in it twice.
    `// ${oneLine(graph.description)}`,
    "digraph picture {",
    `  graph [${attributes({
      rankdir: graph.direction === "right" ? "LR" : "TB",
      label: text([graph.title]),
      labelloc: text(["t"]),
      fontname: text(["Helvetica"]),
    })}]`,
    `  node [${attributes({ fontname: text(["Helvetica"]), fillcolor: text(["#ffffff"]) })}]`,
    `  edge [${attributes({ fontname: text(["Helvetica"]), fontsize: "10" })}]`,
    ...insideLines(whole, "  "),
    ...edgeLines(graph.edges),
    "}",
    "",
  ];
  return lines.join("\n");
}

function insideLines({ nodes, inner }: Nested, indent: string): readonly string[] {
  return [
    ...nodes.map((node) => `${indent}${nodeLine(node)}`),
    ...inner.flatMap((nested) => [
      `${indent}subgraph cluster_${nested.group?.id ?? ""} {`,
      `${indent}  label=${text([nested.group?.title ?? ""])}`,
      `${indent}  style="rounded"`,
      ...insideLines(nested, `${indent}  `),
      `${indent}}`,
    ]),
  ];
}

function nodeLine({ id, kind, title, lines, mark }: GraphNode): string {
  const colours = mark && lookColours[lookOf(mark)];
  const form = nodeForms[kind];
  return `${id} [${attributes({
    label: text([title, ...lines, ...markLines(mark)]),
    shape: form.shape,
    style: text([`${form.style ?? ""}${mark?.kind === "removed" ? ",dashed" : ""}`]),
    color: colours && text([colours.stroke]),
    fillcolor: colours && text([colours.fill]),
    penwidth: colours && "3",
  })}]`;
}

/** What leads back where another leads has no say in which of the two stands first. */
function edgeLines(edges: readonly GraphEdge[]): readonly string[] {
  const back = leadingBack(edges);
  return edges.map((edge) => edgeLine(edge, back.has(edge)));
}

function edgeLine({ from, to, kind, label, mark }: GraphEdge, leadsBack: boolean): string {
  const colours = mark && lookColours[lookOf(mark)];
  const lines = [...label, ...markLines(mark)];
  const said = attributes({
    ...edgeForms[kind],
    style: mark?.kind === "removed" ? "dashed" : edgeForms[kind].style,
    label: lines.length > 0 ? text(lines) : undefined,
    color: colours && text([colours.stroke]),
    penwidth: colours && "3",
    constraint: leadsBack ? "false" : undefined,
  });
  return `  ${from} -> ${to}${said === "" ? "" : ` [${said}]`}`;
}

function attributes(of: Attributes): string {
  return Object.entries(of)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join(", ");
}

/**
 * A text in quotation marks, of a line or more. Graphviz reads `\N`, `\G`, `\l` and the like as words of its own, and `&lt;`
 * as a sign: so the backslash and the ampersand are written as what stands for them.
 */
function text(lines: readonly string[]): string {
  const written = lines.map((line) =>
    oneLine(line).replaceAll("&", "&amp;").replaceAll("\\", "\\\\").replaceAll('"', '\\"'),
  );
  return `"${written.join("\\n")}"`;
}

/* A picture as a flowchart of Mermaid, as Markdown on many sites shows it. */
import { oneLine } from "./wording.ts";
import type { EdgeKind, Graph, GraphEdge, GraphNode, NodeKind } from "./graph.ts";
import { nestedGroups, type Nested } from "./groups.ts";
import { lookColours, lookOf, looks, markLines } from "./marked.ts";

/** The brackets around a title, which say the form of the box. */
const nodeForms: Readonly<Record<NodeKind, readonly [string, string]>> = {
  "function system": ["[", "]"],
  organization: ["(", ")"],
  interaction: ["(", ")"],
  movement: ["[/", "/]"],
  "psychic system": ["((", "))"],
  machine: ["[[", "]]"],
  society: ["[", "]"],
  environment: ["[", "]"],
  population: ["([", "])"],
  coupling: ["{{", "}}"],
  sensitivity: [">", "]"],
  operation: ["[", "]"],
  event: ["[", "]"],
  quantity: ["[(", ")]"],
  expectation: ["[\\", "\\]"],
  decision: ["{", "}"],
  channel: ["{{", "}}"],
  more: ["(", ")"],
};

const edgeForms: Readonly<Record<EdgeKind, string>> = {
  channel: "-->",
  couples: "---",
  follows: "-->",
  reading: "-.->",
  within: "-.-",
  inclusion: "--o",
  // It ends at the boundary.
  missing: "--x",
};

export function toMermaid(graph: Graph): string {
  const lines = [
    `flowchart ${graph.direction === "right" ? "LR" : "TB"}`,
    `  accTitle: ${escaped(graph.title)}`,
    `  accDescr: ${escaped(graph.description)}`,
    ...insideLines(nestedGroups(graph), "  "),
    ...graph.edges.map(edgeLine),
    ...markedLines(graph),
    "",
  ];
  return lines.join("\n");
}

function insideLines({ nodes, inner }: Nested, indent: string): readonly string[] {
  return [
    ...nodes.map((node) => `${indent}${nodeLine(node)}`),
    ...inner.flatMap((nested) => [
      `${indent}subgraph ${nested.group?.id ?? ""}[${text([nested.group?.title ?? ""])}]`,
      ...insideLines(nested, `${indent}  `),
      `${indent}end`,
    ]),
  ];
}

function nodeLine({ id, kind, title, lines, mark }: GraphNode): string {
  const [open, close] = nodeForms[kind];
  return `${id}${open}${text([title, ...lines, ...markLines(mark)])}${close}`;
}

function edgeLine({ from, to, kind, label, mark }: GraphEdge): string {
  const lines = [...label, ...markLines(mark)];
  return `  ${from} ${edgeForms[kind]}${lines.length > 0 ? `|${text(lines)}|` : ""} ${to}`;
}

/** The looks of what stands out; lines are told apart by their number alone. */
function markedLines({ nodes, edges }: Graph): readonly string[] {
  return looks.flatMap((look) => {
    const { stroke, fill } = lookColours[look];
    const boxes = nodes.flatMap(({ id, mark }) => (mark && lookOf(mark) === look ? [id] : []));
    const lines = edges.flatMap(({ mark }, index) => (mark && lookOf(mark) === look ? [index] : []));
    return [
      ...(boxes.length > 0
        ? [
            `  classDef ${look} fill:${fill},stroke:${stroke},stroke-width:3px,color:#000000`,
            `  class ${boxes.join(",")} ${look}`,
          ]
        : []),
      ...(lines.length > 0 ? [`  linkStyle ${lines.join(",")} stroke:${stroke},stroke-width:3px`] : []),
    ];
  });
}

function text(lines: readonly string[]): string {
  return `"${lines.map(escaped).join("<br>")}"`;
}

/**
 * All that is neither a letter, a mark, a digit nor a space is written as Mermaid's own sign for a character (`#35;`): no
 * directive, bracket, quotation mark, tag or piece of Markdown comes through to its parser or to the page.
 */
function escaped(line: string): string {
  return oneLine(line).replace(/[^\p{L}\p{M}\p{Nd} ]/gu, (sign) => `#${sign.codePointAt(0) ?? 0};`);
}

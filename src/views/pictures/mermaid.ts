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
  population: ["[/", "\\]"],
  coupling: ["{{", "}}"],
  sensitivity: [">", "]"],
  operation: ["[", "]"],
  event: ["[", "]"],
  quantity: ["[(", ")]"],
  expectation: ["[\\", "\\]"],
  decision: ["{", "}"],
  channel: ["{{", "}}"],
  cluster: ["[[", "]]"],
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
    const linesOf = (missing: boolean): readonly number[] =>
      edges.flatMap(({ kind, mark }, index) =>
        mark && lookOf(mark) === look && (kind === "missing") === missing ? [index] : [],
      );
    const drawn = `stroke:${stroke},stroke-width:3px${look === "removed" ? ",stroke-dasharray:6" : ""}`;
    const [there, missing] = [linesOf(false), linesOf(true)];
    return [
      ...(boxes.length > 0 ? [`  classDef ${look} fill:${fill},${drawn},color:#000000`] : []),
      ...(boxes.length > 0 ? [`  class ${boxes.join(",")} ${look}`] : []),
      ...(there.length > 0 ? [`  linkStyle ${there.join(",")} ${drawn}`] : []),
      ...(missing.length > 0 ? [`  linkStyle ${missing.join(",")} ${drawn},stroke-dasharray:6`] : []),
    ];
  });
}

/** An empty text is a mistake to Mermaid. */
function text(lines: readonly string[]): string {
  const written = lines.map(escaped).join("<br>");
  return `"${written === "" ? "#160;" : written}"`;
}

/** What is no letter or digit, by the blocks of scripts and not by the version of Unicode that the host has. */
const special =
  /[^A-Za-z0-9 \u00C0-\u1FFF\u2C00-\u2DFF\u3041-\uD7FF\uF900-\uFAFF\uFB1D-\uFDFF\uFE70-\uFEFC\u{20000}-\u{3FFFF}]/gu;

/**
 * All else is written as Mermaid's own sign for a character (`#35;`): no directive, bracket, quotation mark, tag or piece of
 * Markdown comes through to its parser or to the page. What it makes icons (`fa:fa-bug`), formulas (`$$x$$`) or signs (its
 * own way of keeping them) of only when it has read the signs, is parted by one that nobody sees.
 */
function escaped(line: string): string {
  return oneLine(line)
    .replace(/\w:(?=\w)|\$(?=\$)|ﬂ(?=°)/gu, `$&${parting}`)
    .replace(special, (sign) => `#${sign.codePointAt(0) ?? 0};`);
}

const parting = "\u2060";

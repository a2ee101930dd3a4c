/* A graph as Graphviz is asked to lay it out: numbers for names, sizes for texts. */
import type { Card } from "./cards.ts";
import type { Graph, GraphEdge, GraphNode, NodeKind } from "./graph.ts";
import { leadingBack } from "./leading_back.ts";
import type { Cards, LayoutMethod } from "./placed.ts";
import { rounded } from "./xml.ts";

/** Above so many edges the search for the arrangement with the fewest crossings is cut short. */
const manyEdges = 90;

/** Arrows end at the line of these, not at the corners of the room that they take. */
const round: ReadonlySet<NodeKind> = new Set<NodeKind>(["environment", "psychic system"]);

export function layoutDot(
  { direction, groups, nodes, edges }: Graph,
  cards: Cards,
  method: LayoutMethod,
): string {
  const large = edges.length > manyEdges;
  const numbers = new Map(nodes.map(({ id }, index) => [id, index]));
  const groupNumbers = new Map(groups.map(({ id }, index) => [id, index]));
  const lines: string[] = [
    "digraph {",
    method === "dot"
      ? `graph [rankdir=${direction === "right" ? "LR" : "TB"}, nodesep=0.35, ranksep=0.5, remincross=true]`
      : "graph [overlap=true, splines=line, start=1]",
    ...(method === "dot" && large ? ["graph [nslimit=2, nslimit1=2, mclimit=0.5, maxiter=400]"] : []),
    'node [shape=box, fixedsize=true, label=""]',
    "edge [arrowsize=0.8]",
  ];
  const nodeLine = ({ id, kind }: GraphNode): string => {
    const { width, height } = cards.nodes.get(id) ?? { width: 24, height: 24 };
    const form = round.has(kind) ? ", shape=ellipse" : "";
    return `n${numbers.get(id)} [width=${inches(width)}, height=${inches(height)}${form}]`;
  };
  const within = (group: string | undefined): void => {
    for (const node of nodes) if (known(node.group) === group) lines.push(nodeLine(node));
    for (const { id, within: outer } of groups) {
      if (known(outer) !== group || id === group) continue;
      const number = groupNumbers.get(id);
      lines.push(
        `subgraph cluster_${number} {`,
        `graph [margin=14, labelloc=t, labeljust=l, label=${room(cards.heads.get(id))}]`,
        // A group with nothing in it would not be there.
        `g${number} [width=0.01, height=0.01, style=invis]`,
      );
      within(id);
      lines.push("}");
    }
  };
  const known = (group: string | undefined): string | undefined =>
    group !== undefined && groupNumbers.has(group) ? group : undefined;
  within(undefined);
  const back = leadingBack(edges);
  for (const [index, edge] of edges.entries()) {
    const [from, to] = [numbers.get(edge.from), numbers.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    const label = cards.labels[index];
    // The rows are those of what leads on.
    const aside = method === "dot" && back.has(edge) ? ", constraint=false" : "";
    const labelled = method === "dot" && label !== undefined && label.rows.length > 0;
    lines.push(
      `n${from} -> n${to} [id=e${index}${labelled ? `, label=${room(label)}` : ""}${weightOf(edge)}${aside}]`,
    );
  }
  return [...lines, "}", ""].join("\n");
}

/** An empty table is as large as it is told to be. */
function room(card: Card | undefined): string {
  if (card === undefined || card.rows.length === 0) return '""';
  const size = `fixedsize="true" width="${card.width}" height="${card.height}"`;
  return `<<table border="0" cellborder="0" cellpadding="0" cellspacing="0" ${size}><tr><td></td></tr></table>>`;
}

/** What matters most is drawn straightest. */
function weightOf({ kind, mark }: GraphEdge): string {
  if (mark?.kind === "way" || mark?.kind === "bottleneck") return ", weight=8";
  return kind === "reading" || kind === "inclusion" ? ", weight=0.5" : "";
}

function inches(pixels: number): string {
  return rounded(pixels / 72);
}

/* A flow too large to show each thing: its systems, environments and populations, and who can irritate whom. */
import type { Flow } from "../../flow/flow.ts";
import type { ModelIndex } from "../../model/lookup.ts";
import type { Id } from "../../model/reference.ts";
import type { FoldedFlow } from "./flow_folded.ts";
import type { FlowMarks } from "./flow_marks.ts";
import type { Graph, GraphEdge, GraphNode, Mark, NodeKind } from "./graph.ts";
import { atMost, calledIn } from "./wording.ts";

export function ownersOnly(
  flow: Flow,
  folded: FoldedFlow,
  marks: FlowMarks,
  index: ModelIndex,
): Pick<Graph, "groups" | "nodes" | "edges"> {
  const shown = new Set(folded.nodes.flatMap((number) => flow.nodes[number]?.owner ?? []));
  const nodeOf = new Map<Id, string>();
  const nodes: GraphNode[] = [];
  for (const [owner, numbers] of flow.nodesOf) {
    const item = index.declared(owner);
    if (!shown.has(owner) || item === undefined || item.kind === "coupling") continue;
    const id = `n${nodes.length + 1}`;
    nodeOf.set(owner, id);
    const kind: NodeKind = item.kind === "system" ? item.systemKind : kindOfEnvironment(item.kind);
    const mark = strongest(numbers.flatMap((number) => marks.nodes.get(number) ?? []));
    nodes.push({ id, kind, title: calledIn(item), lines: [], mark });
  }

  const lines = new Map<string, { from: string; to: string; couplings: Set<string>; marks: Mark[] }>();
  for (const [number, node] of flow.nodes.entries()) {
    if (node.kind !== "channel") continue;
    const { source, target } = node.channel;
    const [from, to] = [nodeOf.get(source.owner), nodeOf.get(target.owner)];
    if (from === undefined || to === undefined) continue;
    const key = `${from} ${to}`;
    const line = lines.get(key) ?? { from, to, couplings: new Set(), marks: [] };
    line.couplings.add(calledIn(node.coupling));
    line.marks.push(...[marks.nodes.get(number)].filter((mark) => mark !== undefined));
    lines.set(key, line);
  }
  const edges = [...lines.values()].map(({ from, to, couplings, marks: found }): GraphEdge => ({
    from,
    to,
    kind: "channel",
    label: atMost([...couplings], 2),
    mark: strongest(found),
  }));
  return { groups: [], nodes, edges };
}

function kindOfEnvironment(kind: string): NodeKind {
  return kind === "population" ? "population" : "environment";
}

function strongest(marks: readonly Mark[]): Mark | undefined {
  return marks.find(({ kind }) => kind === "bottleneck") ?? marks[0];
}

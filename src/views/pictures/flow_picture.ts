/* What can irritate what: the graph of perturbations as boxes and lines. */
import { counted } from "../../base/words.ts";
import type { Flow, FlowNode } from "../../flow/flow.ts";
import { indexModel, type ModelIndex } from "../../model/lookup.ts";
import type { Model } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import { foldFlow, type FoldedEdge, type FoldedFlow } from "./flow_folded.ts";
import { marksOnCircles, marksOnWay, type FlowMarks } from "./flow_marks.ts";
import { ownersOnly } from "./flow_owners.ts";
import type { Graph, GraphEdge, GraphNode, Group, Mark, NodeKind } from "./graph.ts";
import { legendOf } from "./legend.ts";
import { titleOf } from "./map.ts";
import { atMost, calledIn, oneLine } from "./wording.ts";

export interface FlowOptions {
  /** A way from one system, environment or population to another is highlighted; otherwise circles are. */
  readonly from?: Id | undefined;
  readonly to?: Id | undefined;
  /** The system, environment or population of which all is shown, with what leads there and comes from there. */
  readonly focus?: Id | undefined;
}

/** With more than this, only who irritates whom is shown. */
const mostNodes = 150;

export function flowOf(model: Model, flow: Flow, options: FlowOptions = {}): Graph {
  const { from, to, focus } = options;
  const index = indexModel(model);
  const names = (id: Id): string => calledIn(index.declared(id) ?? { name: id });
  const marks =
    from !== undefined && to !== undefined ? marksOnWay(flow, from, to, names) : marksOnCircles(flow, names);
  const folded = around(flow, foldFlow(flow, new Set(marks.edges.keys())), focus);
  const small = folded.nodes.length <= mostNodes;
  const { groups, nodes, edges, said } = small
    ? { ...drawFolded(flow, folded, marks, index), said: [] }
    : ownersOnly(flow, folded, marks, index);
  const owners = new Set(folded.nodes.flatMap((number) => ownerOf(flow, number) ?? []));
  const counts = small
    ? `${counted(nodes.length, "thing")} of ${counted(owners.size, "owner")}, and ${counted(edges.length, "arrow")} between them`
    : `Who can irritate whom, of ${counted(owners.size, "owner")}, since the model is too large to show each thing`;
  const notes = [...(small ? [] : [`${counts}.`]), ...marks.told, ...said];
  return {
    title: `${titleOf(model)}: flow`,
    description: [...(small ? [`${counts}.`] : []), ...notes].join(" "),
    said: notes,
    direction: "down",
    groups,
    nodes,
    edges,
    legend: legendOf(nodes, edges),
  };
}

/** Of a system, environment or population its own things, and those that lead there at once or to which they lead. */
function around(flow: Flow, folded: FoldedFlow, focus: Id | undefined): FoldedFlow {
  const own = new Set(folded.nodes.filter((number) => flow.nodes[number]?.owner === focus));
  if (own.size === 0) return folded;
  const edges = folded.edges.filter(({ from, to }) => own.has(from) || own.has(to));
  const near = new Set([...own, ...edges.flatMap(({ from, to }) => [from, to])]);
  return { nodes: folded.nodes.filter((number) => near.has(number)), edges };
}

function ownerOf(flow: Flow, number: number): Id | undefined {
  const node = flow.nodes[number];
  return node === undefined || node.kind === "channel" ? undefined : node.owner;
}

export type Drawn = Pick<Graph, "groups" | "nodes" | "edges">;

function drawFolded(flow: Flow, folded: FoldedFlow, marks: FlowMarks, index: ModelIndex): Drawn {
  const groups = new Map<Id, Group>();
  const nodeOf = new Map<number, string>();
  const nodes: GraphNode[] = [];
  for (const number of folded.nodes) {
    const node = flow.nodes[number];
    if (node === undefined) continue;
    const id = `n${nodes.length + 1}`;
    nodeOf.set(number, id);
    const group = node.kind === "channel" ? undefined : groupOf(groups, node.owner, index);
    const mark = marks.nodes.get(number);
    nodes.push({
      id,
      kind: nodeKinds[node.kind],
      title: titleOfNode(node, index),
      lines: linesOfNode(node),
      group,
      mark,
    });
  }
  const decisions = nodes.filter(({ kind }) => kind === "decision" || kind === "channel");
  const titles = new Map(decisions.map(({ id, title }) => [id, title]));
  const edges = folded.edges.flatMap((edge): GraphEdge[] => {
    const [from, to] = [nodeOf.get(edge.from), nodeOf.get(edge.to)];
    if (from === undefined || to === undefined) return [];
    // A decision has the name of its program already.
    const said = new Set([titles.get(from), titles.get(to)]);
    const label = atMost(
      edge.passed.filter((name) => !said.has(name)),
      3,
    );
    return [{ from, to, kind: edge.kind, label, mark: markOfEdge(edge, marks) }];
  });
  return { groups: [...groups.values()], nodes, edges };
}

function groupOf(groups: Map<Id, Group>, owner: Id, index: ModelIndex): string {
  const known = groups.get(owner);
  if (known !== undefined) return known.id;
  const made = { id: `g${groups.size + 1}`, title: calledIn(index.declared(owner) ?? { name: owner }) };
  groups.set(owner, made);
  return made.id;
}

export const nodeKinds: Readonly<Record<FlowNode["kind"], NodeKind>> = {
  sensitivity: "sensitivity",
  operation: "operation",
  event: "event",
  quantity: "quantity",
  expectation: "expectation",
  designated: "expectation",
  decision: "decision",
  readings: "decision",
  effects: "decision",
  channel: "channel",
};

function titleOfNode(node: FlowNode, index: ModelIndex): string {
  const { owner, name } = node;
  switch (node.kind) {
    case "sensitivity":
    case "operation":
    case "event":
    case "quantity":
    case "expectation":
      return calledIn(index[node.kind](owner, name) ?? node);
    case "decision":
      return atMost(node.programs.map(calledIn), 2).join(", ");
    case "readings":
    case "effects":
      return calledIn(node.program);
    case "designated":
      return "designated";
    case "channel":
      return calledIn(node.coupling);
  }
}

/** A decision that nothing triggers but time says when it falls. */
function linesOfNode(node: FlowNode): readonly string[] {
  return node.kind === "decision" && node.trigger.kind === "every" ? [oneLine(node.name)] : [];
}

/** Marked if all that it stands for is marked. */
export function markOfEdge({ edges }: FoldedEdge, marks: FlowMarks): Mark | undefined {
  const first = marks.edges.get(edges[0] ?? -1);
  return edges.every((edge) => marks.edges.has(edge)) ? first : undefined;
}

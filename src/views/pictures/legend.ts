/* What the forms and lines of a picture mean: of those that occur in it. */
import type { EdgeKind, GraphEdge, GraphNode, LegendEntry, Mark, NodeKind } from "./graph.ts";

const nodeTexts: Readonly<Record<NodeKind, string>> = {
  "function system": "function system",
  organization: "organization",
  interaction: "interaction",
  movement: "movement",
  "psychic system": "psychic system",
  machine: "machine",
  society: "society",
  environment: "environment",
  population: "population",
  coupling: "coupling: the institution between two",
  sensitivity: "sensitivity: what a system notices",
  operation: "operation: what a system does",
  event: "event in an environment",
  quantity: "quantity of an environment",
  expectation: "expectation of a system",
  decision: "decision: what programs read and do",
  channel: "channel of a coupling",
  cluster: "several, coupled more closely with each other than with the rest",
  more: "what has been left out",
};

const edgeTexts: Readonly<Record<EdgeKind, string>> = {
  channel: "can irritate, through a coupling",
  couples: "coupled, and no channel",
  follows: "sets off, within one system",
  reading: "is read there",
  within: "takes part in",
  inclusion: "included as",
  missing: "should irritate, and no channel carries it",
};

const markTexts: Readonly<Record<Mark["kind"], string>> = {
  way: "on the way that was asked for",
  circle: "on a circle: it can come back to itself",
  bottleneck: "a bottleneck: every way passes it",
  removed: "only in the first",
  added: "only in the second",
  changed: "otherwise in each",
  finding: "a finding of the checks",
};

export function legendOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): readonly LegendEntry[] {
  const nodeKinds = new Set(nodes.map(({ kind }) => kind));
  const edgeKinds = new Set(edges.map(({ kind }) => kind));
  const marks = new Set([...nodes, ...edges].flatMap(({ mark }) => mark?.kind ?? []));
  return [
    ...entries(nodeTexts, nodeKinds, (node) => ({ node })),
    ...entries(edgeTexts, edgeKinds, (edge) => ({ edge })),
    ...entries(markTexts, marks, (mark) => ({ mark })),
  ];
}

function entries<Kind extends string>(
  texts: Readonly<Record<Kind, string>>,
  kinds: ReadonlySet<Kind>,
  of: (kind: Kind) => LegendEntry["of"],
): readonly LegendEntry[] {
  const inOrder = Object.keys(texts).filter((kind): kind is Kind => kinds.has(kind as Kind));
  return inOrder.map((kind) => ({ of: of(kind), text: texts[kind] }));
}

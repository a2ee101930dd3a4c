/* Graphs to be drawn in tests. */
import type {
  EdgeKind,
  Graph,
  GraphEdge,
  GraphNode,
  Mark,
  NodeKind,
} from "../../../src/views/pictures/graph.ts";

export const nodeKinds: readonly NodeKind[] = [
  "function system",
  "organization",
  "interaction",
  "movement",
  "psychic system",
  "machine",
  "society",
  "environment",
  "population",
  "coupling",
  "sensitivity",
  "operation",
  "event",
  "quantity",
  "expectation",
  "decision",
  "channel",
  "cluster",
  "more",
];
export const edgeKinds: readonly EdgeKind[] = [
  "channel",
  "follows",
  "reading",
  "within",
  "inclusion",
  "missing",
];
export const marks: readonly Mark[] = [
  { kind: "way" },
  { kind: "circle" },
  { kind: "bottleneck" },
  { kind: "finding", severity: "error", texts: ["`politics` decides what only the economy can decide"] },
  { kind: "finding", severity: "warning", texts: ["nothing leads back"] },
  { kind: "finding", severity: "hint", texts: ["no other system notices it", "nor does this one"] },
];

/** A node of every kind and an arrow of every kind, with every mark; all that is said in it is `said`. */
export function everything(said: (index: number) => string): Graph {
  let index = 0;
  const next = (): string => said(index++);
  const nodes = nodeKinds.map((kind, order): GraphNode => {
    return {
      id: `n${order}`,
      kind,
      title: next(),
      lines: [next(), next()],
      ...(order % 5 === 0 && { group: order % 2 === 0 ? "g0" : "g1" }),
      ...(order % 3 === 0 && { mark: marks[(order / 3) % marks.length] }),
    };
  });
  const edges = nodes.map(({ id }, order): GraphEdge => {
    return {
      from: id,
      to: `n${(order * 5 + 3) % nodes.length}`,
      kind: edgeKinds[order % edgeKinds.length] ?? "channel",
      label: order % 4 === 3 ? [] : [next()],
      ...(order % 3 === 1 && { mark: marks[((order - 1) / 3) % marks.length] }),
    };
  });
  return {
    title: next(),
    description: next(),
    direction: "right",
    groups: [
      { id: "g0", title: next() },
      { id: "g1", title: next(), within: "g0" },
    ],
    nodes,
    edges,
    legend: [
      ...nodeKinds.map((node) => ({ of: { node }, text: next() })),
      ...edgeKinds.map((edge) => ({ of: { edge }, text: next() })),
      ...marks.map(({ kind }) => ({ of: { mark: kind }, text: next() })),
    ],
  };
}

/** Nodes in a row, each with arrows to the next and to one further on. */
export function row(count: number): Graph {
  const nodes = Array.from({ length: count }, (_, index): GraphNode => {
    return { id: `n${index}`, kind: "operation", title: `operation_${index}`, lines: [] };
  });
  const edges = nodes.flatMap(({ id }, index) =>
    [1, 7].map((far): GraphEdge => ({
      from: id,
      to: `n${(index + far) % count}`,
      kind: "follows",
      label: ["label"],
    })),
  );
  return { title: "a row", description: "A row.", direction: "right", groups: [], nodes, edges, legend: [] };
}

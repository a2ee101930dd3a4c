import type { Id } from "../model/reference.ts";
import type { Flow, FlowCause, FlowEdge, FlowNode, NamedKind } from "./flow.ts";

/** The nodes of one owner by kind and name, while they are collected. */
type Names = { [Kind in NamedKind]?: Map<string, number> };

/** Collects nodes and edges while the graph is built. */
export interface FlowBuilder {
  /** Makes an owner known, even if it has no nodes; the nodes added next are its own. */
  readonly begin: (owner: Id) => void;
  /** Adds a node and gives its number; a second one of the same kind and name is the first (channels excepted). */
  readonly add: (node: FlowNode) => number;
  /** The number of a node added before. */
  readonly find: (kind: NamedKind, owner: Id, name: string) => number | undefined;
  /** Adds an edge; none where an end does not exist, since what is missing has been reported as unknown. */
  readonly connect: (from: number | undefined, to: number | undefined, cause: FlowCause) => void;
  /** Gives what lets each source that it is called with lead to the same reader, once. */
  readonly reader: (to: number | undefined, cause?: FlowCause) => (source: number | undefined) => void;
  readonly finish: () => Flow;
}

export function startFlow(): FlowBuilder {
  const nodes: FlowNode[] = [];
  const edges: FlowEdge[] = [];
  const nodesOf = new Map<Id, number[]>();
  const named = new Map<Id, Names>();
  let own: number[] = [];
  let ownNames: Names = {};

  function begin(owner: Id): void {
    own = nodesOf.get(owner) ?? [];
    ownNames = named.get(owner) ?? {};
    nodesOf.set(owner, own);
    named.set(owner, ownNames);
  }

  function add(node: FlowNode): number {
    const number = nodes.length;
    if (node.kind !== "channel") {
      const names = (ownNames[node.kind] ??= new Map<string, number>());
      const earlier = names.get(node.name);
      if (earlier !== undefined) return earlier;
      names.set(node.name, number);
    }
    nodes.push(node);
    own.push(number);
    return number;
  }

  const find: FlowBuilder["find"] = (kind, owner, name) => named.get(owner)?.[kind]?.get(name);

  const connect: FlowBuilder["connect"] = (from, to, cause) => {
    if (from !== undefined && to !== undefined) edges.push({ from, to, cause });
  };

  const reader: FlowBuilder["reader"] = (to, cause = { kind: "reading" }) => {
    let known: Set<number> | undefined;
    return (source) => {
      if (source === undefined || known?.has(source)) return;
      known = (known ?? new Set()).add(source);
      connect(source, to, cause);
    };
  };

  function finish(): Flow {
    const outgoing = edgesBy(nodes.length, edges, (edge) => edge.from);
    const incoming = edgesBy(nodes.length, edges, (edge) => edge.to);
    const successors = outgoing.map((indices) => indices.map((index) => edges[index]?.to ?? 0));
    return { nodes, edges, successors, outgoing, incoming, nodesOf, named };
  }

  return { begin, add, find, connect, reader, finish };
}

const none: readonly number[] = [];

/** For each node the indices of the edges that `end` says are its own. */
function edgesBy(
  count: number,
  edges: readonly FlowEdge[],
  end: (edge: FlowEdge) => number,
): readonly (readonly number[])[] {
  const lists = new Array<number[] | undefined>(count).fill(undefined);
  edges.forEach((edge, index) => {
    const node = end(edge);
    const list = lists[node];
    if (list) list.push(index);
    else lists[node] = [index];
  });
  return lists.map((list) => list ?? none);
}

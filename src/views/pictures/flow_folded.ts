/* The graph of perturbations with the nodes left out that only stand between two others: what is left is fit to be seen. */
import type { Flow, FlowCause, FlowNode } from "../../flow/flow.ts";
import type { EdgeKind } from "./graph.ts";
import { calledIn } from "./wording.ts";

export type FoldedKind = Extract<EdgeKind, "channel" | "follows" | "reading">;

export interface FoldedEdge {
  readonly from: number;
  readonly to: number;
  readonly kind: FoldedKind;
  /** What the couplings, limits and programs are called that it passes. */
  readonly passed: readonly string[];
  /** The edges of the flow that it stands for, by index: one way among those from the one to the other. */
  readonly edges: readonly number[];
}

export interface FoldedFlow {
  /** Those nodes of the flow that are still there, in its order. */
  readonly nodes: readonly number[];
  readonly edges: readonly FoldedEdge[];
}

/**
 * Decisions, programs and channels are folded into edges where one thing leads into them or one comes out of them. Where
 * several lead to several they stay: as many edges as there are pairs would show less.
 */
export function foldFlow(flow: Flow, highlighted: ReadonlySet<number>): FoldedFlow {
  const kept = new Set(flow.nodes.keys());
  const outgoing = flow.nodes.map(() => new Map<number, FoldedEdge>());
  const incoming = flow.nodes.map(() => new Set<number>());
  const join = (edge: FoldedEdge): void => {
    const known = outgoing[edge.from]?.get(edge.to);
    outgoing[edge.from]?.set(edge.to, known === undefined ? edge : merged(known, edge, highlighted));
    incoming[edge.to]?.add(edge.from);
  };
  flow.edges.forEach(({ from, to, cause }, index) => {
    join({ from, to, kind: kindOf(cause), passed: passedBy(cause), edges: [index] });
  });

  flow.nodes.forEach((node, number) => {
    if (!standsBetween(node)) return;
    const before = [...(incoming[number] ?? [])].filter((other) => other !== number);
    const after = [...(outgoing[number] ?? new Map<number, FoldedEdge>()).keys()].filter(
      (other) => other !== number,
    );
    // What time sets off is where something begins.
    const begins = node.kind === "decision" && node.trigger.kind === "every";
    if (after.length > 0 && (begins || before.length === 0)) return;
    if (before.length > 1 && after.length > 1) return;
    kept.delete(number);
    for (const one of before) {
      const first = outgoing[one]?.get(number);
      outgoing[one]?.delete(number);
      for (const other of after) {
        const second = outgoing[number]?.get(other);
        const edge = first && second && joined(first, second);
        // That what is set is looked at before it is set, is no news.
        if (edge && !(edge.kind === "reading" && edge.from === edge.to)) join(edge);
      }
    }
    for (const other of after) incoming[other]?.delete(number);
  });

  const nodes = [...kept].sort((a, b) => a - b);
  const edges = nodes.flatMap((number) => [...(outgoing[number] ?? new Map<number, FoldedEdge>()).values()]);
  return { nodes, edges: edges.filter(({ to }) => kept.has(to)) };
}

/** Whether a node is no act and no state, but a bundle of what leads from one to another. */
function standsBetween({ kind }: FlowNode): boolean {
  switch (kind) {
    case "decision":
    case "readings":
    case "effects":
    case "channel":
      return true;
    case "sensitivity":
    case "operation":
    case "event":
    case "quantity":
    case "expectation":
    case "designated":
      return false;
  }
}

function kindOf(cause: FlowCause): FoldedKind {
  switch (cause.kind) {
    case "channel":
      return "channel";
    case "trigger":
    case "clause":
    case "becomes":
      return "follows";
    case "reading":
    case "limit":
      return "reading";
  }
}

function passedBy(cause: FlowCause): readonly string[] {
  switch (cause.kind) {
    case "channel":
      return [calledIn(cause.coupling)];
    case "limit":
      return [`limit ${calledIn(cause.limit)}`];
    case "clause":
      return [calledIn(cause.program)];
    case "trigger":
    case "reading":
    case "becomes":
      return [];
  }
}

/** What is only read sets nothing off, however it goes on from there. */
function joined(first: FoldedEdge, second: FoldedEdge): FoldedEdge {
  const kinds = [first.kind, second.kind];
  // Where something is only read, the line of what sets it off says by which program.
  const named = first.kind === "reading" && second.kind === "follows" ? [first] : [first, second];
  return {
    from: first.from,
    to: second.to,
    kind: kinds.includes("reading") ? "reading" : kinds.includes("channel") ? "channel" : "follows",
    passed: [...new Set(named.flatMap(({ passed }) => passed))],
    edges: [...first.edges, ...second.edges],
  };
}

const strength: Readonly<Record<FoldedKind, number>> = { channel: 2, follows: 1, reading: 0 };

/** Of two between the same ends the stronger, and of equally strong ones the highlighted; they are named together. */
function merged(known: FoldedEdge, other: FoldedEdge, highlighted: ReadonlySet<number>): FoldedEdge {
  const isHighlighted = ({ edges }: FoldedEdge): boolean => edges.every((edge) => highlighted.has(edge));
  if (strength[other.kind] > strength[known.kind])
    return isHighlighted(known) ? { ...known, kind: other.kind } : other;
  if (strength[other.kind] < strength[known.kind])
    return isHighlighted(other) && !isHighlighted(known) ? { ...known, edges: other.edges } : known;
  const passed = [...new Set([...known.passed, ...other.passed])];
  return { ...known, passed, edges: isHighlighted(other) ? other.edges : known.edges };
}

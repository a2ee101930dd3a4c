import type { ChannelOf } from "../model/lookup.ts";
import type { Clause, Limit, Program } from "../model/model.ts";
import { decidesAnyway } from "./endless.ts";
import { nodesOnWay } from "./flow.ts";
import type { Flow, FlowEdge, FlowNode, Way } from "./flow.ts";

/** What can keep a perturbation from going on; `node` is where. */
export type Damping =
  /** A limit can block the operation. */
  | { readonly kind: "limit"; readonly node: number; readonly limit: Limit }
  /** The sensitivity filters by its own `when`. */
  | { readonly kind: "sensitivity"; readonly node: number }
  /** The channel has a condition, a chance, a capacity. */
  | ({ readonly kind: "condition" | "chance" | "capacity"; readonly node: number } & ChannelOf)
  /** Another clause may decide, or none: only this one, or not every one, goes on this way. */
  | { readonly kind: "clause"; readonly node: number; readonly program: Program; readonly clause: Clause }
  /** A quantity moves with another, but perhaps less. */
  | { readonly kind: "becomes"; readonly node: number };

/** What on a way can damp what goes that way, in order; each thing once. */
export function dampingsOn(flow: Flow, way: Way): readonly Damping[] {
  const dampings: Damping[] = [];
  const leaving = firstOf(way, (edge) => edge.from);
  const entering = firstOf(way, (edge) => edge.to);
  for (const number of new Set(nodesOnWay(way))) {
    const node = flow.nodes[number];
    if (node === undefined) continue;
    for (const damping of dampingsAt(node, number)) dampings.push(damping);
    const next = leaving.get(number);
    if (next?.cause.kind === "becomes") dampings.push({ kind: "becomes", node: next.to });
    if (next?.cause.kind === "clause") {
      const { program, clause } = next.cause;
      if (!goesOnAnyway(flow, number, entering.get(number)?.from, next.to)) {
        dampings.push({ kind: "clause", node: number, program, clause });
      }
    }
  }
  return dampings;
}

/** The first edge of a way at each of its nodes. */
function firstOf(way: Way, end: (edge: FlowEdge) => number): ReadonlyMap<number, FlowEdge> {
  const first = new Map<number, FlowEdge>();
  for (const edge of way) if (!first.has(end(edge))) first.set(end(edge), edge);
  return first;
}

/** Whether the operation is emitted on that trigger whatever clause decides; `before` leads to the clause's node. */
function goesOnAnyway(flow: Flow, from: number, before: number | undefined, operation: number): boolean {
  const decision = [from, before]
    .map((number) => (number === undefined ? undefined : flow.nodes[number]))
    .find((node) => node?.kind === "decision");
  const name = flow.nodes[operation]?.name;
  if (decision?.kind !== "decision") return false;
  const clauses = decision.programs.flatMap((program) => program.clauses);
  return (
    clauses.some(decidesAnyway) &&
    clauses.every((clause) =>
      clause.effects.some((effect) => effect.kind === "emit" && effect.operation === name),
    )
  );
}

function dampingsAt(node: FlowNode, number: number): readonly Damping[] {
  switch (node.kind) {
    case "sensitivity":
      return node.sensitivity.when ? [{ kind: "sensitivity", node: number }] : [];
    case "operation":
      return node.limits.map((limit) => ({ kind: "limit", node: number, limit }));
    case "channel": {
      const { coupling, channel } = node;
      const options = ["condition", "chance", "capacity"] as const;
      const given = { condition: channel.when, chance: channel.chance, capacity: channel.capacity };
      return options
        .filter((option) => given[option] !== undefined)
        .map((kind) => ({ kind, node: number, coupling, channel }));
    }
    case "event":
    case "quantity":
    case "expectation":
    case "designated":
    case "decision":
    case "readings":
    case "effects":
      return [];
  }
}

/* On what a system decided. */
import { nodeNamed, type Flow } from "../../flow/flow.ts";
import type { TraceEntry } from "../trace.ts";

/** The node of the decision in the graph: all clauses on one trigger. */
export function triggerNode(
  flow: Flow,
  { owner, program, step }: Extract<TraceEntry, { kind: "decision" }>,
  cause: TraceEntry | undefined,
): number | undefined {
  if (cause?.kind === "irritation") return nodeNamed(flow, "decision", owner, cause.name);
  if (cause?.kind === "operation") return nodeNamed(flow, "decision", owner, `own ${cause.name}`);
  // A decision without a cause is one on a step: that of the program which is triggered in this one.
  for (const [name, number] of flow.named.get(owner)?.decision ?? []) {
    const node = flow.nodes[number];
    if (node?.kind !== "decision" || node.trigger.kind !== "every" || !name.startsWith("every")) continue;
    if (step % node.trigger.steps !== 0) continue;
    if (node.programs.some((each) => each.name === program)) return number;
  }
  return undefined;
}

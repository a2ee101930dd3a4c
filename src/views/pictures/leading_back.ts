/* Which edges of a picture lead back to where another has come from. */
import type { GraphEdge } from "./graph.ts";

/** Of edges that join two nodes in both directions those that are told later; none that returns to its own node. */
export function leadingBack(edges: readonly GraphEdge[]): ReadonlySet<GraphEdge> {
  const before = new Set<string>();
  return new Set(
    edges.filter(({ from, to }) => {
      before.add(`${from} ${to}`);
      return from !== to && before.has(`${to} ${from}`);
    }),
  );
}

/* Which edges of a picture lead back to where another has come from. */
import type { GraphEdge } from "./graph.ts";

/**
 * Of edges that join two nodes in both directions those that are told later; none that returns to its own node. What lies on
 * the way that was asked for leads on.
 */
export function leadingBack(edges: readonly GraphEdge[]): ReadonlySet<GraphEdge> {
  const before = new Set<string>();
  const isOnWay = ({ mark }: GraphEdge): boolean => mark?.kind === "way" || mark?.kind === "bottleneck";
  const inOrder = [...edges.filter(isOnWay), ...edges.filter((edge) => !isOnWay(edge))];
  return new Set(
    inOrder.filter(({ from, to }) => {
      before.add(`${from} ${to}`);
      return from !== to && before.has(`${to} ${from}`);
    }),
  );
}

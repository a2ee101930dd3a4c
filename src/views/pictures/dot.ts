/* A graph in another form. */
import type { Graph } from "./graph.ts";

export function toDot(graph: Graph): string {
  return `${JSON.stringify(graph, undefined, 2)}\n`;
}

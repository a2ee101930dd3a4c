/* A picture as data, for whoever draws it with something else. */
import { jsonText } from "../../diagnostics/show/json_text.ts";
import type { Graph } from "./graph.ts";

/** Described by `docs/schema/graph.schema.json`. */
export interface JsonGraph extends Graph {
  readonly version: 1;
}

export function jsonGraph(graph: Graph): JsonGraph {
  return { version: 1, ...graph };
}

export function toGraphJson(graph: Graph): string {
  return jsonText(jsonGraph(graph));
}

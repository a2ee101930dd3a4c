/* Models as their pictures have them. */
import { buildFlow, check, memoryHost, type CheckResult } from "../../../src/index.ts";
import { checkOf } from "../../../src/views/pictures/check_picture.ts";
import { flowOf, type FlowOptions } from "../../../src/views/pictures/flow_picture.ts";
import type { Graph, GraphEdge, GraphNode } from "../../../src/views/pictures/graph.ts";
import { mapOf, type MapOptions } from "../../../src/views/pictures/map.ts";
import { exampleFiles } from "../../support/examples.ts";

export function checked(text: string): CheckResult {
  return check(text);
}

export function checkedExample(name: string): CheckResult {
  return check({ name, text: exampleFiles.get(name) ?? "" }, { host: memoryHost(exampleFiles) });
}

export function mapOfText(text: string, options?: MapOptions): Graph {
  return mapOf(check(text).model, options);
}

export function flowOfText(text: string, options?: FlowOptions): Graph {
  const { model } = check(text);
  return flowOf(model, buildFlow(model), options);
}

export function checkOfText(text: string, options?: MapOptions): Graph {
  const { model, diagnostics } = check(text);
  return checkOf(model, diagnostics, options);
}

/** The three pictures of a model. */
export function picturesOf({ model, diagnostics }: CheckResult): readonly Graph[] {
  return [mapOf(model), flowOf(model, buildFlow(model)), checkOf(model, diagnostics)];
}

export function nodeTitled({ nodes }: Graph, title: string): GraphNode | undefined {
  return nodes.find((node) => node.title === title);
}

/** An edge in a line: `law ─channel→ contract: judgment → cost`. */
export function told(graph: Graph, { from, to, kind, label }: GraphEdge): string {
  const title = (id: string): string => graph.nodes.find((node) => node.id === id)?.title ?? `no ${id}`;
  return `${title(from)} ─${kind}→ ${title(to)}${label.length > 0 ? `: ${label.join(" | ")}` : ""}`;
}

export function edgesTold(graph: Graph): readonly string[] {
  return graph.edges.map((edge) => told(graph, edge));
}

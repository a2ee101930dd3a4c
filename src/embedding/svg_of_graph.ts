/* A graph as SVG: laid out by Graphviz, which is large and is loaded with the first picture that wants it. */
import { drawGraph, type DrawOptions } from "../views/pictures/draw_graph.ts";
import type { Graph } from "../views/pictures/graph.ts";
import { layOut, type LayoutEngine } from "../views/pictures/layout.ts";

export async function svgOfGraph(graph: Graph, options: DrawOptions = {}): Promise<string> {
  return drawGraph(graph, layOut(graph, await engine()), options);
}

/** Where no WebAssembly is allowed, pictures are laid out in rows, and say so. */
async function engine(): Promise<LayoutEngine> {
  try {
    const { graphviz } = await import("./graphviz.ts");
    return await graphviz();
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

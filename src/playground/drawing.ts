/* Maps drawn: what a worker of its own does, since the engine is large and can take long, and nobody who writes waits for it. */
import { instance } from "@viz-js/viz";
import { drawGraph } from "../views/pictures/draw_graph.ts";
import type { Graph } from "../views/pictures/graph.ts";
import { layoutEngine } from "../views/pictures/graphviz.ts";
import { layOut, type LayoutEngine } from "../views/pictures/layout.ts";
import { pictureOf, type Picture } from "./picture.ts";

export async function drawn(graph: Graph): Promise<Picture> {
  return pictureOf(drawGraph(graph, layOut(graph, await graphviz())));
}

async function graphviz(): Promise<LayoutEngine> {
  try {
    return layoutEngine(await instance());
  } catch (error) {
    // Some browsers can be set to run no WebAssembly; the picture is laid out in rows then, and says so.
    return () => {
      throw error;
    };
  }
}

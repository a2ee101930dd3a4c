/* A picture in the form that is asked for. */
import { listed, quoted } from "../../base/words.ts";
import { toDot } from "../../views/pictures/dot.ts";
import { drawGraph } from "../../views/pictures/draw_graph.ts";
import type { Graph } from "../../views/pictures/graph.ts";
import { toGraphJson } from "../../views/pictures/graph_json.ts";
import { toGraphml } from "../../views/pictures/graphml.ts";
import { layOut } from "../../views/pictures/layout.ts";
import { toMermaid } from "../../views/pictures/mermaid.ts";
import { UsageError } from "../failure.ts";
import type { DrawFormat } from "./formats.ts";
import type { Drawn } from "./views.ts";

/** The bytes of a file, or its text. */
export async function written(drawn: Drawn, format: DrawFormat): Promise<string | Uint8Array> {
  switch (format) {
    case "svg":
      return svgOf(drawn);
    case "png": {
      const { toPng } = await import("./png.ts");
      return toPng(await svgOf(drawn));
    }
    case "dot":
      return toDot(graphOf(drawn));
    case "mermaid":
      return toMermaid(graphOf(drawn));
    case "graphml":
      return toGraphml(graphOf(drawn));
    case "json":
      return toGraphJson(graphOf(drawn));
  }
}

async function svgOf(drawn: Drawn): Promise<string> {
  if (drawn.kind === "svg") return drawn.svg;
  const { graphviz } = await import("./graphviz.ts");
  return drawGraph(drawn.graph, layOut(drawn.graph, await graphviz()));
}

function graphOf(drawn: Drawn): Graph {
  if (drawn.kind === "graph") return drawn.graph;
  throw new UsageError(
    "this picture is no graph of nodes and arrows, which that form asks for",
    `it can be had as ${listed([quoted("svg"), quoted("png")], "or")}`,
  );
}

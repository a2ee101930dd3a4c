/* A picture in the form that is asked for. */
import { listed, quoted } from "../../base/words.ts";
import { svgOfGraph } from "../../embedding/svg_of_graph.ts";
import { toDot } from "../../views/pictures/dot.ts";
import type { Graph } from "../../views/pictures/graph.ts";
import { toGraphJson } from "../../views/pictures/graph_json.ts";
import { toGraphml } from "../../views/pictures/graphml.ts";
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
    case "mermaid":
      if (drawn.kind === "run") return (drawn.mermaid ?? refused("a sequence", ["--view run"]))();
      return toMermaid(drawn.graph);
    case "csv":
      if (drawn.kind === "run") return drawn.csv();
      return refused("a table", ["--view run", "--view lanes", "--view series"])();
    case "dot":
      return toDot(graphOf(drawn));
    case "graphml":
      return toGraphml(graphOf(drawn));
    case "json":
      return toGraphJson(graphOf(drawn));
  }
}

async function svgOf(drawn: Drawn): Promise<string> {
  return drawn.kind === "run" ? drawn.svg : svgOfGraph(drawn.graph);
}

function graphOf(drawn: Drawn): Graph {
  return drawn.kind === "graph"
    ? drawn.graph
    : refused("a graph of nodes and arrows", ["--view map", "--view flow", "--view check"])();
}

/** That this form is for other views; `what` it asks for. */
function refused(what: string, views: readonly string[]): () => never {
  return () => {
    throw new UsageError(
      `this picture is not ${what}, which that form is for`,
      `${listed(views.map(quoted), "or")} can be had so`,
    );
  };
}

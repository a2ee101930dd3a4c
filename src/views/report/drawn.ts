/* What is drawn for a report, by the names that say where each picture stands (`ReportInput.pictures`). */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Model } from "../../model/model.ts";
import type { RunResult } from "../../runs/run.ts";
import { checkOf } from "../pictures/check_picture.ts";
import type { Graph } from "../pictures/graph.ts";
import { mapOf } from "../pictures/map.ts";
import { picturesForReport } from "./run_pictures.ts";

type Named<What> = readonly (readonly [string, What])[];

/** The pictures of the model, which somebody has to lay out. */
export function graphsForReport(model: Model, diagnostics: readonly Diagnostic[]): Named<Graph> {
  return [
    ["map", mapOf(model)],
    ...(diagnostics.length === 0 ? [] : ([["check", checkOf(model, diagnostics)]] as const)),
  ];
}

/** The pictures of its runs in which there is something to be seen on a page, as SVG. */
export function runsDrawnForReport(results: readonly RunResult[]): Named<string> {
  return results.flatMap((result) =>
    picturesForReport(result).map(({ view, svg }) => {
      const name = `scenario ${result.scenario}`;
      return [view === "run" ? name : `${name} ${view}`, svg] as const;
    }),
  );
}

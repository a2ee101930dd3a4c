/* What is drawn for a report, by the names that say where each picture stands (`ReportInput.pictures`). */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Model } from "../../model/model.ts";
import type { RunResult } from "../../runs/run.ts";
import { NoTrace } from "../../runs/why.ts";
import { checkOf } from "../pictures/check_picture.ts";
import type { Graph } from "../pictures/graph.ts";
import { mapOf } from "../pictures/map.ts";
import { drawLanes } from "../pictures/run/lanes.ts";
import { drawSequence } from "../pictures/run/sequence.ts";
import { drawSeries } from "../pictures/run/series.ts";

type Named<What> = readonly (readonly [string, What])[];

/** The pictures of the model, which somebody has to lay out. */
export function graphsForReport(model: Model, diagnostics: readonly Diagnostic[]): Named<Graph> {
  return [
    ["map", mapOf(model, {})],
    ...(diagnostics.length === 0 ? [] : ([["check", checkOf(model, diagnostics, {})]] as const)),
  ];
}

/** The pictures of its runs, as SVG. */
export function runsDrawnForReport(results: readonly RunResult[]): Named<string> {
  const ways = [
    ["", drawSequence],
    [" lanes", drawLanes],
    [" series", drawSeries],
  ] as const;
  return results.flatMap((result) =>
    ways.flatMap(([kind, draw]): Named<string> => {
      const picture = drawn(draw, result);
      return picture === undefined ? [] : [[`scenario ${result.scenario}${kind}`, picture]];
    }),
  );
}

/** Of a run that was too long for a trace there is nothing to be drawn. */
function drawn(draw: (result: RunResult) => string, result: RunResult): string | undefined {
  try {
    return draw(result);
  } catch (error) {
    if (error instanceof NoTrace) return undefined;
    throw error;
  }
}

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

/** The pictures of its runs in which there is something to be seen on a page, each once, as SVG. */
export function runsDrawnForReport(results: readonly RunResult[]): Named<string> {
  return results
    .filter((result) => !looksLikeAnother(result, results))
    .flatMap((result) =>
      picturesForReport(result).map(({ view, svg }) => {
        const name = `scenario ${result.scenario}`;
        return [view === "run" ? name : `${name} ${view}`, svg] as const;
      }),
    );
}

/** Whether a scenario that begins like another shows nothing else than that: it may only expect more. */
function looksLikeAnother(result: RunResult, results: readonly RunResult[]): boolean {
  const { model } = result.prepared.checked;
  const like = model.scenarios.find(({ name }) => name === result.scenario)?.like;
  const name = model.scenarios.find(({ id }) => id === like?.id)?.name;
  const other = results.find(({ scenario }) => scenario === name);
  if (other === undefined) return false;
  const { scenario, label } = other;
  const shown = picturesForReport({ ...result, scenario, label });
  const before = picturesForReport(other);
  return shown.length === before.length && shown.every(({ svg }, index) => svg === before[index]?.svg);
}

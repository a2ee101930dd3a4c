/* All pictures that the report of a model shows, by the names that say where each stands. */
import type { CheckResult } from "../checks/apply.ts";
import type { RunResult } from "../runs/run.ts";
import { checkOf } from "../views/pictures/check_picture.ts";
import { mapOf } from "../views/pictures/map.ts";
import { picturesForReport } from "../views/report/run_pictures.ts";
import { svgOfGraph } from "./svg_of_graph.ts";

/**
 * The pictures of a report, as SVG by their names: `map`; `check`, if there are findings; and of each run `scenario NAME`,
 * `scenario NAME lanes` and `scenario NAME series`, those in which there is something to be seen on a page. Runs without a trace have
 * none.
 */
export async function picturesOf(
  { model, diagnostics }: CheckResult,
  results: readonly RunResult[] = [],
): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>();
  pictures.set("map", await svgOfGraph(mapOf(model)));
  if (diagnostics.length > 0) pictures.set("check", await svgOfGraph(checkOf(model, diagnostics)));
  for (const result of results) {
    if (looksLikeAnother(result, results)) continue;
    for (const { view, svg } of picturesForReport(result)) {
      const name = `scenario ${result.scenario}`;
      pictures.set(view === "run" ? name : `${name} ${view}`, svg);
    }
  }
  return pictures;
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

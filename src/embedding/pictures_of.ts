/* All pictures that the report of a model shows, by the names that say where each stands. */
import type { CheckResult } from "../checks/apply.ts";
import type { RunResult } from "../runs/run.ts";
import { graphsForReport, runsDrawnForReport } from "../views/report/drawn.ts";
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
  for (const [name, graph] of graphsForReport(model, diagnostics))
    pictures.set(name, await svgOfGraph(graph));
  for (const [name, svg] of runsDrawnForReport(results)) pictures.set(name, svg);
  return pictures;
}

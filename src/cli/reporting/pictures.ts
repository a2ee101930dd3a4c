/* The pictures of a report, by their names. */
import type { CheckResult } from "../../index.ts";
import type { RunResult } from "../../runs/run.ts";
import { graphsForReport, runsDrawnForReport } from "../../views/report/drawn.ts";
import { svgOfGraph } from "../drawing/written.ts";

/** Draws what there is to be seen of a model and its runs. */
export async function picturesFor(
  { model, diagnostics }: CheckResult,
  results: readonly RunResult[],
): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>();
  for (const [name, graph] of graphsForReport(model, diagnostics))
    pictures.set(name, await svgOfGraph(graph));
  for (const [name, picture] of runsDrawnForReport(results)) pictures.set(name, picture);
  return pictures;
}

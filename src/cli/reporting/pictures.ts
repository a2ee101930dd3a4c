/* The pictures of a report, by their names (`ReportInput.pictures` says where each stands). */
import { NoTrace, type CheckResult } from "../../index.ts";
import type { RunResult } from "../../runs/run.ts";
import { checkOf } from "../../views/pictures/check_picture.ts";
import { mapOf } from "../../views/pictures/map.ts";
import { drawLanes } from "../../views/pictures/run/lanes.ts";
import { drawSequence } from "../../views/pictures/run/sequence.ts";
import { drawSeries } from "../../views/pictures/run/series.ts";
import { svgOfGraph } from "../drawing/written.ts";

/** Draws what there is to be seen of a model and its runs. */
export async function picturesFor(
  { model, diagnostics }: CheckResult,
  results: readonly RunResult[],
): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>();
  pictures.set("map", await svgOfGraph(mapOf(model, {})));
  if (diagnostics.length > 0) pictures.set("check", await svgOfGraph(checkOf(model, diagnostics, {})));
  for (const result of results) {
    const name = `scenario ${result.scenario}`;
    for (const [kind, draw] of [
      ["", drawSequence],
      [" lanes", drawLanes],
      [" series", drawSeries],
    ] as const) {
      const picture = drawn(draw, result);
      if (picture !== undefined) pictures.set(name + kind, picture);
    }
  }
  return pictures;
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

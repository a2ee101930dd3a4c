/*
 * Which pictures of a run are worth showing: those in which there is something to be seen; and in a report, those that can be read
 * on its page.
 */
import type { RunResult } from "../../runs/run.ts";
import { valuesOverTime, valuesWithout, type ValueOverTime } from "../../runs/values_over_time.ts";
import type { PictureOptions } from "../pictures/run/frame.ts";
import { drawLanes } from "../pictures/run/lanes.ts";
import { drawSequence } from "../pictures/run/sequence.ts";
import { drawSeries } from "../pictures/run/series.ts";
import { sizeOf } from "./picture_size.ts";

/** By what the views are called on the command line. */
export type RunView = "run" | "lanes" | "series";

export interface RunPicture {
  readonly view: RunView;
  readonly svg: string;
}

/** Every picture of a run in which there is something to be seen. Of a run without a trace there is none. */
export function picturesOfRun(result: RunResult, options: PictureOptions = {}): readonly RunPicture[] {
  if (!result.traced) return [];
  const kinds: ReadonlySet<string> = new Set(result.trace().entries.map(({ kind }) => kind));
  const happened = ["operation", "irritation", "decision", "noise"].some((kind) => kinds.has(kind));
  return [
    ...(happened ? [{ view: "run", svg: drawSequence(result, options) } as const] : []),
    ...(kinds.has("decision") ? [{ view: "lanes", svg: drawLanes(result, options) } as const] : []),
    ...(hasMoved(result) ? [{ view: "series", svg: drawSeries(result, options) } as const] : []),
  ];
}

/** Whether any number was ever another than at first, with a regulation or without it. */
function hasMoved(result: RunResult): boolean {
  const moves = ({ type, changes }: ValueOverTime): boolean => type.kind === "number" && changes.length > 1;
  return valuesOverTime(result).some(moves) || valuesWithout(result).some(({ values }) => values.some(moves));
}

/** So wide are pictures made that stand among the lines of a report, which are a little narrower. */
export const columnWidth = 720;
/** What is larger is shown smaller, as far as it can be read; a course that is longer than a page is told by the story alone. */
const page = { width: 1120, height: 1500 };
const smallest = 0.75;

/** The pictures of a run that its report shows. */
export function picturesForReport(result: RunResult): readonly RunPicture[] {
  return picturesOfRun(result, { width: columnWidth }).filter(({ view, svg }) => {
    const { width, height } = sizeOf(svg);
    const scale = Math.min(1, page.width / width);
    return view !== "run" || (scale >= smallest && height * scale <= page.height);
  });
}

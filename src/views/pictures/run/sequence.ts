/*
 * The cascade of a run as a sequence diagram: a life line for each that takes part, time downwards. Every text stands in the gap
 * beside one life line, so that none lies across another.
 */
import type { RunResult } from "../../../runs/run.ts";
import { listed } from "../../../base/words.ts";
import { element, type Element } from "../xml.ts";
import { cascadeOf, type Cascade, type Lane } from "./cascade.ts";
import { happenedText, outcomeText, runText, titleOf } from "./describe.ts";
import { heading, heightOf, linesAt, linesOf, margin, sheet, widthOf, type PictureOptions } from "./frame.ts";
import { aside, rowsDrawn, type Placed } from "./sequence_rows.ts";

export interface SequenceOptions extends PictureOptions {
  /** So many steps are drawn if there are more; those that were decisive are among them. */
  readonly steps?: number | undefined;
}

/** So many steps, and rows of a step, if nothing else is said. */
export const usualLimits = { steps: 40, rows: 60 } as const;

/** Said of a picture in which not everything has a row of its own. */
const abridged =
  "what repeats itself, or is too much, is told in a line; all that happened is in niklas draw --view run --format csv";

const usualWidth = 960;
/** From one life line to the next. */
const gaps = { least: 190, most: 260 } as const;

/** Throws `NoTrace`. */
export function drawSequence(result: RunResult, options: SequenceOptions = {}): string {
  const { steps = usualLimits.steps, width: wanted = usualWidth } = options;
  const cascade = cascadeOf(result, { steps, rows: usualLimits.rows });
  const place = placed(cascade, wanted);
  const title = titleOf(result, options);
  const below = cascade.isWhole ? "" : `; ${abridged}`;
  const top = heading(title, `${runText(result)}${below}`, place.width);
  const heads = laneHeads(cascade.lanes, place, top.height);
  const drawn = rowsDrawn(cascade.rows, place, heads.bottom + 6);
  const feet = laneHeads(cascade.lanes, place, drawn.bottom + 10);
  const lives = cascade.lanes.map(({ id, kind }) =>
    element("line", {
      class: "life",
      x1: place.x(id),
      y1: heads.bottom,
      x2: place.x(id),
      y2: drawn.bottom + 10,
      "stroke-dasharray": kind === "system" ? undefined : kind === "scenario" ? "1 4" : "6 4",
    }),
  );
  const who = cascade.lanes.filter(({ kind }) => kind !== "scenario").map(({ name }) => name);
  const part =
    who.length === 0 ? "Nobody takes part" : `${listed(who)} ${who.length === 1 ? "takes" : "take"} part`;
  const description = `A sequence diagram, time downwards: ${runText(result)}. ${part}; ${happenedText(result.trace().entries)}.${outcomeText(result)}`;
  return sheet({ width: place.width, height: feet.bottom + margin, title, description }, [
    ...top.elements,
    ...drawn.rules,
    ...lives,
    ...heads.elements,
    ...feet.elements,
    ...drawn.elements,
  ]);
}

function placed({ lanes, rows }: Cascade, wanted: number): Placed {
  const count = Math.max(1, lanes.length);
  const gap = Math.min(gaps.most, Math.max(gaps.least, (wanted - 2 * margin) / (count + 0.4)));
  const orders = new Map(lanes.map(({ id }, order) => [id, order]));
  // Before the first life line stands which step it is; what stands beside the last has room, too.
  const first = rows.reduce(
    (least, row) =>
      row.kind === "step" && row.text === undefined
        ? Math.max(least, margin + widthOf(row.title, "small", true) + aside)
        : least,
    margin + gap * 0.4,
  );
  return {
    width: Math.max(360, first + gap * count + margin),
    gap,
    x: (id) => first + gap * (orders.get(id) ?? 0),
    room: gap - 2 * aside,
  };
}

function laneHeads(
  lanes: readonly Lane[],
  place: Placed,
  top: number,
): { readonly elements: readonly Element[]; readonly bottom: number } {
  const named = lanes.map((lane) => ({ lane, lines: linesOf(lane.name, place.gap - 32, "text", true) }));
  const height = named.reduce((most, { lines }) => Math.max(most, heightOf(lines)), heightOf([""])) + 10;
  const elements = named.flatMap(({ lane, lines }) => {
    const x = place.x(lane.id);
    const width = Math.max(40, ...lines.map((line) => widthOf(line, "text", true))) + 16;
    const box = element("rect", {
      class: "box lane",
      x: x - width / 2,
      y: top,
      width,
      height,
      rx: lane.kind === "system" ? 3 : height / 2,
      "stroke-dasharray": lane.kind === "system" ? undefined : lane.kind === "scenario" ? "1 4" : "6 4",
    });
    const down = top + (height - heightOf(lines)) / 2;
    return [box, ...linesAt(lines, x, down, { anchor: "middle", of: "strong" })];
  });
  return { elements, bottom: top + height };
}

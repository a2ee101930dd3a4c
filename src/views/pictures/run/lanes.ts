/*
 * What the systems designated, over time: a lane for each, on it a band for as long as a value of its code was the last that it
 * designated, and between the lanes what irritated them, from when it happened to when it arrived.
 */
import type { RunResult } from "../../../runs/run.ts";
import { inquiryInto } from "../../../runs/why.ts";
import { listed } from "../../../base/words.ts";
import { element, type Element } from "../xml.ts";
import { outcomeText, runText, titleOf } from "./describe.ts";
import {
  arrowHead,
  heading,
  heightOf,
  linesAt,
  linesOf,
  margin,
  sheet,
  sizes,
  textAt,
  toned,
  widthOf,
  type PictureOptions,
  type Tone,
} from "./frame.ts";
import { courseOf, type Irritation, type Lane } from "./lanes_course.ts";
import { stepTicks } from "./ticks.ts";
import type { TimedPicture } from "./time_axis.ts";

const usualWidth = 960;
const leastWidth = 320;
const bandHeight = 26;
/** Thinner bands than this could not be told apart. */
const thinnest = 1.5;

/** Throws `NoTrace`. */
export function drawLanes(result: RunResult, options: PictureOptions = {}): string {
  return lanesOverTime(result, options).svg;
}

/** The same, with where its time lies. Throws `NoTrace`. */
export function lanesOverTime(result: RunResult, options: PictureOptions = {}): TimedPicture {
  const inquiry = inquiryInto(result);
  const width = Math.max(leastWidth, options.width ?? usualWidth);
  const nameRoom = nameRoomIn(width);
  const across = width - 2 * margin - nameRoom - 20;
  const end = result.steps + 1;
  const course = courseOf(inquiry, end, (thinnest * end) / across);
  const left = margin + nameRoom;
  const x = (at: number): number => left + (at / end) * across;
  const below =
    course.leftOut === 0 ? "" : `; ${course.leftOut} irritations more are left out of the picture`;
  // An axis without a band on it would leave open whether something is missing.
  const silent = course.lanes.every(({ bands }) => bands.length === 0)
    ? "; no system designated anything in it"
    : "";
  const title = titleOf(result, options);
  const top = heading(title, `${runText(result)}${silent}${below}`, width);
  const rows = placed(course.lanes, top.height + 8, nameRoom);
  const axis = axisOf(result, x, end, rows, top.height + 4, across);
  const whose =
    course.lanes.length === 0
      ? "No system designated anything, and nothing was irritated"
      : `Lanes over time, one for each of ${listed(course.lanes.map(({ name }) => name))}`;
  const description = `${whose}: ${runText(result)}. ${course.lanes.map(laneText).join(" ")}${outcomeText(result)}`;
  const svg = sheet({ width, height: axis.bottom + margin, title, description }, [
    ...top.elements,
    ...axis.lines,
    ...rows.lanes.flatMap((lane) => laneDrawn(lane, x, end)),
    ...course.irritations.flatMap((each) => irritationDrawn(each, rows.lanes, x)),
    ...rows.lanes.flatMap((lane) => labelsDrawn(lane, x)),
    ...axis.texts,
  ]);
  return {
    svg,
    width: Math.ceil(width),
    height: Math.ceil(axis.bottom + margin),
    steps: result.steps,
    axes:
      rows.lanes.length === 0 ? [] : [{ left, right: x(end), top: top.height + 4, bottom: rows.bottom + 16 }],
  };
}

/** Where the whole is narrow, names are broken earlier. */
function nameRoomIn(width: number): number {
  return width < 560 ? 116 : 150;
}

function laneText({ name, bands }: Lane): string {
  if (bands.length === 0) return `${name} designates nothing.`;
  const shown = bands.slice(0, 12).map(({ value, from }) => `${value} from step ${Math.floor(from)}`);
  return `${name}: ${shown.join(", ")}${bands.length > shown.length ? " and so on" : ""}.`;
}

interface PlacedLane {
  readonly lane: Lane;
  readonly names: readonly string[];
  readonly keys: readonly { readonly tone: Tone; readonly lines: readonly string[] }[];
  /** The upper edge of its band. */
  readonly y: number;
}

interface Rows {
  readonly lanes: readonly PlacedLane[];
  readonly bottom: number;
}

function placed(lanes: readonly Lane[], top: number, nameRoom: number): Rows {
  let y = top;
  const rows = lanes.map((lane) => {
    const names = linesOf(lane.name, nameRoom - 12, "text", true);
    const keys = lane.key.map(({ value, tone }) => ({ tone, lines: linesOf(value, nameRoom - 34, "small") }));
    const row = { lane, names, keys, y };
    const height = keys.reduce((sum, { lines }) => sum + heightOf(lines, "small") + 1, heightOf(names) + 4);
    y += Math.max(bandHeight, height) + 16;
    return row;
  });
  return { lanes: rows, bottom: y };
}

/** Its bands, and before the first of them a line: nothing has been designated yet. */
function laneDrawn(
  { lane: { bands }, y }: PlacedLane,
  x: (at: number) => number,
  end: number,
): readonly Element[] {
  const middle = y + bandHeight / 2;
  const first = bands[0]?.from ?? end;
  const line = element("line", {
    class: "life",
    x1: x(0),
    y1: middle,
    x2: x(first),
    y2: middle,
    "stroke-dasharray": "1 4",
  });
  return [
    line,
    ...bands.map(({ from, to, tone }) => {
      const at = { x: x(from), y, width: x(to) - x(from), height: bandHeight };
      return tone === "mixed" ? element("rect", { class: "under mixed", ...at }) : toned(tone, "band", at);
    }),
  ];
}

/** The name and what its fillings mean on the left; on a band its value, where there is room. */
function labelsDrawn({ lane, names, keys, y }: PlacedLane, x: (at: number) => number): readonly Element[] {
  let below = y + 2;
  const drawn = [...linesAt(names, margin, below, { of: "strong" })];
  below += heightOf(names) + 2;
  for (const { tone, lines } of keys) {
    drawn.push(
      toned(tone, "key", { x: margin + 1, y: below + 2, width: 14, height: 10 }),
      ...linesAt(lines, margin + 21, below, { size: "small", of: "faint" }),
    );
    below += heightOf(lines, "small") + 1;
  }
  for (const { from, to, value, tone } of lane.bands) {
    const room = x(to) - x(from) - 10;
    const [line, ...more] = linesOf(value, room, "text");
    if (line === undefined || more.length > 0 || widthOf(line) > room || tone === "mixed") continue;
    drawn.push(
      textAt(line, x(from) + 5, y + bandHeight / 2 + sizes.text * 0.36, {
        of: tone === "first" ? "on-first" : "halo",
      }),
    );
  }
  return drawn;
}

/** From the edge of the one lane to that of the other. */
function irritationDrawn(
  { from, to, left, arrived }: Irritation,
  lanes: readonly PlacedLane[],
  x: (at: number) => number,
): readonly Element[] {
  const source = lanes.find(({ lane }) => lane.id === from);
  const goal = lanes.find(({ lane }) => lane.id === to);
  if (source === undefined || goal === undefined) return [];
  const down = goal.y > source.y;
  const [x1, x2] = [x(left), x(arrived)];
  // Where there is no band yet it begins and ends on the line.
  const inset = ({ lane }: PlacedLane, at: number): number =>
    (lane.bands[0]?.from ?? Infinity) <= at ? 0 : bandHeight / 2;
  const y1 = down ? source.y + bandHeight - inset(source, left) : source.y + inset(source, left);
  const y2 = down ? goal.y + inset(goal, arrived) : goal.y + bandHeight - inset(goal, arrived);
  return [
    element("line", { class: "line irritation", x1, y1, x2, y2, "stroke-width": 1.1 }),
    arrowHead(x2, y2, x2 - x1, y2 - y1),
  ];
}

/** The steps below the lanes, and a line through them at each that is named. */
function axisOf(
  { prepared }: RunResult,
  x: (at: number) => number,
  end: number,
  { lanes, bottom }: Rows,
  top: number,
  across: number,
): { readonly lines: readonly Element[]; readonly texts: readonly Element[]; readonly bottom: number } {
  // Of nothing there is no course.
  if (lanes.length === 0) return { lines: [], texts: [], bottom: top };
  const unit = prepared.checked.model.stepUnit;
  const name = unit === undefined ? "step" : `step (${unit})`;
  const names = linesOf(name, x(0) - margin - 12, "small");
  const widest = Math.max(24, widthOf(String(end), "small") * 1.6);
  // A step is the room between two lines.
  const ticks = stepTicks(end - 1, Math.min(20, across / widest));
  const texts = ticks.map((tick) =>
    textAt(String(tick), x(tick + 0.5), bottom + 12, { size: "small", anchor: "middle", of: "faint" }),
  );
  return {
    lines: ticks.map((tick) =>
      element("line", { class: "rule", x1: x(tick), y1: top, x2: x(tick), y2: bottom }),
    ),
    texts: [...texts, ...linesAt(names, margin, bottom + 1, { size: "small", of: "faint" })],
    bottom: bottom + 14 + heightOf(names, "small"),
  };
}

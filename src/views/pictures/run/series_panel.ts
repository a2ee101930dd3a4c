/* One value of a run over time: its axes, and a line for each run that is compared. */
import { shownValue } from "../../../engine/values.ts";
import type { RunResult } from "../../../runs/run.ts";
import type { ValueOverTime } from "../../../runs/values_over_time.ts";
import { element, rounded, type Element } from "../xml.ts";
import { heightOf, linesAt, linesOf, textAt, widthOf } from "./frame.ts";
import { stepTicks, ticksOf, tickText, type Ticks } from "./ticks.ts";
import type { TimeAxis } from "./time_axis.ts";

const plotHeight = 150;
/** How the lines of other runs are broken, one after the other. */
const dashes = ["7 4", "2 3", "9 3 2 3", "1 4"] as const;

export interface Line {
  /** Undefined: of the run itself. */
  readonly regulation: string | undefined;
  readonly values: ValueOverTime;
}

export interface Panel {
  readonly value: ValueOverTime;
  readonly lines: readonly Line[];
}

/** Something that the scenario does to begin a regulation. */
export interface Moment {
  readonly step: number;
  readonly text: string;
}

export function lineOf(of: number): {
  readonly class: string;
  readonly "stroke-width": number;
  readonly "stroke-dasharray"?: string;
} {
  return of === 0
    ? { class: "line series", "stroke-width": 2 }
    : {
        class: "without series",
        "stroke-width": 1.8,
        "stroke-dasharray": dashes[(of - 1) % dashes.length] ?? "",
      };
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** How high the names are in this row of panels. */
  readonly names: number;
}

/** What a panel is called, and its unit. */
export function namesOf(
  { value }: Panel,
  width: number,
): { readonly name: readonly string[]; readonly unit: readonly string[] } {
  const { type } = value;
  const unit = type.kind === "number" && type.percent !== true ? type.unit : undefined;
  return {
    name: linesOf(value.called, width, "text", true),
    unit: unit === undefined ? [] : linesOf(`in ${unit}`, width, "small"),
  };
}

/** The values in the end. */
function endsOf(lines: readonly Line[]): readonly string[] {
  return lines.map(({ values }) => shownValue(values.changes.at(-1)?.value ?? 0, values.type));
}

export function panelDrawn(
  result: RunResult,
  panel: Panel,
  moments: readonly Moment[],
  spot: Spot,
): { readonly elements: readonly Element[]; readonly bottom: number; readonly axis: TimeAxis } {
  const { lines, value } = panel;
  const percent = value.type.kind === "number" && value.type.percent === true;
  const ticks = ticksOfPanel(lines);
  const labels = ticks.at.map((tick) => tickText(tick, percent));
  const ends = endsOf(lines);
  const { name, unit } = namesOf(panel, spot.width);
  const top = spot.y + spot.names + 12 + (moments.length > 0 ? 14 : 0);
  const bottom = top + plotHeight;
  const left = spot.x + Math.max(28, ...labels.map((label) => widthOf(label, "small"))) + 8;
  const right = spot.x + spot.width - Math.max(...ends.map((text) => widthOf(text, "small"))) - 8;
  // The value of the last step has its room, too.
  const end = result.steps + 1;
  const x = (step: number): number => left + (step / end) * (right - left);
  const y = (number: number): number =>
    bottom - ((number - ticks.low) / (ticks.high - ticks.low)) * plotHeight;
  const axis = stepsDrawn(result, x, { left, right, bottom, width: spot.width });
  const elements = [
    ...linesAt(name, spot.x, spot.y, { of: "strong" }),
    ...linesAt(unit, spot.x, spot.y + heightOf(name), { size: "small", of: "faint" }),
    ...ticks.at.flatMap((tick, number) => [
      element("line", { class: "rule", x1: left, y1: y(tick), x2: right, y2: y(tick) }),
      textAt(labels[number] ?? "", left - 6, y(tick) + 4, { size: "small", anchor: "end", of: "faint" }),
    ]),
    ...axis.elements,
    ...momentsDrawn(moments, x, { left, right, top, bottom }),
    // What the run did lies above what it would have done.
    ...lines
      .toReversed()
      .map((line, from) =>
        element("path", { ...lineOf(lines.length - 1 - from), d: pathOf(line.values, end, x, y) }),
      ),
    ...endsDrawn(lines, ends, y, right),
  ];
  return { elements, bottom: axis.bottom, axis: { left, right, top, bottom } };
}

/** The axis of the steps, and what a step is. */
function stepsDrawn(
  { steps, prepared }: RunResult,
  x: (step: number) => number,
  {
    left,
    right,
    bottom,
    width,
  }: { readonly left: number; readonly right: number; readonly bottom: number; readonly width: number },
): { readonly elements: readonly Element[]; readonly bottom: number } {
  const unit = prepared.checked.model.stepUnit;
  const widest = Math.max(30, widthOf(String(steps), "small") * 1.8);
  const lines = linesOf(unit === undefined ? "step" : `step (${unit})`, width, "small");
  const elements = [
    element("line", { class: "life", x1: left, y1: bottom, x2: right, y2: bottom }),
    ...stepTicks(steps, Math.min(10, (right - left) / widest)).flatMap((step) => [
      element("line", { class: "life", x1: x(step), y1: bottom, x2: x(step), y2: bottom + 4 }),
      textAt(String(step), x(step), bottom + 16, { size: "small", anchor: "middle", of: "faint" }),
    ]),
    ...linesAt(lines, left, bottom + 19, { size: "small", of: "faint" }),
  ];
  return { elements, bottom: bottom + 20 + heightOf(lines, "small") };
}

/** The values in the end, beside the lines; the same value stands there once, and none on another. */
function endsDrawn(
  lines: readonly Line[],
  ends: readonly string[],
  y: (value: number) => number,
  right: number,
): readonly Element[] {
  const taken: number[] = [];
  return [...new Set(ends)].flatMap((text) => {
    const value = lines[ends.indexOf(text)]?.values.changes.at(-1)?.value;
    if (typeof value !== "number" || !Number.isFinite(value)) return [];
    const at = y(value);
    const free = [0, -13, 13, -26, 26].find((by) => taken.every((other) => Math.abs(other - at - by) >= 13));
    if (free === undefined) return [];
    taken.push(at + free);
    return [textAt(text, right + 5, at + free + 4, { size: "small" })];
  });
}

function ticksOfPanel(lines: readonly Line[]): Ticks {
  let [least, greatest] = [Infinity, -Infinity];
  for (const { values } of lines)
    for (const { value } of values.changes) {
      if (typeof value !== "number" || !Number.isFinite(value)) continue;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
  return least > greatest ? ticksOf(0, 1, 4) : ticksOf(least, greatest, 4);
}

/** When regulations begin: a dotted line each, named above where names have room. */
function momentsDrawn(
  moments: readonly Moment[],
  x: (step: number) => number,
  {
    left,
    right,
    top,
    bottom,
  }: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): readonly Element[] {
  let free = left;
  return moments.flatMap(({ step, text }) => {
    const at = x(step);
    const line = element("line", {
      class: "without moment",
      x1: at,
      y1: top - 3,
      x2: at,
      y2: bottom,
      "stroke-dasharray": "1 3",
    });
    const [name = "", ...more] = linesOf(text, right - left, "small");
    const width = widthOf(name, "small") * 1.05;
    const start = Math.max(left, Math.min(at - width / 2, right - width));
    if (more.length > 0 || start < free) return [line];
    free = start + width + 8;
    return [line, textAt(name, start, top - 6, { size: "small", of: "faint" })];
  });
}

/** A line that goes across until a value changes, then up or down. Of more changes than there are points it keeps the extremes. */
function pathOf(
  { changes }: ValueOverTime,
  last: number,
  x: (step: number) => number,
  y: (number: number) => number,
): string {
  const points = changes.flatMap(({ step, value }): readonly (readonly [number, number])[] =>
    typeof value === "number" && Number.isFinite(value) ? [[x(step), y(value)]] : [],
  );
  const parts: string[] = [];
  let column: (readonly [number, number])[] = [];
  const close = (): void => {
    const heights = column.map(([, height]) => height);
    const [first, final] = [column[0], column.at(-1)];
    if (first === undefined || final === undefined) return;
    parts.push(
      parts.length === 0
        ? `M${rounded(first[0])},${rounded(first[1])}`
        : `H${rounded(first[0])}V${rounded(first[1])}`,
    );
    if (column.length > 3) {
      parts.push(`V${rounded(Math.min(...heights))}V${rounded(Math.max(...heights))}`);
      parts.push(`H${rounded(final[0])}V${rounded(final[1])}`);
    } else
      for (const [across, height] of column.slice(1)) parts.push(`H${rounded(across)}V${rounded(height)}`);
    column = [];
  };
  for (const point of points) {
    const first = column[0];
    if (first !== undefined && point[0] - first[0] >= 0.5) close();
    column.push(point);
  }
  close();
  return `${parts.join("")}H${rounded(x(last))}`;
}

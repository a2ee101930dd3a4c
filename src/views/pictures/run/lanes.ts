/*
 * What the systems designated, over time: a lane for each, on it a band for as long as a value of its code was the last that it
 * designated, and between the lanes what irritated them, from when it happened to when it arrived.
 */
import type { Inquiry } from "../../../engine/inquiry/inquiry.ts";
import type { TraceEntry } from "../../../engine/trace.ts";
import type { Id } from "../../../model/reference.ts";
import type { RunResult } from "../../../runs/run.ts";
import { inquiryInto } from "../../../runs/why.ts";
import { listed } from "../../../base/words.ts";
import { element, type Element } from "../xml.ts";
import { toneOf } from "./cascade.ts";
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
import { stepTicks } from "./ticks.ts";

const usualWidth = 960;
const nameRoom = 150;
const bandHeight = 26;
/** Thinner bands and more irritations than these could not be told apart. */
const thinnest = 1.5;
const mostIrritations = 400;

interface Moment {
  readonly at: number;
  readonly value: string;
}

/** A value of a code as long as it was the last; `mixed`: it changed more often than can be drawn. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly tone: Tone | "mixed";
}

interface Lane {
  readonly id: Id;
  readonly name: string;
  readonly bands: readonly Band[];
  /** The values of its code that occur, with what fills them. */
  readonly key: readonly { readonly value: string; readonly tone: Tone }[];
}

interface Irritation {
  readonly from: Id;
  readonly to: Id;
  readonly left: number;
  readonly arrived: number;
}

interface Course {
  readonly lanes: readonly Lane[];
  readonly irritations: readonly Irritation[];
  readonly leftOut: number;
  readonly end: number;
}

/** Throws `NoTrace`. */
export function drawLanes(result: RunResult, options: PictureOptions = {}): string {
  const inquiry = inquiryInto(result);
  const width = Math.max(480, options.width ?? usualWidth);
  const across = width - 2 * margin - nameRoom - 20;
  const end = result.steps + 1;
  const course = courseOf(inquiry, result, end, (thinnest * end) / across);
  const left = margin + nameRoom;
  const x = (at: number): number => left + (at / end) * across;
  const below =
    course.leftOut === 0 ? "" : `; ${course.leftOut} irritations more are left out of the picture`;
  const title = titleOf(result, options);
  const top = heading(title, `${runText(result)}${below}`, width);
  const rows = placed(course.lanes, top.height + 8);
  const axis = axisOf(result, x, end, rows, top.height + 4, across);
  const description = `Lanes over time, one for each of ${listed(course.lanes.map(({ name }) => name))}: ${runText(result)}. ${course.lanes.map(laneText).join(" ")}${outcomeText(result)}`;
  return sheet({ width, height: axis.bottom + margin, title, description }, [
    ...top.elements,
    ...axis.lines,
    ...rows.lanes.flatMap((lane) => laneDrawn(lane, x, end)),
    ...course.irritations.flatMap((each) => irritationDrawn(each, rows.lanes, x)),
    ...rows.lanes.flatMap((lane) => labelsDrawn(lane, x)),
    ...axis.texts,
  ]);
}

function laneText({ name, bands }: Lane): string {
  if (bands.length === 0) return `${name} designates nothing.`;
  const shown = bands.slice(0, 12).map(({ value, from }) => `${value} from step ${Math.floor(from)}`);
  return `${name}: ${shown.join(", ")}${bands.length > shown.length ? " and so on" : ""}.`;
}

// ── What there is to draw ─────────────────────────────────────────────────

function courseOf(inquiry: Inquiry, { steps }: RunResult, end: number, thin: number): Course {
  const { history, names, model, index } = inquiry;
  const moments = momentsOf(inquiry);
  const irritations: Irritation[] = [];
  const parties = new Set<Id>();
  let leftOut = 0;
  for (let id = 0; id < history.count; id += 1) {
    const entry = history.at(id);
    if (entry?.kind === "decision") parties.add(entry.owner);
    if (entry?.kind !== "irritation" && entry?.kind !== "arrival") continue;
    const from = inquiry.places.channel(entry.coupling, entry.channel)?.source.owner;
    if (from === undefined || from === entry.owner) continue;
    parties.add(from).add(entry.owner);
    if (irritations.length >= mostIrritations) {
      leftOut += 1;
      continue;
    }
    irritations.push({
      from,
      to: entry.owner,
      left: leftAt(inquiry, entry, moments),
      arrived: arrivedAt(inquiry, entry, moments),
    });
  }
  // In the order of the model: it is the modeller's, and the same in all runs.
  const ids = [...model.systems, ...model.environments].map(({ id }) => id).filter((id) => parties.has(id));
  const lanes = ids.map((id): Lane => {
    const own = index.system(id) === undefined ? [] : momentsOfSystem(inquiry, id, moments);
    const key = [...new Set(own.map(({ value }) => value))].map((value) => ({
      value,
      tone: toneOf(inquiry, id, value),
    }));
    const order: readonly Tone[] = ["first", "second", "undecided"];
    return {
      id,
      name: names(id),
      bands: bandsOf(own, end, thin, (value) => toneOf(inquiry, id, value)),
      key: key.sort((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone)),
    };
  });
  return { lanes, irritations, leftOut, end: steps + 1 };
}

/** When each decision was made: those of a system in one step share it out among them, in their order. */
function momentsOf({ history, model }: Inquiry): ReadonlyMap<number, number> {
  const moments = new Map<number, number>();
  for (const { id } of model.systems) {
    const decisions = history.decisionsOf(id).flatMap((each) => history.at(each) ?? []);
    let first = 0;
    while (first < decisions.length) {
      const step = decisions[first]?.step ?? 0;
      let next = first;
      while (decisions[next]?.step === step) next += 1;
      for (let at = first; at < next; at += 1)
        moments.set(decisions[at]?.id ?? -1, step + (at - first + 0.5) / (next - first));
      first = next;
    }
  }
  return moments;
}

function momentsOfSystem(
  { history }: Inquiry,
  system: Id,
  moments: ReadonlyMap<number, number>,
): readonly Moment[] {
  return history.decisionsOf(system).flatMap((id) => {
    const entry = history.at(id);
    return entry?.kind === "decision" ? [{ at: moments.get(id) ?? entry.step, value: entry.value }] : [];
  });
}

/** The last designation stays until there is another. */
function bandsOf(
  moments: readonly Moment[],
  end: number,
  thin: number,
  tone: (value: string) => Tone,
): readonly Band[] {
  const exact: Band[] = [];
  for (const { at, value } of moments) {
    const before = exact.at(-1);
    if (before?.value === value) continue;
    if (before !== undefined) exact[exact.length - 1] = { ...before, to: at };
    exact.push({ from: at, to: end, value, tone: tone(value) });
  }
  const drawn: Band[] = [];
  for (const band of exact) {
    const before = drawn.at(-1);
    if (band.to - band.from >= thin) drawn.push(band);
    else if (before?.tone === "mixed") drawn[drawn.length - 1] = { ...before, to: band.to };
    else drawn.push({ ...band, value: "changing", tone: "mixed" });
  }
  return drawn;
}

type Carried = Extract<TraceEntry, { kind: "irritation" | "arrival" }>;

/** An irritation arrives where the decision stands that it brought about. */
function arrivedAt(
  { history }: Inquiry,
  { id, step }: Carried,
  moments: ReadonlyMap<number, number>,
): number {
  const decision = history.effectsOf(id).find((effect) => moments.has(effect));
  return (decision === undefined ? undefined : moments.get(decision)) ?? step + 0.5;
}

/** It leaves where the decision stands that emitted it, or in the middle of the step in which something happened. */
function leftAt(
  { history }: Inquiry,
  { cause, step }: Carried,
  moments: ReadonlyMap<number, number>,
): number {
  const source = cause === undefined ? undefined : history.at(cause);
  if (source === undefined) return Math.max(0, step - 0.5);
  return moments.get(source.cause ?? -1) ?? source.step + 0.5;
}

// ── How it is drawn ───────────────────────────────────────────────────────

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

function placed(lanes: readonly Lane[], top: number): Rows {
  let y = top;
  const rows = lanes.map((lane) => {
    const names = linesOf(lane.name, nameRoom - 12);
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
  { bottom }: Rows,
  top: number,
  across: number,
): { readonly lines: readonly Element[]; readonly texts: readonly Element[]; readonly bottom: number } {
  const unit = prepared.checked.model.stepUnit;
  const name = unit === undefined ? "step" : `step (${unit})`;
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
    texts: [
      ...texts,
      ...linesAt(linesOf(name, nameRoom - 12, "small"), margin, bottom + 1, { size: "small", of: "faint" }),
    ],
    bottom: bottom + 14 + heightOf(linesOf(name, nameRoom - 12, "small"), "small"),
  };
}

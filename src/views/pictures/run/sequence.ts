/*
 * The cascade of a run as a sequence diagram: a life line for each that takes part, time downwards. Every text stands in the gap
 * beside one life line, so that none lies across another.
 */
import type { Id } from "../../../model/reference.ts";
import type { RunResult } from "../../../runs/run.ts";
import { listed } from "../../../base/words.ts";
import { element, type Element } from "../xml.ts";
import { cascadeOf, scenarioLane, type Cascade, type CascadeRow, type Lane } from "./cascade.ts";
import { happenedText, outcomeText, runText, titleOf } from "./describe.ts";
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
} from "./frame.ts";

export interface SequenceOptions extends PictureOptions {
  /** So many steps are drawn if there are more; those that were decisive are among them. */
  readonly steps?: number | undefined;
}

/** So many steps, and rows of a step, if nothing else is said. */
export const usualLimits = { steps: 40, rows: 60 } as const;

const usualWidth = 960;
/** From one life line to the next. */
const gaps = { least: 190, most: 260 } as const;
const aside = 12;

/** Throws `NoTrace`. */
export function drawSequence(result: RunResult, options: SequenceOptions = {}): string {
  const { steps = usualLimits.steps, width: wanted = usualWidth } = options;
  const cascade = cascadeOf(result, { steps, rows: usualLimits.rows });
  const place = placed(cascade, wanted);
  const title = titleOf(result, options);
  const top = heading(title, runText(result), place.width);
  const heads = laneHeads(cascade.lanes, place, top.height);
  const drawn = rowsDrawn(cascade, place, heads.bottom + 6);
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

/** Where the life lines stand. */
interface Placed {
  readonly width: number;
  readonly gap: number;
  readonly x: (id: Id) => number;
  readonly order: (id: Id) => number;
  /** How wide a text beside a life line may be. */
  readonly room: number;
}

function placed({ lanes, rows }: Cascade, wanted: number): Placed {
  const count = Math.max(1, lanes.length);
  const gap = Math.min(gaps.most, Math.max(gaps.least, (wanted - 2 * margin) / (count + 0.4)));
  const orders = new Map(lanes.map(({ id }, order) => [id, order]));
  const order = (id: Id): number => orders.get(id) ?? 0;
  // Before the first life line stands which step it is; what stands beside the last has room, too.
  const steps = rows.map((row) => (row.kind === "step" && row.text === undefined ? row.title : ""));
  const first = margin + Math.max(gap * 0.4, ...steps.map((step) => widthOf(step, "small") * 1.08 + aside));
  return {
    width: Math.max(360, first + gap * count + margin),
    gap,
    x: (id) => first + gap * order(id),
    order,
    room: gap - 2 * aside,
  };
}

function laneHeads(
  lanes: readonly Lane[],
  place: Placed,
  top: number,
): { readonly elements: readonly Element[]; readonly bottom: number } {
  const named = lanes.map((lane) => ({ lane, lines: linesOf(lane.name, place.gap - 32) }));
  const height = named.reduce((most, { lines }) => Math.max(most, heightOf(lines)), heightOf([""])) + 10;
  const elements = named.flatMap(({ lane, lines }) => {
    const x = place.x(lane.id);
    const width = Math.max(40, ...lines.map((line) => widthOf(line) * 1.08)) + 16;
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

interface Drawn {
  readonly elements: Element[];
  /** What lies below the life lines. */
  readonly rules: Element[];
  bottom: number;
  /** Where the operations stand, by their entry. */
  readonly marks: Map<number, number>;
}

function rowsDrawn({ rows }: Cascade, place: Placed, top: number): Drawn {
  const drawn: Drawn = { elements: [], rules: [], bottom: top, marks: new Map() };
  for (const row of rows) drawRow(drawn, row, place);
  return drawn;
}

function drawRow(drawn: Drawn, row: CascadeRow, place: Placed): void {
  const { elements } = drawn;
  switch (row.kind) {
    case "step":
      drawStep(drawn, row, place);
      return;
    case "act":
      drawArrow(drawn, { from: scenarioLane, to: row.to, text: row.text, of: "act" }, place);
      return;
    case "operation": {
      const x = place.x(row.owner);
      const y = drawn.bottom + 12;
      drawn.marks.set(row.entry, y);
      elements.push(element("circle", { class: "mark operation", cx: x, cy: y, r: 4.5 }));
      beside(drawn, linesOf(row.text, place.room), x, "strong");
      return;
    }
    case "blocked": {
      const x = place.x(row.owner);
      const y = drawn.bottom + 12;
      elements.push(
        element("circle", { class: "open blocked", cx: x, cy: y, r: 6 }),
        element("path", { class: "life", d: `M${x - 4},${y - 4} l8,8 M${x - 4},${y + 4} l8,-8` }),
      );
      beside(drawn, linesOf(row.text, place.room), x);
      return;
    }
    case "carried":
      drawCarried(drawn, row, place);
      return;
    case "noise": {
      const times = row.times === 1 ? "" : `${row.times} × `;
      drawArrow(
        drawn,
        { from: row.from, to: row.to, text: `${times}${row.text}: ${row.reason}`, of: "noise" },
        place,
      );
      return;
    }
    case "decision":
      drawDecision(drawn, row, place);
      return;
    case "change":
    case "unheard": {
      const lines = linesOf(row.text, place.room, "small");
      elements.push(
        ...linesAt(lines, place.x(row.owner) + aside, drawn.bottom + 1, { size: "small", of: "faint" }),
      );
      drawn.bottom += heightOf(lines, "small") + 2;
      return;
    }
    case "violation": {
      const x = place.x(row.owner ?? scenarioLane);
      const y = drawn.bottom + 11;
      elements.push(element("path", { class: "alarm violation", d: `M${x},${y - 6} l7,12 h-14 z` }));
      beside(drawn, linesOf(row.text, place.room), x, "wrong");
      return;
    }
    case "more":
      elements.push(textAt(row.text, margin, drawn.bottom + sizes.text + 2, { of: "faint" }));
      drawn.bottom += 22;
      return;
  }
}

/** A line across, with what there is to say of the step at its beginning. */
function drawStep(drawn: Drawn, { title, text }: Extract<CascadeRow, { kind: "step" }>, place: Placed): void {
  const y = drawn.bottom + 10;
  const name = linesOf(title, place.width, "small");
  const indent = margin + widthOf(name[0] ?? "", "small") * 1.08 + 10;
  const lines = text === undefined ? [] : linesOf(text, place.width - indent - margin, "small");
  drawn.rules.push(element("line", { class: "rule", x1: margin, y1: y, x2: place.width - margin, y2: y }));
  drawn.elements.push(
    ...linesAt(name, margin, y + 3, { size: "small", of: "faint strong halo" }),
    ...linesAt(lines, indent, y + 3, { size: "small", of: "faint halo" }),
  );
  // What happens begins beside the name of the step.
  drawn.bottom = text === undefined ? y : y + 6 + Math.max(heightOf(name, "small"), heightOf(lines, "small"));
}

function beside(drawn: Drawn, lines: readonly string[], x: number, of?: string): void {
  drawn.elements.push(...linesAt(lines, x + aside, drawn.bottom + 4, { of }));
  drawn.bottom += Math.max(22, heightOf(lines) + 7);
}

/** What the system made of it: a value of its code, and by which program. */
function drawDecision(
  drawn: Drawn,
  { owner, value, tone, by }: Extract<CascadeRow, { kind: "decision" }>,
  place: Placed,
): void {
  const x = place.x(owner) - 6;
  const y = drawn.bottom + 3;
  const lines = linesOf(value, place.room - 8);
  const width = Math.max(...lines.map((line) => widthOf(line))) + 14;
  const height = heightOf(lines) + 4;
  const rest = place.room + aside - width - 4;
  const beside = widthOf(by, "small") <= rest;
  const words = linesOf(by, beside ? rest : place.room, "small");
  drawn.elements.push(
    toned(tone, "decision", { x, y, width, height }, 3),
    ...linesAt(lines, x + 7, y + 1, { of: tone === "first" ? "strong" : "strong halo" }),
    ...linesAt(words, beside ? x + width + 6 : x + 6 + aside, beside ? y + 3 : y + height + 2, {
      size: "small",
      of: "faint",
    }),
  );
  drawn.bottom = y + height + (beside ? 3 : heightOf(words, "small") + 4);
}

/** An arrow; before it begins, what is under way stands as a bar on the life line of whom it comes from. */
function drawCarried(drawn: Drawn, row: Extract<CascadeRow, { kind: "carried" }>, place: Placed): void {
  const y = drawArrow(drawn, { from: row.from, to: row.to, text: row.text, of: "carried" }, place);
  const mark = row.cause === undefined ? undefined : drawn.marks.get(row.cause);
  if (mark === undefined) return;
  drawn.rules.push(
    element("rect", {
      class: "under",
      x: place.x(row.from) - 3,
      y: mark,
      width: 6,
      height: Math.max(0, y - mark),
    }),
  );
}

interface Arrow {
  readonly from: Id;
  readonly to: Id | undefined;
  readonly text: string;
  readonly of: "carried" | "noise" | "act";
}

/** Draws an arrow below its text, which stands in the gap before whom it goes to; gives the height at which it is. */
function drawArrow(drawn: Drawn, { from, to, text, of }: Arrow, place: Placed): number {
  const { elements } = drawn;
  const lines = linesOf(text, place.room);
  const x1 = place.x(from);
  if (to === undefined || to === from) return drawLoop(drawn, x1, lines, of, to !== undefined);
  const x2 = place.x(to);
  const right = x2 > x1 ? 1 : -1;
  elements.push(
    ...linesAt(lines, x2 - (right * place.gap) / 2, drawn.bottom + 4, {
      anchor: "middle",
      of: of === "carried" ? undefined : "faint",
    }),
  );
  const y = drawn.bottom + heightOf(lines) + 9;
  drawn.bottom = y + 5;
  // A little before the life line: the boundary is not passed.
  const tip = x2 - right * (of === "noise" ? 12 : 1);
  elements.push(
    element("line", {
      class: `${of === "noise" ? "bar" : "line"} ${of}`,
      x1,
      y1: y,
      x2: tip - right * 6,
      y2: y,
      "stroke-width": of === "carried" ? 1.6 : 1.2,
      "stroke-dasharray": of === "noise" ? "4 3" : of === "act" ? "2 3" : undefined,
    }),
    arrowHead(tip, y, right, 0, of === "noise" ? "barhead" : "head"),
  );
  if (of === "noise")
    elements.push(
      element("line", {
        class: "bar",
        x1: tip + right * 2,
        y1: y - 8,
        x2: tip + right * 2,
        y2: y + 8,
        "stroke-width": 3,
      }),
    );
  return y;
}

/** What somebody does to itself, or the scenario to nobody in particular. */
function drawLoop(drawn: Drawn, x: number, lines: readonly string[], of: Arrow["of"], loop: boolean): number {
  const y = drawn.bottom + 12;
  if (loop)
    drawn.elements.push(
      element("path", { class: `${of === "noise" ? "bar" : "line"} ${of}`, d: `M${x},${y - 5} h9 v10 h-4` }),
      arrowHead(x + 1, y + 5, -1, 0, of === "noise" ? "barhead" : "head"),
    );
  else drawn.elements.push(element("circle", { class: "open", cx: x, cy: y, r: 3.5 }));
  beside(drawn, lines, x + (loop ? 4 : 0), "faint");
  return y;
}

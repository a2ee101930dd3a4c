/* The rows of a sequence diagram, one below the other. */
import type { Id } from "../../../model/reference.ts";
import { element, type Element } from "../xml.ts";
import { scenarioLane, type CascadeRow } from "./cascade_rows.ts";
import { arrowHead, heightOf, linesAt, linesOf, margin, sizes, textAt, toned, widthOf } from "./frame.ts";

/** From a life line to what stands beside it. */
export const aside = 12;

/** Where the life lines stand. */
export interface Placed {
  readonly width: number;
  readonly gap: number;
  readonly x: (id: Id) => number;
  /** How wide a text beside a life line may be. */
  readonly room: number;
}

export interface Drawn {
  readonly elements: Element[];
  /** What lies below the life lines. */
  readonly rules: Element[];
  bottom: number;
  /** Where the operations stand, by their entry. */
  readonly marks: Map<number, number>;
}

export function rowsDrawn(rows: readonly CascadeRow[], place: Placed, top: number): Drawn {
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
      beside(drawn, linesOf(row.text, place.room, "text", true), x, "strong");
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
  const name = linesOf(title, place.width, "small", true);
  const indent = margin + widthOf(name[0] ?? "", "small", true) + 10;
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
  const lines = linesOf(value, place.room - 8, "text", true);
  const width = Math.max(...lines.map((line) => widthOf(line, "text", true))) + 14;
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

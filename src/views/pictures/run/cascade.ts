/*
 * What a run brought about, as a picture from causes tells it: who takes part, and row by row what happens, whom it reaches
 * and what they make of it. Plain data, from which the sequence diagram and its Mermaid are written.
 */
import { decisiveSteps } from "../../../engine/inquiry/decisive.ts";
import type { Inquiry } from "../../../engine/inquiry/inquiry.ts";
import type { TraceEntry } from "../../../engine/trace.ts";
import type { Id } from "../../../model/reference.ts";
import type { RunResult } from "../../../runs/run.ts";
import { inquiryInto } from "../../../runs/why.ts";
import { storyOf, type StoryPart } from "../../story.ts";
import { scenarioLane, stepRows, type CascadeRow } from "./cascade_rows.ts";

export interface Lane {
  readonly id: Id;
  readonly name: string;
  readonly kind: "scenario" | "system" | "environment";
}

export interface Cascade {
  readonly lanes: readonly Lane[];
  readonly rows: readonly CascadeRow[];
}

export interface CascadeLimits {
  /** So many steps are told, those that were decisive among them. */
  readonly steps: number;
  /** So many rows of a step. */
  readonly rows: number;
}

/** Throws `NoTrace`. */
export function cascadeOf(result: RunResult, limits: CascadeLimits): Cascade {
  const inquiry = inquiryInto(result);
  const parts = storyOf(inquiry, result.steps, { noise: false, fold: true });
  const bySteps = grouped(inquiry);
  const rows = chosen(parts, limits.steps, () => decisiveSteps(inquiry, result.played)).flatMap((part) =>
    partRows(inquiry, part, bySteps, limits.rows),
  );
  return { lanes: lanesOf(inquiry, rows), rows };
}

function grouped({ history }: Inquiry): ReadonlyMap<number, readonly TraceEntry[]> {
  const bySteps = new Map<number, TraceEntry[]>();
  for (let id = 0; id < history.count; id += 1) {
    const entry = history.at(id);
    if (entry === undefined) continue;
    const known = bySteps.get(entry.step);
    if (known === undefined) bySteps.set(entry.step, [entry]);
    else known.push(entry);
  }
  return bySteps;
}

interface LeftOut {
  readonly from: number;
  readonly to: number;
}

/** If there are too many, those at the beginning and at the end and those that were decisive. */
function chosen(
  parts: readonly StoryPart[],
  most: number,
  decisive: () => ReadonlySet<number>,
): readonly (StoryPart | LeftOut)[] {
  if (parts.length <= most) return parts;
  const steps = decisive();
  const weighty = parts.filter(({ from, to }) => {
    for (let step = from; step <= to; step += 1) if (steps.has(step)) return true;
    return false;
  });
  const kept = new Set([
    parts[0],
    parts.at(-1),
    ...weighty.slice(0, Math.ceil(most / 4)),
    ...weighty.slice(-most / 4),
  ]);
  for (const part of parts) {
    if (kept.size >= most) break;
    kept.add(part);
  }
  const told: (StoryPart | LeftOut)[] = [];
  for (const part of parts) {
    const before = told.at(-1);
    if (kept.has(part)) told.push(part);
    else if (before !== undefined && !("lines" in before))
      told[told.length - 1] = { from: before.from, to: part.to };
    else told.push({ from: part.from, to: part.to });
  }
  return told;
}

function partRows(
  inquiry: Inquiry,
  part: StoryPart | LeftOut,
  bySteps: ReadonlyMap<number, readonly TraceEntry[]>,
  most: number,
): readonly CascadeRow[] {
  if (!("lines" in part)) {
    const steps = part.to - part.from + 1;
    const title = steps === 1 ? `step ${part.from}` : `steps ${part.from}–${part.to}`;
    return [{ kind: "step", title, text: "… left out of the picture" }];
  }
  if (part.lines.length === 0) return [{ kind: "step", title: part.title, text: "nothing happens" }];
  // Of steps that are folded the one line of the story says it.
  if (part.from !== part.to) return [{ kind: "step", title: part.title, text: part.lines[0]?.text }];
  const rows = stepRows(inquiry, bySteps.get(part.from) ?? []);
  const shown = rows.length > most ? rows.slice(0, most) : rows;
  const more: readonly CascadeRow[] =
    shown.length === rows.length
      ? []
      : [
          {
            kind: "more",
            text: `… ${rows.length - shown.length} more in this step, left out of the picture`,
          },
        ];
  return [{ kind: "step", title: part.title }, ...shown, ...more];
}

/** Who takes part, in the order in which they do. */
function lanesOf(inquiry: Inquiry, rows: readonly CascadeRow[]): readonly Lane[] {
  const ids = new Set<Id>();
  for (const row of rows) {
    if (row.kind === "act" || (row.kind === "violation" && row.owner === undefined)) ids.add(scenarioLane);
    for (const id of partiesOf(row)) ids.add(id);
  }
  const others = [...ids].filter((id) => id !== scenarioLane);
  const lanes = others.map((id): Lane => {
    const kind = inquiry.index.system(id) === undefined ? "environment" : "system";
    return { id, name: inquiry.names(id), kind };
  });
  return ids.has(scenarioLane) ? [{ id: scenarioLane, name: "scenario", kind: "scenario" }, ...lanes] : lanes;
}

function partiesOf(row: CascadeRow): readonly Id[] {
  switch (row.kind) {
    case "carried":
    case "noise":
      return [row.from, row.to];
    case "act":
      return row.to === undefined ? [] : [row.to];
    case "operation":
    case "blocked":
    case "decision":
    case "change":
    case "unheard":
      return [row.owner];
    case "violation":
      return row.owner === undefined ? [] : [row.owner];
    case "step":
    case "more":
      return [];
  }
}

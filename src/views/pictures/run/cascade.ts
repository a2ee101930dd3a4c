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
import { foldedBlocks, stepsTitle, type Block } from "./cascade_folded.ts";
import { scenarioLane, stepRows, type CascadeRow } from "./cascade_rows.ts";

export interface Lane {
  readonly id: Id;
  readonly name: string;
  readonly kind: "scenario" | "system" | "environment";
}

export interface Cascade {
  readonly lanes: readonly Lane[];
  readonly rows: readonly CascadeRow[];
  /** Whether everything that happened has a row of its own. */
  readonly isWhole: boolean;
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
  const told = parts.map((part) => ({ part, rows: partRows(inquiry, part, bySteps, limits.rows) }));
  const count = told.reduce((sum, { rows }) => sum + rows.length, 0);
  const all = count > fitsWhole ? foldedBlocks(told) : told.map(({ part, rows }) => ({ ...part, rows }));
  const blocks = chosen(all, limits.steps, () => decisiveSteps(inquiry, result.played));
  const rows = blocks.flatMap((block) => block.rows);
  return { lanes: lanesOf(inquiry, rows), rows, isWhole: rows.every(isTold) };
}

/** Whether a row is what happened, and no word for what is told elsewhere or not at all. */
function isTold(row: CascadeRow): boolean {
  return row.kind !== "more" && (row.kind !== "step" || row.text === undefined || row.text === nothing);
}

const nothing = "nothing happens";
/** So many rows are a picture of a page or two, in which nothing needs to be looked for elsewhere. */
const fitsWhole = 60;

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

/** If there are too many, those at the beginning and at the end and those that were decisive. */
function chosen(
  blocks: readonly Block[],
  most: number,
  decisive: () => ReadonlySet<number>,
): readonly Block[] {
  if (blocks.length <= most) return blocks;
  const steps = decisive();
  const weighty = blocks.filter(({ from, to }) => {
    for (let step = from; step <= to; step += 1) if (steps.has(step)) return true;
    return false;
  });
  const kept = new Set([
    blocks[0],
    blocks.at(-1),
    ...weighty.slice(0, Math.ceil(most / 4)),
    ...weighty.slice(-most / 4),
  ]);
  for (const block of blocks) {
    if (kept.size >= most) break;
    kept.add(block);
  }
  const told: Block[] = [];
  let missing: { readonly from: number; readonly to: number } | undefined;
  const close = (): void => {
    if (missing !== undefined) told.push(leftOut(missing.from, missing.to));
    missing = undefined;
  };
  for (const block of blocks) {
    if (!kept.has(block)) {
      missing = { from: missing?.from ?? block.from, to: block.to };
      continue;
    }
    close();
    told.push(block);
  }
  close();
  return told;
}

function leftOut(from: number, to: number): Block {
  const title = stepsTitle(from, to);
  return { from, to, rows: [{ kind: "step", title, text: "… left out of the picture" }] };
}

function partRows(
  inquiry: Inquiry,
  part: StoryPart,
  bySteps: ReadonlyMap<number, readonly TraceEntry[]>,
  most: number,
): readonly CascadeRow[] {
  if (part.lines.length === 0) return [{ kind: "step", title: part.title, text: nothing }];
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

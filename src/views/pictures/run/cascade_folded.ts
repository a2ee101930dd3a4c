/*
 * Steps in which the same happens as in an earlier one, with other numbers: the earlier is told row by row, and of these only
 * that they are like it, and what was reached. Where such steps take turns, they are one line as well.
 */
import { listed } from "../../../base/words.ts";
import { withoutNumbers, type StoryPart } from "../../story.ts";
import type { CascadeRow } from "./cascade_rows.ts";

/** Steps that stand together in the picture, and their rows. */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly CascadeRow[];
}

/** A block like an earlier step. */
interface Like {
  readonly from: number;
  readonly to: number;
  readonly of: number;
  /** What was changed, and to what. */
  readonly reached: ReadonlyMap<string, string>;
}

/** A step of so few rows is told again rather than that an earlier one has to be looked for. */
const shortStep = 3;
/** So many steps may take turns. */
const longestTurn = 6;

/** Parts of the story, each with its rows; those of the story that are drawn together already have one. */
export function foldedBlocks(
  told: readonly { readonly part: StoryPart; readonly rows: readonly CascadeRow[] }[],
): readonly Block[] {
  const blocks: Block[] = [];
  const first = new Map<string, number>();
  let like: Like[] = [];
  const close = (): void => {
    blocks.push(...inTurn(like));
    like = [];
  };
  for (const { part, rows } of told) {
    const before = like.at(-1);
    const { from, to } = part;
    // What the story draws together is like the step before it.
    if (before !== undefined && from !== to && part.lines.length > 0) {
      like[like.length - 1] = { ...before, to, reached: new Map([...before.reached, ...reachedIn(part)]) };
      continue;
    }
    const shape = shapeOf(rows);
    const of = shape === undefined ? undefined : first.get(shape);
    if (of !== undefined) {
      like.push({ from, to, of, reached: reachedIn(part) });
      continue;
    }
    close();
    if (shape !== undefined) first.set(shape, from);
    blocks.push({ from, to, rows });
  }
  close();
  return blocks;
}

/** Steps one after the other that are like earlier ones; those that take turns together. */
function inTurn(like: readonly Like[]): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  while (start < like.length) {
    let [period, length] = [1, 1];
    for (let turn = 1; turn <= longestTurn; turn += 1) {
      let end = start + turn;
      while (end < like.length && like[end]?.of === like[end - turn]?.of) end += 1;
      if (end - start >= 2 * turn && end - start > length) [period, length] = [turn, end - start];
    }
    blocks.push(together(like.slice(start, start + length), period));
    start += length;
  }
  return blocks;
}

function together(like: readonly Like[], period: number): Block {
  const [from, to] = [like[0]?.from ?? 0, like.at(-1)?.to ?? 0];
  const steps = [...new Set(like.slice(0, period).map(({ of }) => of))].map(String);
  const reached = new Map(like.flatMap((each) => [...each.reached]));
  const of = steps.length === 1 ? `step ${steps[0] ?? ""}` : `steps ${listed(steps)} in turn`;
  const end = from === to ? "" : "in the end ";
  const text = `the same as in ${of}, with other numbers${
    reached.size === 0 ? "" : `; ${end}${listed([...reached].map(([name, value]) => `${name} ${value}`))}`
  }`;
  return { from, to, rows: [{ kind: "step", title: stepsTitle(from, to), text }] };
}

export function stepsTitle(from: number, to: number): string {
  return from === to ? `step ${from}` : `steps ${from}–${to}`;
}

function reachedIn({ lines }: StoryPart): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap(({ change }) => (change === undefined ? [] : [[change.name, change.to] as const])),
  );
}

/** What happens in a step, without the numbers; undefined if it is to be told in any case. */
function shapeOf(rows: readonly CascadeRow[]): string | undefined {
  if (rows.length <= shortStep) return undefined;
  const shapes: string[] = [];
  for (const row of rows) {
    switch (row.kind) {
      case "act":
      case "violation":
      case "more":
        return undefined;
      case "step":
        if (row.text !== undefined) return undefined;
        break;
      case "operation":
      case "blocked":
      case "change":
      case "unheard":
        shapes.push(`${row.kind} ${row.owner} ${withoutNumbers(row.text)}`);
        break;
      case "decision":
        shapes.push(`decision ${row.owner} ${row.value} ${withoutNumbers(row.by)}`);
        break;
      case "carried":
        shapes.push(`carried ${row.from} ${row.to} ${withoutNumbers(row.text)}`);
        break;
      case "noise":
        shapes.push(`noise ${row.from} ${row.to} ${row.reason} ${withoutNumbers(row.text)}`);
    }
  }
  return shapes.join("\n");
}

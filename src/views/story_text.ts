/* The story of a run as people read it in a terminal. */
import { countBelow } from "../base/sorted.ts";
import { visible } from "../base/visible.ts";
import { counted } from "../base/words.ts";
import { inAscii } from "../diagnostics/show/signs.ts";
import { painter, type Paint, type Style } from "../diagnostics/show/paint.ts";
import { wrapped } from "../diagnostics/show/wrap.ts";
import { displayWidth } from "../diagnostics/width.ts";
import type { StoryLine, StoryPart, Tone } from "./story.ts";

export interface StoryTextOptions {
  readonly colour: boolean;
  readonly ascii: boolean;
  /** The columns at which lines are wrapped; without it they are not. */
  readonly width: number | undefined;
  /** So many lines are told; what is left out is counted. */
  readonly most: number;
  /** The steps that led to what came of the run: they are told even if that makes more lines. */
  readonly decisive?: (() => ReadonlySet<number>) | undefined;
}

const styles: Readonly<Record<Tone, Style>> = {
  plain: "plain",
  faint: "frame",
  change: "related",
  wrong: "error",
};

/** Names longer than this do not move everything else to the right. */
const widestName = 18;

export function renderStory(parts: readonly StoryPart[], options: StoryTextOptions): string {
  const told = shortened(parts, options);
  return renderParts(told, { ...options, leftHint: "--all tells them" }, namesIn(parts));
}

/** A story that has been shortened before. */
export function renderParts(
  parts: readonly (StoryPart | LeftOut)[],
  options: Omit<StoryTextOptions, "most" | "decisive"> & {
    /** Said beside what is left out: how to have it. */
    readonly leftHint?: string;
  },
  names: ReadonlySet<string> = namesIn(parts),
): string {
  const paint = painter(options.colour);
  const widest = [...names].reduce((most, name) => Math.max(most, displayWidth(clean(name, options))), 0);
  const column = Math.min(widestName, widest) + 2;
  const blocks = parts.map((part) =>
    "lines" in part
      ? partText(part, column, paint, options)
      : [`  ${paint("frame", leftText(part, options.leftHint))}`],
  );
  return blocks.map((rows) => rows.join("\n")).join("\n\n");
}

function namesIn(parts: readonly (StoryPart | LeftOut)[]): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => ("lines" in part ? part.lines.map(({ who }) => who) : [])));
}

function clean(text: string, { ascii }: Pick<StoryTextOptions, "ascii">): string {
  const safe = visible(text, { ascii });
  return ascii ? inAscii(safe) : safe;
}

function partText(
  { title, lines }: StoryPart,
  column: number,
  paint: Paint,
  options: Pick<StoryTextOptions, "ascii" | "width">,
): readonly string[] {
  const name = paint("strong", clean(title, options));
  if (lines.length === 0) return [`  ${name}  ${paint("frame", "nothing happens")}`];
  let last = "";
  const rows = lines.flatMap((line) => {
    // Who goes on doing something is not named again.
    const who = line.who === last ? "" : line.who;
    if (line.who !== "") last = line.who;
    return lineText({ ...line, who }, column, paint, options);
  });
  return [`  ${name}`, ...rows];
}

function lineText(
  { who, depth, text, tone }: StoryLine,
  column: number,
  paint: Paint,
  options: Pick<StoryTextOptions, "ascii" | "width">,
): readonly string[] {
  const name = clean(who, options);
  const indent = 4 + column + depth * 2;
  const columns = options.width === undefined ? undefined : options.width - indent;
  const [first = "", ...rest] = wrapped(clean(text, options), columns).map((row) =>
    row.replaceAll("\u00a0", " "),
  );
  const gap = " ".repeat(Math.max(1, column - displayWidth(name)) + depth * 2);
  return [
    `    ${paint("strong", name)}${gap}${paint(styles[tone], first)}`.trimEnd(),
    ...rest.map((row) => `${" ".repeat(indent)}${paint(styles[tone], row)}`),
  ];
}

/** Steps that are not told. */
export interface LeftOut {
  readonly steps: number;
}

/** So many lines are told for the sake of decisive steps, however few are asked for. */
const mostDecisive = 40;
/** Less than this is not left out. */
const leastLeftOut = { steps: 3, lines: 5 };

/** As it is told: with a line between two parts. */
function sizeOf({ lines }: StoryPart): number {
  return lines.length + 2;
}

function leftText({ steps }: LeftOut, hint: string | undefined): string {
  return `… ${counted(steps, "step")} more${hint === undefined ? "" : `: ${hint}`}`;
}

/** The parts that tell what was decisive, and those at the beginning and at the end, if all would be too many lines. */
export function shortened(
  parts: readonly StoryPart[],
  { most, decisive }: Pick<StoryTextOptions, "most" | "decisive">,
): readonly (StoryPart | LeftOut)[] {
  const total = parts.reduce((sum, part) => sum + sizeOf(part), 0);
  if (total <= most) return parts;
  const steps = [...(decisive?.() ?? [])].sort((a, b) => a - b);
  const weighty = [...parts.keys()].filter((index) => {
    const part = parts[index];
    return part !== undefined && countBelow(steps, part.to + 1) > countBelow(steps, part.from);
  });
  const kept = new Set([0, parts.length - 1]);
  // What is decisive is mostly nearer to the end, what explains the rest to the beginning.
  keepEnds(parts, weighty, kept, Math.max(most, mostDecisive), 1 / 3);
  const used = [...kept].reduce((sum, index) => sum + sizeAt(parts, index), 0);
  keepEnds(parts, [...parts.keys()], kept, most - used, 2 / 3);
  return withGaps(parts, kept);
}

function sizeAt(parts: readonly StoryPart[], index: number): number {
  const part = parts[index];
  return part === undefined ? 0 : sizeOf(part);
}

/** Keeps parts from the beginning and from the end of a list of them, as many as there is room for. */
function keepEnds(
  parts: readonly StoryPart[],
  list: readonly number[],
  kept: Set<number>,
  room: number,
  atBeginning: number,
): void {
  let used = 0;
  const keep = (indices: readonly number[], until: number): void => {
    for (const index of indices) {
      if (kept.has(index)) continue;
      if (used + sizeAt(parts, index) > until) return;
      used += sizeAt(parts, index);
      kept.add(index);
    }
  };
  if (list.reduce((sum, index) => sum + (kept.has(index) ? 0 : sizeAt(parts, index)), 0) <= room)
    keep(list, room);
  keep(list, room * atBeginning);
  keep(list.toReversed(), room);
}

/** The parts that are kept, and between them what is left out, unless it is too little to be worth it. */
function withGaps(parts: readonly StoryPart[], kept: ReadonlySet<number>): readonly (StoryPart | LeftOut)[] {
  const told: (StoryPart | LeftOut)[] = [];
  let gap: StoryPart[] = [];
  const close = (): void => {
    const steps = gap.reduce((sum, part) => sum + part.to - part.from + 1, 0);
    const lines = gap.reduce((sum, part) => sum + sizeOf(part), 0);
    if (steps < leastLeftOut.steps || lines < leastLeftOut.lines) told.push(...gap);
    else told.push({ steps });
    gap = [];
  };
  parts.forEach((part, index) => {
    if (!kept.has(index)) {
      gap.push(part);
      return;
    }
    close();
    told.push(part);
  });
  return told;
}

/* The story of a run as people read it in a terminal. */
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
  /** So many lines are told at most; what is left out in the middle is counted. */
  readonly most: number;
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
  const paint = painter(options.colour);
  const names = new Set(parts.flatMap(({ lines }) => lines.map(({ who }) => who)));
  const widest = [...names].reduce((most, name) => Math.max(most, displayWidth(clean(name, options))), 0);
  const column = Math.min(widestName, widest) + 2;
  const blocks = shortened(parts, options.most).map((part) =>
    "lines" in part ? partText(part, column, paint, options) : [`  ${paint("frame", part.left)}`],
  );
  return blocks.map((rows) => rows.join("\n")).join("\n\n");
}

function clean(text: string, { ascii }: StoryTextOptions): string {
  const safe = visible(text, { ascii });
  return ascii ? inAscii(safe) : safe;
}

function partText(
  { title, lines }: StoryPart,
  column: number,
  paint: Paint,
  options: StoryTextOptions,
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
  options: StoryTextOptions,
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

interface LeftOut {
  readonly left: string;
}

/** The parts at the beginning and at the end, if all of them would be too many lines. */
function shortened(parts: readonly StoryPart[], most: number): readonly (StoryPart | LeftOut)[] {
  const size = ({ lines }: StoryPart): number => lines.length + 2;
  const total = parts.reduce((sum, part) => sum + size(part), 0);
  if (total <= most) return parts;
  const head: StoryPart[] = [];
  const tail: StoryPart[] = [];
  let used = 0;
  let from = 0;
  let to = parts.length;
  // Of three parts of what fits, two stand at the beginning.
  while (from < to && used < (most * 2) / 3) {
    const part = parts[from];
    if (part === undefined) break;
    head.push(part);
    used += size(part);
    from += 1;
  }
  while (to > from && used < most) {
    const part = parts[to - 1];
    if (part === undefined) break;
    tail.unshift(part);
    used += size(part);
    to -= 1;
  }
  const steps = parts.slice(from, to).reduce((sum, part) => sum + part.to - part.from + 1, 0);
  return steps === 0
    ? [...head, ...tail]
    : [...head, { left: `… ${counted(steps, "step")} more: --all tells them` }, ...tail];
}

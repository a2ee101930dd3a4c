/* What came of a run: the expectations of the modeller, and the verdicts on regulations. */
import { visible } from "../base/visible.ts";
import { painter, type Paint } from "../diagnostics/show/paint.ts";
import { inAscii } from "../diagnostics/show/signs.ts";
import { wrapped } from "../diagnostics/show/wrap.ts";
import { displayWidth } from "../diagnostics/width.ts";
import type { AimResult, RunResult, VerdictResult } from "../runs/run.ts";
import { readText } from "./call_text.ts";

export interface OutcomeTextOptions {
  readonly colour: boolean;
  readonly ascii: boolean;
  readonly width: number | undefined;
}

/** The outcome of every `expect`, and the verdict on every regulation that was applied. Empty if there is neither. */
export function renderOutcome({ expectations, verdicts }: RunResult, options: OutcomeTextOptions): string {
  const paint = painter(options.colour);
  const clean = cleaner(options);
  const rows = expectations.flatMap(({ text, holds }) => {
    const sign = markOf(holds, options);
    const columns = options.width === undefined ? undefined : options.width - 4;
    const [first = "", ...rest] = wrapped(`expect ${clean(text)}`, columns);
    return [`  ${paint(holds ? "added" : "error", sign)} ${first}`, ...rest.map((row) => `    ${row}`)];
  });
  return [...rows, ...verdicts.flatMap((verdict) => verdictRows(verdict, paint, options))].join("\n");
}

/** The sign for what is as it should be, or is not. */
export function markOf(passed: boolean, { ascii }: Pick<OutcomeTextOptions, "ascii">): string {
  if (ascii) return passed ? "ok" : "FAILED";
  return passed ? "✓" : "✗";
}

function cleaner({ ascii }: OutcomeTextOptions): (text: string) => string {
  return (text) => {
    const safe = visible(text, { ascii });
    return ascii ? inAscii(safe) : safe;
  };
}

function verdictRows(
  { regulation, verdict, aim, withIt, without }: VerdictResult,
  paint: Paint,
  options: OutcomeTextOptions,
): readonly string[] {
  const clean = cleaner(options);
  const head = `  ${paint("strong", `${clean(regulation)} is ${verdict}`)}`;
  if (aim === undefined || withIt === undefined || without === undefined) return ["", head];
  const sides = [
    { name: "with it", side: withIt },
    { name: "without it", side: without },
  ].map(({ name, side }) => ({ name, text: sideText(side, clean) }));
  const column = Math.max(...sides.map(({ name }) => displayWidth(name))) + 2;
  return [
    "",
    `${head}${paint("frame", `, with the aim ${clean(aim)}`)}`,
    ...sides.map(({ name, text }) => `    ${name.padEnd(column)}${text}`),
  ];
}

/** How near the aim of a regulation was, with what it reads: `not reached, 5 off (economy.price = 60)`. */
export function sideText(
  { holds, off, values }: AimResult,
  clean: (text: string) => string = (text) => text,
): string {
  const reached = holds ? "reached" : "not reached";
  const far = holds || off === undefined ? "" : `, ${off} off`;
  return clean(`${reached}${far}${readText(values)}`).replaceAll("\u00a0", " ");
}

/* What tests of models found, as people read it: a line for each scenario and property. */
import { visible } from "../base/visible.ts";
import { counted } from "../base/words.ts";
import { painter, type Paint } from "../diagnostics/show/paint.ts";
import { inAscii } from "../diagnostics/show/signs.ts";
import { displayWidth } from "../diagnostics/width.ts";
import type { Coverage, Covered } from "../runs/coverage.ts";
import type { TestedItem } from "../runs/test.ts";
import { markOf } from "./outcome_text.ts";

export interface TestTextOptions {
  readonly colour: boolean;
  readonly ascii: boolean;
}

/** What one model's tests found. `errors`: how many keep it from being run. */
export interface TestedModel {
  readonly name: string;
  readonly items: readonly TestedItem[];
  readonly errors: number;
}

const widestName = 40;

/** The name of a model, and a line for each of its items. */
export function renderTestedModel({ name, items, errors }: TestedModel, options: TestTextOptions): string {
  const paint = painter(options.colour);
  const clean = cleaner(options);
  const rows = [paint("strong", clean(name))];
  if (errors > 0) {
    rows.push(`  ${mark(false, paint, options)} does not run: ${counted(errors, "error")}`);
    return `${rows.join("\n")}\n`;
  }
  const column =
    Math.min(widestName, Math.max(0, ...items.map((item) => displayWidth(clean(item.name))))) + 2;
  for (const item of items) {
    const called = clean(item.name);
    const gap = " ".repeat(Math.max(1, column - displayWidth(called)));
    rows.push(`  ${mark(item.passed, paint, options)} ${called}${gap}${paint("frame", aboutItem(item))}`);
  }
  return `${rows.join("\n")}\n`;
}

function cleaner({ ascii }: TestTextOptions): (text: string) => string {
  return (text) => {
    const safe = visible(text, { ascii });
    return ascii ? inAscii(safe) : safe;
  };
}

function mark(passed: boolean, paint: Paint, options: TestTextOptions): string {
  return paint(passed ? "added" : "error", markOf(passed, options));
}

/** In how many steps and runs it was tested. */
function aboutItem(item: TestedItem): string {
  if (item.kind === "scenario") {
    const expected = counted(item.expectations, "expectation");
    const isBroken = item.diagnostics.some(({ check }) => check === "budget_exceeded");
    const end = isBroken ? "broken off" : item.expectations === 0 ? "nothing expected" : expected;
    return `${counted(item.steps, "step")}, ${end}`;
  }
  if (item.runs === 0) return "property, by the graph";
  return `property, ${item.all ? "" : "sampled in "}${counted(item.runs, "run")}`;
}

/** The last line: `12 passed, 1 failed in 3 files`. */
export function testSummary(passed: number, failed: number, files: number): string {
  return `${passed} passed, ${failed} failed in ${counted(files, "file")}`;
}

/** How much of a model took part in its runs, and what did not. `where` says where something stands. */
export function renderCoverage(
  { clauses, channels }: Coverage,
  where: (covered: Covered) => string,
  options: TestTextOptions,
): string {
  const paint = painter(options.colour);
  const clean = cleaner(options);
  const rows: string[] = [];
  for (const [what, all] of [
    ["clauses", clauses],
    ["channels", channels],
  ] as const) {
    const missing = all.filter(({ times }) => times === 0);
    rows.push(`  ${what} that took part: ${all.length - missing.length} of ${all.length}${percent(all)}`);
    rows.push(
      ...missing.map(
        (covered) =>
          `    ${paint("removed", "never")} ${clean(covered.name)}  ${paint("frame", clean(where(covered)))}`,
      ),
    );
  }
  return `${rows.join("\n")}\n`;
}

function percent(all: readonly Covered[]): string {
  if (all.length === 0) return "";
  const took = all.filter(({ times }) => times > 0).length;
  return ` (${Math.floor((took / all.length) * 100)}%)`;
}

/*
 * How the quantities and the numeric expectations of a run went, a panel for each that changes; dashed beside it how it went without
 * a regulation, in the run that the verdict compares with. Values change at steps and stay in between, and so do the lines.
 */
import { counted, listed } from "../../../base/words.ts";
import { shownValue, withUnit } from "../../../engine/values.ts";
import type { RunResult } from "../../../runs/run.ts";
import {
  valueAtStep,
  valuesOverTime,
  valuesWithout,
  type ValueOverTime,
} from "../../../runs/values_over_time.ts";
import { element, type Element } from "../xml.ts";
import { inquiryInto } from "../../../runs/why.ts";
import { outcomeText, runText, titleOf } from "./describe.ts";
import { heading, heightOf, linesAt, linesOf, margin, sheet, type PictureOptions } from "./frame.ts";
import { lineOf, namesOf, panelDrawn, type Line, type Moment, type Panel } from "./series_panel.ts";
import type { TimeAxis, TimedPicture } from "./time_axis.ts";

const usualWidth = 960;
const leastWidth = 320;
const between = 28;
/** So many panels are drawn; of the others it is said how many they are. */
const mostPanels = 60;

/** Throws `NoTrace`. */
export function drawSeries(result: RunResult, options: PictureOptions = {}): string {
  return seriesOverTime(result, options).svg;
}

/** The same, with where its time lies, in each panel. Throws `NoTrace`. */
export function seriesOverTime(result: RunResult, options: PictureOptions = {}): TimedPicture {
  const { shown, still, more } = panelsOf(result);
  const width = Math.max(leastWidth, options.width ?? usualWidth);
  const columns = shown.length > 1 && width >= 720 ? 2 : 1;
  const panelWidth = (width - 2 * margin - (columns - 1) * between) / columns;
  const title = titleOf(result, options);
  const top = heading(title, runText(result), width);
  const key = keyDrawn(result, shown, width, top.height);
  const moments = momentsOf(result);
  let y = key.bottom;
  const panels: Element[] = [];
  const axes: TimeAxis[] = [];
  for (let first = 0; first < shown.length; first += columns) {
    const row = shown.slice(first, first + columns);
    // Beside one another they begin and end at the same height.
    const named = row.map((panel) => namesOf(panel, panelWidth));
    const names = Math.max(...named.map(({ name, unit }) => heightOf(name) + heightOf(unit, "small")));
    const drawn = row.map((panel, column) => {
      const x = margin + column * (panelWidth + between);
      return panelDrawn(result, panel, moments, { x, y, width: panelWidth, names });
    });
    panels.push(...drawn.flatMap(({ elements }) => elements));
    axes.push(...drawn.map(({ axis }) => axis));
    y = Math.max(...drawn.map(({ bottom }) => bottom)) + between;
  }
  const rest = [
    ...(more === 0 ? [] : [`${counted(more, "value")} more that change are left out of the picture.`]),
    ...(still.length === 0 ? [] : [`Unchanged: ${still.map(stillText).join("; ")}`]),
  ].flatMap((text) => linesOf(text, width - 2 * margin, "small"));
  const nothing = nothingText(shown, still);
  const nothingLines = nothing === undefined ? [] : linesOf(nothing, width - 2 * margin);
  const restTop = y - 8 + heightOf(nothingLines);
  const course =
    nothing === undefined ? `How ${counted(shown.length, "value")} changed over time: ` : `${nothing} `;
  const description = `${course}${runText(result)}. ${shown.slice(0, 12).map(panelText).join(" ")}${outcomeText(result)}`;
  const height = restTop + 8 + heightOf(rest, "small") + margin / 2;
  const svg = sheet({ width, height, title, description }, [
    ...top.elements,
    ...key.elements,
    ...panels,
    ...linesAt(nothingLines, margin, y - 8),
    ...linesAt(rest, margin, restTop, { size: "small", of: "faint" }),
  ]);
  return { svg, width: Math.ceil(width), height: Math.ceil(height), steps: result.steps, axes };
}

/** What is said where no panel is drawn: otherwise nobody could tell whether something is missing. */
function nothingText(shown: readonly Panel[], still: readonly ValueOverTime[]): string | undefined {
  if (shown.length > 0) return undefined;
  return still.length > 0
    ? "No number changes in this run."
    : "No quantity or expectation of this model is a number: there is no course to be drawn.";
}

// ── What there is to draw ─────────────────────────────────────────────────

/** First what regulations aim at, then quantities: what the model is about is mostly among them. */
function panelsOf(result: RunResult): {
  readonly shown: readonly Panel[];
  readonly still: readonly ValueOverTime[];
  readonly more: number;
} {
  const others = valuesWithout(result);
  const all = valuesOverTime(result).map((value, slot): Panel => {
    const lines = others.flatMap(({ regulation, values }): readonly Line[] => {
      const own = values[slot];
      return own === undefined ? [] : [{ regulation, values: own }];
    });
    return { value, lines: [{ regulation: undefined, values: value }, ...lines] };
  });
  const numeric = all.filter(({ value }) => value.type.kind === "number");
  const ordered = [
    ...numeric.filter(({ value }) => value.kind === "quantity"),
    ...numeric.filter(({ value }) => value.kind === "expectation"),
  ];
  const aimed = new Set(
    result.verdicts.flatMap(({ withIt }) => withIt?.values.map(({ name }) => name) ?? []),
  );
  const changing = [
    ...ordered.filter(({ value }) => aimed.has(value.called)),
    ...ordered.filter(({ value }) => !aimed.has(value.called)),
  ].filter(({ lines }) => lines.some(({ values }) => values.changes.length > 1));
  const shown = changing.slice(0, mostPanels);
  return {
    shown,
    still: ordered.filter((panel) => !changing.includes(panel)).map(({ value }) => value),
    more: changing.length - shown.length,
  };
}

function momentsOf(result: RunResult): readonly Moment[] {
  const inquiry = inquiryInto(result);
  return result.trace().entries.flatMap((entry): readonly Moment[] => {
    if (entry.kind !== "act" || entry.act !== "apply") return [];
    const step = inquiry.places.step(entry.path);
    return [{ step: entry.step, text: step === undefined ? entry.act : inquiry.text(step.place) }];
  });
}

function shownWithUnit(value: ValueOverTime, step: number): string {
  const { type } = value;
  return withUnit(shownValue(valueAtStep(value, step) ?? 0, type), type);
}

function stillText(value: ValueOverTime): string {
  return `${value.called} ${shownWithUnit(value, 0)}`;
}

function panelText({ value, lines }: Panel): string {
  const last = Number.MAX_SAFE_INTEGER;
  const others = lines
    .filter(({ regulation }) => regulation !== undefined)
    .map(({ regulation, values }) => `, without ${regulation ?? ""} ${shownWithUnit(values, last)}`);
  return `${value.called} from ${shownWithUnit(value, 0)} to ${shownWithUnit(value, last)}${others.join("")}.`;
}

// ── How it is drawn ───────────────────────────────────────────────────────

/** Which line is which, with the verdict. */
function keyDrawn(
  { verdicts }: RunResult,
  shown: readonly Panel[],
  width: number,
  top: number,
): { readonly elements: readonly Element[]; readonly bottom: number } {
  if (verdicts.length === 0 || shown.length === 0) return { elements: [], bottom: top + 4 };
  const found = verdicts.map(({ regulation, verdict }) => `${regulation}, which is ${verdict}`);
  const texts = [
    `as it was run, with ${listed(found)}`,
    ...verdicts.map(({ regulation }) => `the same course without ${regulation}`),
  ];
  const elements: Element[] = [];
  let y = top;
  texts.forEach((text, of) => {
    const lines = linesOf(text, width - 2 * margin - 48);
    elements.push(
      element("line", {
        ...lineOf(of),
        class: lineOf(of).class.replace(" series", ""),
        x1: margin,
        y1: y + 9,
        x2: margin + 38,
        y2: y + 9,
      }),
      ...linesAt(lines, margin + 46, y),
    );
    y += heightOf(lines) + 2;
  });
  return { elements, bottom: y + 10 };
}

/* What an experiment varies, as numbers: between which values, or which ones. */
import { lessOrEqual } from "../../engine/compare.ts";
import type { CompiledModel } from "../../engine/compiled.ts";
import { boundsOf } from "../../engine/compiler.ts";
import { Course } from "../../engine/course.ts";
import { Fault } from "../../engine/frame.ts";
import type { Slot } from "../../engine/layout.ts";
import type { CompiledScenario } from "../../engine/scenario.ts";
import { rootOf } from "../../engine/streams.ts";
import { shownValue, valueOf } from "../../engine/values.ts";
import { numberText, quoted } from "../../base/words.ts";
import type { Expression } from "../../model/expression.ts";
import type { Experiment } from "../../model/model.ts";
import { readingOf, type Factor } from "./manifest.ts";
import { ExperimentRefused } from "./refused.ts";

/** What is varied, and where it stands in the model. */
export interface Varied {
  readonly factor: Factor;
  readonly slot: Slot;
}

/** So many values of one part are varied at most. */
export const mostValues = 100_000;

/** What an experiment varies. Throws `ExperimentRefused` where that has no meaning. */
export function factorsOf(
  compiled: CompiledModel,
  scenario: CompiledScenario,
  { name, variations }: Experiment,
): readonly Varied[] {
  if (variations.length === 0) return [];
  const course = new Course(compiled, scenario, { root: rootOf(scenario.seed), traced: false });
  course.advance();
  const { layout, observer } = compiled;
  return variations.flatMap((variation, index): readonly Varied[] => {
    const slot = layout.slots[layout.slot(variation.part.owner, variation.part.name)];
    if (slot === undefined) return [];
    const { called, type } = slot;
    const shown = (value: number): string => shownValue(valueOf(value, type, layout.words), type);
    const number = (expression: Expression): number => {
      try {
        return observer.number(expression, `${name}/vary/${index}`)(course.state);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        throw new ExperimentRefused(
          `a value that ${quoted(called)} is to take is not a number`,
          expression.place,
        );
      }
    };
    const values =
      variation.kind === "over"
        ? variation.values.map(number)
        : stepsBetween(number(variation.from), number(variation.to), number(variation.by));
    const bounds = boundsOf(type);
    const outside = values.find(
      (value) => bounds !== undefined && !(lessOrEqual(bounds.low, value) && lessOrEqual(value, bounds.high)),
    );
    if (values.length === 0)
      throw new ExperimentRefused(`${quoted(called)} is varied in steps that do not lead from the one value to the other`, variation.place); // prettier-ignore
    if (values.length > mostValues)
      throw new ExperimentRefused(
        `${quoted(called)} is varied over more than ${numberText(mostValues)} values`,
        variation.place,
      );
    if (outside !== undefined)
      throw new ExperimentRefused(`${quoted(called)} is to be ${shown(outside)}, which is outside its bounds`, variation.place); // prettier-ignore
    // Words have the numbers that the model has met them by: here they are told by their places in a list of their own.
    const words =
      type.kind === "enumeration" || type.kind === "text"
        ? [...new Set(values)].map((value) => layout.words.word(value))
        : undefined;
    const factor: Factor = {
      name: called,
      values: words === undefined ? values : values.map((value) => words.indexOf(layout.words.word(value))),
      ...(variation.kind === "range" && {
        range: { low: Math.min(...ends(values)), high: Math.max(...ends(values)) },
      }),
      reading: readingOf(type, words),
    };
    return [{ factor, slot }];
  });
}

function ends(values: readonly number[]): readonly [number, number] {
  return [values[0] ?? 0, values.at(-1) ?? 0];
}

/** `from`, `from + by`, `from + 2 by` … up to and including `to`, by the equality of the language. */
export function stepsBetween(from: number, to: number, by: number): readonly number[] {
  if (by === 0) return from === to ? [from] : [];
  const many = (to - from) / by;
  if (many < 0) return [];
  const count = Math.min(mostValues + 1, Math.floor(many + 1e-9 * Math.max(1, many)) + 1);
  return Array.from({ length: count }, (_, index) => {
    const value = from + index * by;
    // What comes to the end but for the last bits is the end.
    return Math.abs(value - to) <= 1e-9 * Math.max(1, Math.abs(value), Math.abs(to)) ? to : value;
  });
}

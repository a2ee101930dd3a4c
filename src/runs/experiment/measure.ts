/* One run of an experiment, measured at its end: numbers, and nothing else. */
import { Course } from "../../engine/course.ts";
import { Fault } from "../../engine/frame.ts";
import { verdictsOf } from "../../engine/verdicts.ts";
import { Broken } from "../../engine/violations.ts";
import { rootOfRun } from "./draws.ts";
import type { Plan, Variant } from "./plan.ts";

/** What went wrong in a run, as bits of one number. */
export const wrong = {
  /** A limit of the tool ended it before its end: nothing is measured of it. */
  broken: 1,
  /** Something that a run reports: out of bounds, not a number and the like. The run went on. */
  violated: 2,
  /** A measure had no result. */
  unmeasured: 4,
} as const;

/** Carries out the runs of a block, and gives their numbers one after another, `columns` of each. */
export function measureBlock(plan: Plan, block: number, checkpoint?: () => void): Float64Array {
  const { blockSize, total, runs, columns, measures, variants, design } = plan;
  const first = block * blockSize;
  const count = Math.max(0, Math.min(blockSize, total - first));
  const numbers = new Float64Array(count * columns);
  for (let index = 0; index < count; index += 1) {
    checkpoint?.();
    const point = Math.floor((first + index) / runs);
    const values = design.at(point);
    const group = design.group(point);
    const run = (first + index) % runs;
    for (const [number, variant] of variants.entries()) {
      const from = index * columns + number * (measures.length + 1);
      measureRun(
        variant,
        { seed: plan.seed, group, run, values },
        numbers.subarray(from, from + measures.length + 1),
      );
    }
  }
  return numbers;
}

interface OneRun {
  readonly seed: number;
  readonly group: number;
  readonly run: number;
  readonly values: readonly number[];
}

/** Fills `numbers` with what is measured of one run, and, at the end, what went wrong in it. */
function measureRun(variant: Variant, { seed, group, run, values }: OneRun, numbers: Float64Array): void {
  const { compiled, scenario, shortcuts, measures, slots } = variant;
  const course = new Course(compiled, scenario, {
    root: rootOfRun(seed, group, run),
    traced: false,
    shortcuts,
    varied: new Map(slots.map((slot, index) => [slot, values[index] ?? 0])),
  });
  const verdicts = verdictsOf(course);
  const last = numbers.length - 1;
  let flags = 0;
  try {
    while (course.advance());
    for (const [index, { measure }] of measures.entries()) {
      try {
        numbers[index] = measure(course.state, (id) => verdicts.on(id) ?? "ineffective");
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        numbers[index] = NaN;
        flags |= wrong.unmeasured;
      }
    }
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    numbers.fill(NaN);
    flags |= wrong.broken;
  }
  if (course.reporter.reported.length > 0) flags |= wrong.violated;
  numbers[last] = flags;
}

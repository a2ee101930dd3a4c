/* One run of an experiment, measured at its end: numbers, and nothing else. */
import { Course } from "../../engine/course.ts";
import { Fault } from "../../engine/frame.ts";
import { expectedIn } from "../../engine/play.ts";
import { verdictsOf, type Verdicts } from "../../engine/verdicts.ts";
import type { Verdict } from "../../diagnostics/run_facts.ts";
import type { Id } from "../../model/reference.ts";
import { Broken } from "../../engine/violations.ts";
import type { Root } from "../../engine/streams.ts";
import { rootOfRun } from "./draws.ts";
import { columnsOf, numbersIn } from "./manifest.ts";
import type { Plan, Variant } from "./plan.ts";
import { wrong } from "./wrong.ts";

/** Carries out the runs of a block, and gives their numbers one after another, so many of each as there are columns. */
export function measureBlock({ manifest, variants, design }: Plan, block: number): Float64Array<ArrayBuffer> {
  const { blockSize, runs, seed, measures } = manifest;
  const columns = columnsOf(manifest);
  const first = block * blockSize;
  const numbers = new Float64Array(numbersIn(manifest, block));
  for (let index = 0; index * columns < numbers.length; index += 1) {
    const point = Math.floor((first + index) / runs);
    const values = design.at(point);
    const root = rootOfRun(seed, design.group(point), (first + index) % runs);
    for (const [number, variant] of variants.entries()) {
      const from = index * columns + number * (measures.length + 1);
      measureRun(variant, root, values, numbers.subarray(from, from + measures.length + 1));
    }
  }
  return numbers;
}

/** Fills `numbers` with what is measured of one run, and, at the end, what went wrong in it. */
function measureRun(variant: Variant, root: Root, values: readonly number[], numbers: Float64Array): void {
  const { compiled, scenario, shortcuts, measures } = variant;
  const varied = new Map(variant.varied.map(({ slot, set }, index) => [slot, set(values[index] ?? 0)]));
  const course: Course = new Course(
    compiled,
    scenario,
    { root, traced: false, shortcuts, varied },
    { isExpected: ({ check }) => expectedIn(course, check).length > 0 },
  );
  let verdicts: Verdicts | undefined;
  // Most measures ask for none.
  const verdict = (id: Id): Verdict => (verdicts ??= verdictsOf(course)).on(id) ?? "ineffective";
  const last = numbers.length - 1;
  let flags = 0;
  try {
    while (course.advance());
    for (const [index, { measure }] of measures.entries()) {
      try {
        numbers[index] = measure(course.state, verdict);
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
  if (course.reporter.reported.some(({ expected }) => !expected)) flags |= wrong.violated;
  numbers[last] = flags;
}

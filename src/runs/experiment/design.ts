/*
 * Designs: which combinations of values are run. A design is a number of points; what stands at one is a function of its number and of
 * the seed, so that any part of it can be computed anywhere.
 */
import { drawsFor, shuffled } from "./draws.ts";
import type { DesignChoice } from "./design_choice.ts";
import type { Factor } from "./manifest.ts";
import { ExperimentRefused } from "./refused.ts";
import { morrisDesign, saltelliDesign } from "./sensitivity_designs.ts";
import { mostDimensions, sobolNumber } from "./sobol_sequence.ts";

export interface Design {
  readonly points: number;
  /** The values at a point, in the order of the factors. */
  readonly at: (point: number) => readonly number[];
  /** Points that are compared on the same random numbers have the same number. */
  readonly group: (point: number) => number;
}

/** `chance`: whether it has a part in the runs, and so in what they come to. */
export function designOf(
  choice: DesignChoice,
  factors: readonly Factor[],
  seed: number,
  chance: boolean,
): Design {
  const group = (point: number): number => point;
  switch (choice.kind) {
    case "factorial": {
      const points = factors.reduce((product, { values }) => product * values.length, 1);
      return { points, at: (point) => combination(factors, point), group };
    }
    case "lhs": {
      const { points } = choice;
      const draw = drawsFor(seed, "design");
      // To shuffle many points takes its time, and not everybody who has a design wants to know what stands in it.
      let orders: readonly Uint32Array[] | undefined;
      const shuffle = (): readonly Uint32Array[] =>
        factors.map((_, index) => shuffled(draw, 2 * index, points));
      return {
        points,
        at(point) {
          const places = (orders ??= shuffle());
          return factors.map((factor, index) =>
            within(factor, ((places[index]?.[point] ?? 0) + draw(2 * index + 1, point)) / points),
          );
        },
        group,
      };
    }
    case "sobol": {
      if (factors.length > mostDimensions)
        throw new ExperimentRefused(`Sobol's sequence is known here for ${mostDimensions} varied parts at most, and there are ${factors.length}`, undefined, "`lhs:N` has no such limit"); // prettier-ignore
      const draw = drawsFor(seed, "design");
      const shifts = factors.map((_, index) => Math.floor(draw(index, 0) * 2 ** 32));
      return {
        points: choice.points,
        at: (point) =>
          factors.map((factor, index) => within(factor, sobolNumber(index, point, shifts[index] ?? 0))),
        group,
      };
    }
    case "morris": {
      const { points, at, group: walk } = morrisDesign(choice.walks, factors.length, seed);
      return { points, at: (point) => inRanges(factors, at(point)), group: walk };
    }
    case "saltelli": {
      const { points, at, group: row } = saltelliDesign(choice.rows, factors.length, seed, chance);
      return { points, at: (point) => inRanges(factors, at(point)), group: row };
    }
  }
}

function inRanges(factors: readonly Factor[], parts: readonly number[]): readonly number[] {
  return factors.map((factor, index) => within(factor, parts[index] ?? 0));
}

function combination(factors: readonly Factor[], point: number): readonly number[] {
  let rest = point;
  return factors
    .map(({ values }) => values)
    .toReversed()
    .map((values) => {
      const value = values[rest % values.length] ?? 0;
      rest = Math.floor(rest / values.length);
      return value;
    })
    .toReversed();
}

/** The value of a factor at a part of its range from 0 to 1; of listed values, each has an equal part. */
export function within({ range, values }: Factor, part: number): number {
  if (range !== undefined) return range.low + part * (range.high - range.low);
  return values[Math.min(values.length - 1, Math.floor(part * values.length))] ?? 0;
}

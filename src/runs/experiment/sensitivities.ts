/* What a measure depends on, from the runs of an experiment with a design for that. */
import type { Manifest, MeasuredAs } from "./manifest.ts";
import { morrisEffects, sobolIndices, type MorrisEffect, type SobolIndices } from "./sensitivity.ts";
import { meanOf } from "./statistics.ts";

interface SensitivityOf<Kind extends string, Result> {
  readonly kind: Kind;
  readonly measure: MeasuredAs;
  /** By what is varied; of shares of the variance, chance comes last, where it has a part. */
  readonly to: readonly { readonly name: string; readonly result: Result }[];
}

export type Sensitivity =
  | SensitivityOf<"morris", MorrisEffect>
  /** Empty where nothing varies. */
  | SensitivityOf<"sobol", SobolIndices>;

/** What chance is called beside what is varied. No part of a model can be called so, since its name has a point in it. */
export const chanceName = "chance";

/** `values`: of each run in its order. None, if the design is for something else. */
export function sensitivitiesOf(
  manifest: Manifest,
  measure: MeasuredAs,
  values: Float64Array,
): readonly Sensitivity[] {
  const { design, seed, vary, chance, runs } = manifest;
  if (design.kind !== "morris" && design.kind !== "saltelli") return [];
  const means = Float64Array.from({ length: values.length / runs }, (_, point) => {
    const own = values.subarray(point * runs, (point + 1) * runs);
    return own.some(Number.isNaN) ? NaN : meanOf(own).value;
  });
  const names = vary.map(({ name }) => name);
  if (design.kind === "morris") {
    const effects = morrisEffects(means, vary.length, seed);
    return [{ kind: "morris", measure, to: named(names, effects) }];
  }
  const indices = sobolIndices(means, vary.length, seed, chance) ?? [];
  return [{ kind: "sobol", measure, to: named([...names, chanceName], indices) }];
}

function named<Result>(names: readonly string[], results: readonly Result[]) {
  return results.map((result, index) => ({ name: names[index] ?? "", result }));
}

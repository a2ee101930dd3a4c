/* An experiment carried out here and now, one run after another. */
import { checkpointOf, type Interruptible } from "../interruptible.ts";
import type { Prepared } from "../prepared.ts";
import type { DesignChoice } from "./design_choice.ts";
import { columnsOf, digestOfModel, totalOf } from "./manifest.ts";
import { measureBlock } from "./measure.ts";
import { planOf } from "./plan.ts";
import { resultsOf, type ExperimentResult } from "./results.ts";

export interface ExperimentOptions extends Interruptible {
  /** Its name; without one the only experiment of the model. */
  readonly experiment?: string | undefined;
  /** Which combinations are run; without it all of those that the experiment lists. */
  readonly design?: DesignChoice | undefined;
  /** Runs of each combination; wins over what the experiment says. */
  readonly runs?: number | undefined;
  /** Wins over the seed of the scenario. */
  readonly seed?: number | undefined;
  /** A regulation: everything is run with it and without it, on the same random numbers. */
  readonly without?: string | undefined;
  /** Another model, with which everything is run besides, on the same random numbers; `name` is what people call it. */
  readonly against?: { readonly prepared: Prepared; readonly name: string } | undefined;
  /** The version of Niklas, which the manifest names: the digest depends on it. */
  readonly version?: string | undefined;
}

/**
 * Carries out an experiment. What comes of it is the same, to the digest, as `niklas experiment` gives with the same version. Throws
 * `ExperimentRefused`, what `signal` or `checkpoint` throw (they are asked before each block of runs), and an error if a model has errors.
 */
export function experiment(prepared: Prepared, options: ExperimentOptions = {}): ExperimentResult {
  const { design = { kind: "factorial" }, against, version = "", ...asked } = options;
  const checkpoint = checkpointOf(options);
  const plan = planOf(
    {
      prepared,
      digest: digestOfModel(prepared.checked),
      against: against && { ...against, digest: digestOfModel(against.prepared.checked) },
    },
    { ...asked, design, niklas: version },
  );
  const { manifest } = plan;
  const columns = columnsOf(manifest);
  const numbers = new Float64Array(totalOf(manifest) * columns);
  for (let block = 0; block < manifest.blocks; block += 1) {
    checkpoint?.();
    numbers.set(measureBlock(plan, block), block * manifest.blockSize * columns);
  }
  return resultsOf(manifest, numbers);
}

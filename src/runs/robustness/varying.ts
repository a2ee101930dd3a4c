/* A scenario run again with other numbers in the model, and nothing else otherwise. */
import type { CheckResult } from "../../checks/apply.ts";
import type { Verdict } from "../../diagnostics/run_facts.ts";
import { startPlaying } from "../../engine/play.ts";
import { checkpointOf, type Interruptible } from "../interruptible.ts";
import { prepare, scenarioNamed } from "../prepared.ts";
import { playOptions } from "../run.ts";
import type { LooseNumber } from "./loose_numbers.ts";
import { numberKey, withNumbers } from "./with_numbers.ts";

/** What became of each regulation, by its id; undefined if the run was broken off. */
export type Verdicts = ReadonlyMap<string, Verdict> | undefined;

export interface Varying {
  /** The verdicts at the end of the scenario with these values; what is not among them is as it is. */
  readonly verdicts: (values: ReadonlyMap<LooseNumber, number>) => Verdicts;
  /** How many runs have been taken. */
  readonly runs: () => number;
  /** With which seed: that of the options, else what the scenario says. */
  readonly seed: () => number;
}

export interface VaryingOptions extends Interruptible {
  readonly scenario: string;
  readonly seed?: number | undefined;
}

/** No functions are made at run time for runs of models that are run once. */
export function varying(checked: CheckResult, options: VaryingOptions): Varying {
  const known = new Map<string, Verdicts>();
  const checkpoint = checkpointOf(options);
  let runs = 0;
  let seed = options.seed ?? 1;

  function played(numbers: ReadonlyMap<string, number>): Verdicts {
    const model = withNumbers(checked.model, numbers);
    const prepared = prepare({ ...checked, model, diagnostics: [] });
    const playing = startPlaying(
      prepared.compiled(),
      prepared.compiledScenario(scenarioNamed(model, options.scenario)),
      { ...playOptions(prepared, { seed: options.seed, traced: false }), checkpoint },
    );
    while (playing.advance());
    const { verdicts, broken, seed: own } = playing.result();
    runs += 1;
    seed = own;
    return broken ? undefined : new Map(verdicts.map(({ regulation, verdict }) => [regulation.id, verdict]));
  }

  return {
    verdicts(values) {
      const numbers = new Map([...values].map(([{ place }, value]) => [numberKey(place), value]));
      const key = [...numbers].map(([place, value]) => `${place} ${value}`).join("\n");
      if (!known.has(key)) known.set(key, played(numbers));
      return known.get(key);
    },
    runs: () => runs,
    seed: () => seed,
  };
}

/* A scenario run again with other numbers: the texts of the model are changed where these stand, and nothing else. */
import type { CheckResult } from "../../checks/apply.ts";
import type { Severities } from "../../checks/describe.ts";
import { applyEdits } from "../../diagnostics/edits.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Verdict } from "../../diagnostics/run_facts.ts";
import type { Evaluate } from "../../engine/accelerate.ts";
import { startPlaying } from "../../engine/play.ts";
import { writtenNumber } from "../written_number.ts";
import { checkpointOf, type Interruptible } from "../interruptible.ts";
import { prepare, scenarioNamed } from "../prepared.ts";
import { rereading } from "../read_again.ts";
import { playOptions } from "../run.ts";
import type { LooseNumber } from "./loose_numbers.ts";

/** What became of each regulation, by its id; undefined if the run was broken off. */
export type Verdicts = ReadonlyMap<string, Verdict> | undefined;

export interface Varying {
  /** The verdicts at the end of the scenario with these values; what is not among them is as it is. */
  readonly verdicts: (values: ReadonlyMap<LooseNumber, number>) => Verdicts;
  /** How many runs have been taken. */
  readonly runs: () => number;
}

export interface VaryingOptions extends Interruptible {
  readonly scenario: string;
  readonly seed: number | undefined;
  readonly severities?: Severities | undefined;
  readonly evaluate?: Evaluate | undefined;
}

export function varying(checked: CheckResult, options: VaryingOptions): Varying {
  const again = rereading(checked, options.severities);
  const known = new Map<string, Verdicts>();
  const checkpoint = checkpointOf(options);
  let runs = 0;

  function played(edits: readonly Edit[]): Verdicts {
    checkpoint?.();
    const files = new Set(edits.map(({ place }) => place.file));
    const texts = new Map(
      [...files].map((file) => {
        const own = edits.filter(({ place }) => place.file === file);
        return [file, applyEdits(checked.sources.get(file)?.text ?? "", own)];
      }),
    );
    const prepared = prepare(again.read(texts), { evaluate: options.evaluate });
    const scenario = prepared.compiledScenario(scenarioNamed(prepared.checked.model, options.scenario));
    const playing = startPlaying(
      prepared.compiled(),
      scenario,
      playOptions(prepared, { seed: options.seed, traced: false, checkpoint }),
    );
    while (playing.advance());
    const { verdicts, broken } = playing.result();
    runs += 1;
    return broken ? undefined : new Map(verdicts.map(({ regulation, verdict }) => [regulation.id, verdict]));
  }

  return {
    verdicts(values) {
      const edits = [...values].map(([{ place, percent }, value]) => ({
        place,
        // The text may be a percentage though the type is none, and the other way round.
        text: writtenNumber(value, isWrittenInPercent(checked, place) ?? percent),
      }));
      const key = edits.map(({ place, text }) => `${place.file} ${place.start} ${text}`).join("\n");
      if (!known.has(key)) known.set(key, played(edits));
      return known.get(key);
    },
    runs: () => runs,
  };
}

function isWrittenInPercent({ sources }: CheckResult, place: LooseNumber["place"]): boolean | undefined {
  return sources.get(place.file)?.text.slice(place.start, place.end).endsWith("%");
}

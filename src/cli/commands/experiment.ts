/* `niklas experiment`: carries out the experiments of a model. */
import { checks, prepare } from "../../index.ts";
import type { DesignChoice } from "../../runs/experiment/design.ts";
import { measureBlock } from "../../runs/experiment/measure.ts";
import { planOf, type Plan } from "../../runs/experiment/plan.ts";
import { resultsOf } from "../../runs/experiment/results.ts";
import { renderExperiment } from "../../views/experiment_text.ts";
import { guardedText } from "../ci.ts";
import { reportFailures, statuses, type Status } from "../errors.ts";
import { lookOf } from "../look.ts";
import { oneModel } from "../one_model.ts";
import { evaluate } from "../ready_models.ts";
import { settingsOf, type CheckArguments } from "../settings.ts";
import { print } from "../terminal.ts";

export interface ExperimentArguments extends Pick<CheckArguments, "color" | "ascii" | "severity" | "config"> {
  readonly file: string;
  readonly name?: string | undefined;
  readonly design?: DesignChoice;
  readonly runs?: number;
  readonly seed?: number;
  readonly without?: string;
}

export async function experimentCommand(typed: ExperimentArguments): Promise<Status> {
  const settings = settingsOf({ ...typed, paths: [typed.file] }, checks);
  const checked = await oneModel(typed.file, settings, "an experiment is about one");
  if ("message" in checked) {
    reportFailures([checked]);
    return statuses.failed;
  }
  const prepared = prepare(checked.result, { evaluate });
  const experiment = typed.name ?? checked.result.model.experiments[0]?.name ?? "";
  const plan = planOf(prepared, {
    experiment,
    design: typed.design ?? { kind: "factorial" },
    runs: typed.runs,
    seed: typed.seed,
    without: typed.without,
  });
  const result = resultsOf(plan, allNumbers(plan));
  print("output", guardedText(renderExperiment(result, lookOf(settings, "output")), process.env));
  return statuses.fine;
}

function allNumbers(plan: Plan): Float64Array {
  const numbers = new Float64Array(plan.total * plan.columns);
  for (let block = 0; block < plan.blocks; block += 1)
    numbers.set(measureBlock(plan, block), block * plan.blockSize * plan.columns);
  return numbers;
}

/* The models that an experiment is about, read and checked. */
import { checks, prepare } from "../../index.ts";
import type { DesignChoice } from "../../runs/experiment/design_choice.ts";
import { quoted } from "../../base/words.ts";
import { reportFailures, statuses, type Status } from "../errors.ts";
import { UsageError } from "../failure.ts";
import { lookOf, type Look } from "../look.ts";
import { oneModel } from "../one_model.ts";
import { tellErrors } from "../ready_models.ts";
import { settingsOf, type CheckArguments, type Settings } from "../settings.ts";
import type { ExperimentModel } from "./asked_for.ts";

/** What says which runs an experiment consists of. */
export interface ExperimentChoices extends Pick<CheckArguments, "color" | "ascii" | "severity" | "config"> {
  readonly file: string;
  readonly name?: string | undefined;
  readonly design?: DesignChoice;
  readonly runs?: number;
  readonly seed?: number;
  readonly without?: string;
  readonly against?: string;
}

export interface ReadModels {
  readonly model: ExperimentModel;
  readonly against: ExperimentModel | undefined;
  readonly settings: Settings;
  readonly look: Look;
}

/** Tells what keeps them from being run, and gives the status then. Throws `UsageError`. */
export async function readModels(typed: ExperimentChoices): Promise<ReadModels | Status> {
  const { file, color, ascii, severity, config } = typed;
  if (typed.without !== undefined && typed.against !== undefined)
    throw new UsageError(
      `${quoted("--without")} and ${quoted("--against")} cannot be asked for at once`,
      "each compares two ways of running; do one after the other",
    );
  const common = {
    ...(color !== undefined && { color }),
    ...(ascii !== undefined && { ascii }),
    ...(severity !== undefined && { severity }),
    ...(config !== undefined && { config }),
  };
  const settings = settingsOf({ ...common, paths: [file] }, checks);
  const look = lookOf(settings, "output");
  const models: ExperimentModel[] = [];
  for (const path of [file, ...(typed.against === undefined ? [] : [typed.against])]) {
    const checked = await oneModel(path, settings, "an experiment is about one");
    if ("message" in checked) {
      reportFailures([checked]);
      return statuses.failed;
    }
    const { result, placing } = checked;
    const { errors } = prepare(result);
    if (errors.length > 0) {
      tellErrors(errors.map(placing.diagnostic), checked, look);
      return statuses.found;
    }
    models.push({ result, placing, name: path });
  }
  const [model, against] = models;
  return model === undefined ? statuses.failed : { model, against, settings, look };
}

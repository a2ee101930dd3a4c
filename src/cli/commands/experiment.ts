/* `niklas experiment`: carries out an experiment of a model. */
import { availableParallelism } from "node:os";
import { quoted } from "../../base/words.ts";
import { checks, prepare } from "../../index.ts";
import type { DesignChoice } from "../../runs/experiment/design.ts";
import type { CheckedEntry } from "../check_entry.ts";
import type { ExperimentModel } from "../experimenting/conduct.ts";
import { formatOfFile, type ExperimentFormat } from "../experimenting/forms.ts";
import type { Shard } from "../experimenting/part_file.ts";
import { refuseToReplace } from "../experimenting/replacing.ts";
import { reportFailures, statuses, type Status } from "../errors.ts";
import { UsageError } from "../failure.ts";
import { lookOf } from "../look.ts";
import { oneModel } from "../one_model.ts";
import { tellErrors } from "../ready_models.ts";
import { settingsOf, type CheckArguments } from "../settings.ts";

/** What says which runs an experiment consists of. */
export interface ExperimentChoices {
  readonly design?: DesignChoice;
  readonly runs?: number;
  readonly seed?: number;
  readonly without?: string;
  readonly against?: string;
}

export interface ExperimentArguments
  extends ExperimentChoices, Pick<CheckArguments, "color" | "ascii" | "severity" | "config"> {
  readonly file: string;
  readonly name?: string | undefined;
  readonly format?: ExperimentFormat;
  readonly output?: readonly string[];
  readonly workers?: number;
  readonly shard?: Shard;
}

export async function experimentCommand(typed: ExperimentArguments): Promise<Status> {
  const { file, name, output = [], shard, design = { kind: "factorial" }, format = "text" } = typed;
  const { color, ascii, severity, config } = typed;
  const settings = settingsOf(
    {
      paths: [file],
      ...(color !== undefined && { color }),
      ...(ascii !== undefined && { ascii }),
      ...(severity !== undefined && { severity }),
      ...(config !== undefined && { config }),
    },
    checks,
  );
  if (typed.without !== undefined && typed.against !== undefined)
    throw new UsageError(
      `${quoted("--without")} and ${quoted("--against")} cannot be asked for at once`,
      "each compares two ways of running; do one after the other",
    );
  const [part] = output;
  if (shard !== undefined && (part === undefined || output.length > 1 || typed.format !== undefined))
    throw new UsageError(
      "a part of an experiment goes to one file, and has no results yet",
      "for example: `--shard 1/5 -o 1.part`; `niklas merge` makes the results of all parts",
    );
  const files = shard === undefined ? output.map((each) => ({ name: each, format: formatOfFile(each) })) : [];
  const look = lookOf(settings, "output");
  const models: ExperimentModel[] = [];
  for (const path of [file, ...(typed.against === undefined ? [] : [typed.against])]) {
    const checked = await oneModel(path, settings, "an experiment is about one");
    if ("message" in checked) {
      reportFailures([checked]);
      return statuses.failed;
    }
    const { errors } = prepare(checked.result);
    if (errors.length > 0) {
      tellErrors(errors, checked, look);
      return statuses.found;
    }
    models.push({ ...partsOf(checked), name: path });
  }
  const [model, against] = models;
  if (model === undefined) return statuses.failed;
  refuseToReplace(output, models, settings);
  const { conduct } = await import("../experimenting/conduct.ts");
  return conduct({
    model,
    against,
    experiment: name,
    design,
    runs: typed.runs,
    seed: typed.seed,
    without: typed.without,
    threads: typed.workers ?? availableParallelism(),
    shard,
    format,
    part: shard === undefined ? undefined : part,
    files,
    workingFolder: settings.workingFolder,
    look,
  });
}

function partsOf({ result, placing }: CheckedEntry) {
  return { result, placing };
}

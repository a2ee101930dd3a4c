/* `niklas experiment`: carries out an experiment of a model. */
import { availableParallelism } from "node:os";
import { formatOfFile, type ExperimentFormat } from "../experimenting/forms.ts";
import { readModels, type ExperimentChoices } from "../experimenting/models.ts";
import type { Shard } from "../experimenting/part_file.ts";
import { refuseToReplace } from "../experimenting/replacing.ts";
import type { Status } from "../errors.ts";
import { UsageError } from "../failure.ts";

export interface ExperimentArguments extends ExperimentChoices {
  readonly format?: ExperimentFormat;
  readonly output?: readonly string[];
  readonly workers?: number;
  readonly shard?: Shard;
}

export async function experimentCommand(typed: ExperimentArguments): Promise<Status> {
  const { name, output = [], shard, design = { kind: "factorial" }, format = "text" } = typed;
  const [part] = output;
  if (shard !== undefined && (part === undefined || output.length > 1 || typed.format !== undefined))
    throw new UsageError(
      "a part of an experiment goes to one file, and has no results yet",
      "for example: `--shard 1/5 -o 1.part`; `niklas merge` makes the results of all parts",
    );
  const files = shard === undefined ? output.map((each) => ({ name: each, format: formatOfFile(each) })) : [];
  const read = await readModels(typed);
  if (typeof read === "number") return read;
  const { model, against, settings, look } = read;
  refuseToReplace(output, [model, ...(against === undefined ? [] : [against])], settings);
  const { conduct } = await import("../experimenting/conduct.ts");
  return conduct({
    model,
    against,
    experiment: name,
    design,
    runs: typed.runs,
    seed: typed.seed,
    without: typed.without,
    workers: typed.workers ?? availableParallelism(),
    shard,
    format,
    part: shard === undefined ? undefined : part,
    files,
    workingFolder: settings.workingFolder,
    look,
  });
}

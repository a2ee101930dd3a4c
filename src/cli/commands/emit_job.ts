/* `niklas emit-job`: the file with which an engine of the user's own carries out an experiment in parts. */
import type { Status } from "../errors.ts";
import { formatOfFile } from "../experimenting/forms.ts";
import type { Engine } from "../experimenting/jobs/engines.ts";
import { readModels, type ExperimentChoices } from "../experimenting/models.ts";
import { standardInput } from "../entries.ts";
import { UsageError } from "../failure.ts";

export interface EmitJobArguments extends ExperimentChoices {
  readonly engine: Engine;
  readonly shards: number;
  readonly output?: readonly string[];
}

export async function emitJobCommand(typed: EmitJobArguments): Promise<Status> {
  const { file, against, engine, shards, output = [] } = typed;
  if (file === standardInput || against === standardInput)
    throw new UsageError("a job has no standard input to read a model from", "name its file");
  for (const name of output) formatOfFile(name);
  const read = await readModels(typed);
  if (typeof read === "number") return read;
  const { emitJob } = await import("../experimenting/conduct.ts");
  return emitJob({
    model: read.model,
    against: read.against,
    experiment: typed.name,
    design: typed.design ?? { kind: "factorial" },
    runs: typed.runs,
    seed: typed.seed,
    without: typed.without,
    engine,
    shards,
    results: output,
    severities: typed.severity ?? [],
    config: typed.config,
  });
}

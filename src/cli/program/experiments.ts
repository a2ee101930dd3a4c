/* The commands about experiments, with their options and their help. What they do is loaded when it is asked for. */
import type { Command } from "commander";
import type { EmitJobArguments } from "../commands/emit_job.ts";
import type { ExperimentArguments } from "../commands/experiment.ts";
import type { MergeArguments } from "../commands/merge.ts";
import { designForms, designFrom, shardFrom } from "../experimenting/designs.ts";
import { experimentFormats } from "../experimenting/forms.ts";
import { engines } from "../experimenting/jobs/engines.ts";
import { choiceFor, collect, countFor, seedFrom } from "../usage.ts";
import { looking, reading, type Adding } from "./adding.ts";

export function addExperiments({ program, done }: Adding): void {
  resulting(
    choosing(
      reading(program.command("experiment"))
        .summary("run a scenario over and over, and measure")
        .description(
          "Carries out an experiment: runs its scenario for all that is varied, on all cores, and says what was measured and how certain that is.",
        )
        .argument("<file>", "the model, or a Markdown file with one; `-` is standard input")
        .argument("[name]", "the experiment (default: the only one)"),
    ),
  )
    .option(
      "--workers <number>",
      "how many processes work at once (default: one for each core)",
      countFor("--workers"),
    )
    .option("--shard <i/n>", "carry out the i-th of n parts alone, and write it to the file of -o", shardFrom)
    .addHelpText("after", experimentHelp)
    .action(
      async (file: string, name: string | undefined, options: Omit<ExperimentArguments, "file" | "name">) => {
        const { experimentCommand } = await import("../commands/experiment.ts");
        done(await experimentCommand({ ...options, file, name }));
      },
    );

  looking(
    resulting(
      program
        .command("merge")
        .summary("make one of the parts of an experiment")
        .description("Makes the results of an experiment of its parts, wherever they were carried out.")
        .argument("<parts...>", "the files that `niklas experiment --shard` has written, of all parts"),
    ),
  )
    .addHelpText("after", mergeHelp)
    .action(async (parts: readonly string[], options: Omit<MergeArguments, "parts">) => {
      const { mergeCommand } = await import("../commands/merge.ts");
      done(await mergeCommand({ ...options, parts }));
    });

  choosing(
    reading(program.command("emit-job"))
      .summary("write the job that carries out an experiment in parts")
      .description("Prints the file with which an engine of your own carries out an experiment in parts.")
      .argument("<engine>", `what carries it out: ${engines.join(", ")}`, choiceFor("emit-job", engines))
      .argument("<file>", "the model, by the path that it has where the job runs, too")
      .argument("[name]", "the experiment (default: the only one)")
      .requiredOption("--shards <number>", "in how many parts", countFor("--shards"))
      .option(
        "-o, --output <file>",
        "the files of the results, .json, .csv or .txt; may be repeated",
        collect,
      ),
  )
    .addHelpText("after", emitJobHelp)
    .action(
      async (
        engine: EmitJobArguments["engine"],
        file: string,
        name: string | undefined,
        options: Omit<EmitJobArguments, "engine" | "file" | "name">,
      ) => {
        const { emitJobCommand } = await import("../commands/emit_job.ts");
        done(await emitJobCommand({ ...options, engine, file, name }));
      },
    );
}

/** What says which runs an experiment consists of. */
function choosing(command: Command): Command {
  return command
    .option(
      "--design <design>",
      `which combinations: ${designForms.join(", ")} (default: factorial)`,
      designFrom,
    )
    .option(
      "--runs <number>",
      "runs of each combination (default: what the experiment says)",
      countFor("--runs"),
    )
    .option("--seed <number>", "the seed of chance (default: what the scenario says, or 1)", seedFrom)
    .option("--without <regulation>", "run all of it without this regulation, too, and compare")
    .option("--against <file>", "run all of it with this model, too, and compare");
}

/** What says where results go. */
function resulting(command: Command): Command {
  return command
    .option(
      "-f, --format <format>",
      `what to print: ${experimentFormats.join(", ")} (default: text)`,
      choiceFor("--format", experimentFormats),
    )
    .option(
      "-o, --output <file>",
      "write the results to a file besides, .json, .csv or .txt; may be repeated",
      collect,
    );
}

const experimentHelp = `
With -o, what is finished is kept beside the results while it goes on: after an interruption the same command goes on from there.
The results are the same, to the digest, on any number of workers and in any number of parts. The status is 0 if all is well, 1 if
of some runs nothing could be measured or the model has errors, and 2 if the job could not be done.

For example:
  niklas experiment city.sys
  niklas experiment city.sys prices --design lhs:1000 -o prices.json -o prices.csv
  niklas experiment city.sys prices --without curb --runs 500
  niklas experiment city.sys prices --shard 2/5 -o 2.part`;

const mergeHelp = `
Parts of another model, experiment, seed or version are refused. The status is 0 if all is well, 1 if of some runs nothing could be
measured, and 2 if the parts are not all of one experiment.

For example:
  niklas merge *.part -o prices.json`;

const emitJobHelp = `
The job is printed; what it needs of its surroundings stands at its head. The status is 0 if it is, and otherwise as that of
\`niklas experiment\`.

For example:
  niklas emit-job slurm city.sys prices --shards 64 --design lhs:100000 > prices.sbatch
  niklas emit-job github city.sys prices --shards 8 > .github/workflows/prices.yml`;

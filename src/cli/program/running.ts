/* The commands that play models, with their options and their help. What they do is loaded when it is asked for. */
import type { AdviseArguments } from "../commands/advise.ts";
import type { ExploreArguments } from "../commands/explore.ts";
import type { RunArguments } from "../commands/run.ts";
import type { TestArguments } from "../commands/test.ts";
import type { WhyArguments } from "../commands/why.ts";
import { adviceFormats, exploreFormats, runFormats, testFormats, whyFormats } from "../run_formats.ts";
import { choiceFor, choicesFrom, countFor, seedFrom } from "../usage.ts";
import { markdownHelp, reading, watchHelp, type Adding } from "./adding.ts";

export function addRunning({ program, done }: Adding): void {
  reading(program.command("run"))
    .summary("play scenarios and tell their stories")
    .description("Plays scenarios, and tells step by step what happened and what each system made of it.")
    .argument("<file>", "the model, or a Markdown file with models; `-` is standard input")
    .argument("[scenarios...]", "the scenarios to play (default: all of the file)")
    .option(
      "-f, --format <format>",
      `what to print: ${runFormats.join(", ")}`,
      choiceFor("--format", runFormats),
    )
    .option("--seed <number>", "the seed of chance (default: what the scenario says, or 1)", seedFrom)
    .option(
      "--choices <numbers>",
      "what is decided of all that is left open, as `niklas explore` prints it",
      choicesFrom,
    )
    .option("--noise", "tell everything that was noise, and why")
    .option("--all", "tell every step of a long story")
    .option("--robust", robustHelp)
    .option("-w, --watch", watchHelp)
    .addHelpText("after", runHelp)
    .action(async (file: string, scenarios: readonly string[], options: Omit<RunArguments, "file">) => {
      const { runCommand } = await import("../commands/run.ts");
      done(await runCommand({ ...options, file, scenarios }));
    });

  reading(program.command("test"))
    .summary("run all scenarios and properties")
    .description("Runs the scenarios of models, and says which expectations and properties hold.")
    .argument("[paths...]", "files and folders; `-` is standard input (default: this folder)")
    .option(
      "-f, --format <format>",
      `what to print: ${testFormats.join(", ")}`,
      choiceFor("--format", testFormats),
    )
    .option("--filter <text>", "only what has this in its name, or in that of its file")
    .option("--markdown", markdownHelp)
    .option("--coverage", "tell which clauses and channels took part in no run")
    .option("--robust", robustHelp)
    .option("-w, --watch", watchHelp)
    .option("--seed <number>", "the seed of chance (default: what each scenario says, or 1)", seedFrom)
    .addHelpText("after", testHelp)
    .action(async (paths: readonly string[], options: Omit<TestArguments, "paths">) => {
      const { testCommand } = await import("../commands/test.ts");
      done(await testCommand({ ...options, paths }));
    });

  reading(program.command("explore"))
    .summary("explore every run there can be")
    .description(
      "Explores all runs of scenarios: takes every branch of alternatives and every chance both ways, decides the properties, and says what can come about and what cannot.",
    )
    .argument("<file>", "the model, or a Markdown file with models; `-` is standard input")
    .argument("[scenario]", "the scenario to explore (default: all of the file)")
    .option(
      "-f, --format <format>",
      `what to print: ${exploreFormats.join(", ")}`,
      choiceFor("--format", exploreFormats),
    )
    .option("--states <number>", "how many states there may be (default: 2000000)", countFor("--states"))
    .option("--depth <number>", "after how many steps to go no further (default: never)", countFor("--depth"))
    .option(
      "--runs <number>",
      "how many runs to play where not all can be explored (default: 1000)",
      countFor("--runs"),
    )
    .option("--all", "tell every step of the runs that violate something")
    .addHelpText("after", exploreHelp)
    .action(
      async (
        file: string,
        scenario: string | undefined,
        options: Omit<ExploreArguments, "file" | "scenario">,
      ) => {
        const { exploreCommand } = await import("../commands/explore.ts");
        done(await exploreCommand({ ...options, file, scenario }));
      },
    );

  reading(program.command("why"))
    .summary("ask why something happened, or did not")
    .description(
      "Plays a scenario, and tells how something in it came about, or where each way to it was cut off.",
    )
    .argument("<file>", "the model, or a Markdown file with models; `-` is standard input")
    // What is missing of these is said when the model is known, whose scenarios can then be named.
    .usage("[options] <file> <scenario> <what>")
    .argument("[scenario]", "the scenario to play")
    .argument(
      "[what]",
      "what is asked about: a system, or a part of one such as economy.price or law.judgment",
    )
    .option(
      "-f, --format <format>",
      `what to print: ${whyFormats.join(", ")}`,
      choiceFor("--format", whyFormats),
    )
    .option("--seed <number>", "the seed of chance (default: what the scenario says, or 1)", seedFrom)
    .addHelpText("after", whyHelp)
    .action(
      async (
        file: string,
        scenario: string | undefined,
        subject: string | undefined,
        options: Omit<WhyArguments, "file" | "scenario" | "subject">,
      ) => {
        const { whyCommand } = await import("../commands/why.ts");
        done(await whyCommand({ ...options, file, scenario, subject }));
      },
    );

  reading(program.command("advise"))
    .summary("search for what would make a regulation effective")
    .description(
      "Searches for the smallest changes of a model that would make a regulation effective, each tried by running it.",
    )
    .argument("<file>", "the model; `-` is standard input")
    .argument("[regulation]", "the regulation (default: the only one)")
    .option(
      "--scenario <name>",
      "the scenario in which it is to be effective (default: the first where it is not)",
    )
    .option(
      "-f, --format <format>",
      `what to print: ${adviceFormats.join(", ")}`,
      choiceFor("--format", adviceFormats),
    )
    .option("--seed <number>", "the seed of chance (default: what the scenario says, or 1)", seedFrom)
    .option(
      "--most <number>",
      "how many changed models to try at most (default: 200)",
      countFor("--most", "it is a whole number from 1 on: so many changed models are tried at most"),
    )
    .addHelpText("after", adviseHelp)
    .action(
      async (
        file: string,
        regulation: string | undefined,
        options: Omit<AdviseArguments, "file" | "regulation">,
      ) => {
        const { adviseCommand } = await import("../commands/advise.ts");
        done(await adviseCommand({ ...options, file, regulation }));
      },
    );
}

const robustHelp =
  "tell whether verdicts hold if unsourced numbers are a tenth otherwise, and where they flip";

const runHelp = `
A model with errors does not run. The status is 0 if all is as expected, 1 if something is not or the model has errors, and 2 if
the job could not be done.

For example:
  niklas run city.sys
  niklas run city.sys decree --noise
  niklas run city.sys decree --seed 7 --format json > decree.jsonl`;

const testHelp = `
The status is 0 if all pass, 1 if something fails, and 2 if the job could not be done: also if there is nothing to test.

For example:
  niklas test models
  niklas test --filter decree --coverage city.sys
  niklas test --format junit models > niklas.xml`;

const exploreHelp = `
What was done is always said: exhausted, bounded, or sampled. The status is 0 if every property holds in all that was explored and
nothing goes wrong there, 1 if a property is violated, an expectation impossible, something goes wrong, or the model has errors, and
2 if the job could not be done.

For example:
  niklas explore city.sys
  niklas explore city.sys decree --states 10000000
  niklas explore city.sys decree --depth 12 --runs 10000
  niklas run city.sys decree --choices 0,1,1`;

const whyHelp = `
For example:
  niklas why city.sys decree economy
  niklas why city.sys reflexive_law economy.price`;

const adviseHelp = `
A proposal is a set of changes with which the regulation was effective in a run; nothing more is claimed of it. The status is 0 if
there is one, or none is needed, 1 if none was found or the model has errors, and 2 if the job could not be done.

For example:
  niklas advise city.sys curb
  niklas advise city.sys curb --scenario announced --most 1000`;
